package org.dariro.safeguarding.screening;

import java.util.Arrays;
import java.util.Map;

/** The edges of a tree as an open hash table of (node, class of words) to node. */
final class EdgeTable {
    private static final int NONE = PhraseNet.NONE;
    private final long[] keys;
    private final int[] targets;

    /** The edges of {@code targetOf}, from {@link #key} to node. */
    EdgeTable(Map<Long, Integer> targetOf) {
        int room = Integer.highestOneBit(Math.max(8, targetOf.size() + 1)) * 4;
        keys = new long[room];
        targets = new int[room];
        Arrays.fill(keys, NONE);
        targetOf.forEach((key, target) -> {
            int slot = slot(key);
            keys[slot] = key;
            targets[slot] = target;
        });
    }

    /** A node and a class of words, or whatever else goes by two whole numbers, as one. */
    static long key(int node, int wordClass) {
        return (long) node << 32 | wordClass;
    }

    /** Where an edge leads, or {@link PhraseNet#NONE} where there is none. */
    int target(int node, int wordClass) {
        int slot = slot(key(node, wordClass));
        return keys[slot] == NONE ? NONE : targets[slot];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 40) & mask;
        while (keys[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
