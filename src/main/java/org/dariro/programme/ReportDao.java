package org.dariro.programme;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Adds up what happened day by day and week by week, and reads the sums. */
@Component
public class ReportDao {
    private static final String ENGAGEMENT =
            "insert into engagement_days (on_day, group_id, place_id, posts, texts, dials)"
                    + " select cast(? as date), e.group_id, e.place_id, sum(e.posts), sum(e.texts), sum(e.dials) from ("
                    + " select group_id, membership_id as place_id, 1 as posts, 0 as texts, 0 as dials from posts"
                    + " where state = 'RELEASED' and written_at >= ? and written_at < ? union all"
                    + " select p.group_id, m.id, 0, 1, 0 from parcels p"
                    + " join memberships m on m.group_id = p.group_id and m.member_id = p.member_id"
                    + " where p.kind = 'GROUP' and p.state in ('ACCEPTED', 'DELIVERED') and p.created_at >= ? and p.created_at < ?"
                    + " union all select group_id, membership_id, 0, 0, 1 from dialled_reads where at >= ? and at < ?) e"
                    + " group by e.group_id, e.place_id";

    private static final String DELIVERIES =
            "insert into delivery_days (on_day, line_id, network, state, texts) select cast(? as date), line_id,"
                    + " coalesce(network, ''), state, count(*) from parcels where created_at >= ? and created_at < ?"
                    + " group by line_id, coalesce(network, ''), state";

    private static final String WEEKS =
            "insert into engagement_weeks (monday, group_id, posters, by_text, by_dial, took_part, posts)"
                    + " select cast(? as date), e.group_id, count(distinct case when e.posts > 0 then e.place_id end),"
                    + " count(distinct case when e.texts > 0 then e.place_id end),"
                    + " count(distinct case when e.dials > 0 then e.place_id end), count(distinct e.place_id), sum(e.posts)"
                    + " from engagement_days e join memberships m on m.id = e.place_id and m.role = 'MEMBER'"
                    + " where e.on_day >= cast(? as date) and e.on_day <= cast(? as date) group by e.group_id";

    /** How far the sums go: the first day that may still change, and when they were made last. */
    record Made(Optional<LocalDate> until, Optional<Instant> at) {}

    Made made(Transaction tx) {
        return tx.query("select until_day, made_at from report_days_made where id = 1")
                .map((row, context) -> new Made(
                        Optional.ofNullable(row.getObject("until_day", LocalDate.class)),
                        Optional.ofNullable(row.getTimestamp("made_at")).map(Timestamp::toInstant)))
                .one();
    }

    /** Whether this node may make them now: no other one is at it. */
    boolean lock(Transaction tx) {
        return tx.query("select id from report_days_made where id = 1 for update skip locked")
                .mapTo(int.class)
                .findOne()
                .isPresent();
    }

    void setMade(Transaction tx, LocalDate until, Instant at) {
        tx.update(
                "update report_days_made set until_day = cast(? as date), made_at = ? where id = 1",
                until.toString(),
                at);
    }

    Optional<Instant> first(Transaction tx) {
        return tx.query("select min(written_at) as at from posts")
                .map((row, context) ->
                        Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .one();
    }

    /** Makes the sums of a day anew, and those of the week that it is in. */
    void make(Transaction tx, LocalDate day) {
        String on = day.toString();
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        tx.update("delete from engagement_days where on_day = cast(? as date)", on);
        tx.update("delete from delivery_days where on_day = cast(? as date)", on);
        tx.update(ENGAGEMENT, on, from, to, from, to, from, to);
        tx.update(DELIVERIES, on, from, to);
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        tx.update("delete from engagement_weeks where monday = cast(? as date)", monday.toString());
        tx.update(
                WEEKS, monday.toString(), monday.toString(), monday.plusDays(6).toString());
    }

    /** A group's week: how many members posted, read by SMS or by dialling, or did anything of it; and posts. */
    record Took(LocalDate monday, long group, int posters, int byText, int byDial, int all, int posts) {}

    /** The weeks from one Monday to another, the last first, of one group or (null) of all. */
    List<Took> engagement(Transaction tx, LocalDate from, LocalDate to, @Nullable Long group) {
        return tx.query("select monday, group_id, posters, by_text, by_dial, took_part, posts from engagement_weeks"
                        + " where monday >= cast(? as date) and monday <= cast(? as date)"
                        + " and (group_id = ? or cast(? as bigint) is null) order by monday desc, group_id")
                .bind(0, from.toString())
                .bind(1, to.toString())
                .bind(2, group)
                .bind(3, group)
                .map((row, context) -> new Took(
                        row.getObject("monday", LocalDate.class),
                        row.getLong("group_id"),
                        row.getInt("posters"),
                        row.getInt("by_text"),
                        row.getInt("by_dial"),
                        row.getInt("took_part"),
                        row.getInt("posts")))
                .list();
    }

    /** Texts by line and network in a state. */
    record Sent(long line, String network, String state, long texts) {}

    List<Sent> deliveries(Transaction tx, LocalDate from, LocalDate to) {
        return tx.query("select line_id, network, state, sum(texts) as texts from delivery_days"
                        + " where on_day >= cast(? as date) and on_day <= cast(? as date)"
                        + " group by line_id, network, state order by line_id, network")
                .bind(0, from.toString())
                .bind(1, to.toString())
                .map((row, context) -> new Sent(
                        row.getLong("line_id"), row.getString("network"), row.getString("state"), row.getLong("texts")))
                .list();
    }

    /** An alert's times. */
    record Answered(String severity, Duration toClaim, Duration toClose, boolean escalated) {}

    /** Alerts that were raised in some time; a duration below nothing for what has not happened. */
    List<Answered> alerts(Transaction tx, Instant from, Instant to, int most) {
        return tx.query("select a.severity, a.raised_at, a.closed_at,"
                        + " (select min(c.at) from alert_actions c where c.alert_id = a.id"
                        + " and c.action in ('claimed', 'taken-over')) as claimed_at,"
                        + " (select max(p.step) from pages p where p.alert_id = a.id) as step"
                        + " from alerts a where a.raised_at >= ? and a.raised_at < ? order by a.raised_at desc limit ?")
                .bind(0, from)
                .bind(1, to)
                .bind(2, most)
                .map((row, context) -> {
                    Instant raised = row.getTimestamp("raised_at").toInstant();
                    return new Answered(
                            row.getString("severity"),
                            since(raised, row.getTimestamp("claimed_at")),
                            since(raised, row.getTimestamp("closed_at")),
                            row.getInt("step") > 1);
                })
                .list();
    }

    private static Duration since(Instant raised, @Nullable Timestamp at) {
        return at == null ? Duration.ofSeconds(-1) : Duration.between(raised, at.toInstant());
    }
}
