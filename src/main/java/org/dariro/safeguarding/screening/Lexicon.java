package org.dariro.safeguarding.screening;

import java.util.List;
import java.util.Map;

/**
 * The risk terms of one language, as people wrote them into its files; {@link LexiconParser} tells their form.
 *
 * @param language the folder's name: {@code en}
 * @param phrases written out, in the order of the files
 * @param spellings folded spellings and the words that each stands for; none for a word that is passed over
 */
public record Lexicon(String language, List<Phrase> phrases, Map<String, List<String>> spellings) {
    public Lexicon {
        phrases = List.copyOf(phrases);
        spellings = Map.copyOf(spellings);
    }
}
