package org.dariro.platform;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Reduces characters to what a reader takes them for: lower case, no accents, Latin letters for their look-alikes in
 * Greek, Cyrillic, full width, circles and mathematical alphabets. For comparing and searching only, never for showing.
 */
public final class Folding {
    /** What {@link #fold} gives for a character that only decorates: accents, joiners, apostrophes. */
    public static final char NOTHING = 0;

    /** What {@link #fold} gives for a character that separates words. */
    public static final char BREAK = ' ';

    private static final String LOOK_ALIKES = "аaбbвbгrдdеeзeиnйnкkмmнhоoпnрpсcтtуyфoхxчyьbѕsіiїiјjһhԁdԛqԝwҝkӏlєeёe"
            + "αaβbγyδdεeηnθoιiκkλlμuνvοoπnρpσoςsτtυuφoχxωwϲc"
            + "ıiłløođdħhŧtŋnæaœoßsþpðdɑaɡgɩiʀrǃi";

    private static final char[] TABLE = table();

    private Folding() {}

    /** What {@code c} is taken for: a lower-case letter or digit, {@link #NOTHING} or {@link #BREAK}. */
    public static char fold(char c) {
        return TABLE[c];
    }

    /** The same for a character beyond the first 65,536: letters of the mathematical and enclosed alphabets. */
    public static char fold(int codePoint) {
        if (codePoint < TABLE.length) {
            return TABLE[codePoint];
        }
        if (codePoint >= 0x1D400 && codePoint <= 0x1D7FF) {
            return firstLetter(Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD));
        }
        if (codePoint >= 0x1F130 && codePoint <= 0x1F189) {
            int letter =
                    (codePoint - 0x1F130) % 32; // three runs of A to Z, 32 apart: squared, negative circled, squared
            return letter < 26 ? (char) ('a' + letter) : BREAK;
        }
        boolean decoration = (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF) || codePoint >= 0xE0000;
        return decoration ? NOTHING : BREAK;
    }

    /** A whole text folded, without breaks and decoration: equal for texts that a reader may take for the same. */
    public static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        text.codePoints()
                .map(Folding::fold)
                .filter(c -> c != NOTHING && c != BREAK)
                .forEach(c -> key.append((char) c));
        return key.toString();
    }

    private static char[] table() {
        char[] table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = Character.isLetterOrDigit(c) ? (char) Character.toLowerCase(c) : BREAK;
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                table[c] = c < 0x0370 || (c >= 0x1AB0 && c < 0x2100) || c >= 0xFE00 ? NOTHING : (char) c;
            } else if (type == Character.FORMAT) {
                table[c] = NOTHING;
            }
        }
        decompose(table, 0x00AA, 0x024F);
        decompose(table, 0x0390, 0x04FF);
        decompose(table, 0x1D00, 0x1EFF);
        decompose(table, 0x2070, 0x24FF);
        decompose(table, 0xFF10, 0xFF5A);
        for (int i = 0; i < LOOK_ALIKES.length(); i += 2) {
            table[LOOK_ALIKES.charAt(i)] = LOOK_ALIKES.charAt(i + 1);
            table[Character.toUpperCase(LOOK_ALIKES.charAt(i))] = LOOK_ALIKES.charAt(i + 1);
        }
        for (char c : "'’‘‛`´ʼʻ′＇\u00ad".toCharArray()) {
            table[c] = NOTHING;
        }
        return table;
    }

    private static void decompose(char[] table, int from, int to) {
        for (int c = from; c <= to; c++) {
            if (table[c] != NOTHING) {
                table[c] = firstLetter(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD));
            }
        }
    }

    private static char firstLetter(String decomposed) {
        for (char c : decomposed.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                return c;
            }
        }
        return BREAK;
    }
}
