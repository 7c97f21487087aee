package org.dariro.safeguarding.rota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The tables of rotas and cover hours. */
@Component
public class RotaDao {
    private static final Write INSERT_COVER = new Write(
            75, "insert into cover_hours (id, group_id, days, from_minute, to_minute, zone) values (?, ?, ?, ?, ?, ?)");
    private static final Write INSERT_SHIFT = new Write(
            75,
            "insert into rota_shifts (id, group_id, staff_id, days, from_minute, to_minute, zone)"
                    + " values (?, ?, ?, ?, ?, ?, ?)");
    private static final Write INSERT_CHANGE = new Write(
            75,
            "insert into rota_changes (id, group_id, staff_id, on_duty, starts_at, ends_at, made_by, reason, made_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)");

    /** The rotas of groups, one query each for any number of them; changes that ended before a time are left out. */
    Map<Long, Rota> of(Transaction tx, Collection<Long> groups, Instant from) {
        Long[] ids = groups.toArray(Long[]::new);
        Map<Long, List<WeeklyHours>> cover = new HashMap<>();
        Map<Long, List<Shift>> shifts = new HashMap<>();
        Map<Long, List<Change>> changes = new HashMap<>();
        tx.query(
                        "select group_id, days, from_minute, to_minute, zone from cover_hours where group_id = any(?) order by id")
                .bind(0, ids)
                .map((row, context) -> of(cover, row).add(hours(row)))
                .list();
        tx.query("select group_id, id, staff_id, days, from_minute, to_minute, zone from rota_shifts"
                        + " where group_id = any(?) order by id")
                .bind(0, ids)
                .map((row, context) ->
                        of(shifts, row).add(new Shift(row.getLong("id"), row.getLong("staff_id"), hours(row))))
                .list();
        tx.query("select group_id, id, staff_id, on_duty, starts_at, ends_at, made_by, reason from rota_changes"
                        + " where group_id = any(?) and ends_at > ? order by made_at, id")
                .bind(0, ids)
                .bind(1, from)
                .map((row, context) -> of(changes, row).add(change(row)))
                .list();
        return groups.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        group -> new Rota(
                                cover.getOrDefault(group, List.of()),
                                shifts.getOrDefault(group, List.of()),
                                changes.getOrDefault(group, List.of()))));
    }

    private static <T> List<T> of(Map<Long, List<T>> byGroup, ResultSet row) throws SQLException {
        return byGroup.computeIfAbsent(row.getLong("group_id"), group -> new ArrayList<>());
    }

    void setCover(Transaction tx, long group, List<WeeklyHours> cover, List<Long> ids) {
        tx.update("delete from cover_hours where group_id = ?", group);
        for (int i = 0; i < cover.size(); i++) {
            WeeklyHours hours = cover.get(i);
            tx.write(
                    INSERT_COVER,
                    ids.get(i),
                    group,
                    hours.daysText(),
                    hours.fromMinute(),
                    hours.toMinute(),
                    hours.zone().getId());
        }
    }

    void setShifts(Transaction tx, long group, List<Shift> shifts) {
        tx.update("delete from rota_shifts where group_id = ?", group);
        for (Shift shift : shifts) {
            tx.write(
                    INSERT_SHIFT,
                    shift.id(),
                    group,
                    shift.staff(),
                    shift.hours().daysText(),
                    shift.hours().fromMinute(),
                    shift.hours().toMinute(),
                    shift.hours().zone().getId());
        }
    }

    void add(Transaction tx, long group, Change change, Instant at) {
        tx.write(
                INSERT_CHANGE,
                change.id(),
                group,
                change.staff(),
                change.onDuty(),
                change.span().from(),
                change.span().to(),
                change.by(),
                change.reason(),
                at);
    }

    /** The other half of a swap, of which a change is the one: made at once, for the same time; unless that is over. */
    Optional<Change> half(Transaction tx, long change, Instant now) {
        return tx.query("select o.id, o.staff_id, o.on_duty, o.starts_at, o.ends_at, o.made_by, o.reason"
                        + " from rota_changes c join rota_changes o on o.group_id = c.group_id and o.starts_at = c.starts_at"
                        + " and o.ends_at = c.ends_at and o.made_by = c.made_by and o.reason = c.reason"
                        + " and o.made_at = c.made_at and o.on_duty <> c.on_duty"
                        + " where c.id = ? and o.ends_at > ? order by abs(o.id - c.id) limit 1")
                .bind(0, change)
                .bind(1, now)
                .map((row, context) -> change(row))
                .findOne();
    }

    void delete(Transaction tx, long change) {
        tx.update("delete from rota_changes where id = ?", change);
    }

    void end(Transaction tx, long change, Instant at) {
        tx.update("update rota_changes set ends_at = ? where id = ?", at, change);
    }

    void pass(Transaction tx, long from, long to) {
        tx.update("update rota_shifts set staff_id = ? where staff_id = ?", to, from);
        tx.update("update rota_changes set staff_id = ? where staff_id = ?", to, from);
    }

    private static WeeklyHours hours(ResultSet row) throws SQLException {
        return new WeeklyHours(
                WeeklyHours.days(row.getString("days")),
                row.getInt("from_minute"),
                row.getInt("to_minute"),
                ZoneId.of(row.getString("zone")));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("id"),
                row.getLong("staff_id"),
                row.getBoolean("on_duty"),
                new Span(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()),
                row.getString("made_by"),
                row.getString("reason"));
    }
}
