package org.dariro.spend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The sums of days that are over. */
@Component
public class SpendDayDao {
    private static final Write INSERT = new Write(
            57,
            "insert into spend_days (on_day, group_id, dimension, item, currency, parcels, segments, naive_segments,"
                    + " unpriced, expected, charged, naive) values (cast(? as date), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    /** How far the sums go. */
    record Made(@Nullable LocalDate until, @Nullable Instant lookedAt) {}

    Made made(Transaction tx) {
        return tx.query("select until_day, looked_at from spend_days_made where id = 1")
                .map((row, context) -> made(row))
                .one();
    }

    /** The same, locked; empty when another node is at it. */
    Optional<Made> lock(Transaction tx) {
        return tx.query("select until_day, looked_at from spend_days_made where id = 1 for update skip locked")
                .map((row, context) -> made(row))
                .findOne();
    }

    private static Made made(ResultSet row) throws SQLException {
        java.sql.Timestamp looked = row.getTimestamp("looked_at");
        return new Made(row.getObject("until_day", LocalDate.class), looked == null ? null : looked.toInstant());
    }

    void setMade(Transaction tx, LocalDate until, Instant lookedAt) {
        tx.update(
                "update spend_days_made set until_day = cast(? as date), looked_at = ? where id = 1",
                until.toString(),
                lookedAt);
    }

    Optional<Instant> firstParcel(Transaction tx) {
        return tx.query("select min(created_at) as at from parcels")
                .map((row, context) -> Optional.ofNullable(row.getTimestamp("at")))
                .one()
                .map(java.sql.Timestamp::toInstant);
    }

    /** The times of parcels before a day of which something was entered since. */
    List<LocalDate> changedDays(Transaction tx, Instant since, Instant before) {
        return tx.query("select distinct cast(p.created_at at time zone 'UTC' as date) as on_day from"
                        + " (select c.parcel_id from charges c where c.at >= ?"
                        + " union select k.parcel_id from corrections k where k.at >= ?) e"
                        + " join parcels p on p.id = e.parcel_id where p.created_at < ?")
                .bind(0, since)
                .bind(1, since)
                .bind(2, before)
                .map((row, context) -> row.getObject("on_day", LocalDate.class))
                .list();
    }

    /** The hours (UTC) of a day's parcels, before an instant of it, that changed since, or of which something was entered since. */
    Set<Integer> changedHours(Transaction tx, Instant midnight, Instant before, Instant since) {
        String hours =
                "select distinct cast(extract(hour from p.created_at at time zone 'UTC') as integer) as of_hour from ";
        return tx.query(hours + "parcels p where p.created_at >= ? and p.created_at < ? and p.changed_at >= ? union "
                        + hours
                        + "(select c.parcel_id from charges c where c.at >= ?"
                        + " union select k.parcel_id from corrections k where k.at >= ?) e"
                        + " join parcels p on p.id = e.parcel_id where p.created_at >= ? and p.created_at < ?")
                .bind(0, midnight)
                .bind(1, before)
                .bind(2, since)
                .bind(3, since)
                .bind(4, since)
                .bind(5, midnight)
                .bind(6, before)
                .mapTo(Integer.class)
                .set();
    }

    void replace(Transaction tx, LocalDate day, List<DayRow> rows) {
        tx.update("delete from spend_days where on_day = cast(? as date)", day.toString());
        rows.forEach(row -> tx.write(
                INSERT,
                row.key().day().toString(),
                row.key().group(),
                row.key().dimension(),
                row.key().item(),
                row.currency(),
                row.counts().parcels(),
                row.counts().segments(),
                row.counts().naiveSegments(),
                row.counts().unpriced(),
                row.amounts().expected(),
                row.amounts().charged(),
                row.amounts().naive()));
    }

    /**
     * The sums of days from one to before another. What needs no rate of its day is added up over the days: the counts, and
     * the amounts in the currency that all is converted to.
     *
     * @param wide whether group and day are kept apart all the same, as items are made of them
     */
    List<DayRow> rows(
            Transaction tx,
            LocalDate from,
            LocalDate to,
            @Nullable Long group,
            Dimension dimension,
            String currency,
            boolean wide) {
        String day = wide ? "on_day" : "case when currency in ('', ?) then cast(? as date) else on_day end";
        String of = wide ? "group_id" : "0";
        var query = tx.query("select d.on_day, d.group_id, cast(? as varchar) as dimension, d.item, d.currency,"
                + " sum(d.parcels) as parcels, sum(d.segments) as segments, sum(d.naive_segments) as naive_segments,"
                + " sum(d.unpriced) as unpriced, sum(d.expected) as expected, sum(d.charged) as charged,"
                + " sum(d.naive) as naive from (select " + day + " as on_day, " + of + " as group_id,"
                + (wide ? " ''" : " item")
                + " as item, currency, parcels, segments, naive_segments, unpriced, expected,"
                + " charged, naive from spend_days"
                + " where on_day >= cast(? as date) and on_day < cast(? as date) and dimension = ?"
                + " and (group_id = ? or cast(? as bigint) is null)) d"
                + " group by d.on_day, d.group_id, d.item, d.currency");
        int at = 0;
        query.bind(at++, dimension.name());
        if (!wide) {
            query.bind(at++, currency).bind(at++, from.toString());
        }
        return query.bind(at++, from.toString())
                .bind(at++, to.toString())
                .bind(at++, dimension.name())
                .bind(at++, group)
                .bind(at, group)
                .map((row, context) -> row(row))
                .list();
    }

    /** The days before one that have texts of a sum, the last first. */
    List<LocalDate> with(Transaction tx, SpendTexts.Wanted wanted, LocalDate before) {
        String item = wanted.item();
        boolean ofGroup = wanted.by() == Spending.By.GROUP && item != null;
        Long group = ofGroup && item != null ? Long.valueOf(item) : wanted.group();
        return tx.query("select distinct on_day from spend_days where on_day >= cast(? as date)"
                        + " and on_day < cast(? as date) and currency = '' and dimension = ?"
                        + " and (group_id = ? or cast(? as bigint) is null)"
                        + " and (item = ? or cast(? as varchar) is null) order by on_day desc")
                .bind(0, wanted.from().toString())
                .bind(1, before.toString())
                .bind(2, wanted.by().dimension().name())
                .bind(3, group)
                .bind(4, group)
                .bind(5, ofGroup ? null : item)
                .bind(6, ofGroup ? null : item)
                .map((row, context) -> row.getObject("on_day", LocalDate.class))
                .list();
    }

    private static DayRow row(ResultSet row) throws SQLException {
        return new DayRow(
                new DayRow.Key(
                        row.getObject("on_day", LocalDate.class),
                        row.getLong("group_id"),
                        Dimension.valueOf(row.getString("dimension")),
                        row.getString("item")),
                row.getString("currency"),
                new Counts(
                        row.getLong("parcels"),
                        row.getLong("segments"),
                        row.getLong("naive_segments"),
                        row.getLong("unpriced")),
                new Amounts(row.getBigDecimal("expected"), row.getBigDecimal("charged"), row.getBigDecimal("naive")));
    }
}
