package org.dariro.conversation;

import org.dariro.gateway.Line;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.member.Member;

/** A person speaking from their place in a group, over a line. */
public record Speaker(Member member, Line line, Membership place, Group group) {
    Speaker as(Membership changed) {
        return new Speaker(member, line, changed, group);
    }

    Speaker as(Member changed) {
        return new Speaker(changed, line, place, group);
    }
}
