package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Puts on record who read whose words. A page is live and asked for again and again: of the same user once an hour and node. */
@Component
public class Reads {
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int MOST = 20_000;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    public Reads(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records that something is shown.
     *
     * @param action in the trail's words: {@code group-read}
     */
    void at(Transaction tx, Visit visit, String action, String kind, long id) {
        Instant now = clock.instant();
        String key = visit.actor() + " " + action + " " + id;
        Instant last = seen.get(key);
        if (last != null && last.plus(AGAIN).isAfter(now)) {
            return;
        }
        audit.add(tx, AuditEntry.of(visit.actor(), action).on(kind, id));
        tx.afterCommit(() -> {
            if (seen.size() > MOST) {
                seen.clear();
            }
            seen.put(key, now);
        });
    }
}
