package org.dariro.ussd;

import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Command;

/** How many days of quiet. */
record Pausing() implements Screen {
    static final String NAME = "pause";
    private static final Map<String, String> MOST = Map.of("max", Integer.toString(Command.Pause.MOST_DAYS));

    static Turn open(Hop hop) {
        return hop.speaker().place().paused(hop.can().clock.instant())
                ? Resuming.open(hop)
                : hop.show(new Pausing(), hop.say("ussd-pause", MOST));
    }

    @Override
    public Turn answer(Hop hop, String input) {
        if (input.equals("0")) {
            return Menu.open(hop);
        }
        Optional<Integer> days = Choices.number(input, Command.Pause.MOST_DAYS);
        if (days.isEmpty()) {
            return hop.danger(input).orElseGet(() -> hop.show(this, hop.say("ussd-pause-bad", MOST)));
        }
        hop.can().leaving.pause(hop.tx(), hop.speaker(), days.get());
        return hop.notice("ussd-paused", Map.of("days", Integer.toString(days.get())));
    }

    @Override
    public String saved() {
        return NAME;
    }
}
