package org.dariro.gateways.api;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that one message is written in: the default alphabet and extension table, or national ones in their place
 * (3GPP TS 23.038, 6.2.1.2). Each national one takes three octets of every part's header (TS 23.040, 9.2.3.24.15 and .16).
 *
 * @param locking whose locking table stands in place of the default alphabet
 * @param single whose single shift table stands in place of the default extension table
 */
public record ShiftTables(Optional<NationalLanguage> locking, Optional<NationalLanguage> single) {
    /** No national table. */
    public static final ShiftTables DEFAULT = new ShiftTables(Optional.empty(), Optional.empty());

    private static final int SINGLE_SHIFT = 0x24;
    private static final int LOCKING_SHIFT = 0x25;

    /** The choices that an account has which passes on the tables of these languages; the default first. */
    public static List<ShiftTables> choices(Set<NationalLanguage> languages) {
        List<ShiftTables> choices = new ArrayList<>();
        choices.add(DEFAULT);
        languages.stream().sorted().map(Optional::of).forEach(language -> {
            choices.add(new ShiftTables(Optional.empty(), language));
            if (language.get().locks()) {
                choices.add(new ShiftTables(language, Optional.empty()));
                choices.add(new ShiftTables(language, language));
            }
        });
        return List.copyOf(choices);
    }

    /** How many national tables it names, 0 to 2. */
    public int count() {
        return (locking.isPresent() ? 1 : 0) + (single.isPresent() ? 1 : 0);
    }

    /** Octets that naming them takes in the header of each part. */
    public int octets() {
        return count() * 3;
    }

    /** The septets of a character: 1, 2, or 0 when these tables lack it. */
    public int septets(char c) {
        return basic(c) >= 0 ? 1 : extended(c) >= 0 ? 2 : 0;
    }

    /** The septets of a text, -1 when these tables lack one of its characters. */
    public int septets(CharSequence text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            int width = septets(text.charAt(i));
            if (width == 0) {
                return -1;
            }
            septets += width;
        }
        return septets;
    }

    /** A text whose characters these tables have, one septet in each byte. */
    public byte[] encode(CharSequence text) {
        ByteArrayOutputStream septets = new ByteArrayOutputStream(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            int basic = basic(text.charAt(i));
            if (basic < 0) {
                septets.write(Gsm7.ESCAPE);
            }
            septets.write(basic < 0 ? extended(text.charAt(i)) : basic);
        }
        return septets.toByteArray();
    }

    /** The elements that name them in a user data header; empty for none. */
    public byte[] elements() {
        ByteArrayOutputStream elements = new ByteArrayOutputStream(octets());
        single.ifPresent(language -> element(elements, SINGLE_SHIFT, language));
        locking.ifPresent(language -> element(elements, LOCKING_SHIFT, language));
        return elements.toByteArray();
    }

    /** What the elements of a header name, with the header's length in front; the default where it names none that is known. */
    public static ShiftTables named(byte[] header) {
        Optional<NationalLanguage> locking = Optional.empty();
        Optional<NationalLanguage> single = Optional.empty();
        for (int at = 1; at + 2 < header.length; at += 2 + (header[at + 1] & 0xff)) {
            if (header[at] == SINGLE_SHIFT) {
                single = NationalLanguage.identified(header[at + 2]);
            } else if (header[at] == LOCKING_SHIFT) {
                locking = NationalLanguage.identified(header[at + 2]).filter(NationalLanguage::locks);
            }
        }
        return new ShiftTables(locking, single);
    }

    /** What septets say, one in each byte; read as {@link Gsm7#decode} does. */
    public String decode(byte[] septets) {
        StringBuilder text = new StringBuilder(septets.length);
        for (int i = 0; i < septets.length; i++) {
            int septet = septets[i] & 0x7f;
            if (septet != Gsm7.ESCAPE) {
                text.append(basicAt(septet));
            } else if (i + 1 < septets.length) {
                int next = septets[++i] & 0x7f;
                int extended = single.map(language -> language.shiftedAt(next)).orElseGet(() -> Gsm7.extensionAt(next));
                if (extended >= 0) {
                    text.append((char) extended);
                } else if (next != Gsm7.ESCAPE) {
                    text.append(basicAt(next));
                }
            }
        }
        return text.toString();
    }

    private char basicAt(int septet) {
        return locking.map(language -> language.lockedAt(septet)).orElseGet(() -> Gsm7.basicAt(septet));
    }

    private static void element(ByteArrayOutputStream elements, int name, NationalLanguage language) {
        elements.write(name);
        elements.write(1);
        elements.write(language.identifier());
    }

    private int basic(char c) {
        return locking.isPresent() ? locking.get().locked(c) : Gsm7.basic(c);
    }

    private int extended(char c) {
        return single.isPresent() ? single.get().shifted(c) : Gsm7.extension(c);
    }
}
