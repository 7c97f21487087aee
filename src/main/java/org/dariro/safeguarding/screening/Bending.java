package org.dariro.safeguarding.screening;

import java.util.Arrays;

/** What letters that are no word may have been before somebody stretched, disguised or joined them. For one text. */
final class Bending {
    private static final String SIGNS = "@$+€";
    private static final String SIGN_LETTERS = "aste";
    private static final String DIGIT_LETTERS = "oizeasgtbg";
    private static final int[] NO_CUTS = {};

    /** A star may stand for a letter in a word of this length and more. */
    private static final int LEAST_STARRED = 5;

    private static final int MOST_STARS = 2;

    /** Longer runs of letters without a space are a picture or a trick, not words. */
    private static final int LONGEST_JOINED = 400;

    /** Twice the letters that words run together have in the mean: shorter ones can be found in any word. */
    private static final int LEAST_TWICE_MEAN = 5;

    private final Vocabulary vocabulary;

    Bending(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Digits and signs read as letters, a one as an i or an l, and stars as any letter; then as {@link #unstretched}. */
    int unmasked(char[] source, int from, int to) {
        int length = to - from;
        char[] bent = new char[length];
        int stars = 0;
        for (char one : new char[] {'i', 'l'}) {
            stars = 0;
            for (int i = from; i < to; i++) {
                char c = source[i];
                int sign = SIGNS.indexOf(c);
                if (c == '1' || c == '!' || c == '|') {
                    bent[i - from] = one;
                } else if (sign >= 0) {
                    bent[i - from] = SIGN_LETTERS.charAt(sign);
                } else {
                    bent[i - from] = c >= '0' && c <= '9' ? DIGIT_LETTERS.charAt(c - '0') : c;
                }
                stars += c == '*' ? 1 : 0;
            }
            int meaning = vocabulary.meaning(bent, 0, length);
            if (meaning == Vocabulary.NONE) {
                meaning = unstretched(bent, 0, length);
            }
            if (meaning != Vocabulary.NONE) {
                return meaning;
            }
        }
        return stars > 0 && stars <= MOST_STARS && length >= LEAST_STARRED
                ? vocabulary.meaningWithStars(Vocabulary.ROOT, bent, 0, length, stars)
                : Vocabulary.NONE;
    }

    /**
     * Runs of a letter cut to two, then to one; then a g put back after a final -in. A pair within a word is spelling
     * ({@code rapping}) unless the word is stretched elsewhere too; at its end it may be a short stretch ({@code diee}).
     */
    int unstretched(char[] source, int from, int to) {
        if (!isStretched(source, from, to)) {
            return Vocabulary.NONE;
        }
        char[] cut = new char[to - from + 1];
        boolean stretched = source[to - 1] == source[to - 2];
        for (int most = 2; most >= 1; most--) {
            int length = 0;
            int run = 0;
            for (int i = from; i < to; i++) {
                run = i > from && source[i] == source[i - 1] ? run + 1 : 1;
                stretched |= run > 2;
                if (run <= most) {
                    cut[length++] = source[i];
                }
            }
            boolean shorter = length < to - from && (most == 2 || stretched);
            if (shorter && length >= 3) {
                int meaning = vocabulary.meaning(cut, 0, length);
                if (meaning != Vocabulary.NONE) {
                    return meaning;
                }
            }
            boolean whole = length == to - from || stretched;
            if (whole && length >= 4 && cut[length - 1] == 'n' && cut[length - 2] == 'i') {
                cut[length] = 'g';
                int meaning = vocabulary.meaning(cut, 0, length + 1);
                if (meaning != Vocabulary.NONE) {
                    return meaning;
                }
            }
        }
        return Vocabulary.NONE;
    }

    private static boolean isStretched(char[] letters, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (letters[i] == letters[i - 1]) {
                return true;
            }
        }
        return to - from >= 4 && letters[to - 1] == 'n' && letters[to - 2] == 'i';
    }

    /** Where the fewest known words begin and end that the letters are made of; empty when they are not. Of letters only i is one. */
    int[] parts(char[] source, int from, int to) {
        int length = to - from;
        if (length > LONGEST_JOINED) {
            return NO_CUTS;
        }
        int[] fewest = new int[length + 1];
        int[] starts = new int[length + 1];
        Arrays.fill(fewest, 1, length + 1, Integer.MAX_VALUE);
        for (int start = 0; start < length; start++) {
            if (fewest[start] == Integer.MAX_VALUE) {
                continue;
            }
            int node = Vocabulary.ROOT;
            for (int end = start; end < length; end++) {
                node = vocabulary.step(node, source[from + end]);
                if (node == Vocabulary.NONE) {
                    break;
                }
                boolean word =
                        vocabulary.meaning(node) != Vocabulary.NONE && (end > start || source[from + end] == 'i');
                if (word && fewest[start] + 1 < fewest[end + 1]) {
                    fewest[end + 1] = fewest[start] + 1;
                    starts[end + 1] = start;
                }
            }
        }
        if (fewest[length] == Integer.MAX_VALUE) {
            return NO_CUTS;
        }
        if (2 * length < LEAST_TWICE_MEAN * fewest[length]) {
            return NO_CUTS;
        }
        int[] cuts = new int[fewest[length] + 1];
        for (int i = cuts.length - 1, end = length; i >= 0; i--) {
            cuts[i] = from + end;
            end = starts[end];
        }
        return cuts;
    }
}
