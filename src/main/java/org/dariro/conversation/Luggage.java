package org.dariro.conversation;

import org.dariro.group.Membership;
import org.dariro.platform.Transaction;

/** What goes with somebody who is moved to another group, of that which others keep about places. */
public interface Luggage {
    /** Takes it from one place to another of the same person. */
    void carry(Transaction tx, Membership from, Membership to);
}
