package org.dariro.platform;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The running processes on this database. Each is a node with an id of its own and a heart that beats into the table:
 * what a node had claimed when its heart stopped is nobody's, and its fate unknown.
 *
 * <p>Setting: {@code DARIRO_NODE_GONE_SECONDS} (30; 6 to 3,600), after which a node that was not seen is gone. The same on
 * all nodes.
 */
@Component
public class Nodes {
    private static final Write INSERT = new Write(1, "insert into nodes (id, seen_at) values (?, ?)");
    private static final Write BEAT = new Write(2, "update nodes set seen_at = ? where id = ?");
    private final Database database;
    private final InstantSource clock;
    private final Duration gone;
    private final long id;
    private volatile Instant seen;

    @Inject
    public Nodes(Database database, Ids ids, InstantSource clock, Settings settings) {
        this.database = database;
        this.clock = clock;
        gone = Duration.ofSeconds(settings.number("DARIRO_NODE_GONE_SECONDS", 30, 6, 3_600));
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

    /** How often a node says that it lives. */
    public Duration pulse() {
        return gone.dividedBy(6);
    }

    /** Says that this node lives; to be called every {@link #pulse}. */
    public void beat() {
        database.useLazyTransaction(tx -> tx.write(BEAT, clock.instant(), id));
        seen = clock.instant();
    }

    /**
     * Whether this node may put something on a wire. Not when it could not say that it lives for two thirds of the time
     * after which it is gone: others may take over soon.
     */
    public boolean maySend() {
        return !database.isShared()
                || Duration.between(seen, clock.instant())
                                .compareTo(gone.multipliedBy(2).dividedBy(3))
                        < 0;
    }

    /** The nodes that live. */
    public List<Long> live(Transaction tx) {
        return tx.query("select id from nodes where seen_at > ? or id = ?")
                .bind(0, clock.instant().minus(gone))
                .bind(1, id)
                .mapTo(Long.class)
                .list();
    }
}
