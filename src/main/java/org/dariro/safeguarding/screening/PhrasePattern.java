package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A phrase as people write it into a lexicon, and the ways in which it may be said: {@code stop/stopped (my/the) {pills}}.
 * A slash divides alternatives, brackets hold what may be missing, braces name a list of the lexicon, two or three dots are
 * a gap, a star at the beginning or end of a word stands for any letters.
 */
final class PhrasePattern {
    /** More ways than this are a slip of the pen, and would only fill memory. */
    private static final int MOST = 2000;

    /** The words that two and three dots pass over at most. */
    private static final int SHORT_GAP = 2;

    private static final int LONG_GAP = 5;

    /** Letters that a word with a star needs, so that it does not fit half of all words. */
    private static final int LEAST_LETTERS = 4;

    private final Map<String, List<String>> slots;
    private final Map<String, List<String>> spellings;

    PhrasePattern(Map<String, List<String>> slots, Map<String, List<String>> spellings) {
        this.slots = slots;
        this.spellings = spellings;
    }

    /**
     * All ways of saying {@code pattern}; alternatives of one word stay together in one part.
     *
     * @throws IllegalArgumentException with a sentence about the fault when it cannot be read
     */
    List<List<PhrasePart>> expand(String pattern) {
        List<List<PhrasePart>> ways = List.of(List.of());
        for (String part : pattern.strip().split("\\s+")) {
            List<List<PhrasePart>> choices = choices(part);
            List<List<PhrasePart>> longer = new ArrayList<>(ways.size() * choices.size());
            if ((long) ways.size() * choices.size() > MOST) {
                throw new IllegalArgumentException(
                        "can be said in more than " + MOST + " ways; write it as several lines");
            }
            for (List<PhrasePart> way : ways) {
                for (List<PhrasePart> choice : choices) {
                    List<PhrasePart> next = new ArrayList<>(way);
                    next.addAll(choice);
                    longer.add(next);
                }
            }
            ways = longer;
        }
        for (List<PhrasePart> way : ways) {
            if (way.isEmpty()) {
                throw new IllegalArgumentException("a phrase needs a word that is neither optional nor passed over");
            }
            if (way.get(0).isGap() || way.get(way.size() - 1).isGap()) {
                throw new IllegalArgumentException("a gap must stand between words");
            }
        }
        return ways;
    }

    private List<List<PhrasePart>> choices(String part) {
        if (part.equals("..") || part.equals("...")) {
            return List.of(List.of(PhrasePart.gapOf(part.length() == 2 ? SHORT_GAP : LONG_GAP)));
        }
        boolean optional = part.startsWith("(");
        if (optional != part.endsWith(")")
                || part.chars().filter(c -> c == '(' || c == ')').count() > 2) {
            throw new IllegalArgumentException("brackets must stand around one word or its alternatives: " + part);
        }
        String bare = optional ? part.substring(1, part.length() - 1) : part;
        Set<String> said = new LinkedHashSet<>();
        for (String alternative : bare.split("/", -1)) {
            if (alternative.isBlank()) {
                throw new IllegalArgumentException("a word is missing beside a slash or in brackets: " + part);
            }
            for (String one : named(alternative)) {
                List<String> words = spelledOut(one);
                if (!words.isEmpty()) { // words that are passed over are never missed
                    said.add(String.join(" ", words));
                }
            }
        }
        List<List<PhrasePart>> choices = new ArrayList<>();
        if (!said.isEmpty()) {
            choices.add(List.of(PhrasePart.of(said)));
        }
        if (optional || said.isEmpty()) {
            choices.add(List.of());
        }
        return choices;
    }

    private List<String> named(String alternative) {
        if (!alternative.startsWith("{") && !alternative.endsWith("}")) {
            return List.of(alternative);
        }
        List<String> slot = slots.get(alternative.replace("{", "").replace("}", ""));
        if (slot == null) {
            throw new IllegalArgumentException("no line 'define: ...' tells what " + alternative + " is");
        }
        return slot;
    }

    /** The words of what is said, other spellings replaced. */
    private List<String> spelledOut(String said) {
        List<String> words = new ArrayList<>();
        for (String word : LexiconParser.words(said)) {
            if (word.contains("*")) {
                int stars = (int) word.chars().filter(c -> c == '*').count();
                boolean placed = word.substring(1, word.length() - 1).indexOf('*') < 0;
                if (!placed || word.length() - stars < LEAST_LETTERS) {
                    throw new IllegalArgumentException(
                            "a star stands before or after at least " + LEAST_LETTERS + " letters: " + word);
                }
                words.add(word);
            } else {
                words.addAll(spellings.getOrDefault(word, List.of(word)));
            }
        }
        if (words.isEmpty() && LexiconParser.words(said).isEmpty()) {
            throw new IllegalArgumentException("there is no letter in '" + said + "'");
        }
        return words;
    }
}
