package org.dariro.gateways.smpp;

/** How a text of several segments is put on the wire. */
enum Splitting {
    /** A user data header with an 8-bit reference in each part. */
    UDH8(5),
    /** A user data header with a 16-bit reference in each part. */
    UDH16(6),
    /** The parts' reference, count and number in optional parameters; the SMSC makes the header. */
    SAR(5),
    /** The whole in the optional parameter message_payload; the SMSC splits. */
    PAYLOAD(5);

    private final int joining;

    Splitting(int joining) {
        this.joining = joining;
    }

    /** Octets of the header's element that joins the parts (3GPP TS 23.040, 9.2.3.24.1 and .8). */
    int joining() {
        return joining;
    }
}
