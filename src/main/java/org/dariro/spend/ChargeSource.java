package org.dariro.spend;

/** How a carrier told a charge. */
public enum ChargeSource {
    /** With its answer to the request. */
    ANSWER,
    /** With a receipt. */
    RECEIPT,
    /** When it was asked later. */
    INQUIRY,
    /** At the end of a USSD session. */
    SESSION,
    /** On an invoice that a person has confirmed. */
    INVOICE
}
