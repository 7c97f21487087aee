package org.dariro.safeguarding.screening;

import org.dariro.platform.Folding;

/**
 * A text cut where words end, its letters folded: what every lexicon is searched in. Knows where each letter stands in the
 * text as it was written.
 */
final class Tokens {
    /** Signs that people write in the place of letters; a star may be any. */
    static final String SIGNS = "@$!|+€*";

    private static final String SENTENCE_ENDS = "!?;\n\u2026";

    /** The folded letters, digits and signs of the tokens, one after the other. */
    final char[] folded;

    private final String text;
    private final int[] places;
    private final int[] ends;
    private final boolean[] sentences;
    private final boolean[] glued;
    private int filled;
    private int count;

    private Tokens(String text) {
        this.text = text;
        int length = text.length();
        folded = new char[length];
        places = new int[length];
        ends = new int[length / 2 + 2];
        sentences = new boolean[length / 2 + 2];
        glued = new boolean[length / 2 + 2];
    }

    /** The tokens of {@code text}. */
    static Tokens of(String text) {
        Tokens tokens = new Tokens(text);
        tokens.cut();
        return tokens;
    }

    private void cut() {
        int start = 0;
        boolean sentence = false;
        boolean apart = true;
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
            if (endsSentence(c, i)) {
                sentence = true;
            }
            if (f == Folding.BREAK) {
                if (filled > start) {
                    ends[count++] = filled;
                    start = filled;
                    apart = false;
                }
                apart |= Character.isWhitespace(c);
            } else if (f != Folding.NOTHING) {
                if (filled == start) {
                    sentences[count] = sentence;
                    glued[count] = !apart;
                    sentence = endsSentence(c, i);
                    apart = false;
                }
                folded[filled] = f;
                places[filled++] = place;
            }
        }
        if (filled > start) {
            ends[count++] = filled;
        }
    }

    private boolean endsSentence(char c, int at) {
        if (c == '!') {
            return at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
        }
        if (c == '.') {
            return at + 1 == text.length() || " \n.".indexOf(text.charAt(at + 1)) >= 0;
        }
        return SENTENCE_ENDS.indexOf(c) >= 0;
    }

    int count() {
        return count;
    }

    /** Where a token begins in {@link #folded}. */
    int start(int token) {
        return token == 0 ? 0 : ends[token - 1];
    }

    /** Where it ends, exclusive. */
    int end(int token) {
        return ends[token];
    }

    /** Whether a sentence ends before it. */
    boolean startsSentence(int token) {
        return sentences[token];
    }

    /** Whether signs alone, and no space, part it from the one before. */
    boolean isGlued(int token) {
        return glued[token] && token > 0;
    }

    boolean isLoneLetter(int token) {
        int start = start(token);
        return ends[token] - start == 1 && Character.isLetter(folded[start]);
    }

    /** Where the letter at an index of {@link #folded} stands in the text. */
    int place(int index) {
        return places[index];
    }

    /** Where it ends in the text, exclusive. */
    int placeAfter(int index) {
        int place = places[index];
        return place + (Character.isHighSurrogate(text.charAt(place)) ? 2 : 1);
    }
}
