package org.dariro.safeguarding.screening;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The risk terms of one language, as people wrote them into its files; {@link LexiconParser} tells their form.
 *
 * @param language the folder's name: {@code en}
 * @param phrases in the order of the files
 * @param slots the words or short phrases that each name in braces stands for
 * @param spellings folded spellings and the words that each stands for; none for a word that is passed over
 * @param ordinary folded words that are never taken for a misspelling of another
 * @param digits folded words for digits, which phone numbers are spelled out with
 */
public record Lexicon(
        String language,
        List<Phrase> phrases,
        Map<String, List<String>> slots,
        Map<String, List<String>> spellings,
        Set<String> ordinary,
        Map<String, Character> digits) {
    public Lexicon {
        phrases = List.copyOf(phrases);
        slots = Map.copyOf(slots);
        spellings = Map.copyOf(spellings);
        ordinary = Set.copyOf(ordinary);
        digits = Map.copyOf(digits);
    }
}
