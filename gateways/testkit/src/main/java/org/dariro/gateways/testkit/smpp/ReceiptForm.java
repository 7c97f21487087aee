package org.dariro.gateways.testkit.smpp;

/** How the fake SMSC writes receipts. */
public enum ReceiptForm {
    /** In words, as SMPP 3.4 has it in appendix B. */
    TEXT,
    /** In optional parameters alone, with an empty message. */
    PARAMETERS,
    /** In both. */
    BOTH
}
