package org.dariro.conversation;

import java.util.ArrayList;
import java.util.List;
import org.dariro.platform.Letters;

/**
 * The first words of a text, each folded (no case, accents, apostrophes) and with the place where it ends, so that what
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
        int start = -1;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean inWord = Character.isLetterOrDigit(c);
            if (inWord && start < 0) {
                if (words.size() == MOST) {
                    return new Words(text, words, ends, false);
                }
                start = at;
            } else if (start >= 0 && !inWord && !Letters.isSilent(c)) {
                add(text, start, at, words, ends);
                start = -1;
            }
            at += Character.charCount(c);
        }
        if (start >= 0) {
            add(text, start, at, words, ends);
        }
        return new Words(text, words, ends, true);
    }

    private static void add(String text, int start, int end, List<String> words, List<Integer> ends) {
        // No keyword is as long as this; cutting keeps a wall of letters cheap, and unlike any keyword.
        words.add(Letters.fold(text.substring(start, Math.min(end, start + LONGEST))));
        ends.add(end);
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
