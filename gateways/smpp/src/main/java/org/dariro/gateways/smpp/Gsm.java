package org.dariro.gateways.smpp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The GSM default alphabet with its extension table (3GPP TS 23.038, 6.2.1), one septet in each byte as SMPP has it. */
final class Gsm {
    private static final char ESCAPE = 0x1b;
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ" + ESCAPE + "ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final byte[] EXTENDED_CODES = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};

    /** Septets by character up to the highest that the alphabet has, {@code €}; 0 is none, and {@code @} stands apart. */
    private static final short[] CODES = new short['€' + 1];

    static {
        for (int i = 0; i < BASIC.length(); i++) {
            CODES[BASIC.charAt(i)] = (short) i;
        }
        for (int i = 0; i < EXTENDED.length(); i++) {
            CODES[EXTENDED.charAt(i)] = (short) ((ESCAPE << 8) | EXTENDED_CODES[i]);
        }
        CODES[ESCAPE] = 0;
    }

    private Gsm() {}

    /** How many septets a character takes, 1 or 2; 0 when the alphabet lacks it. */
    static int septets(char c) {
        if (c == '@') {
            return 1;
        }
        int code = c < CODES.length ? CODES[c] : 0;
        return code == 0 ? 0 : code > 0x7f ? 2 : 1;
    }

    /** Whether the alphabet has every character of a text. */
    static boolean has(String text) {
        return text.chars().allMatch(c -> septets((char) c) > 0);
    }

    /** A text in septets. Every character must be in the alphabet. */
    static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            int code = CODES[text.charAt(i)];
            if (code > 0x7f) {
                bytes.write(ESCAPE);
            }
            bytes.write(code & 0x7f);
        }
        return bytes.toByteArray();
    }

    /**
     * What septets say. An unknown extended septet is shown as the basic one, as phones do; an escape at the very end, whose
     * second half is in the next part, is left out.
     */
    static String decode(byte[] septets) {
        StringBuilder text = new StringBuilder(septets.length);
        for (int i = 0; i < septets.length; i++) {
            int septet = septets[i] & 0x7f;
            if (septet != ESCAPE) {
                text.append(BASIC.charAt(septet));
            } else if (i + 1 < septets.length) {
                byte next = (byte) (septets[++i] & 0x7f);
                int extended = Arrays.binarySearch(EXTENDED_CODES, next);
                if (extended >= 0) {
                    text.append(EXTENDED.charAt(extended));
                } else if (next != ESCAPE) {
                    text.append(BASIC.charAt(next));
                }
            }
        }
        return text.toString();
    }
}
