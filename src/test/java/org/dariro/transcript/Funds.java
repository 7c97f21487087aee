package org.dariro.transcript;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.dariro.gateways.api.Money;
import org.dariro.group.Group;
import org.dariro.platform.Transaction;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Budgets;
import org.dariro.spend.budget.Event;

/** The budgets of a service behind a transcript. */
final class Funds {
    private static final List<Event.Kind> SHOWN = List.of(
            Event.Kind.SPENT_50,
            Event.Kind.SPENT_80,
            Event.Kind.SPENT_100,
            Event.Kind.FORECAST_100,
            Event.Kind.CAP,
            Event.Kind.UNPRICED,
            Event.Kind.NO_RATE,
            Event.Kind.RESERVE_USED,
            Event.Kind.ENDED);
    private final Parts parts;

    Funds(Parts parts) {
        this.parts = parts;
    }

    private long id(Transaction tx, String group) {
        return group.equals("programme")
                ? Budgets.PROGRAMME
                : parts.groups.byCode(tx, group).orElseThrow().id();
    }

    void set(String group, Money amount, BigDecimal reserve, LocalDate until, Instant now) {
        parts.database.useTransaction(tx -> parts.budgets.set(
                tx,
                id(tx, group),
                new Budget(
                        amount.amount(),
                        reserve,
                        amount.currency(),
                        now,
                        until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        "transcript",
                        now),
                parts.groups.all(tx).stream().map(Group::id).toList()));
    }

    String stands(String group) {
        return parts.database.inTransaction(tx -> {
            long id = id(tx, group);
            Budget.State state = parts.budgets.find(tx, id).orElseThrow();
            BigDecimal spent =
                    id == Budgets.PROGRAMME ? state.spent().subtract(parts.budgets.inHands(tx)) : state.spent();
            String events = parts.budgets.events(tx, id, 1000).stream()
                    .filter(event -> SHOWN.contains(event.kind()))
                    .filter(event ->
                            !event.at().isBefore(state.budget().orElseThrow().setAt()))
                    .map(event -> event.kind().name())
                    .sorted()
                    .collect(Collectors.joining(", "));
            return state.rung() + ", " + cents(spent) + " of "
                    + cents(state.budget().orElseThrow().limit()) + " " + state.currency() + " spent, reserve "
                    + cents(state.owed()) + " of "
                    + cents(state.budget().orElseThrow().reserve()) + (events.isEmpty() ? "" : "; " + events);
        });
    }

    private static String cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
