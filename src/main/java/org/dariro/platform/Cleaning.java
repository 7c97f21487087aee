package org.dariro.platform;

import java.text.Normalizer;

/**
 * Makes any text safe to store, to show and to send, without changing what a person meant. A text becomes one line: in a
 * parcel each line is somebody's, and a line break could put words into another's mouth.
 */
public final class Cleaning {
    private Cleaning() {}

    /** Control characters and line breaks become spaces, lone surrogates go, composed characters are joined (NFC). */
    public static String clean(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c >= ' ' && c < 0x7f;
        }
        return plain ? text.strip() : cleaned(text);
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if ((c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || c == 0xFFFD) {
                return; // half a character
            }
            clean.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
        });
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }
}
