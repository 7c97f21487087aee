package org.dariro.platform;

import java.text.Normalizer;
import java.util.Locale;

/** Letters as people mean them: without case, accents, width or invisible marks, so that "Sí", "SI" and "ｓｉ" are one word. */
public final class Letters {
    private Letters() {}

    /** The text in lower case with accents, apostrophes of any shape and invisible characters taken out; any Unicode. */
    public static String fold(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c < 0x80 && !isApostrophe(c) && c >= ' ';
        }
        if (plain) {
            return text.toLowerCase(Locale.ROOT);
        }
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder(parts.length());
        parts.codePoints().filter(c -> !isSilent(c)).forEach(kept::appendCodePoint);
        // Lower case may decompose once more (a capital I with a dot above becomes i and a dot).
        return kept.toString().toLowerCase(Locale.ROOT).replace("\u0307", "");
    }

    /** Whether a character changes nothing about the word it stands in: accents, apostrophes, invisible marks. */
    public static boolean isSilent(int c) {
        if (c < 0x80) {
            return isApostrophe(c);
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> isApostrophe(c);
        };
    }

    private static boolean isApostrophe(int c) {
        return c == '\''
                || c == '`'
                || c == 0xb4
                || c == 0x2018
                || c == 0x2019
                || c == 0x201b
                || c == 0x2bc
                || c == 0x2032
                || c == 0xff07;
    }
}
