package org.dariro.bench.load;

import java.util.Arrays;

/** The references of all parcels that the carrier took; many, so kept as bare numbers. */
final class References {
    private static final int STRIPES = 64;
    private final Stripe[] stripes = new Stripe[STRIPES];

    References() {
        Arrays.setAll(stripes, i -> new Stripe());
    }

    private static final class Stripe {
        private long[] slots = new long[1 << 12];
        private int size;

        synchronized boolean add(long reference) {
            if (size * 2 > slots.length) {
                long[] old = slots;
                slots = new long[old.length * 2];
                size = 0;
                for (long one : old) {
                    if (one != 0) {
                        put(one);
                    }
                }
            }
            return put(reference);
        }

        private boolean put(long reference) {
            int at = find(reference);
            boolean fresh = slots[at] == 0;
            slots[at] = reference;
            size += fresh ? 1 : 0;
            return fresh;
        }

        synchronized boolean contains(long reference) {
            return slots[find(reference)] != 0;
        }

        private int find(long reference) {
            int at = (int) (hash(reference) >>> 32) & slots.length - 1;
            while (slots[at] != 0 && slots[at] != reference) {
                at = at + 1 & slots.length - 1;
            }
            return at;
        }
    }

    private static long hash(long reference) {
        return reference * 0x9E3779B97F4A7C15L;
    }

    private Stripe stripe(long reference) {
        return stripes[(int) (reference % STRIPES)];
    }

    /** Adds one; false when it was there. */
    boolean add(long reference) {
        return stripe(reference).add(reference);
    }

    boolean contains(long reference) {
        return stripe(reference).contains(reference);
    }
}
