package org.dariro.safeguarding.screening;

/**
 * Reads the tokens of a text into the words of a {@link Vocabulary}, through the ways in which people hide, stretch and
 * shorten words on a phone. What a reading yields must be in the vocabulary: ordinary words that are not are never bent into
 * one, beyond the ways below.
 *
 * <ol>
 *   <li>case, accents, look-alike letters, apostrophes, invisible characters ({@link Tokens});
 *   <li>letters standing alone, by spaces, dots or hyphens: {@code d.i.e}; a word cut in two: {@code sui cide};
 *   <li>digits and signs for letters: {@code k1ll, $uicide, k*ll};
 *   <li>stretched letters: {@code dieee};
 *   <li>a g left off: {@code dyin};
 *   <li>words run together: {@code wanttodie};
 *   <li>shortened as on a phone: {@code skipd, strnglng, 4ced} ({@link Shortened});
 *   <li>one slip of the pen in a word of six letters or more: {@code myslef}.
 * </ol>
 *
 * Works in time linear in the text, times the longest spelling.
 */
final class WordReader {
    /** From this length on, an unknown word may be several run together. */
    private static final int LEAST_JOINED = 7;

    /** From this many letters alone in a row on, they may be a word spelled out. */
    private static final int LEAST_SPELLED_OUT = 3;

    /** A word cut in two is looked for from this length on; from the longer one on, whatever the second part is. */
    private static final int LEAST_CUT = 4;

    private static final int SURELY_CUT = 6;

    /** A word of unknown letters is read as a word no longer than this. */
    private static final int LONGEST = 64;

    private final Vocabulary vocabulary;
    private final Tokens tokens;
    private final char[] folded;
    private final Words words = new Words();
    private final Bending bending;

    private WordReader(Vocabulary vocabulary, Tokens tokens) {
        this.vocabulary = vocabulary;
        this.tokens = tokens;
        folded = tokens.folded;
        bending = new Bending(vocabulary);
    }

    /** The words of a text. */
    static Words read(Vocabulary vocabulary, Tokens tokens) {
        WordReader reader = new WordReader(vocabulary, tokens);
        reader.resolve();
        return reader.words;
    }

    private void resolve() {
        int t = 0;
        while (t < tokens.count()) {
            if (tokens.startsSentence(t)) {
                words.breakHere();
            }
            int taken = spelledOut(t);
            if (taken == 0) {
                taken = several(t);
            }
            if (taken == 0) {
                taken = one(t);
            }
            t += taken;
        }
    }

    /** Letters alone in a row that make words; tells how many tokens they are. */
    private int spelledOut(int t) {
        int run = t;
        while (run < tokens.count() && run - t < LONGEST && tokens.isLoneLetter(run)) {
            run++;
        }
        return run - t >= LEAST_SPELLED_OUT && letters(tokens.start(t), tokens.end(run - 1), LEAST_SPELLED_OUT)
                ? run - t
                : 0;
    }

    /** Spellings of several words. */
    private int several(int t) {
        int node = vocabulary.walk(Vocabulary.ROOT, folded, tokens.start(t), tokens.end(t));
        int found = 0;
        int meaning = Vocabulary.NONE;
        for (int next = t + 1; next < tokens.count() && node != Vocabulary.NONE; next++) {
            node = vocabulary.step(node, ' ');
            if (node != Vocabulary.NONE) {
                node = vocabulary.walk(node, folded, tokens.start(next), tokens.end(next));
            }
            if (node != Vocabulary.NONE && vocabulary.meaning(node) != Vocabulary.NONE) {
                meaning = vocabulary.meaning(node);
                found = next - t + 1;
            }
        }
        if (found > 0) {
            emit(meaning, tokens.start(t), tokens.end(t + found - 1));
        }
        return found;
    }

