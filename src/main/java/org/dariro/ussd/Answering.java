package org.dariro.ussd;

import java.util.Map;
import java.util.Optional;

/** A question about how one is. */
record Answering() implements Screen {
    static final String NAME = "answer";

    /** Shows the question, or the menu when there is none any more. */
    static Turn open(Hop hop) {
        Optional<String> question = hop.can().questions.open(hop.tx(), hop.speaker());
        if (question.isEmpty()) {
            return Menu.open(hop);
        }
        String words = hop.say(question.get(), Map.of());
        String back = hop.sayWithBack(question.get(), Map.of());
        return hop.show(new Answering(), back.startsWith(words) ? back : words); // 0 leads back all the same
    }

    @Override
    public Turn answer(Hop hop, String input) {
        if (input.equals("0")) {
            return Menu.open(hop);
        } else if (!input.matches("[1-5]")) {
            return hop.again(this, input);
        }
        return hop.can()
                .questions
                .answer(hop.tx(), hop.speaker(), Integer.parseInt(input))
                .map(thanks -> hop.show(new Notice(), hop.sayWithBack(thanks, Map.of()))
                        .afterActing())
                .orElseGet(() -> Menu.open(hop));
    }

    @Override
    public String saved() {
        return NAME;
    }
}
