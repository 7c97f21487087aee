package org.dariro.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The tables of what members are asked about how they are. Answers are sealed with the keys of the members. */
@Component
public class WellbeingDao {
    private static final String PLACE = "wellbeing";
    private static final Write ASK = new Write(
            92, "insert into wellbeing_questions (id, group_id, membership_id, item, asked_at) values (?, ?, ?, ?, ?)");
    private static final Write ANSWER =
            new Write(93, "update wellbeing_questions set answer_sealed = ?, answered_at = ?, medium = ? where id = ?");
    private static final String SETTINGS =
            "select group_id, weekday, at_hour, every_weeks, items, rounds, last_at, next_at from wellbeing_settings ";
    private static final String QUESTION = "select q.id, q.group_id, q.membership_id, s.member_id, q.item, q.asked_at,"
            + " q.answer_sealed, q.answered_at, q.medium from wellbeing_questions q"
            + " join memberships s on s.id = q.membership_id ";

    /**
     * A question that somebody was asked.
     *
     * @param sealed the answer; null while there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Asked(
            long id,
            long group,
            long membership,
            long member,
            String item,
            Instant askedAt,
            byte @Nullable [] sealed,
            Optional<Instant> answeredAt,
            @Nullable String medium) {
        /** The answer, as a member's key opens it; empty while there is none. */
        Optional<Integer> value(DataKey key) {
            return sealed == null ? Optional.empty() : Optional.of(Integer.parseInt(key.open(sealed, PLACE)));
        }
    }

    /** Its row is what others wait for, so it is never taken away. */
    void save(Transaction tx, WellbeingSettings settings, String by, Instant at) {
        String items = settings.items().stream().map(WellbeingItem::label).collect(Collectors.joining(","));
        int changed = tx.update(
                "update wellbeing_settings set weekday = ?, at_hour = ?, every_weeks = ?, items = ?, rounds = ?, last_at = ?,"
                        + " next_at = ?, changed_by = ?, changed_at = ? where group_id = ?",
                settings.weekday().getValue(),
                settings.hour(),
                settings.everyWeeks(),
                items,
                settings.rounds(),
                settings.lastAt().orElse(null),
                settings.nextAt().orElse(null),
                by,
                at,
                settings.group());
        if (changed == 0) {
            tx.update(
                    "insert into wellbeing_settings (group_id, weekday, at_hour, every_weeks, items, rounds, last_at,"
                            + " next_at, changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    settings.group(),
                    settings.weekday().getValue(),
                    settings.hour(),
                    settings.everyWeeks(),
                    items,
                    settings.rounds(),
                    settings.lastAt().orElse(null),
                    settings.nextAt().orElse(null),
                    by,
                    at);
        }
    }

    /** Notes that a group was asked, or that its time passed. */
    void moveOn(Transaction tx, WellbeingSettings settings) {
        tx.update(
                "update wellbeing_settings set rounds = ?, last_at = ?, next_at = ? where group_id = ?",
                settings.rounds(),
                settings.lastAt().orElse(null),
                settings.nextAt().orElse(null),
                settings.group());
    }

    Optional<WellbeingSettings> settings(Transaction tx, long group) {
        return tx.query(SETTINGS + "where group_id = ?")
                .bind(0, group)
                .map((row, context) -> settings(row))
                .findOne();
    }

    Optional<WellbeingSettings> lock(Transaction tx, long group) {
        return tx.query(SETTINGS + "where group_id = ? for update")
                .bind(0, group)
                .map((row, context) -> settings(row))
                .findOne();
    }

    /** The groups to be asked by now, the longest waiting first. */
    List<Long> due(Transaction tx, Instant now, int most) {
        return tx.query("select group_id from wellbeing_settings where next_at <= ? order by next_at, group_id limit ?")
                .bind(0, now)
                .bind(1, most)
                .mapTo(Long.class)
                .list();
    }

    /** One of these, locked; empty when another node has it or was there first. */
    Optional<WellbeingSettings> lockDue(Transaction tx, long group, Instant now) {
        return tx.query(SETTINGS + "where group_id = ? and next_at <= ? for update skip locked")
                .bind(0, group)
                .bind(1, now)
                .map((row, context) -> settings(row))
                .findOne();
    }

    /** When a group is asked next. */
    Optional<Instant> next(Transaction tx) {
        return tx.query("select min(next_at) as at from wellbeing_settings")
                .map((row, context) -> time(row, "at"))
                .one();
    }

    void ask(Transaction tx, long id, long group, long membership, WellbeingItem item, Instant at) {
        tx.write(ASK, id, group, membership, item.label(), at);
    }

    void answer(Transaction tx, long id, DataKey key, int value, Instant at, String medium) {
        tx.write(ANSWER, key.seal(Integer.toString(value), PLACE), at, medium, id);
    }

    /** What somebody was asked after a time, in whatever group, the latest first. */
    List<Asked> asked(Transaction tx, long member, Instant after) {
        return tx.query(QUESTION + "where s.member_id = ? and q.asked_at > ? order by q.asked_at desc, q.id desc")
                .bind(0, member)
                .bind(1, after)
                .map((row, context) -> asked(row))
                .list();
    }

    /** The latest answers of somebody in a place, the latest question first. */
    List<Asked> answered(Transaction tx, long membership, int most) {
        return tx.query(QUESTION + "where q.membership_id = ? and q.answered_at is not null"
                        + " order by q.asked_at desc, q.id desc limit ?")
                .bind(0, membership)
                .bind(1, most)
                .map((row, context) -> asked(row))
                .list();
    }

    /** What was answered in some groups from a time until before another, in the order of the answers. */
    List<Asked> answered(Transaction tx, Collection<Long> groups, Instant from, Instant to) {
        return tx.query(QUESTION + "where q.group_id = any(?) and q.answered_at >= ? and q.answered_at < ?"
                        + " order by q.answered_at, q.id")
                .bind(0, groups.toArray(Long[]::new))
                .bind(1, from)
                .bind(2, to)
                .map((row, context) -> asked(row))
                .list();
    }

    /** What was asked in a group from a time until before another, and is answered by now, in the order of the questions. */
    List<Asked> answeredOf(Transaction tx, long group, Instant from, Instant to) {
        return tx.query(QUESTION + "where q.group_id = ? and q.answered_at is not null and q.asked_at >= ?"
                        + " and q.asked_at < ? order by q.asked_at, q.id")
                .bind(0, group)
                .bind(1, from)
                .bind(2, to)
                .map((row, context) -> asked(row))
                .list();
    }

    /** How many of a group were asked since a time, and have answered. */
    Wellbeing.Round round(Transaction tx, long group, Instant since) {
        return tx.query("select count(*) as asked, count(answered_at) as answered from wellbeing_questions"
                        + " where group_id = ? and asked_at >= ?")
                .bind(0, group)
                .bind(1, since)
                .map((row, context) -> new Wellbeing.Round(since, row.getLong("asked"), row.getLong("answered")))
                .one();
    }

    /** Says that somebody's answers ask for a mentor's word since a time, or that they do not. */
    void low(Transaction tx, long membership, long group, Optional<Instant> since) {
        tx.update("delete from wellbeing_lows where membership_id = ?", membership);
        if (since.isPresent()) {
            tx.update(
                    "insert into wellbeing_lows (membership_id, group_id, since_at) values (?, ?, ?)",
                    membership,
                    group,
                    since.get());
        }
    }

    /** Since when somebody's answers ask for a mentor's word; empty when they do not, or have had one. */
    Optional<Instant> waiting(Transaction tx, long membership) {
        return tx.query("select l.since_at from wellbeing_lows l where l.membership_id = ? and not exists ("
                        + "select 1 from private_words w where w.group_id = l.group_id"
                        + " and w.membership_id = l.membership_id and w.from_mentor and w.at >= l.since_at)")
                .bind(0, membership)
                .map((row, context) -> row.getTimestamp("since_at").toInstant())
                .findOne();
    }

    void forget(Transaction tx, long membership) {
        tx.update("delete from wellbeing_lows where membership_id = ?", membership);
        tx.update("delete from wellbeing_questions where membership_id = ?", membership);
    }

    private static WellbeingSettings settings(ResultSet row) throws SQLException {
        return new WellbeingSettings(
                row.getLong("group_id"),
                DayOfWeek.of(row.getInt("weekday")),
                row.getInt("at_hour"),
                row.getInt("every_weeks"),
                Arrays.stream(row.getString("items").split(","))
                        .flatMap(label -> WellbeingItem.of(label).stream())
                        .toList(),
                row.getInt("rounds"),
                time(row, "last_at"),
                time(row, "next_at"));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getLong("id"),
                row.getLong("group_id"),
                row.getLong("membership_id"),
                row.getLong("member_id"),
                row.getString("item"),
                row.getTimestamp("asked_at").toInstant(),
                row.getBytes("answer_sealed"),
                time(row, "answered_at"),
                row.getString("medium"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
