package org.dariro.gateways.smpp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dariro.gateways.api.NationalLanguage;
import org.dariro.gateways.api.ShiftTables;
import org.jspecify.annotations.Nullable;

/**
 * A text as the wire carries it: its data_coding and the bodies of its parts, in order. A character is never cut in two,
 * neither an escaped one of the GSM alphabet nor a surrogate pair.
 *
 * @param segments how many segments a network counts, also where one body holds several
 * @param tables the national tables that each part's header names
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Wording(int dataCoding, List<byte[]> bodies, int segments, ShiftTables tables) {
    private static final int UCS_2 = 8;

    /** Octets of user data in a message (3GPP TS 23.040, 9.2.3.16). */
    private static final int OCTETS = 140;

    /**
     * Writes a text for an SMSC: in its default alphabet if that has all of it, else with national tables or in UCS-2,
     * whichever takes fewer parts; at a tie with fewer tables.
     */
    static Wording of(String text, Alphabet alphabet, Splitting splitting, Set<NationalLanguage> languages) {
        if (alphabet.has(text)) {
            List<String> parts = septets(text, ShiftTables.DEFAULT, splitting);
            return whole(text, parts, splitting, 0, alphabet::encode);
        }
        List<String> parts = units(text, splitting);
        ShiftTables best = ShiftTables.DEFAULT;
        for (ShiftTables tables : languages.isEmpty() ? List.<ShiftTables>of() : ShiftTables.choices(languages)) {
            if (tables.septets(text) >= 0) {
                List<String> shifted = septets(text, tables, splitting);
                boolean fewer = shifted.size() < parts.size() || (shifted.size() == parts.size() && best.count() == 0);
                if (fewer || (shifted.size() == parts.size() && tables.count() < best.count())) {
                    parts = shifted;
                    best = tables;
                }
            }
        }
        if (best.count() > 0) {
            return new Wording(0, parts.stream().map(best::encode).toList(), parts.size(), best);
        }
        return whole(text, parts, splitting, UCS_2, part -> part.getBytes(StandardCharsets.UTF_16BE));
    }

    /** Writes the parts, or all of the text where the SMSC splits it. */
    private static Wording whole(
            String text, List<String> parts, Splitting splitting, int dataCoding, Function<String, byte[]> encode) {
        List<String> bodies = splitting == Splitting.PAYLOAD ? List.of(text) : parts;
        return new Wording(dataCoding, bodies.stream().map(encode).toList(), parts.size(), ShiftTables.DEFAULT);
    }

    private static List<String> septets(String text, ShiftTables tables, Splitting splitting) {
        return tables.septets(text) <= room(tables.octets()) * 8 / 7
                ? List.of(text)
                : cut(text, tables, room(tables.octets() + splitting.joining()) * 8 / 7);
    }

    private static List<String> units(String text, Splitting splitting) {
        return text.length() <= OCTETS / 2 ? List.of(text) : cut(text, null, room(splitting.joining()) / 2);
    }

    /** Octets that the elements of a header leave; a header has its own length in front. */
    private static int room(int elements) {
        return elements == 0 ? OCTETS : OCTETS - 1 - elements;
    }

    private static List<String> cut(String text, @Nullable ShiftTables tables, int most) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int length = Character.charCount(text.codePointAt(i));
            int width = tables == null ? length : tables.septets(text.charAt(i));
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
