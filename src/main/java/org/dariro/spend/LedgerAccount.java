package org.dariro.spend;

/**
 * An account of the ledger.
 *
 * @param of a group's id (0 for none) where it is {@link Type#SPENT}, else the account at a carrier
 */
public record LedgerAccount(Type type, String of) {

    /** What it holds. */
    public enum Type {
        /** What a group has spent: more of it is a positive amount. */
        SPENT,
        /** What a carrier is expected to charge: more of it is a negative amount. */
        EXPECTED,
        /** What a carrier has charged: more of it is a negative amount. */
        OWED
    }
}
