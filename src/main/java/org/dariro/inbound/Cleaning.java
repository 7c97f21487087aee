package org.dariro.inbound;

import java.text.Normalizer;

/** Makes any text safe to store, to show and to send, without changing what a person meant. */
final class Cleaning {
    private Cleaning() {}

    /** Control characters become spaces (line breaks stay), lone surrogates go, composed characters are joined (NFC). */
    static String clean(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = (c >= ' ' && c < 0x7f) || c == '\n';
        }
        return plain ? text.strip() : cleaned(text);
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return; // half a character
            }
            boolean control = Character.isISOControl(c) && c != '\n';
            clean.appendCodePoint(control ? ' ' : c);
        });
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }
}
