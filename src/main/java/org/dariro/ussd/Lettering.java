package org.dariro.ussd;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.dariro.gateways.api.Gsm7;

/**
 * Writes any text in the letters of a USSD screen: the GSM 7-bit alphabet and nothing else, so that a screen is never cut
 * by a network. Typographic signs become plain ones, letters lose accents that the alphabet lacks, emoji go, and a letter
 * of a script that it cannot write is shown as {@code ?}.
 */
final class Lettering {
    /** What a screen holds on every network, in septets. */
    static final int SCREEN = 160;

    private static final Map<Integer, String> NEAREST = nearest();

    private Lettering() {}

    /** The text in GSM-7, lines kept. */
    static String of(String text) {
        if (Gsm7.fits(text) && text.indexOf('\r') < 0 && text.indexOf('\f') < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> shown.append(nearest(c)));
        return shown.toString();
    }

    /** The text in GSM-7 on one line: a post with line breaks could look like several, by others. */
    static String line(String text) {
        String line = of(text).replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? "?" : line;
    }

    /** The septets of a text that is in GSM-7. */
    static int width(String shown) {
        int width = 0;
        for (int i = 0; i < shown.length(); i++) {
            width += Gsm7.septets(shown.charAt(i));
        }
        return width;
    }

    /** How many characters of a text that is in GSM-7 fit into some septets. */
    static int fitting(String shown, int septets) {
        int width = 0;
        int end = 0;
        while (end < shown.length() && width + Gsm7.septets(shown.charAt(end)) <= septets) {
            width += Gsm7.septets(shown.charAt(end++));
        }
        return end;
    }

    private static String nearest(int c) {
        if (c == '\n' || (c < Character.MIN_SUPPLEMENTARY_CODE_POINT && c >= ' ' && Gsm7.septets((char) c) > 0)) {
            return Character.toString(c);
        }
        String known = NEAREST.get(c);
        if (known != null) {
            return known;
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL -> " ";
            case Character.DASH_PUNCTUATION -> "-";
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> "\"";
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.SURROGATE -> ""; // emoji and what joins them, accents by themselves
            default -> decomposed(c);
        };
    }

    private static String decomposed(int c) {
        StringBuilder plain = new StringBuilder(2);
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .chars()
                .filter(part -> part >= ' ' && Gsm7.septets((char) part) > 0)
                .limit(3)
                .forEach(part -> plain.append((char) part));
        return plain.isEmpty() ? "?" : plain.toString();
    }

    private static Map<Integer, String> nearest() {
        Map<Integer, String> nearest = new HashMap<>();
        String[] pairs = {
            "‘'", "’'", "‚'", "‛'", "`'", "´'", "ʼ'", "′'", "“\"", "”\"", "„\"", "…...", "•*", "·.", "×x", "ıi", "łl",
            "ŁL", "đd", "ĐD", "ħh", "ĦH", "ŋn", "ŊN", "œoe", "ŒOE", "þth", "ÞTh", "ðd", "ɓb", "ɗd", "ƙk", "♥<3", "❤<3",
            "☺:)", "☹:(", "🙂:)", "😀:)", "😊:)", "🙁:(", "😢:("
        };
        for (String pair : pairs) {
            int sign = pair.codePointAt(0);
            nearest.put(sign, pair.substring(Character.charCount(sign)));
        }
        return nearest;
    }
}