    private int one(int t) {
        int start = tokens.start(t);
        int end = tokens.end(t);
        while (start < end && isEdge(folded[start])) {
            start++;
        }
        while (end > start && isEdge(folded[end - 1])) {
            end--;
        }
        if (start == end) {
            return 1;
        }
        if (known(start, end)) {
            return 1;
        }
        int taken = cut(t);
        if (taken > 0) {
            return taken;
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
        if (plain) {
            if (!bent(folded, start, end)
                    && !joined(start, end, LEAST_JOINED)
                    && !meant(vocabulary.shortened(folded, start, end), start, end)
                    && !meant(vocabulary.near(folded, start, end), start, end)) {
                unknown(start, end);
            }
        } else if (!letters && digits && isNumber(start, end)) {
            words.add(end - start > 1 ? Vocabulary.NUMBER : Vocabulary.UNKNOWN, place(start), after(end));
        } else if (!letters || !(disguised(start, end) || meant(vocabulary.sounded(folded, start, end), start, end))) {
            pieces(start, end);
        }
        return 1;
    }

    private static boolean isEdge(char c) {
        return c == '!' || c == '|' || c == '*' || c == '+';
    }

    /** A word cut by a space or a sign: this token and the next ones, when together they are a word and alone this is none. */
    private int cut(int t) {
        int last = t;
        while (last + 1 < tokens.count() && tokens.isGlued(last + 1) && last - t < LONGEST) {
            last++;
        }
        int start = tokens.start(t);
        if (last > t && hasLetter(start, tokens.end(last))) {
            int end = tokens.end(last);
            if (end - start >= LEAST_CUT && (letters(start, end, LEAST_JOINED) || disguised(start, end))) {
                return last - t + 1;
            }
        }
        if (t + 1 < tokens.count()) {
            int end = tokens.end(t + 1);
            int length = end - start;
            boolean next = isKnown(tokens.start(t + 1), end);
            if ((length >= SURELY_CUT || (length >= LEAST_CUT && !next)) && known(start, end)) {
                return 2;
            }
        }
        return 0;
    }

    private boolean hasLetter(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetter(folded[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean isNumber(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isDigit(folded[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean letters(int from, int to, int leastJoined) {
        return known(from, to) || bent(folded, from, to) || joined(from, to, leastJoined);
    }

    private boolean bent(char[] source, int from, int to) {
        return emit(bending.unstretched(source, from, to), from, to);
    }

    private boolean disguised(int from, int to) {
        return to - from <= LONGEST && emit(bending.unmasked(folded, from, to), from, to);
    }

    /** Read as the fewest known words that the letters are made of without rest. */
    private boolean joined(int from, int to, int least) {
        if (to - from < least) {
            return false;
        }
        int[] cuts = bending.parts(folded, from, to);
        for (int i = 1; i < cuts.length; i++) {
            known(cuts[i - 1], cuts[i]);
        }
        return cuts.length > 0;
    }

    private boolean meant(int word, int from, int to) {
        if (word == Vocabulary.UNKNOWN) {
            return false;
        }
        words.add(word, place(from), after(to));
        return true;
    }

    private void unknown(int from, int to) {
        words.add(Vocabulary.UNKNOWN, place(from), after(to));
        words.addOthers(vocabulary.stems(folded, from, to));
    }

    /** Letters and what is between them apart, when together they are no word. */
    private void pieces(int from, int to) {
        int start = from;
        while (start < to) {
            int kind = kind(folded[start]);
            int end = start + 1;
            while (end < to && kind(folded[end]) == kind) {
                end++;
            }
            if (kind == 0) {
                if (!letters(start, end, LEAST_JOINED)) {
                    unknown(start, end);
                }
            } else if (kind == 1) {
                words.add(end - start > 1 ? Vocabulary.NUMBER : Vocabulary.UNKNOWN, place(start), after(end));
            }
            start = end;
        }
    }

    private static int kind(char c) {
        return Character.isLetter(c) ? 0 : Character.isDigit(c) ? 1 : 2;
    }

    private boolean isKnown(int from, int to) {
        return vocabulary.meaning(folded, from, to) != Vocabulary.NONE;
    }

    private boolean known(int from, int to) {
        int meaning = vocabulary.meaning(folded, from, to);
        if (meaning == Vocabulary.NONE || !emit(meaning, from, to)) {
            return false;
        }
        words.addOthers(vocabulary.stems(folded, from, to));
        return true;
    }

    private boolean emit(int meaning, int from, int to) {
        if (meaning == Vocabulary.NONE) {
            return false;
        }
        for (int word : vocabulary.words(meaning)) {
            words.add(word, place(from), after(to));
        }
        return true;
    }

    private int place(int index) {
        return tokens.place(index);
    }

    private int after(int end) {
        return tokens.placeAfter(end - 1);
    }
}
