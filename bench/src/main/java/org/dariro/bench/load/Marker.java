package org.dariro.bench.load;

/**
 * The number of a text, written into it so that it is known again wherever it turns up: {@code zq} and eight consonants.
 * Digits would be masked as a phone number is, and vowels might make words.
 */
final class Marker {
    private static final String DIGITS = "bcdfghjk";
    private static final int LENGTH = 8;

    private Marker() {}

    /** The mark of a number from 0 to 16,777,215. */
    static String of(int number) {
        char[] mark = new char[LENGTH];
        for (int i = LENGTH - 1, rest = number; i >= 0; i--, rest >>>= 3) {
            mark[i] = DIGITS.charAt(rest & 7);
        }
        return "zq" + new String(mark);
    }

    /** The number of the first mark from {@code from} on, and where it ends; -1 when there is none. */
    static long next(String text, int from) {
        int at = text.indexOf("zq", from);
        while (at >= 0 && at + 2 + LENGTH <= text.length()) {
            int number = 0;
            int i = at + 2;
            for (; i < at + 2 + LENGTH; i++) {
                int digit = DIGITS.indexOf(text.charAt(i));
                if (digit < 0) {
                    break;
                }
                number = number << 3 | digit;
            }
            if (i == at + 2 + LENGTH) {
                return (long) i << 32 | number;
            }
            at = text.indexOf("zq", at + 1);
        }
        return -1;
    }
}
