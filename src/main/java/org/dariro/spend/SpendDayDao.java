package org.dariro.spend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The sums of days that are over, one by one and by blocks. */
@Component
public class SpendDayDao {
    private static final String INTO = "insert into spend_sums (dimension, days, first_day, group_id, item, currency,"
            + " parcels, segments, naive_segments, unpriced, expected, charged, naive)";
    private static final String SUMS = " sum(parcels) as parcels, sum(segments) as segments,"
            + " sum(naive_segments) as naive_segments, sum(unpriced) as unpriced, sum(expected) as expected,"
            + " sum(charged) as charged, sum(naive) as naive";
    private static final String JOIN =
            INTO + " select dimension, ?, cast(? as date), group_id, item, currency," + SUMS + " from spend_sums"
                    + " where dimension = ? and days = ? and first_day >= cast(? as date) and first_day < cast(? as date)"
                    + " group by dimension, group_id, item, currency";
    private static final Write INSERT =
            new Write(57, INTO + " values (?, 1, cast(? as date), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    private static final String FROM = "cast(:from as date)";
    private static final String FROM_OR_OWN =
            "case when currency in ('', :currency) then " + FROM + " else first_day end";

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

    /** When the parcels from one time to before another were written, to the minute, of which something was entered since. */
    List<Instant> changed(Transaction tx, Instant from, Instant to, Instant since) {
        return tx.query("select distinct date_trunc('minute', p.created_at) as at from"
                        + " (select c.parcel_id from charges c where c.at >= ?"
                        + " union select k.parcel_id from corrections k where k.at >= ?) e"
                        + " join parcels p on p.id = e.parcel_id where p.created_at >= ? and p.created_at < ?")
                .bind(0, since)
                .bind(1, since)
                .bind(2, from)
                .bind(3, to)
                .map((row, context) -> row.getTimestamp("at").toInstant())
                .list();
    }

    /** Puts the sums of a day in the place of those that are there. */
    void replace(Transaction tx, LocalDate day, List<DayRow> rows) {
        delete(tx, new DayBlock(day, 1));
        rows.stream()
                .sorted(Comparator.comparing((DayRow row) -> row.key().dimension())
                        .thenComparing(row -> row.key().group())) // what is read together lies together
                .forEach(row -> tx.write(
                        INSERT,
                        row.key().dimension(),
                        row.key().day().toString(),
                        row.key().group(),
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

    /** Adds up the sums of a block's halves, in the place of the sums of the block that are there. */
    void join(Transaction tx, DayBlock block) {
        delete(tx, block);
        for (Dimension dimension : Dimension.values()) {
            tx.update(
                    JOIN,
                    block.days(),
                    block.first().toString(),
                    dimension,
                    block.days() / 2,
                    block.first().toString(),
                    block.end().toString());
        }
    }

    private static void delete(Transaction tx, DayBlock block) {
        for (Dimension dimension : Dimension.values()) {
            tx.update(
                    "delete from spend_sums where dimension = ? and days = ? and first_day = cast(? as date)",
                    dimension,
                    block.days(),
                    block.first().toString());
        }
    }

    /**
     * The sums of blocks, added up as far as a report needs no more: by group, by day, or by item. Amounts in the currency that
     * all is converted to, and counts, stand under the first day, unless it is by day; those in other currencies under the first
     * day of their block.
     *
     * @param blocks in order
     * @param group its id, null for all
     * @param whole whether the rates of all currencies are the same in all blocks, so that all amounts stand under the first day
     */
    List<DayRow> rows(
            Transaction tx,
            List<DayBlock> blocks,
            @Nullable Long group,
            Spending.By by,
            String currency,
            boolean whole) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        boolean byDay = by == Spending.By.DAY;
        boolean byGroup = by == Spending.By.GROUP;
        LocalDate from = blocks.get(0).first();
        List<List<DayBlock>> runs = runs(blocks);
        String part = "select " + (byDay ? "first_day" : whole ? FROM : FROM_OR_OWN) + " as on_day, "
                + (byGroup ? "group_id" : "0") + " as group_id, " + (byGroup || byDay ? "''" : "item") + " as item,"
                + " currency, parcels, segments, naive_segments, unpriced, expected, charged, naive from spend_sums"
                + " where dimension = :dimension" + (group == null ? "" : " and group_id = :group");
        String parts = IntStream.range(0, runs.size())
                .mapToObj(run -> part + " and days = :days" + run + " and first_day >= cast(:first" + run
                        + " as date) and first_day <= cast(:last" + run + " as date)")
                .collect(Collectors.joining(" union all "));
        var query = tx.query("select on_day, group_id, item, currency," + SUMS + " from (" + parts
                + ") d group by on_day, group_id, item, currency");
        query.bind("dimension", by.dimension().name());
        if (!byDay) {
            query.bind("from", from.toString());
        }
        if (!byDay && !whole) {
            query.bind("currency", currency);
        }
        if (group != null) {
            query.bind("group", group);
        }
        for (int run = 0; run < runs.size(); run++) {
            List<DayBlock> of = runs.get(run);
            query.bind("days" + run, of.get(0).days());
            query.bind("first" + run, of.get(0).first().toString());
            query.bind("last" + run, of.get(of.size() - 1).first().toString());
        }
        return query.map((row, context) -> row(row, by.dimension())).list();
    }

    /** Blocks of the same size one behind the other are one range of the index. */
    private static List<List<DayBlock>> runs(List<DayBlock> blocks) {
        List<List<DayBlock>> runs = new ArrayList<>();
        for (DayBlock block : blocks) {
            if (runs.isEmpty() || runs.get(runs.size() - 1).get(0).days() != block.days()) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(block);
        }
        return runs;
    }

    /** The days before one that have texts of a sum, the last first. */
    List<LocalDate> with(Transaction tx, SpendTexts.Wanted wanted, LocalDate before) {
        String item = wanted.item();
        boolean ofGroup = wanted.by() == Spending.By.GROUP && item != null;
        Long group = ofGroup && item != null ? Long.valueOf(item) : wanted.group();
        return tx.query("select distinct first_day from spend_sums where days = 1 and first_day >= cast(? as date)"
                        + " and first_day < cast(? as date) and currency = '' and dimension = ?"
                        + " and (group_id = ? or cast(? as bigint) is null)"
                        + " and (item = ? or cast(? as varchar) is null) order by first_day desc")
                .bind(0, wanted.from().toString())
                .bind(1, before.toString())
                .bind(2, wanted.by().dimension().name())
                .bind(3, group)
                .bind(4, group)
                .bind(5, ofGroup ? null : item)
                .bind(6, ofGroup ? null : item)
                .map((row, context) -> row.getObject("first_day", LocalDate.class))
                .list();
    }

    private static DayRow row(ResultSet row, Dimension dimension) throws SQLException {
        return new DayRow(
                new DayRow.Key(
                        row.getObject("on_day", LocalDate.class),
                        row.getLong("group_id"),
                        dimension,
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
