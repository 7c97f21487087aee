package org.dariro.console.api;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * Puts on record who saw what in a list that shows members' words. A list is asked for again and again: of the same caller
 * the same thing is recorded once an hour and node.
 */
@Component
public class Glances {
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int MOST = 20_000;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    public Glances(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records what is shown.
     *
     * @param kind of what is listed: {@code alert}
     */
    void at(Transaction tx, Caller caller, String kind, List<Long> ids) {
        Instant now = clock.instant();
        List<Long> fresh =
                ids.stream().filter(id -> isNew(caller, kind, id, now)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        audit.add(
                tx,
                AuditEntry.of(caller.getName(), kind + "s-listed")
                        .saying(fresh.stream().map(String::valueOf).collect(Collectors.joining(" "))));
        tx.afterCommit(() -> {
            if (seen.size() > MOST) {
                seen.clear();
            }
            fresh.forEach(id -> seen.put(key(caller, kind, id), now));
        });
    }

    private boolean isNew(Caller caller, String kind, long id, Instant now) {
        Instant last = seen.get(key(caller, kind, id));
        return last == null || last.plus(AGAIN).isBefore(now);
    }

    private static String key(Caller caller, String kind, long id) {
        return kind + " " + id + " " + caller.getName();
    }
}
