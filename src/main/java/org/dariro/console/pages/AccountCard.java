package org.dariro.console.pages;

import java.util.List;
import java.util.Optional;
import org.dariro.delivery.AccountFigures;
import org.dariro.gateway.Health;
import org.dariro.gateway.Line;
import org.dariro.gateways.api.Connection;

/**
 * An account as the page shows it, in words.
 *
 * @param state {@code closed}, {@code open} or {@code half-open}, as of a circuit breaker
 * @param tone of its badge
 * @param connection how the session with the carrier is; empty where it keeps none
 * @param waiting texts that wait, {@code lanes} those on their way, {@code unknown} those of which nobody knows
 * @param today segments sent today, with the limit where there is one
 * @param full whether that limit is reached
 * @param balance empty where the carrier does not tell
 * @param codes what went wrong in the last hour
 * @param faults what went wrong last
 */
public record AccountCard(
        String id,
        String kind,
        String state,
        String tone,
        String since,
        String connection,
        boolean connected,
        long waiting,
        int lanes,
        long unknown,
        int accepted,
        int perMinute,
        String today,
        boolean full,
        String balance,
        List<Line> lines,
        List<Code> codes,
        List<Fault> faults) {
    /** What went wrong how often. */
    public record Code(String words, int count) {}

    /** What went wrong when. */
    public record Fault(String words, String at) {}

    static AccountCard of(Visit visit, AccountFigures.Figures one, Health.Condition condition, List<Line> lines) {
        String kind = one.account().kind();
        String state = Words.label(condition.state());
        Optional<Long> limit = one.account().pace().mostADay();
        return new AccountCard(
                one.account().id(),
                kind,
                state,
                tone(condition.state()),
                visit.time(condition.since()),
                one.connection().map(known -> connection(visit, kind, known)).orElse(""),
                one.connection().map(Connection::up).orElse(true),
                one.waiting(),
                one.lanes(),
                one.unknown(),
                one.hour().accepted(),
                one.hour().perMinute(),
                limit.map(most -> visit.text("accounts-today-of", one.today(), most))
                        .orElseGet(() -> Long.toString(one.today())),
                limit.filter(most -> one.today() >= most).isPresent(),
                one.balance()
                        .map(known -> visit.text(
                                "accounts-balance-at",
                                known.left().currency() + " "
                                        + known.left().amount().toPlainString(),
                                visit.time(known.at())))
                        .orElse(""),
                lines,
                one.hour().codes().entrySet().stream()
                        .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
                        .map(entry -> new Code(CarrierCode.words(visit, kind, entry.getKey()), entry.getValue()))
                        .toList(),
                condition.faults().stream()
                        .map(fault -> new Fault(CarrierCode.words(visit, kind, fault.code()), visit.time(fault.at())))
                        .toList());
    }

    private static String tone(Health.State state) {
        return switch (state) {
            case CLOSED -> "good";
            case OPEN -> "critical";
            case HALF_OPEN -> "medium";
        };
    }

    private static String connection(Visit visit, String kind, Connection known) {
        return known.up()
                ? visit.text("accounts-connected", visit.time(known.since()))
                : visit.text(
                        "accounts-disconnected",
                        visit.time(known.since()),
                        CarrierCode.words(visit, kind, known.code()));
    }
}
