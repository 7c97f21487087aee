package org.dariro.delivery;

import org.dariro.group.Membership;
import org.dariro.member.Member;

/** A member who reads a group by SMS. */
record Reader(Membership place, Member member) {}
