package org.dariro.ussd;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a phone shows, and so what its next input means. Between two hops only {@link #saved} is kept; each screen has an
 * {@code open} that shows it.
 */
sealed interface Screen
        permits Menu,
                Reading,
                Writing,
                WritingToMentor,
                Pausing,
                Resuming,
                ChoosingLanguage,
                ChoosingMode,
                ChoosingGroup,
                Naming,
                Answering,
                Notice {

    /** Acts on what was entered, and shows what comes next. */
    Turn answer(Hop hop, String input);

    /** The screen as a short line, from which {@link #parse} makes it again: words with single spaces. */
    String saved();

    /** The screen of a line; empty when this version of the service does not know it. */
    static Optional<Screen> parse(String saved) {
        String[] words = saved.split(" ", -1);
        String[] rest = Arrays.copyOfRange(words, 1, words.length);
        try {
            return Optional.ofNullable(
                    switch (words[0]) {
                        case Menu.NAME -> new Menu();
                        case Reading.NAME -> Reading.parse(rest);
                        case Writing.NAME -> new Writing();
                        case WritingToMentor.NAME -> new WritingToMentor();
                        case Pausing.NAME -> new Pausing();
                        case Resuming.NAME -> new Resuming();
                        case ChoosingLanguage.NAME -> new ChoosingLanguage();
                        case ChoosingMode.NAME -> new ChoosingMode();
                        case ChoosingGroup.NAME -> ChoosingGroup.parse(rest);
                        case Naming.NAME -> new Naming();
                        case Answering.NAME -> new Answering();
                        case Notice.NAME -> new Notice();
                        default -> null;
                    });
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
