package org.dariro.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Asks the tables who wrote and had no answer, and who has not written: one query each for any number of groups. */
@Component
public class AttentionDao {
    /** So many of a group's latest posts are looked at. */
    private static final int LATEST = 200;

    /**
     * Only who wrote the last post of a group can have written one after which nobody else wrote: those since the last post of
     * another. They are asked for one by one, as PostgreSQL would read all posts of a week for a range that it cannot guess.
     */
    private static final String ENDS = "select g.id, g.last_seq, coalesce((select max(r.seq) from posts r"
            + " where r.group_id = g.id and r.seq > g.last_seq - " + LATEST
            + " and r.membership_id <> l.membership_id), g.last_seq - " + LATEST + ") as others_seq from groups g"
            + " join posts l on l.group_id = g.id and l.seq = g.last_seq"
            + " join memberships s on s.id = l.membership_id and s.role = 'MEMBER' and s.state = 'ACTIVE'"
            + " where g.id = any(?)";

    private static final String LAST = "select p.id, p.released_at from unnest(?, ?) asked(group_id, seq)"
            + " join posts p on p.group_id = asked.group_id and p.seq = asked.seq"
            + " where p.released_at <= ? and p.released_at > ?";

    private static final String FIRST = "select p.id, p.released_at from memberships s"
            + " join groups g on g.id = s.group_id"
            + " join posts p on p.id = (select f.id from posts f where f.membership_id = s.id and f.seq is not null"
            + " order by f.membership_id, f.written_at limit 1)" // by the index's columns: H2 reads no more than one
            // row
            + " where s.group_id = any(?) and s.role = 'MEMBER' and s.state = 'ACTIVE' and p.seq > g.last_seq - "
            + LATEST
            + " and p.released_at <= ? and p.released_at > ?"
            + " and not exists (select 1 from posts r join memberships m on m.id = r.membership_id"
            + " and m.role = 'MENTOR' where r.group_id = p.group_id and r.seq > p.seq)"
            + " and not exists (select 1 from private_words w where w.group_id = p.group_id"
            + " and w.membership_id = p.membership_id and w.from_mentor and w.at > p.released_at)";

    private static final String SILENT = "select q.id, q.created_at, q.posted, q.wrote from (select s.id, s.created_at,"
            + " (select max(p.written_at) from posts p where p.membership_id = s.id) as posted,"
            + " (select max(w.at) from private_words w where w.group_id = s.group_id and w.membership_id = s.id"
            + " and not w.from_mentor) as wrote from memberships s"
            + " where s.group_id = any(?) and s.state = 'ACTIVE' and s.role = 'MEMBER' and s.created_at <= ?"
            + " and not exists (select 1 from posts p where p.membership_id = s.id and p.written_at > ?)"
            + " and not exists (select 1 from private_words w where w.group_id = s.group_id"
            + " and w.membership_id = s.id and not w.from_mentor and w.at > ?)"
            + " and not exists (select 1 from wellbeing_questions a where a.membership_id = s.id and a.asked_at > ?"
            + " and a.answered_at > ?)) q"
            + " order by coalesce(q.posted, q.created_at), q.id";

    private static final String LOW = "select l.membership_id, l.since_at from wellbeing_lows l"
            + " join memberships s on s.id = l.membership_id and s.state = 'ACTIVE'"
            + " where l.group_id = any(?) and l.since_at > ?"
            + " and not exists (select 1 from private_words w where w.group_id = l.group_id"
            + " and w.membership_id = l.membership_id and w.from_mentor and w.at >= l.since_at)"
            + " order by l.since_at, l.membership_id";

    /**
     * A post that nobody answered.
     *
     * @param first whether it is the first of its author
     */
    record Lonely(long post, boolean first, Instant released) {}

    /**
     * Somebody who has not written for a while.
     *
     * @param last when they last did; empty for somebody who never has
     */
    record Quiet(long membership, Instant since, Optional<Instant> last) {}

    /** Somebody whose answers about how they are were low. */
    record Worried(long membership, Instant since) {}

    /** Posts between two times after which nobody else wrote, and first posts after which no mentor did; those first. */
    List<Lonely> unanswered(Transaction tx, Collection<Long> groups, Instant from, Instant to) {
        Long[] ids = groups.toArray(Long[]::new);
        Map<Long, Lonely> found = new HashMap<>();
        List<Long> of = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        tx.query(ENDS)
                .bind(0, ids)
                .map((row, context) -> {
                    for (long seq = row.getLong("others_seq") + 1; seq <= row.getLong("last_seq"); seq++) {
                        of.add(row.getLong("id"));
                        seqs.add(seq);
                    }
                    return 0;
                })
                .list();
        lonely(tx.query(LAST).bind(0, of.toArray(Long[]::new)).bind(1, seqs.toArray(Long[]::new)), 2, from, to, false)
                .forEach(one -> found.put(one.post(), one));
        lonely(tx.query(FIRST).bind(0, ids), 1, from, to, true).forEach(one -> found.put(one.post(), one));
        return found.values().stream()
                .sorted(Comparator.comparing(Lonely::first)
                        .reversed()
                        .thenComparing(Lonely::released)
                        .thenComparing(Lonely::post))
                .toList();
    }

    private static List<Lonely> lonely(Query query, int at, Instant from, Instant to, boolean first) {
        return query.bind(at, to)
                .bind(at + 1, from)
                .map((row, context) -> new Lonely(
                        row.getLong("id"),
                        first,
                        row.getTimestamp("released_at").toInstant()))
                .list();
    }

    /** Members who have neither posted nor written to a mentor nor answered after a time, the longest silent first. */
    List<Quiet> silent(Transaction tx, Collection<Long> groups, Instant since) {
        Long[] ids = groups.toArray(Long[]::new);
        return tx.query(SILENT)
                .bind(0, ids)
                .bind(1, since)
                .bind(2, since)
                .bind(3, since)
                .bind(4, since.minus(WellbeingAnswers.OPEN))
                .bind(5, since)
                .map((row, context) -> new Quiet(
                        row.getLong("id"),
                        row.getTimestamp("created_at").toInstant(),
                        later(row.getTimestamp("posted"), row.getTimestamp("wrote"))))
                .list();
    }

    /** Members whose answers were low after a time and to whom no mentor has written since, the longest waiting first. */
    List<Worried> low(Transaction tx, Collection<Long> groups, Instant after) {
        return tx.query(LOW)
                .bind(0, groups.toArray(Long[]::new))
                .bind(1, after)
                .map((row, context) -> new Worried(
                        row.getLong("membership_id"),
                        row.getTimestamp("since_at").toInstant()))
                .list();
    }

    private static Optional<Instant> later(@Nullable Timestamp one, @Nullable Timestamp other) {
        if (one == null || other == null) {
            return Optional.ofNullable(one == null ? other : one).map(Timestamp::toInstant);
        }
        return Optional.of((one.after(other) ? one : other).toInstant());
    }
}
