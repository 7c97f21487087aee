package org.dariro.gateways.api;

/**
 * A carrier tells that a person has opted out at the carrier itself; a text of theirs is not needed for it.
 *
 * @param account the account it came in by
 * @param from the person's number as the carrier writes it
 * @param sender the line's address that the person no longer wants texts from, as the carrier writes it
 */
public record OptOut(String account, String from, String sender) {

    /** Masked: no number. */
    @Override
    public String toString() {
        return "OptOut[account=" + account + "]";
    }
}
