package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;

/** The table of what users have begun to write, sealed with the service's key. */
@Component
public class DraftDao {
    private static final String SEALED_AS = "draft";
    private final Vault vault;
    private final InstantSource clock;

    @Inject
    public DraftDao(Vault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** What a user has begun to write somewhere. */
    Optional<String> of(Transaction tx, long user, String place) {
        return tx.query("select sealed from drafts where user_id = ? and place = ?")
                .bind(0, user)
                .bind(1, place)
                .map((row, context) -> vault.serviceKey().open(row.getBytes("sealed"), SEALED_AS))
                .findOne();
    }

    /** Keeps it; nothing is kept of what is empty. */
    void keep(Transaction tx, long user, String place, String text) {
        if (text.isBlank()) {
            tx.update("delete from drafts where user_id = ? and place = ?", user, place);
            return;
        }
        byte[] sealed = vault.serviceKey().seal(text, SEALED_AS);
        int changed = tx.update(
                "update drafts set sealed = ?, changed_at = ? where user_id = ? and place = ?",
                sealed,
                clock.instant(),
                user,
                place);
        if (changed == 0) {
            tx.update(
                    "insert into drafts (user_id, place, sealed, changed_at) values (?, ?, ?, ?)",
                    user,
                    place,
                    sealed,
                    clock.instant());
        }
    }
}
