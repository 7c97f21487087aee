package org.dariro.spend;

/** How a text goes over the air, and what a segment holds then (3GPP TS 23.040, section 9.2.3.24.1). */
public enum Encoding {
    /** The 7-bit default alphabet: 160 septets alone, 153 in each part of a joined message. */
    GSM_7(160, 153),
    /** UTF-16 units: 70 alone, 67 in each part of a joined message. */
    UCS_2(70, 67);

    private final int alone;
    private final int joined;

    Encoding(int alone, int joined) {
        this.alone = alone;
        this.joined = joined;
    }

    /** Units in a message of one segment. */
    public int alone() {
        return alone;
    }

    /** Units in each segment of a message of several, where six octets are the joining header. */
    public int joined() {
        return joined;
    }
}
