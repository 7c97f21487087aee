package org.dariro.conversation;

import java.util.ArrayList;
import java.util.List;
import org.dariro.platform.Folding;

/**
 * The first words of a text, each folded (no case, accents, apostrophes, look-alikes) and with the place where it ends, so that what
 * follows a keyword can be handed on as typed. Reads no further than a command can reach: a long text costs no more.
 *
 * @param text the text
 * @param words at most {@link #MOST} folded words
 * @param ends where in the text each word ends
 * @param all whether these are all words of the text
 */
record Words(String text, List<String> words, List<Integer> ends, boolean all) {
    /** One more than the longest wish to leave that is still taken as one. */
    static final int MOST = 10;

    private static final int LONGEST = 40;

    static Words of(String text) {
        List<String> words = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int end = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            char folded = Folding.fold(c);
            at += Character.charCount(c);
            if (folded == Folding.BREAK) {
                close(word, end, words, ends);
            } else if (folded == Folding.NOTHING) {
                end = at;
            } else {
                if (words.size() == MOST) {
                    return new Words(text, words, ends, false);
                }
                // No keyword is as long as this: a wall of letters stays cheap, and unlike any keyword.
                if (word.length() < LONGEST) {
                    word.append(folded);
                }
                end = at;
            }
        }
        close(word, end, words, ends);
        return new Words(text, words, ends, true);
    }

    private static void close(StringBuilder word, int end, List<String> words, List<Integer> ends) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            ends.add(end);
            word.setLength(0);
        }
    }

    int size() {
        return words.size();
    }

    String word(int index) {
        return words.get(index);
    }

    /** The words from one to before another, with single spaces between. */
    String phrase(int from, int to) {
        return String.join(" ", words.subList(from, to));
    }

    /** What was typed after a word: its first letter, digit or other sign that is no mere separator, to the end. */
    String after(int index) {
        int from = ends.get(index);
        while (from < text.length() && isSeparator(text.charAt(from))) {
            from++;
        }
        return text.substring(from).strip();
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || ":;,.-=>*\"".indexOf(c) >= 0;
    }
}
