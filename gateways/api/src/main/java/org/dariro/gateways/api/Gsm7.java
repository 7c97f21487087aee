package org.dariro.gateways.api;

/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1), as a look-up table by
 * character: what fits into a cheap text, how many septets each character takes there, and which.
 */
public final class Gsm7 {
    /** The septet before a character of the extension table. */
    static final int ESCAPE = 0x1b;

    /** Section 6.2.1, by septet; the escape has no character. */
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ" + (char) ESCAPE + "ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Section 6.2.1.1: each is sent as the escape and one more septet. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final String EXTENSION_CODES = codes(0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65);

    /** The euro sign is the alphabet's last character in Unicode's order. */
    private static final int LAST = '€';

    private static final byte[] WIDTHS = new byte[LAST + 1];
    private static final byte[] CODES = new byte[LAST + 1];

    static {
        for (int i = 0; i < BASIC.length(); i++) {
            WIDTHS[BASIC.charAt(i)] = 1;
            CODES[BASIC.charAt(i)] = (byte) i;
        }
        WIDTHS[ESCAPE] = 0;
        for (int i = 0; i < EXTENSION.length(); i++) {
            WIDTHS[EXTENSION.charAt(i)] = 2;
            CODES[EXTENSION.charAt(i)] = (byte) EXTENSION_CODES.charAt(i);
        }
    }

    private Gsm7() {}

    /** Septets as a string, a char for each. */
    static String codes(int... septets) {
        return new String(septets, 0, septets.length);
    }

    /** What stands in {@code values} where {@code key} stands in {@code keys}, -1 where it does not. */
    static int match(String keys, String values, int key) {
        int at = keys.indexOf(key);
        return at < 0 ? -1 : values.charAt(at);
    }

    /** The septets that {@code c} takes: 1, 2 (by the extension table), or 0 when GSM-7 cannot write it. */
    public static int septets(char c) {
        return c <= LAST ? WIDTHS[c] : 0;
    }

    /** Whether every character of {@code text} can be written in GSM-7; so for an empty text. */
    public static boolean fits(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (septets(text.charAt(i)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** A text that {@link #fits}, one septet in each byte. */
    public static byte[] encode(CharSequence text) {
        return ShiftTables.DEFAULT.encode(text);
    }

    /**
     * What septets say, one in each byte. An unknown extended septet is shown as the basic one, as phones do; an escape at
     * the very end, whose second half is in the next part, is left out.
     */
    public static String decode(byte[] septets) {
        return ShiftTables.DEFAULT.decode(septets);
    }

    static char basicAt(int septet) {
        return BASIC.charAt(septet);
    }

    static int extensionAt(int septet) {
        return match(EXTENSION_CODES, EXTENSION, septet);
    }

    /** The septet of a character of the default alphabet, -1 for none. */
    static int basic(char c) {
        return septets(c) == 1 ? CODES[c] : -1;
    }

    /** The septet after the escape of a character of the default extension table, -1 for none. */
    static int extension(char c) {
        return septets(c) == 2 ? CODES[c] : -1;
    }
}
