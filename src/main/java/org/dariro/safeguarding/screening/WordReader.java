package org.dariro.safeguarding.screening;

import java.util.Arrays;
import org.dariro.platform.Folding;

/**
 * Reads a text into the words of a {@link Vocabulary}, through the ways in which people hide, stretch and shorten words on
 * a phone. What a reading yields must be in the vocabulary: ordinary words that are not are never bent into one, beyond
 * the ways below.
 *
 * <ol>
 *   <li>case, accents, look-alike letters, apostrophes, invisible characters ({@link Folding});
 *   <li>letters standing alone, by spaces, dots or hyphens: {@code d.i.e};
 *   <li>digits and signs for letters: {@code k1ll, $uicide};
 *   <li>stretched letters: {@code dieee};
 *   <li>a g left off: {@code dyin};
 *   <li>words run together: {@code wanttodie}.
 * </ol>
 *
 * Works in time linear in the text, times the longest spelling.
 */
final class WordReader {
    private static final String SIGNS = "@$!|";
    private static final String SIGN_LETTERS = "asii";
    private static final String DIGIT_LETTERS = "oizeasgtbg";

    /** From this length on, an unknown word may be several run together. */
    private static final int LEAST_JOINED = 7;

    /** From this many letters alone in a row on, they may be a word spelled out. */
    private static final int LEAST_SPELLED_OUT = 3;

    private final Vocabulary vocabulary;
    private final String text;
    private final Words words = new Words();

    /** The folded letters, digits and signs of the text's tokens, one after the other, and where each stands. */
    private final char[] folded;

    private final int[] places;
    private int filled;

    private final char[] bent;

    /** Where tokens end in {@link #folded}. */
    private final int[] ends;

    private int tokens;

    private WordReader(Vocabulary vocabulary, String text) {
        this.vocabulary = vocabulary;
        this.text = text;
        folded = new char[text.length()];
        bent = new char[text.length() + 1];
        places = new int[text.length()];
        ends = new int[text.length() / 2 + 2];
    }

    /** The words of {@code text}. */
    static Words read(Vocabulary vocabulary, String text) {
        WordReader reader = new WordReader(vocabulary, text);
        reader.tokenise();
        reader.resolve();
        return reader.words;
    }

