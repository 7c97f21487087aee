package org.dariro.gateways.smpp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as the wire carries it: its data_coding and the bodies of its parts, in order. A character is never cut in two,
 * neither an escaped one of the GSM alphabet nor a surrogate pair.
 *
 * @param segments how many segments a network counts, also where one body holds several
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Wording(int dataCoding, List<byte[]> bodies, int segments) {
    private static final int UCS_2 = 8;
    private static final int ALONE_SEPTETS = 160;
    private static final int ALONE_UNITS = 70;

    /** Writes a text for an SMSC, in its default alphabet if that has all of it, else in UCS-2. */
    static Wording of(String text, Alphabet alphabet, Splitting splitting) {
        boolean plain = alphabet.has(text);
        List<String> parts = parts(text, plain, splitting.septets(), splitting.units());
        int segments = splitting == Splitting.PAYLOAD
                ? parts(text, plain, Splitting.UDH8.septets(), Splitting.UDH8.units())
                        .size()
                : parts.size();
        return new Wording(
                plain ? 0 : UCS_2,
                parts.stream()
                        .map(part -> plain ? alphabet.encode(part) : part.getBytes(StandardCharsets.UTF_16BE))
                        .toList(),
                segments);
    }

    private static List<String> parts(String text, boolean plain, int septets, int units) {
        if (plain) {
            return size(text, true) <= ALONE_SEPTETS ? List.of(text) : cut(text, true, septets);
        }
        return text.length() <= ALONE_UNITS ? List.of(text) : cut(text, false, units);
    }

    private static int size(String text, boolean plain) {
        return plain ? text.chars().map(c -> Gsm.septets((char) c)).sum() : text.length();
    }

    private static List<String> cut(String text, boolean plain, int most) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int length = Character.charCount(text.codePointAt(i));
            int width = plain ? Gsm.septets(text.charAt(i)) : length;
            if (used + width > most) {
                parts.add(text.substring(start, i));
                start = i;
                used = 0;
            }
            used += width;
            i += length;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
