package org.dariro.platform;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The running processes on this database. Each is a node with an id of its own and a heart that beats into the table:
 * what a node had claimed when its heart stopped is nobody's, and its fate unknown.
 */
@Component
public class Nodes {
    /** A node that was not seen for so long is gone. */
    private static final Duration GONE = Duration.ofSeconds(30);

    /** A node that could not say that it lives for so long must not send: others may hold it for gone soon. */
    private static final Duration STALE = Duration.ofSeconds(20);

    private static final Write INSERT = new Write(1, "insert into nodes (id, seen_at) values (?, ?)");
    private static final Write BEAT = new Write(2, "update nodes set seen_at = ? where id = ?");
    private final Database database;
    private final InstantSource clock;
    private final long id;
    private volatile Instant seen;

    @Inject
    public Nodes(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        id = ids.next();
        seen = clock.instant();
        database.useTransaction(tx -> {
            if (!database.isShared()) {
                tx.update("delete from nodes"); // whoever was here before us is dead
            }
            tx.write(INSERT, id, seen);
        });
    }

    /** This process. */
    public long id() {
        return id;
    }

    /** Says that this node lives; to be called every few seconds. */
    public void beat() {
        Instant now = clock.instant();
        database.useLazyTransaction(tx -> tx.write(BEAT, now, id));
        seen = now;
    }

    /** Whether this node may put something on a wire. */
    public boolean maySend() {
        return !database.isShared() || Duration.between(seen, clock.instant()).compareTo(STALE) < 0;
    }

    /** The nodes that live. */
    public List<Long> live(Transaction tx) {
        return tx.query("select id from nodes where seen_at > ? or id = ?")
                .bind(0, clock.instant().minus(GONE))
                .bind(1, id)
                .mapTo(Long.class)
                .list();
    }
}
