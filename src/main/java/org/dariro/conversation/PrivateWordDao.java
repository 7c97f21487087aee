package org.dariro.conversation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dariro.group.Membership;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Write;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The table of words between one member and the mentors, sealed with the member's key. */
@Component
public class PrivateWordDao {
    private static final String PLACE = "private";
    private static final Write INSERT = new Write(
            80,
            "insert into private_words (id, group_id, membership_id, from_mentor, mentor, sealed, at, alert_id, planned)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    /** A member's words belong to the latest alert on them that mentors have not closed. */
    private static final Write INSERT_ANSWER = new Write(
            80,
            "insert into private_words (id, group_id, membership_id, from_mentor, mentor, sealed, at, alert_id)"
                    + " values (?, ?, ?, ?, ?, ?, ?, (select max(a.id) from alerts a where a.membership_id = ?"
                    + " and a.state <> 'CLOSED' and a.source <> 'report'))");

    private static final String SELECT = "select w.id, w.membership_id, w.from_mentor, w.mentor, w.sealed, w.at,"
            + " w.alert_id, m.data_key from private_words w join memberships s on s.id = w.membership_id"
            + " join members m on m.id = s.member_id ";
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public PrivateWordDao(Vault vault, Ids ids, InstantSource clock) {
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Private words as mentors read them.
     *
     * @param mentor who wrote them; null when the member did
     * @param alert that they belong to; null when to none
     */
    public record PrivateWords(
            long id,
            long membership,
            @Nullable String mentor,
            String text,
            Instant at,
            @Nullable Long alert) {}

    /** From the member to the mentors; hands back the id of the words. */
    long insert(Transaction tx, Membership place, DataKey key, String text) {
        long id = ids.next();
        tx.write(
                INSERT_ANSWER,
                id,
                place.groupId(),
                place.id(),
                false,
                null,
                key.seal(text, PLACE),
                clock.instant(),
                place.id());
        return id;
    }

    /** Some private words by their id. */
    Optional<PrivateWords> find(Transaction tx, long id) {
        return tx.query(SELECT + "where w.id = ?")
                .bind(0, id)
                .map((row, context) -> words(row))
                .findOne();
    }

    /**
     * From a mentor to the member.
     *
     * @param alert that the mentor is at work on; null when it is none
     * @param planned whether they were written earlier, for this time: they answer nothing
     */
    void insertFromMentor(
            Transaction tx,
            Membership place,
            DataKey key,
            String mentor,
            String text,
            @Nullable Long alert,
            boolean planned) {
        tx.write(
                INSERT,
                ids.next(),
                place.groupId(),
                place.id(),
                true,
                mentor,
                key.seal(text, PLACE),
                clock.instant(),
                alert,
                planned);
    }

    /** The private words that belong to some alerts, the oldest first. */
    public List<PrivateWords> ofAlerts(Transaction tx, Collection<Long> alerts) {
        return tx.query(SELECT + "where w.alert_id = any(?) order by w.id")
                .bind(0, alerts.toArray(Long[]::new))
                .map((row, context) -> words(row))
                .list();
    }

    /** All private words of a group, the oldest first. */
    public List<PrivateWords> ofGroup(Transaction tx, long group) {
        return ofGroup(tx, group, 0, Integer.MAX_VALUE);
    }

    /** Private words of a group with an id above {@code after}, the oldest first. */
    public List<PrivateWords> ofGroup(Transaction tx, long group, long after, int most) {
        return tx.query(SELECT + "where w.group_id = ? and w.id > ? order by w.id limit ?")
                .bind(0, group)
                .bind(1, after)
                .bind(2, most)
                .map((row, context) -> words(row))
                .list();
    }

    /** The latest private words of a group that were written from a time on and before another, the oldest of them first. */
    public List<PrivateWords> between(Transaction tx, long group, Instant from, Instant to, int most) {
        return oldestFirst(tx.query(SELECT
                        + "where w.group_id = ? and w.at >= ? and w.at < ? order by w.at desc, w.id desc limit ?")
                .bind(0, group)
                .bind(1, from)
                .bind(2, to)
                .bind(3, most));
    }

    /** The latest private words between somebody and the mentors with an id below {@code before}, the oldest of them first. */
    public List<PrivateWords> ofPlace(Transaction tx, long place, long before, int most) {
        return oldestFirst(tx.query(SELECT + "where w.membership_id = ? and w.id < ? order by w.id desc limit ?")
                .bind(0, place)
                .bind(1, before)
                .bind(2, most));
    }

    private List<PrivateWords> oldestFirst(Query latestFirst) {
        List<PrivateWords> found =
                new ArrayList<>(latestFirst.map((row, context) -> words(row)).list());
        Collections.reverse(found);
        return found;
    }

    /** Some private words. */
    List<PrivateWords> find(Transaction tx, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : tx.query(SELECT + "where w.id = any(?)")
                        .bind(0, ids.toArray(Long[]::new))
                        .map((row, context) -> words(row))
                        .list();
    }

    /** The id of the last private words between somebody and the mentors; 0 when there are none. */
    long last(Transaction tx, long place) {
        return tx.query("select coalesce(max(id), 0) from private_words where membership_id = ?")
                .bind(0, place)
                .mapTo(long.class)
                .one();
    }

    private PrivateWords words(ResultSet row) throws SQLException {
        byte[] wrapped = row.getBytes("data_key");
        return new PrivateWords(
                row.getLong("id"),
                row.getLong("membership_id"),
                row.getString("mentor"),
                wrapped == null ? "(erased)" : vault.unwrap(wrapped).open(row.getBytes("sealed"), PLACE),
                row.getTimestamp("at").toInstant(),
                alert(row));
    }

    private static @Nullable Long alert(ResultSet row) throws SQLException {
        long alert = row.getLong("alert_id");
        return row.wasNull() ? null : Long.valueOf(alert);
    }
}
