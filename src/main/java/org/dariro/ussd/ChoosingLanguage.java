package org.dariro.ussd;

import java.util.List;
import java.util.Optional;
import org.dariro.platform.Messages;

/** Which language one is written to in. */
record ChoosingLanguage() implements Screen {
    static final String NAME = "language";

    static Turn open(Hop hop) {
        Messages messages = hop.can().messages;
        List<String> names =
                messages.languages().stream().map(messages::languageName).toList();
        return hop.show(new ChoosingLanguage(), Choices.list(hop, "ussd-language", names));
    }

    @Override
    public Turn answer(Hop hop, String input) {
        if (input.equals("0")) {
            return Menu.open(hop);
        }
        List<String> languages = hop.can().messages.languages();
        Optional<Integer> chosen = Choices.number(input, languages.size());
        if (chosen.isEmpty()) {
            return hop.again(this, input);
        }
        return hop.as(hop.can().asking.speak(hop.tx(), hop.speaker(), languages.get(chosen.get() - 1)))
                .notice("ussd-language-set");
    }

    @Override
    public String saved() {
        return NAME;
    }
}
