package org.dariro.console.api;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateway.Lines;
import org.dariro.platform.Component;
import org.dariro.platform.CsvText;
import org.dariro.platform.Database;
import org.dariro.programme.ProgrammeReports;
import org.dariro.spend.SpendNames;
import org.dariro.spend.Spending;
import org.jspecify.annotations.Nullable;

/** Reads the reports for the API and the console, and gives lines, networks and groups their names. */
@Component
public class ReportDesk {
    private static final int USUAL_DAYS = 84;
    private static final int MOST_DAYS = 371;
    private final Database database;
    private final ProgrammeReports reports;
    private final SpendNames names;
    private final Lines lines;
    private final InstantSource clock;

    @Inject
    public ReportDesk(Database database, ProgrammeReports reports, SpendNames names, Lines lines, InstantSource clock) {
        this.database = database;
        this.reports = reports;
        this.names = names;
        this.lines = lines;
        this.clock = clock;
    }

    /** From a day to another, both counted, in UTC. */
    public record Period(LocalDate from, LocalDate to) {}

    /** A group's week; see docs/api.md. */
    public record WeekView(
            String week,
            long group,
            @Nullable String name,
            int posters,
            int bySms,
            int byUssd,
            int silent,
            int posts) {}

    /** What became of the texts by a line to a network; {@code share} that arrived of those whose fate is known, in percent. */
    public record RateView(
            long line,
            String address,
            @Nullable String network,
            @Nullable String name,
            long texts,
            long delivered,
            long accepted,
            long failed,
            long open,
            @Nullable Integer share) {}

    /** How soon alerts of a severity were acted on; times in seconds, null where none was. */
    public record ResponseView(
            String severity,
            int alerts,
            int claimed,
            int closed,
            int escalated,
            @Nullable Long claimMedian,
            @Nullable Long claimP90,
            @Nullable Long closeMedian,
            @Nullable Long closeP90) {}

    /**
     * The period that somebody asks for; the last twelve weeks when left out.
     *
     * @throws Refused when it is none, or longer than 53 weeks
     */
    public Period period(@Nullable String from, @Nullable String to) {
        Fields fields = new Fields();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate last = day(fields, "to", to).orElse(today);
        LocalDate first = day(fields, "from", from).orElse(last.minusDays(USUAL_DAYS - 1));
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            fields.fault("from", "The first day is not after the last, and at most 53 weeks before it.");
        }
        fields.check();
        return new Period(first, last);
    }

    private static Optional<LocalDate> day(Fields fields, String field, @Nullable String written) {
        try {
            return written == null || written.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            fields.fault(field, "This is a day in UTC, written 2026-03-01.");
            return Optional.empty();
        }
    }

    /** When the sums were made; they are made anew when they are old. */
    public Instant asOf() {
        return database.inTransaction(reports::asOf);
    }

    /** Who took part, by group and week, the last week first. */
    public List<WeekView> engagement(Period period) {
        reports.turn();
        return database.inTransaction(tx -> {
            List<ProgrammeReports.Week> weeks = reports.engagement(tx, period.from(), period.to(), null);
            Map<String, String> known = names.of(
                    tx,
                    Spending.By.GROUP,
                    weeks.stream()
                            .map(week -> Long.toString(week.group()))
                            .distinct()
                            .toList());
            return weeks.stream()
                    .map(week -> new WeekView(
                            week.week().toString(),
                            week.group(),
                            known.get(Long.toString(week.group())),
                            week.posters(),
                            week.byText(),
                            week.byDial(),
                            week.silent(),
                            week.posts()))
                    .toList();
        });
    }

    /** What became of texts, by line and network. */
    public List<RateView> deliveries(Period period) {
        reports.turn();
        return database.inTransaction(tx -> {
            List<ProgrammeReports.Rate> rates = reports.deliveries(tx, period.from(), period.to());
            Map<String, String> known = names.of(
                    tx,
                    Spending.By.NETWORK,
                    rates.stream()
                            .map(ProgrammeReports.Rate::network)
                            .distinct()
                            .toList());
            return rates.stream()
                    .map(rate -> new RateView(
                            rate.line(),
                            lines.find(rate.line()).map(line -> line.address()).orElse(""),
                            rate.network().isEmpty() ? null : rate.network(),
                            known.get(rate.network()),
                            rate.texts(),
                            rate.delivered(),
                            rate.accepted(),
                            rate.failed(),
                            rate.open(),
                            rate.share().isPresent()
                                    ? Integer.valueOf(
                                            (int) Math.round(rate.share().get() * 100))
                                    : null))
                    .toList();
        });
    }

    /** How soon alerts were acted on, the gravest first. */
    public List<ResponseView> responses(Period period) {
        return database.inTransaction(tx -> reports.responses(tx, period.from(), period.to())).stream()
                .map(one -> new ResponseView(
                        Fields.label(one.severity()),
                        one.alerts(),
                        one.claimed(),
                        one.closed(),
                        one.escalated(),
                        seconds(one.claim().median()),
                        seconds(one.claim().p90()),
                        seconds(one.close().median()),
                        seconds(one.close().p90())))
                .toList();
    }

    private static @Nullable Long seconds(Optional<Duration> time) {
        return time.isPresent() ? Long.valueOf(time.get().toSeconds()) : null;
    }

    /** A report as a table: {@code engagement}, {@code deliveries} or {@code alerts}; empty when there is no such report. */
    public Optional<String> table(String report, Period period) {
        return switch (report) {
            case "engagement" -> Optional.of(engagementTable(period));
            case "deliveries" -> Optional.of(deliveryTable(period));
            case "alerts" -> Optional.of(alertTable(period));
            default -> Optional.empty();
        };
    }

    private String engagementTable(Period period) {
        CsvText table = new CsvText(
                List.of("week", "group", "name", "posters", "read by SMS", "read by USSD", "silent readers", "posts"));
        engagement(period)
                .forEach(one -> table.row(Arrays.asList(
                        one.week(),
                        one.group(),
                        one.name(),
                        one.posters(),
                        one.bySms(),
                        one.byUssd(),
                        one.silent(),
                        one.posts())));
        return table.toString();
    }

    private String deliveryTable(Period period) {
        CsvText table = new CsvText(List.of(
                "line", "network", "name", "texts", "delivered", "accepted", "failed", "open", "share delivered %"));
        deliveries(period)
                .forEach(one -> table.row(Arrays.asList(
                        one.address(),
                        one.network(),
                        one.name(),
                        one.texts(),
                        one.delivered(),
                        one.accepted(),
                        one.failed(),
                        one.open(),
                        one.share())));
        return table.toString();
    }

    private String alertTable(Period period) {
        CsvText table = new CsvText(List.of(
                "severity",
                "alerts",
                "claimed",
                "closed",
                "escalated",
                "claim median s",
                "claim p90 s",
                "close median s",
                "close p90 s"));
        responses(period)
                .forEach(one -> table.row(Arrays.asList(
                        one.severity(),
                        one.alerts(),
                        one.claimed(),
                        one.closed(),
                        one.escalated(),
                        one.claimMedian(),
                        one.claimP90(),
                        one.closeMedian(),
                        one.closeP90())));
        return table.toString();
    }
}
