package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.delivery.Till;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.escalation.Callees;
import org.dariro.safeguarding.rota.Rotas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the mentors of a group by SMS, once a day and where a coordinator wants that, how many posts wait for an answer: numbers
 * and nothing else. Nothing comes when none waits, out of cover hours, or when the group has no money for it. A group is taken
 * by the lock of its row, so that nobody is told twice, also over a restart and by several nodes.
 */
@Component
public class DailyCounts {
    /** The first and the last hour of the day at which mentors are told. */
    public static final int FIRST_HOUR = 6;

    public static final int LAST_HOUR = 20;
    private static final int USUAL_HOUR = 16;
    private static final Duration LATE = Duration.ofHours(2);
    private static final int AT_ONCE = 50;
    private static final Logger LOG = LoggerFactory.getLogger(DailyCounts.class);

    private final Database database;
    private final DailyCountsDao dao;
    private final Attention attention;
    private final Callees callees;
    private final Rotas rotas;
    private final Groups groups;
    private final Till till;
    private final Messages messages;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public DailyCounts(
            Database database,
            DailyCountsDao dao,
            Attention attention,
            Callees callees,
            Rotas rotas,
            Groups groups,
            Till till,
            Messages messages,
            AuditLog audit,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.attention = attention;
        this.callees = callees;
        this.rotas = rotas;
        this.groups = groups;
        this.till = till;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whether and when a group's mentors are told.
     *
     * @param hour on the clocks of the group's country
     * @param next empty while they are not
     */
    public record Daily(boolean sends, int hour, Optional<Instant> next) {}

    /** How it is with a group; nobody is told anything until somebody wants it. */
    public Daily of(Transaction tx, long group) {
        return dao.find(tx, group)
                .map(row -> new Daily(row.next().isPresent(), row.hour(), row.next()))
                .orElseGet(() -> new Daily(false, USUAL_HOUR, Optional.empty()));
    }

    /**
     * Sets it, from the next such hour on.
     *
     * @param hour {@link #FIRST_HOUR} to {@link #LAST_HOUR}
     */
    public Daily set(Transaction tx, Group group, boolean sends, int hour, String by) {
        Instant now = clock.instant();
        Optional<Instant> next =
                sends && !group.closed() ? Optional.of(next(hour, Schedule.zone(group), now)) : Optional.empty();
        dao.save(tx, new DailyCountsDao.Row(group.id(), hour, next), by, now);
        audit.add(
                tx,
                AuditEntry.of(by, sends ? "daily-counts-on" : "daily-counts-off")
                        .on("group", group.id()));
        return of(tx, group.id());
    }

    private static Instant next(int hour, ZoneId zone, Instant after) {
        ZonedDateTime at = after.atZone(zone).toLocalDate().atTime(hour, 0).atZone(zone);
        return (at.toInstant().isAfter(after) ? at : at.plusDays(1)).toInstant();
    }

    /** Tells the mentors of the groups whose hour has come. */
    public void turn() {
        for (long group : database.inTransaction(tx -> dao.due(tx, clock.instant(), AT_ONCE))) {
            try {
                database.useTransaction(
                        tx -> dao.lockDue(tx, group, clock.instant()).ifPresent(row -> tell(tx, row)));
            } catch (RuntimeException e) { // one that fails must not keep the others waiting
                LOG.error("The mentors of group {} could not be told; tried again: {}", group, Faults.describe(e));
            }
        }
    }

    /** When the next turn has something to do, as far as is known now. */
    public Optional<Instant> next() {
        return database.inTransaction(dao::next);
    }

    private void tell(Transaction tx, DailyCountsDao.Row row) {
        Instant now = clock.instant();
        Group group = groups.get(tx, row.group());
        if (group.closed()) {
            dao.moveOn(tx, group.id(), Optional.empty());
            return;
        }
        boolean late = row.next().filter(at -> now.isAfter(at.plus(LATE))).isPresent();
        if (!late && rotas.of(tx, group.id()).covers(now)) {
            tell(tx, group);
        }
        dao.moveOn(tx, group.id(), Optional.of(next(row.hour(), Schedule.zone(group), now)));
    }

    private void tell(Transaction tx, Group group) {
        List<Attention.Unanswered> waiting =
                attention.of(tx, List.of(group.id())).unanswered();
        if (waiting.isEmpty()) {
            return;
        }
        Map<String, String> values = Map.of(
                "group",
                group.name(),
                "count",
                Integer.toString(waiting.size()),
                "number",
                Long.toString(
                        waiting.stream().filter(Attention.Unanswered::first).count()));
        long told = callees.mentors(tx, group.id()).stream()
                .filter(one -> till.send(
                        tx,
                        group.id(),
                        one.line(),
                        one.member(),
                        messages.text(one.staff().language(), "daily-counts", values)))
                .count();
        audit.add(
                tx,
                AuditEntry.of(AuditEntry.SERVICE, "daily-counts-sent")
                        .on("group", group.id())
                        .saying(told + " were told"));
    }
}
