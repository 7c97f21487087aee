package org.dariro.spend.invoice;

/** Why an invoice and the ledger differ. */
public enum Reason {
    /** The account has sent no text with this id. */
    NOT_OURS,
    /** The same text stands on the invoice more than once. */
    TWICE,
    /** The text was refused, has failed, or never went out. */
    FAILED,
    /** It is billed in another currency than the ledger has it in. */
    CURRENCY,
    /** It is billed as another number of segments: the carrier may have sent it in another encoding. */
    SEGMENTS,
    /** A segment has another price than the price table or the carrier's own word says. */
    PRICE,
    /** The ledger has no amount to compare with: no price was known. */
    UNPRICED,
    /** The text went out by this account in the invoice's time and is not on it. */
    MISSING;

    /** Whether a person may let the invoice's amount be entered. */
    public boolean mayBeEntered() {
        return this != NOT_OURS && this != MISSING;
    }
}
