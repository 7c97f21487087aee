package org.dariro.gateways.testkit.smpp;

/** How the fake SMSC hands over long texts of phones. */
public enum LongTexts {
    /** In parts, as the phone sent them, with an 8-bit reference. */
    UDH8,
    /** In parts, with a 16-bit reference. */
    UDH16,
    /** In parts that optional parameters tell of. */
    SAR,
    /** Joined, in message_payload. */
    PAYLOAD
}
