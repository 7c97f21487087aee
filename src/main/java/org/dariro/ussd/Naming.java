package org.dariro.ussd;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.conversation.Command;
import org.dariro.conversation.Joining;
import org.dariro.group.Membership;
import org.dariro.safeguarding.Ruling;

/** A nickname, for somebody who has consented and has none. */
record Naming() implements Screen {
    static final String NAME = "name";
    private static final Map<String, String> LONGEST = Map.of("max", Integer.toString(Joining.LONGEST_NICKNAME));

    static Turn open(Hop hop) {
        return hop.show(new Naming(), hop.say("ussd-choose-nickname", LONGEST));
    }

    @Override
    public Turn answer(Hop hop, String input) {
        Command asked = hop.understand(input);
        if (Stopping.isMeant(asked)) {
            return Stopping.leave(hop, input, asked);
        }
        if (hop.done() || input.equals("0")) {
            return open(hop);
        }
        Ruling ruling = hop.heed(input, "nickname");
        if (ruling.alert()) {
            return hop.show(this, ruling.crisisCard() ? hop.crisisWords() : hop.say("nickname-bad", LONGEST))
                    .afterActing();
        }
        String nickname = asked instanceof Command.Name name ? name.nickname() : input;
        Joining joining = hop.can().joining;
        Set<String> reserved = hop.can().keywords.reserved();
        Optional<String> fault = joining.nicknameFault(hop.tx(), hop.speaker(), nickname, reserved);
        if (fault.isPresent()) {
            Map<String, String> values =
                    Map.of("nickname", nickname, "max", Integer.toString(Joining.LONGEST_NICKNAME));
            return hop.show(this, hop.say(fault.get(), values));
        }
        joining.name(hop.tx(), hop.speaker(), nickname, reserved);
        Membership named = hop.places().stream()
                .filter(place -> place.id() == hop.speaker().place().id())
                .findFirst()
                .orElseThrow();
        return Menu.open(hop.at(named, hop.speaker().group()));
    }

    @Override
    public String saved() {
        return NAME;
    }
}