    private void tokenise() {
        int start = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            char f;
            int place = i;
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                f = Folding.fold(Character.toCodePoint(c, text.charAt(i + 1)));
                i++;
            } else {
                f = Folding.fold(c);
            }
            if (f == Folding.BREAK && SIGNS.indexOf(c) >= 0) {
                f = c;
            }
            if (f == Folding.BREAK) {
                start = endToken(start);
            } else if (f != Folding.NOTHING) {
                folded[filled] = f;
                places[filled++] = place;
            }
        }
        endToken(start);
    }

    private int endToken(int start) {
        if (filled > start) {
            ends[tokens++] = filled;
        }
        return filled;
    }

    private void resolve() {
        int start = 0;
        int t = 0;
        while (t < tokens) {
            int run = t;
            while (run < tokens && isLoneLetter(run)) {
                run++;
            }
            if (run - t >= LEAST_SPELLED_OUT && resolveLetters(start, ends[run - 1], LEAST_SPELLED_OUT)) {
                t = run;
                start = ends[run - 1];
                continue;
            }
            for (int stop = Math.max(run, t + 1); t < stop; t++) {
                resolveToken(start, ends[t]);
                start = ends[t];
            }
        }
    }

    private boolean isLoneLetter(int token) {
        int start = token == 0 ? 0 : ends[token - 1];
        return ends[token] - start == 1 && Character.isLetter(folded[start]);
    }

    private void resolveToken(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && (folded[start] == '!' || folded[start] == '|')) {
            start++;
        }
        while (end > start && (folded[end - 1] == '!' || folded[end - 1] == '|')) {
            end--;
        }
        boolean plain = true;
        boolean letters = false;
        boolean digits = false;
        for (int i = start; i < end; i++) {
            boolean letter = Character.isLetter(folded[i]);
            letters |= letter;
            digits |= Character.isDigit(folded[i]);
            plain &= letter;
        }
        if (start == end || (plain ? resolveLetters(start, end, LEAST_JOINED) : known(start, end))) {
            return;
        }
        if (plain) {
            words.add(Vocabulary.UNKNOWN, places[start], endOf(end - 1));
        } else if (!letters && digits && isNumber(start, end)) {
            words.add(end - start > 1 ? Vocabulary.NUMBER : Vocabulary.UNKNOWN, places[start], endOf(end - 1));
        } else if (!letters || !unbent(start, end)) {
            resolvePieces(start, end);
        }
    }

    private boolean isNumber(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isDigit(folded[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean resolveLetters(int from, int to, int leastJoined) {
        return known(from, to)
                || unstretched(folded, from, to, from, to)
                || (to - from >= leastJoined && joined(from, to));
    }

    /** Letters and what is between them apart, when together they are no word. */
    private void resolvePieces(int from, int to) {
        int start = from;
        while (start < to) {
            int kind = kind(folded[start]);
            int end = start + 1;
            while (end < to && kind(folded[end]) == kind) {
                end++;
            }
            if (kind == 0) {
                if (!resolveLetters(start, end, LEAST_JOINED)) {
                    words.add(Vocabulary.UNKNOWN, places[start], endOf(end - 1));
                }
            } else if (kind == 1) {
                words.add(end - start > 1 ? Vocabulary.NUMBER : Vocabulary.UNKNOWN, places[start], endOf(end - 1));
            }
            start = end;
        }
    }

    private static int kind(char c) {
        return Character.isLetter(c) ? 0 : Character.isDigit(c) ? 1 : 2;
    }

    private boolean known(int from, int to) {
        return emit(meaning(folded, from, to), from, to);
    }

    /** Digits and signs read as letters; a one is an i or an l. */
    private boolean unbent(int from, int to) {
        for (char one : new char[] {'i', 'l'}) {
            for (int i = from; i < to; i++) {
                char c = folded[i];
                int sign = SIGNS.indexOf(c);
                if (c == '1' || c == '!' || c == '|') {
                    bent[i - from] = one;
                } else if (sign >= 0) {
                    bent[i - from] = SIGN_LETTERS.charAt(sign);
                } else {
                    bent[i - from] = c >= '0' && c <= '9' ? DIGIT_LETTERS.charAt(c - '0') : c;
                }
            }
            int length = to - from;
            if (emit(meaning(bent, 0, length), from, to) || unstretched(bent, 0, length, from, to)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Runs of a letter cut to two, then to one; then a g put back after a final -in. A pair within a word is spelling
     * ({@code rapping}) unless the word is stretched elsewhere too; at its end it may be a short stretch ({@code diee}).
     */
    private boolean unstretched(char[] source, int from, int to, int tokenFrom, int tokenTo) {
        if (!isStretched(source, from, to)) {
            return false;
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
            if (shorter && length >= 3 && emit(meaning(cut, 0, length), tokenFrom, tokenTo)) {
                return true;
            }
            boolean whole = length == to - from || stretched;
            if (whole && length >= 4 && cut[length - 1] == 'n' && cut[length - 2] == 'i') {
                cut[length] = 'g';
                if (emit(meaning(cut, 0, length + 1), tokenFrom, tokenTo)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isStretched(char[] letters, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (letters[i] == letters[i - 1]) {
                return true;
            }
        }
        return to - from >= 4 && letters[to - 1] == 'n' && letters[to - 2] == 'i';
    }

    /** Read as the fewest known words that the letters are made of without rest; of single letters only i is one. */
    private boolean joined(int from, int to) {
        int length = to - from;
        int[] fewest = new int[length + 1];
        int[] starts = new int[length + 1];
        Arrays.fill(fewest, 1, length + 1, Integer.MAX_VALUE);
        for (int start = 0; start < length; start++) {
            if (fewest[start] == Integer.MAX_VALUE) {
                continue;
            }
            int node = Vocabulary.ROOT;
            for (int end = start; end < length; end++) {
                node = vocabulary.step(node, folded[from + end]);
                if (node == Vocabulary.NONE) {
                    break;
                }
                boolean word =
                        vocabulary.meaning(node) != Vocabulary.NONE && (end > start || folded[from + end] == 'i');
                if (word && fewest[start] + 1 < fewest[end + 1]) {
                    fewest[end + 1] = fewest[start] + 1;
                    starts[end + 1] = start;
                }
            }
        }
        if (fewest[length] == Integer.MAX_VALUE) {
            return false;
        }
        int[] cuts = new int[fewest[length] + 1];
        for (int i = cuts.length - 1, end = length; i >= 0; i--) {
            cuts[i] = end;
            end = starts[end];
        }
        for (int i = 1; i < cuts.length; i++) {
            known(from + cuts[i - 1], from + cuts[i]);
        }
        return true;
    }

    private int meaning(char[] letters, int from, int to) {
        int node = Vocabulary.ROOT;
        for (int i = from; i < to && node != Vocabulary.NONE; i++) {
            node = vocabulary.step(node, letters[i]);
        }
        return node == Vocabulary.NONE ? Vocabulary.NONE : vocabulary.meaning(node);
    }

    private boolean emit(int meaning, int from, int to) {
        if (meaning == Vocabulary.NONE) {
            return false;
        }
        for (int word : vocabulary.words(meaning)) {
            words.add(word, places[from], endOf(to - 1));
        }
        return true;
    }

    private int endOf(int index) {
        int place = places[index];
        return place + (Character.isHighSurrogate(text.charAt(place)) ? 2 : 1);
    }
}
