package org.dariro.ussd;

import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Command;
import org.dariro.conversation.SenderWatch;
import org.dariro.conversation.Utterance;

/** STOP, entered where words are asked for: it is never shared, and counts as it does by SMS. */
final class Stopping {
    private Stopping() {}

    static boolean isMeant(Command asked) {
        return asked instanceof Command.Stop || asked instanceof Command.StopAll;
    }

    /** Leaves; the answer also goes out by SMS, to be kept. */
    static Turn leave(Hop hop, String input, Command asked) {
        hop.can()
                .conversation
                .receive(
                        hop.tx(),
                        new Utterance(
                                hop.speaker().member(),
                                hop.speaker().line(),
                                Optional.of(hop.speaker()),
                                input,
                                asked,
                                Utterance.Addressed.NOT,
                                hop.screen(input),
                                SenderWatch.Verdict.FINE));
        return hop.end("ussd-stopped");
    }

    /** Asks whether leaving is meant; STOP as the next input leaves. */
    static Turn ask(Hop hop, String input) {
        if (!hop.done() && hop.heed(input, "text").crisisCard()) {
            return hop.crisis().afterActing();
        }
        return hop.show(new Writing(), hop.sayWithBack("stop-confirm", Map.of()));
    }
}
