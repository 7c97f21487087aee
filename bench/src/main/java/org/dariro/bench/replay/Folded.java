package org.dariro.bench.replay;

import java.text.Normalizer;

/**
 * Text without what a service may change to send it cheaper: accents, and typographic quotes, dashes and spaces. Two texts
 * that say the same are equal when folded.
 */
final class Folded {
    private Folded() {}

    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            folded.append(
                    switch (c) {
                        case '\u2018', '\u2019', '\u201a', '\u201b', '`', '\u00b4' -> '\'';
                        case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb' -> '"';
                        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
                        case '\u00a0' -> ' ';
                        default -> c;
                    });
        }
        return folded.toString();
    }
}
