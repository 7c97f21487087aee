package org.dariro.gateways.simulator;

import org.dariro.gateways.api.Gsm7;

/** Counts the segments a network bills for a text (3GPP TS 23.038, 6.2.1, and TS 23.040, 9.2.3.24.1). */
final class Segments {
    private Segments() {}

    /** How many segments a text takes; an empty text is one. */
    static int of(String text) {
        int[] costs = new int[text.length()];
        boolean gsm7 = true;
        for (int i = 0; i < text.length() && gsm7; i++) {
            costs[i] = Gsm7.septets(text.charAt(i));
            gsm7 = costs[i] > 0;
        }
        if (!gsm7) {
            for (int i = 0; i < costs.length; i++) {
                // A pair is never parted: it counts with its first half.
                boolean pair = Character.isHighSurrogate(text.charAt(i))
                        && i + 1 < costs.length
                        && Character.isLowSurrogate(text.charAt(i + 1));
                costs[i] = pair ? 2 : 1;
                if (pair) {
                    costs[++i] = 0;
                }
            }
        }
        return gsm7 ? fill(costs, 160, 153) : fill(costs, 70, 67);
    }

    private static int fill(int[] costs, int alone, int joined) {
        int total = 0;
        int segments = 1;
        int used = 0;
        for (int cost : costs) {
            total += cost;
            if (used + cost > joined) {
                segments++;
                used = 0;
            }
            used += cost;
        }
        return total <= alone ? 1 : segments;
    }
}
