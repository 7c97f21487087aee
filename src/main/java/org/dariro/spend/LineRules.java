package org.dariro.spend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How the texts of one line are counted where that is not the usual way, which is {@link Segments}: the reference that joins
 * the parts of a message has 8 or 16 bits, and a line may pass on national language tables. Each takes room in the header
 * of every part (3GPP TS 23.040, 9.2.3.24).
 *
 * @param referenceBits 8 (the header of each part is 6 octets) or 16 (7 octets)
 * @param languages the national languages whose tables the line passes on
 */
public record LineRules(int referenceBits, Set<NationalLanguage> languages) {
    /** An 8-bit reference and the default alphabet: what {@link Segments} counts. */
    public static final LineRules USUAL = new LineRules(8, Set.of());

    /** Octets of user data in a message (TS 23.040, 9.2.3.16), of which one gives the length of a header. */
    private static final int OCTETS = 140;

    private static final int TABLE_OCTETS = 3;

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

    /** A choice of tables. */
    private record Alphabet(String one, String two, int tables) {
        /** The septets of a character, 0 if it cannot be written. */
        int septets(char c) {
            if (tables == 0) {
                return Gsm7.septets(c);
            }
            boolean basic = one.isEmpty() ? Gsm7.septets(c) == 1 : one.indexOf(c) >= 0;
            boolean extended = two.isEmpty() ? Gsm7.septets(c) == 2 : two.indexOf(c) >= 0;
            return basic ? 1 : extended ? 2 : 0;
        }
    }

    /** The cheapest way to write {@code text}: fewest segments, then fewest national tables. */
    public Counted count(CharSequence text) {
        Counted best = new Counted(ucs2(text), 0);
        boolean gsm7 = false;
        for (Alphabet alphabet : alphabets()) {
            int units = units(text, alphabet);
            if (units < 0) {
                continue;
            }
            Segments segments = new Segments(Encoding.GSM_7, parts(text, alphabet, units), units);
            int cheaper = Integer.compare(segments.count(), best.segments().count());
            if (cheaper < 0 || (cheaper == 0 && (!gsm7 || alphabet.tables() < best.tables()))) {
                best = new Counted(segments, alphabet.tables());
            }
            gsm7 = true;
        }
        return best;
    }

    private List<Alphabet> alphabets() {
        List<Alphabet> alphabets = new ArrayList<>();
        alphabets.add(new Alphabet("", "", 0));
        languages.stream().sorted().forEach(language -> {
            alphabets.add(new Alphabet("", language.single(), 1));
            if (!language.locking().isEmpty()) {
                alphabets.add(new Alphabet(language.locking(), "", 1));
                alphabets.add(new Alphabet(language.locking(), language.single(), 2));
            }
        });
        return alphabets;
    }

    private static int units(CharSequence text, Alphabet alphabet) {
        int units = 0;
        for (int i = 0; i < text.length(); i++) {
            int width = alphabet.septets(text.charAt(i));
            if (width == 0) {
                return -1;
            }
            units += width;
        }
        return units;
    }

    private int parts(CharSequence text, Alphabet alphabet, int units) {
        int header = alphabet.tables() * TABLE_OCTETS;
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
