package org.dariro.console.signin;

import java.time.Instant;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The table of those who came back from a provider: so that nobody comes back twice. */
@Component
public class OpenIdReturns {
    /** Notes that somebody came back; false when they had already. */
    boolean use(Transaction tx, byte[] state, Instant now, Instant ends) {
        tx.update("delete from open_id_returns where ends_at < ?", now);
        return tx.update(
                        "insert into open_id_returns (state_hash, ends_at) values (?, ?) on conflict do nothing",
                        state,
                        ends)
                == 1;
    }
}
