package org.dariro.gateways.api;

import java.util.Arrays;
import java.util.Optional;

/**
 * National language tables of the 7-bit alphabet (3GPP TS 23.038, annex A), for the languages that are written where the
 * default alphabet lacks letters. A message that uses one says so in its header ({@link ShiftTables}); few carriers pass
 * that on, so that an account must be known to.
 */
public enum NationalLanguage {
    /** Annexes A.3.1 and A.2.1. */
    TURKISH(
            1,
            "@£$¥€éùıòÇ\nĞğ\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bŞşßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "İABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§çabcdefghijklmnopqrstuvwxyzäöñüà",
            "\f^{}\\[~]|ĞİŞç€ğış",
            0x0a,
            0x14,
            0x28,
            0x29,
            0x2f,
            0x3c,
            0x3d,
            0x3e,
            0x40,
            0x47,
            0x49,
            0x53,
            0x63,
            0x65,
            0x67,
            0x69,
            0x73),
    /** Annex A.2.2; it has no locking table. */
    SPANISH(
            2,
            "",
            "ç\f^{}\\[~]|ÁÍÓÚá€íóú",
            0x09,
            0x0a,
            0x14,
            0x28,
            0x29,
            0x2f,
            0x3c,
            0x3d,
            0x3e,
            0x40,
            0x41,
            0x49,
            0x4f,
            0x55,
            0x61,
            0x65,
            0x69,
            0x6f,
            0x75),
    /** Annexes A.3.3 and A.2.3. */
    PORTUGUESE(
            3,
            "@£$¥êéúíóç\nÔô\rÁáΔ_ªÇÀ∞^\\€Ó|\u001bÂâÊÉ !\"#º%&'()*+,-./0123456789:;<=>?"
                    + "ÍABCDEFGHIJKLMNOPQRSTUVWXYZÃÕÚÜ§~abcdefghijklmnopqrstuvwxyzãõ`üà",
            "êç\fÔôÁáΦΓ^ΩΠΨΣΘÊ{}\\[~]|ÀÍÓÚÃÕÂ€íóúãõâ",
            0x05,
            0x09,
            0x0a,
            0x0b,
            0x0c,
            0x0e,
            0x0f,
            0x12,
            0x13,
            0x14,
            0x15,
            0x16,
            0x17,
            0x18,
            0x19,
            0x1f,
            0x28,
            0x29,
            0x2f,
            0x3c,
            0x3d,
            0x3e,
            0x40,
            0x41,
            0x49,
            0x4f,
            0x55,
            0x5b,
            0x5c,
            0x61,
            0x65,
            0x69,
            0x6f,
            0x75,
            0x7b,
            0x7c,
            0x7f);

    private final int identifier;
    private final String locking;
    private final String single;
    private final String codes;

    NationalLanguage(int identifier, String locking, String single, int... codes) {
        this.identifier = identifier;
        this.locking = locking;
        this.single = single;
        this.codes = Gsm7.codes(codes);
    }

    /** What a header names it by (TS 23.038, 6.2.1.2.4). */
    int identifier() {
        return identifier;
    }

    static Optional<NationalLanguage> identified(int identifier) {
        return Arrays.stream(values())
                .filter(language -> language.identifier == identifier)
                .findFirst();
    }

    /** Whether it has a locking table, which replaces the default alphabet. */
    public boolean locks() {
        return !locking.isEmpty();
    }

    /** The septet of a character of its locking table, -1 for none. */
    int locked(char c) {
        return c == Gsm7.ESCAPE ? -1 : locking.indexOf(c);
    }

    /** The character of a septet by its locking table. */
    char lockedAt(int septet) {
        return locking.charAt(septet);
    }

    /** The septet after the escape of a character of its single shift table, which replaces the default one; -1 for none. */
    int shifted(char c) {
        return Gsm7.match(single, codes, c);
    }

    /** The character of a septet after the escape, -1 for none. */
    int shiftedAt(int septet) {
        return Gsm7.match(codes, single, septet);
    }
}
