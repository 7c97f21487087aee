package org.dariro.spend;

/**
 * National language tables of the 7-bit alphabet (3GPP TS 23.038, annex A), for the languages that are written where the
 * default alphabet lacks letters. A message that uses one says so in its header; few carriers pass that on, so that a line
 * must be known to.
 */
public enum NationalLanguage {
    /** Annexes A.3.1 and A.2.1. */
    TURKISH(
            "@£$¥€éùıòÇ\nĞğ\rÅåΔ_ΦΓΛΩΠΨΣΘΞŞşßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "İABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§çabcdefghijklmnopqrstuvwxyzäöñüà",
            "\f^{}\\[~]|ĞİŞç€ğış"),
    /** Annex A.2.2; it has no locking table. */
    SPANISH("", "ç\f^{}\\[~]|ÁÍÓÚá€íóú"),
    /** Annexes A.3.3 and A.2.3. */
    PORTUGUESE(
            "@£$¥êéúíóç\nÔô\rÁáΔ_ªÇÀ∞^\\€Ó|ÂâÊÉ !\"#º%&'()*+,-./0123456789:;<=>?"
                    + "ÍABCDEFGHIJKLMNOPQRSTUVWXYZÃÕÚÜ§~abcdefghijklmnopqrstuvwxyzãõ`üà",
            "êç\fÔôÁáΦΓ^ΩΠΨΣΘÊ{}\\[~]|ÀÍÓÚÃÕÂ€íóúãõâ");

    private final String locking;
    private final String single;

    NationalLanguage(String locking, String single) {
        this.locking = locking;
        this.single = single;
    }

    /** The characters of one septet under its locking table; empty when the language has none. */
    String locking() {
        return locking;
    }

    /** The characters of two septets under its single shift table, which replaces the default extension table. */
    String single() {
        return single;
    }
}
