package org.dariro.bench.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dariro.Dariro;
import org.dariro.bench.console.Seed.Author;
import org.dariro.bench.console.Seed.Written;
import org.dariro.platform.DataKey;
import org.dariro.platform.Transaction;

/** Posts that were held, the alerts about them, and private words: most settled long ago, some waiting. */
final class SeedSafety {
    private static final String WORDS = "I do not want to be here any more and I have a plan for tonight";
    private static final String REASON = "bench";
    /** Of each group; one of a tenth of the groups still waits. */
    private static final int ALERTS = 30;

    private static final int PRIVATE = 60;
    private final Dariro dariro;
    private final Instant begin;
    private final List<Written> groups;

    SeedSafety(Dariro dariro, Instant begin, List<Written> groups) {
        this.dariro = dariro;
        this.begin = begin;
        this.groups = groups;
    }

    /** Makes them. */
    void make() {
        for (int number = 0; number < groups.size(); number++) {
            Written group = groups.get(number);
            boolean waiting = number % 10 < 2;
            dariro.database.useTransaction(tx -> of(tx, group, waiting));
        }
    }

    private void of(Transaction tx, Written group, boolean waiting) {
        Duration step = Duration.between(begin, Instant.now()).dividedBy(ALERTS + 1L);
        for (int i = 0; i < ALERTS; i++) {
            Author author = group.authors().get(1 + i % (group.authors().size() - 1));
            alert(tx, group, author, begin.plus(step.multipliedBy(i + 1L)), waiting && i == ALERTS - 1);
        }
        for (int i = 0; i < PRIVATE; i++) {
            Author author = group.authors().get(1 + i % (group.authors().size() - 1));
            tx.update(
                    "insert into private_words (id, group_id, membership_id, from_mentor, mentor, sealed, at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    dariro.ids.next(),
                    group.group(),
                    author.place(),
                    i % 2 == 1,
                    i % 2 == 1 ? "Grace" : null,
                    key(author).seal("Can we talk tomorrow after school", "private"),
                    begin.plus(step.multipliedBy(i / 2)));
        }
    }

    private static DataKey key(Author author) {
        return author.member().orElseThrow().key();
    }

    private void alert(Transaction tx, Written group, Author author, Instant at, boolean open) {
        long post = dariro.ids.next();
        long alert = dariro.ids.next();
        tx.update(
                "insert into posts (id, group_id, membership_id, state, sealed, written_at) values (?, ?, ?, ?, ?, ?)",
                post,
                group.group(),
                author.place(),
                open ? "HELD" : "REJECTED",
                key(author).seal(WORDS, "post"),
                at);
        tx.update(
                "insert into holds (id, post_id, reason, placed_at, decision, decided_at, decided_by, decision_reason)"
                        + " values (?, ?, 'risk', ?, ?, ?, ?, ?)",
                dariro.ids.next(),
                post,
                at,
                open ? null : "rejected",
                open ? null : at.plusSeconds(600),
                open ? null : "Grace",
                open ? null : REASON);
        tx.update(
                "insert into alerts (id, group_id, membership_id, member_id, source, source_id, category, severity, sealed,"
                        + " state, raised_at, closed_at, closed_by, outcome)"
                        + " values (?, ?, ?, ?, 'post', ?, 'suicide', 'critical', ?, ?, ?, ?, ?, ?)",
                alert,
                group.group(),
                author.place(),
                author.member().orElseThrow().id(),
                post,
                key(author).seal(WORDS, "alert"),
                open ? "OPEN" : "CLOSED",
                at,
                open ? null : at.plusSeconds(3_600),
                open ? null : "Grace",
                open ? null : "safe");
        for (String action : List.of("claimed", "noted")) {
            tx.update(
                    "insert into alert_actions (id, alert_id, at, actor, action, detail, note_sealed)"
                            + " values (?, ?, ?, 'Grace', ?, null, ?)",
                    dariro.ids.next(),
                    alert,
                    at.plusSeconds(120),
                    action,
                    action.equals("noted") ? key(author).seal("Called her; she is with her aunt.", "action") : null);
        }
    }
}
