package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.dariro.console.api.OwnWords;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;

/** The table of words that users keep to use again, sealed with the service's key. */
@Component
public class OwnReplyDao implements OwnWords {
    private static final String PLACE = "own-reply";
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public OwnReplyDao(Vault vault, Ids ids, InstantSource clock) {
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<OwnReply> of(Transaction tx, long user) {
        return tx.query("select id, title, sealed from own_replies where user_id = ? order by title, id")
                .bind(0, user)
                .map((row, context) -> new OwnReply(
                        row.getLong("id"),
                        row.getString("title"),
                        vault.serviceKey().open(row.getBytes("sealed"), PLACE)))
                .list();
    }

    @Override
    public void add(Transaction tx, long user, String title, String text) {
        tx.update(
                "insert into own_replies (id, user_id, title, sealed, made_at) values (?, ?, ?, ?, ?)",
                ids.next(),
                user,
                title,
                vault.serviceKey().seal(text, PLACE),
                clock.instant());
    }

    @Override
    public void remove(Transaction tx, long user, long id) {
        tx.update("delete from own_replies where user_id = ? and id = ?", user, id);
    }
}
