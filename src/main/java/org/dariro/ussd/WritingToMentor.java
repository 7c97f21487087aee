package org.dariro.ussd;

import java.util.Map;
import org.dariro.conversation.Command;
import org.dariro.conversation.Posting;
import org.dariro.safeguarding.Ruling;

/** Words for the mentor alone. */
record WritingToMentor() implements Screen {
    static final String NAME = "mentor";

    static Turn open(Hop hop) {
        return hop.show(new WritingToMentor(), hop.say("ussd-mentor", Map.of("mentor", hop.mentor())));
    }

    @Override
    public Turn answer(Hop hop, String input) {
        if (input.equals("0") || hop.done()) {
            return Menu.open(hop);
        }
        Command asked = hop.understand(input);
        return Stopping.isMeant(asked) ? Stopping.leave(hop, input, asked) : send(hop, input);
    }

    static Turn send(Hop hop, String words) {
        if (Writing.isLoop(
                hop.can().watch.judge(hop.tx(), hop.speaker().member().id(), words))) {
            return Writing.looping(hop, words);
        }
        Ruling ruling = hop.screen(words);
        Posting.Said said = hop.can().posting.toMentor(hop.tx(), hop.speaker(), words, ruling);
        if (ruling.failed()) {
            return hop.unscreened().afterActing();
        }
        return hop.calls(ruling, said) ? hop.crisis().afterActing() : Writing.outcome(hop, said);
    }

    @Override
    public String saved() {
        return NAME;
    }
}
