package org.dariro.gateways.simulator;

/** Counts the segments a network bills for a text (3GPP TS 23.038, 6.2.1, and TS 23.040, 9.2.3.24.1). */
final class Segments {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private Segments() {}

    /** How many segments a text takes; an empty text is one. */
    static int of(String text) {
        int[] costs = new int[text.length()];
        boolean gsm7 = true;
        for (int i = 0; i < text.length() && gsm7; i++) {
            costs[i] = cost(text.charAt(i));
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

    /** Septets of a character, 0 when GSM-7 lacks it. */
    private static int cost(char c) {
        if ((c >= 'a' && c <= 'z') || c == ' ') {
            return 1;
        }
        if (BASIC.indexOf(c) >= 0) {
            return 1;
        }
        return EXTENDED.indexOf(c) >= 0 ? 2 : 0;
    }
}
