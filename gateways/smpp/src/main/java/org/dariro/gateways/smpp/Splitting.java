package org.dariro.gateways.smpp;

/** How a text of several segments is put on the wire. */
enum Splitting {
    /** A user data header with an 8-bit reference in each part. */
    UDH8(153, 67),
    /** A user data header with a 16-bit reference in each part. */
    UDH16(152, 66),
    /** The parts' reference, count and number in optional parameters; the SMSC makes the header. */
    SAR(153, 67),
    /** The whole in the optional parameter message_payload; the SMSC splits. */
    PAYLOAD(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final int septets;
    private final int units;

    Splitting(int septets, int units) {
        this.septets = septets;
        this.units = units;
    }

    /** Septets of the default alphabet that one of several parts holds. */
    int septets() {
        return septets;
    }

    /** UTF-16 units that one of several parts holds. */
    int units() {
        return units;
    }
}
