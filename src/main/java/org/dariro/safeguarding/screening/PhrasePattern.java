package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * A phrase as people write it into a lexicon, and all phrases it stands for: {@code stop/stopped taking (my/the) pills} is
 * six. A slash divides alternatives for one word, brackets hold a word that may be missing.
 */
final class PhrasePattern {
    /** More than this are a slip of the pen, and would only fill memory. */
    private static final int MOST = 2000;

    private PhrasePattern() {}

    /**
     * Writes {@code pattern} out.
     *
     * @throws IllegalArgumentException with a sentence about the fault when it cannot be read
     */
    static List<String> expand(String pattern) {
        List<String> phrases = List.of("");
        for (String part : pattern.strip().split("\\s+")) {
            boolean optional = part.startsWith("(");
            if (optional != part.endsWith(")")
                    || part.chars().filter(c -> c == '(' || c == ')').count() > 2) {
                throw new IllegalArgumentException("brackets must stand around one word or its alternatives: " + part);
            }
            List<String> words =
                    new ArrayList<>(List.of((optional ? part.substring(1, part.length() - 1) : part).split("/", -1)));
            if (words.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("a word is missing beside a slash or in brackets: " + part);
            }
            if (optional) {
                words.add("");
            }
            List<String> longer = new ArrayList<>(phrases.size() * words.size());
            for (String phrase : phrases) {
                for (String word : words) {
                    longer.add(word.isEmpty() ? phrase : phrase.isEmpty() ? word : phrase + " " + word);
                }
            }
            if (longer.size() > MOST) {
                throw new IllegalArgumentException(
                        "stands for more than " + MOST + " phrases; write it as several lines");
            }
            phrases = longer;
        }
        if (phrases.contains("")) {
            throw new IllegalArgumentException("a phrase needs a word that is not optional");
        }
        return phrases;
    }
}
