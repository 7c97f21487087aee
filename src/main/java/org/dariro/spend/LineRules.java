package org.dariro.spend;

import java.util.Set;
import org.dariro.gateways.api.Capabilities;
import org.dariro.gateways.api.Gsm7;
import org.dariro.gateways.api.NationalLanguage;
import org.dariro.gateways.api.ShiftTables;

/**
 * How the texts of a line are counted: in the usual way, which is {@link Segments}, or where the reference that joins the
 * parts of a message has 16 bits, or the account passes on national language tables. Each takes room in the header of every
 * part (3GPP TS 23.040, 9.2.3.24). A national table is used only where the default alphabet lacks a character.
 *
 * @param referenceBits 8 (the header of each part is 6 octets) or 16 (7 octets)
 * @param languages the national languages whose tables the line passes on
 */
public record LineRules(int referenceBits, Set<NationalLanguage> languages) {
    /** An 8-bit reference and the default alphabet: what {@link Segments} counts. */
    public static final LineRules USUAL = new LineRules(8, Set.of());

    /** Octets of user data in a message (TS 23.040, 9.2.3.16), of which one gives the length of a header. */
    private static final int OCTETS = 140;

    public LineRules {
        if (referenceBits != 8 && referenceBits != 16) {
            throw new IllegalArgumentException("A reference has 8 or 16 bits, not " + referenceBits);
        }
        languages = Set.copyOf(languages);
    }

    /**
     * What a text is billed as under these rules.
     *
     * @param tables how many national tables it uses, 0 to 2
     */
    public record Counted(Segments segments, int tables) {}

    /** The rules of an account's lines. */
    public static LineRules of(Capabilities account) {
        return new LineRules(account.referenceBits(), account.tables());
    }

    /** What {@code text} is billed as. */
    public Segments segments(CharSequence text) {
        return isUsual() ? Segments.of(text) : count(text).segments();
    }

    /** Whether {@link Segments} counts as these rules do. */
    boolean isUsual() {
        return referenceBits == 8 && languages.isEmpty();
    }

    /** The cheapest way to write {@code text}: fewest segments, then fewest national tables. */
    public Counted count(CharSequence text) {
        if (Gsm7.fits(text)) {
            int units = ShiftTables.DEFAULT.septets(text);
            return new Counted(new Segments(Encoding.GSM_7, parts(text, ShiftTables.DEFAULT, units), units), 0);
        }
        Counted best = new Counted(ucs2(text), 0);
        boolean gsm7 = false;
        for (ShiftTables alphabet : ShiftTables.choices(languages)) {
            int units = alphabet.septets(text);
            if (units < 0) {
                continue;
            }
            Segments segments = new Segments(Encoding.GSM_7, parts(text, alphabet, units), units);
            int cheaper = Integer.compare(segments.count(), best.segments().count());
            if (cheaper < 0 || (cheaper == 0 && (!gsm7 || alphabet.count() < best.tables()))) {
                best = new Counted(segments, alphabet.count());
            }
            gsm7 = true;
        }
        return best;
    }

    private int parts(CharSequence text, ShiftTables alphabet, int units) {
        int header = alphabet.octets();
        if (units <= room(header) * 8 / 7) {
            return 1;
        }
        int joined = room(header + joining()) * 8 / 7;
        int parts = 1;
        int free = joined;
        for (int i = 0; i < text.length(); i++) {
            int width = alphabet.septets(text.charAt(i));
            if (width > free) { // an escape is not parted from its character
                parts++;
                free = joined;
            }
            free -= width;
        }
        return parts;
    }

    private Segments ucs2(CharSequence text) {
        int units = text.length();
        if (units <= OCTETS / 2) {
            return new Segments(Encoding.UCS_2, 1, units);
        }
        int joined = room(joining()) / 2;
        int parts = 1;
        int free = joined;
        for (int i = 0; i < units; i++) {
            int width = Segments.opensPair(text, i) ? 2 : 1;
            if (width > free) {
                parts++;
                free = joined;
            }
            free -= width;
            i += width - 1;
        }
        return new Segments(Encoding.UCS_2, parts, units);
    }

    private int joining() {
        return referenceBits == 8 ? 5 : 6;
    }

    /** Octets that the elements of a header leave; a header has its own length in front. */
    private static int room(int elements) {
        return elements == 0 ? OCTETS : OCTETS - 1 - elements;
    }
}
