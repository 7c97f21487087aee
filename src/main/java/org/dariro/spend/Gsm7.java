package org.dariro.spend;

/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, sections 6.2.1 and 6.2.1.1), as a look-up table
 * by character: what fits into a cheap text, and how many septets each character takes there.
 */
public final class Gsm7 {
    /** Section 6.2.1 without its position 0x1B, which is the escape to the extension table and no character. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Section 6.2.1.1: each is sent as the escape and one more septet. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final byte[] SEPTETS = table();

    private Gsm7() {}

    /** The septets that {@code c} takes: 1, 2 (by the extension table), or 0 when GSM-7 cannot write it. */
    public static int septets(char c) {
        return c < SEPTETS.length ? SEPTETS[c] : 0;
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

    private static byte[] table() {
        byte[] septets = new byte['€' + 1]; // the euro sign is the alphabet's last character in Unicode's order
        for (int i = 0; i < BASIC.length(); i++) {
            septets[BASIC.charAt(i)] = 1;
        }
        for (int i = 0; i < EXTENSION.length(); i++) {
            septets[EXTENSION.charAt(i)] = 2;
        }
        return septets;
    }
}
