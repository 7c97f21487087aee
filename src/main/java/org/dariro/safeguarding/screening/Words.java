package org.dariro.safeguarding.screening;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The words of a text in order: what each is in a {@link Vocabulary}, and where in the text it stands. */
final class Words {
    private static final int[] NONE = {};
    private int[] ids = new int[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private boolean[] sentences = new boolean[32];
    private int[] @Nullable [] others = new int[32][];
    private int size;
    private boolean broken;

    /** The next word added begins a sentence. */
    void breakHere() {
        broken = true;
    }

    void add(int id, int start, int end) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            sentences = Arrays.copyOf(sentences, 2 * size);
            others = Arrays.copyOf(others, 2 * size);
        }
        ids[size] = id;
        starts[size] = start;
        ends[size] = end;
        sentences[size] = broken;
        broken = false;
        size++;
    }

    /** What else the last word may be. */
    void addOthers(int[] ids) {
        if (ids.length > 0 && size > 0) {
            others[size - 1] = ids;
        }
    }

    int size() {
        return size;
    }

    int id(int i) {
        return ids[i];
    }

    int[] others(int i) {
        int[] more = others[i];
        return more == null ? NONE : more;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    boolean startsSentence(int i) {
        return sentences[i];
    }
}
