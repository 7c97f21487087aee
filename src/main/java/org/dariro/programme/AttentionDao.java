package org.dariro.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Asks the tables who wrote and had no answer, and who has not written: one query each for any number of groups. */
@Component
public class AttentionDao {
    /** So many of a group's latest posts are looked at. */
    private static final int LATEST = 200;

    private static final String UNANSWERED = "select p.id, (p.seq = f.seq) as is_first from groups g"
            + " join posts p on p.group_id = g.id and p.seq > g.last_seq - " + LATEST
            + " join memberships s on s.id = p.membership_id and s.role = 'MEMBER' and s.state = 'ACTIVE'"
            + " join (select membership_id, min(seq) as seq from posts where group_id = any(?) and seq is not null"
            + " group by membership_id) f on f.membership_id = p.membership_id"
            + " where g.id = any(?) and p.released_at <= ? and p.released_at > ?"
            + " and (not exists (select 1 from posts r where r.group_id = p.group_id and r.seq > p.seq"
            + " and r.membership_id <> p.membership_id)"
            + " or (p.seq = f.seq and not exists (select 1 from posts r join memberships m on m.id = r.membership_id"
            + " and m.role = 'MENTOR' where r.group_id = p.group_id and r.seq > p.seq)"
            + " and not exists (select 1 from private_words w where w.group_id = p.group_id"
            + " and w.membership_id = p.membership_id and w.from_mentor and w.at > p.released_at)))"
            + " order by is_first desc, p.released_at, p.id";
    private static final String SILENT = "select s.id, s.created_at, p.at as posted, w.at as wrote from memberships s"
            + " left join (select membership_id, max(written_at) as at from posts where group_id = any(?)"
            + " group by membership_id) p on p.membership_id = s.id"
            + " left join (select membership_id, max(at) as at from private_words where group_id = any(?)"
            + " and not from_mentor group by membership_id) w on w.membership_id = s.id"
            + " where s.group_id = any(?) and s.state = 'ACTIVE' and s.role = 'MEMBER' and s.created_at <= ?"
            + " and (p.at is null or p.at <= ?) and (w.at is null or w.at <= ?)"
            + " order by coalesce(p.at, s.created_at), s.id";

    /**
     * A post that nobody answered.
     *
     * @param first whether it is the first of its author
     */
    record Lonely(long post, boolean first) {}

    /**
     * Somebody who has not written for a while.
     *
     * @param last when they last did; empty for somebody who never has
     */
    record Quiet(long membership, Instant since, Optional<Instant> last) {}

    /** Posts between two times after which nobody else wrote, and first posts after which no mentor did; those first. */
    List<Lonely> unanswered(Transaction tx, Collection<Long> groups, Instant from, Instant to) {
        Long[] ids = groups.toArray(Long[]::new);
        return tx.query(UNANSWERED)
                .bind(0, ids)
                .bind(1, ids)
                .bind(2, to)
                .bind(3, from)
                .map((row, context) -> new Lonely(row.getLong("id"), row.getBoolean("is_first")))
                .list();
    }

    /** Members who have neither posted nor written to a mentor after a time, the longest silent first. */
    List<Quiet> silent(Transaction tx, Collection<Long> groups, Instant since) {
        Long[] ids = groups.toArray(Long[]::new);
        return tx.query(SILENT)
                .bind(0, ids)
                .bind(1, ids)
                .bind(2, ids)
                .bind(3, since)
                .bind(4, since)
                .bind(5, since)
                .map((row, context) -> new Quiet(
                        row.getLong("id"),
                        row.getTimestamp("created_at").toInstant(),
                        later(row.getTimestamp("posted"), row.getTimestamp("wrote"))))
                .list();
    }

    private static Optional<Instant> later(@Nullable Timestamp one, @Nullable Timestamp other) {
        if (one == null || other == null) {
            return Optional.ofNullable(one == null ? other : one).map(Timestamp::toInstant);
        }
        return Optional.of((one.after(other) ? one : other).toInstant());
    }
}
