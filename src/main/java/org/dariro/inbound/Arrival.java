package org.dariro.inbound;

import java.util.Optional;
import org.dariro.conversation.Command;
import org.dariro.conversation.Meaning;
import org.dariro.conversation.Speaker;
import org.dariro.conversation.Utterance;
import org.dariro.gateway.Line;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Msisdn;
import org.dariro.member.Member;
import org.dariro.platform.Cleaning;
import org.dariro.safeguarding.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * A text on its way through the front door. Each step of {@link InboundRoute} fills in what it finds out; a step that
 * gives the text its meaning ends its way.
 */
final class Arrival {
    final InboundSms sms;
    final String text;

    @Nullable
    Msisdn from;

    @Nullable
    Line line;

    @Nullable
    Member member;

    Optional<Speaker> speaker = Optional.empty();

    Command asked = new Command.Post("");

    Utterance.Addressed addressed = Utterance.Addressed.NOT;

    Ruling ruling = Ruling.unscreened("");

    boolean screened;

    /** What became of it; null while it is on its way. */
    @Nullable
    Meaning meaning;

    Arrival(InboundSms sms) {
        this.sms = sms;
        this.text = Cleaning.clean(sms.text());
    }

    boolean onItsWay() {
        return meaning == null;
    }
}
