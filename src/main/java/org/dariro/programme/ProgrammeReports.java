package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.screening.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How groups take part, how texts arrive, and how soon alerts are acted on. The first two are read from sums of each day,
 * which are made anew when they are some minutes old.
 */
@Component
public class ProgrammeReports {
    /** Receipts may come so late. */
    private static final int OPEN_DAYS = 3;

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST_ALERTS = 20_000;
    private static final int MOST_WEEKS = 53;
    private final Database database;
    private final ReportDao dao;
    private final InstantSource clock;

    @Inject
    public ProgrammeReports(Database database, ReportDao dao, InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.clock = clock;
    }

    /** Makes the sums of the days that may have changed, when those that there are are some minutes old. */
    public void turn() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        ReportDao.Made made = database.inTransaction(dao::made);
        if (made.at().filter(at -> at.plus(FRESH).isAfter(now)).isPresent()) {
            return;
        }
        LocalDate first = made.until().orElseGet(() -> database.inTransaction(dao::first)
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                .orElse(today));
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            LocalDate one = day;
            LocalDate open = today.minusDays(OPEN_DAYS);
            boolean mine = database.inTransaction(tx -> {
                if (!dao.lock(tx)) {
                    return false;
                }
                dao.make(tx, one);
                // what was begun and not ended is gone on with the next time
                dao.setMade(tx, one.isBefore(open) ? one.plusDays(1) : open, one.equals(today) ? now : Instant.EPOCH);
                return true;
            });
            if (!mine) {
                return;
            }
        }
    }

    /** When the sums were made. */
    public Instant asOf(Transaction tx) {
        return dao.made(tx).at().filter(at -> at.isAfter(Instant.EPOCH)).orElse(clock.instant());
    }

    /**
     * A group's week. Mentors are not counted.
     *
     * @param week its first day, a Monday
     * @param posters who posted
     * @param byText who got posts by SMS
     * @param byDial who read by dialling
     * @param silent who read and did not post
     */
    public record Week(LocalDate week, long group, int posters, int byText, int byDial, int silent, int posts) {}

    /** The weeks from one day to another, the last first, of a group or (null) of all. */
    public List<Week> engagement(Transaction tx, LocalDate from, LocalDate to, @Nullable Long group) {
        LocalDate last = to.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate longest = last.minusWeeks(MOST_WEEKS - 1L);
        return dao.engagement(tx, first.isBefore(longest) ? longest : first, last, group).stream()
                .map(took -> new Week(
                        took.monday(),
                        took.group(),
                        took.posters(),
                        took.byText(),
                        took.byDial(),
                        took.all() - took.posters(),
                        took.posts()))
                .toList();
    }

    /**
     * What became of the texts by a line to a network.
     *
     * @param network its code; empty where it is not known
     * @param accepted that the carrier took, without a word yet on whether they arrived
     * @param open that wait, are on the way, or of which nobody knows
     */
    public record Rate(long line, String network, long texts, long delivered, long accepted, long failed, long open) {
        /** The share that arrived, of those whose fate is known; empty while none is. */
        public Optional<Double> share() {
            long known = delivered + failed;
            return known == 0 ? Optional.empty() : Optional.of(delivered / (double) known);
        }
    }

    /** What became of the texts of some days, by line and network. */
    public List<Rate> deliveries(Transaction tx, LocalDate from, LocalDate to) {
        Map<String, Rate> rates = new TreeMap<>();
        for (ReportDao.Sent sent : dao.deliveries(tx, from, to)) {
            long delivered = sent.state().equals("DELIVERED") ? sent.texts() : 0;
            long accepted = sent.state().equals("ACCEPTED") ? sent.texts() : 0;
            long failed = sent.state().equals("FAILED") ? sent.texts() : 0;
            Rate one = new Rate(
                    sent.line(),
                    sent.network(),
                    sent.texts(),
                    delivered,
                    accepted,
                    failed,
                    sent.texts() - delivered - accepted - failed);
            rates.merge(
                    sent.line() + " " + sent.network(),
                    one,
                    (a, b) -> new Rate(
                            a.line(),
                            a.network(),
                            a.texts() + b.texts(),
                            a.delivered() + b.delivered(),
                            a.accepted() + b.accepted(),
                            a.failed() + b.failed(),
                            a.open() + b.open()));
        }
        return List.copyOf(rates.values());
    }

    /**
     * How soon alerts of a severity were acted on.
     *
     * @param escalated of which more than the first person was called
     * @param claim from raised to claimed: the middle one, and what nine of ten were within; empty where none was
     * @param close the same until closed
     */
    public record Response(
            Severity severity, int alerts, int claimed, int closed, int escalated, Times claim, Times close) {}

    /** The middle one and the nine-tenths one. */
    public record Times(Optional<Duration> median, Optional<Duration> p90) {
        static Times of(List<Duration> all) {
            List<Duration> sorted = all.stream().sorted().toList();
            return new Times(at(sorted, 0.5), at(sorted, 0.9));
        }

        /** The nearest rank. */
        private static Optional<Duration> at(List<Duration> sorted, double share) {
            return sorted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
        }
    }

    /** Alerts that were raised from one day to another, the gravest first. */
    public List<Response> responses(Transaction tx, LocalDate from, LocalDate to) {
        Map<Severity, List<ReportDao.Answered>> bySeverity = new TreeMap<>();
        dao.alerts(
                        tx,
                        from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        MOST_ALERTS)
                .forEach(one -> bySeverity
                        .computeIfAbsent(
                                Severity.valueOf(one.severity().toUpperCase(java.util.Locale.ROOT)),
                                severity -> new ArrayList<>())
                        .add(one));
        List<Response> responses = new ArrayList<>();
        bySeverity.forEach((severity, all) -> {
            List<Duration> claims = all.stream()
                    .map(ReportDao.Answered::toClaim)
                    .filter(one -> !one.isNegative())
                    .toList();
            List<Duration> closes = all.stream()
                    .map(ReportDao.Answered::toClose)
                    .filter(one -> !one.isNegative())
                    .toList();
            responses.add(new Response(
                    severity,
                    all.size(),
                    claims.size(),
                    closes.size(),
                    (int) all.stream().filter(ReportDao.Answered::escalated).count(),
                    Times.of(claims),
                    Times.of(closes)));
        });
        return responses;
    }
}
