package org.dariro.console.api;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dariro.delivery.BudgetSettings;
import org.dariro.delivery.BudgetWatch;
import org.dariro.delivery.Outlooks;
import org.dariro.group.DueGroups;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Budgets;
import org.dariro.spend.budget.Event;
import org.dariro.spend.budget.MissingRate;
import org.dariro.spend.budget.Outlook;
import org.jspecify.annotations.Nullable;

/** Sets and shows budgets, the programme's as a group's. */
@Component
public class BudgetDesk {
    private static final int EVENTS = 100;
    private static final Set<Event.Kind> ALARMS = Set.of(
            Event.Kind.SPENT_50,
            Event.Kind.SPENT_80,
            Event.Kind.SPENT_100,
            Event.Kind.FORECAST_100,
            Event.Kind.CAP,
            Event.Kind.UNPRICED,
            Event.Kind.NO_RATE,
            Event.Kind.RESERVE_USED,
            Event.Kind.ENDED);

    private final Database database;
    private final Groups groups;
    private final Budgets budgets;
    private final Outlooks outlooks;
    private final BudgetWatch watch;
    private final DueGroups due;
    private final InstantSource clock;
    private final BudgetSettings settings;

    @Inject
    public BudgetDesk(
            Database database,
            Groups groups,
            Budgets budgets,
            Outlooks outlooks,
            BudgetWatch watch,
            DueGroups due,
            InstantSource clock,
            Settings settings) {
        this.database = database;
        this.groups = groups;
        this.budgets = budgets;
        this.outlooks = outlooks;
        this.watch = watch;
        this.due = due;
        this.clock = clock;
        this.settings = BudgetSettings.of(settings);
    }

    /**
     * A budget to set.
     *
     * @param amount all of it, a decimal number as text
     * @param reserve the part for safety and answers; null for the setting's
     * @param from its first day in UTC, from which on what was spent counts; null for this moment
     * @param until its last day
     */
    public record BudgetForm(
            @Nullable String amount,
            @Nullable String reserve,
            @Nullable String currency,
            @Nullable String from,
            @Nullable String until) {}

    BudgetView set(long id, BudgetForm form, String by) {
        Budget budget = read(form, by);
        database.useTransaction(tx -> {
            List<Group> of = id == Budgets.PROGRAMME
                    ? groups.all(tx).stream().filter(group -> !group.closed()).toList()
                    : List.of(GroupsResource.find(tx, groups, id));
            check(tx, id, of, budget);
            try {
                budgets.set(tx, id, budget, of.stream().map(Group::id).toList());
            } catch (MissingRate e) {
                throw Refused.conflict(
                        e.why() + " What was charged cannot be counted without it: please add it first.");
            }
            of.forEach(group -> tx.afterCommit(() -> due.wake(group.id())));
        });
        watch.turn();
        return show(id);
    }

    /** A budget in a currency that texts are not known to cost anything in could not hold. */
    private void check(Transaction tx, long id, List<Group> of, Budget budget) {
        for (Budget.State other : budgets.all(tx)) {
            boolean bound = id == Budgets.PROGRAMME || other.group() == Budgets.PROGRAMME;
            if (bound
                    && other.group() != id
                    && other.budget().isPresent()
                    && !other.currency().equals(budget.currency())) {
                throw Refused.conflict("The budgets of the programme and of its groups have one currency: "
                        + other.currency() + " is set.");
            }
        }
        for (Group group : of) {
            int missing = outlooks.prices(tx, group.id(), budget.currency()).missing();
            if (missing > 0) {
                throw Refused.conflict(missing + (missing == 1 ? " member" : " members") + " of group " + group.id()
                        + " would get no posts by SMS: no price in " + budget.currency()
                        + " is known for their line and network. Add prices (POST /prices) or an exchange rate first.");
            }
        }
    }

    private Budget read(BudgetForm form, String by) {
        Fields fields = new Fields();
        Instant now = clock.instant();
        BigDecimal amount = amount(fields, "amount", form.amount()).orElse(BigDecimal.ONE);
        if (amount.signum() <= 0) {
            fields.fault("amount", "This is more than 0.");
        }
        BigDecimal reserve = form.reserve() == null
                ? amount.multiply(BigDecimal.valueOf(settings.reservePercent()))
                        .movePointLeft(2)
                        .setScale(6, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                : amount(fields, "reserve", form.reserve()).orElse(BigDecimal.ZERO);
        if (reserve.signum() <= 0 || reserve.compareTo(amount) >= 0) {
            fields.fault("reserve", "This is more than 0 and less than the amount.");
        }
        String currency = form.currency() == null ? "" : form.currency().strip().toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            fields.fault("currency", "This field is needed: three letters as in ISO 4217, such as USD.");
        }
        Instant begins = form.from() == null
                ? now
                : day(fields, "from", form.from())
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                        .orElse(now);
        if (begins.isAfter(now)) {
            fields.fault("from", "A budget begins now or has begun: give no later day than today.");
        }
        Instant ends = day(fields, "until", form.until() == null ? "" : form.until())
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(now.plusSeconds(1));
        if (!ends.isAfter(now)) {
            fields.fault("until", "This day is over.");
        }
        fields.check();
        return new Budget(amount, reserve, currency, begins, ends, by.length() > 80 ? by.substring(0, 80) : by, now);
    }

    private static Optional<BigDecimal> amount(Fields fields, String field, @Nullable String written) {
        if (written == null || !written.strip().matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            fields.fault(field, "This is a decimal number such as 50.00, at most 6 digits after the point.");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(written.strip()));
    }

    private static Optional<LocalDate> day(Fields fields, String field, String written) {
        try {
            return Optional.of(LocalDate.parse(written.strip()));
        } catch (DateTimeParseException e) {
            fields.fault(field, "This is a day such as 2026-05-31.");
            return Optional.empty();
        }
    }

    /** All budgets, the programme's first. */
    List<BudgetView> all() {
        return database.inTransaction(tx -> budgets.all(tx).stream()
                .filter(state -> state.group() == Budgets.PROGRAMME
                        || groups.find(tx, state.group())
                                .filter(group -> !group.closed())
                                .isPresent())
                .map(state -> view(
                        tx,
                        state,
                        state.group() == Budgets.PROGRAMME ? Optional.empty() : groups.find(tx, state.group())))
                .toList());
    }

    BudgetView show(long id) {
        return database.inTransaction(tx -> {
            Optional<Group> group =
                    id == Budgets.PROGRAMME ? Optional.empty() : Optional.of(GroupsResource.find(tx, groups, id));
            Budget.State state = budgets.find(tx, id)
                    .orElseThrow(() ->
                            new Refused(Problem.of(404).because("No budget is set. Nothing limits what is spent.")));
            return view(tx, state, group);
        });
    }

    private BudgetView view(Transaction tx, Budget.State state, Optional<Group> group) {
        Optional<Budget> budget = state.budget();
        boolean holds = budget.filter(one -> one.holds(clock.instant())).isPresent();
        Optional<Outlook> outlook = !holds
                ? Optional.empty()
                : Optional.of(group.map(one -> outlooks.outlook(tx, state, one))
                        .orElseGet(() -> outlooks.programme(tx, state)));
        BigDecimal inHands = group.isPresent() ? BigDecimal.ZERO : budgets.inHands(tx);
        List<Event> events = budgets.events(tx, state.group(), EVENTS);
        List<String> alarms = events.stream()
                .filter(event -> ALARMS.contains(event.kind()))
                .filter(event ->
                        budget.isEmpty() || !event.at().isBefore(budget.get().setAt()))
                .map(event -> Fields.label(event.kind()))
                .distinct()
                .sorted()
                .toList();
        int unpriced = group.map(
                        one -> outlooks.prices(tx, one.id(), state.currency()).missing())
                .orElse(0);
        return new BudgetView(
                group.isPresent() ? state.group() : null,
                budget.isPresent() ? plain(budget.get().amount()) : null,
                budget.isPresent() ? plain(budget.get().reserve()) : null,
                state.currency(),
                budget.isPresent() ? budget.get().begins() : null,
                budget.isPresent() ? budget.get().ends() : null,
                budget.isPresent() ? budget.get().setBy() : null,
                budget.isPresent() ? budget.get().setAt() : null,
                plain(budget.isPresent() ? state.spent().subtract(inHands) : state.paid()),
                state.left().isPresent() ? plain(state.left().get()) : null,
                group.isPresent()
                        ? (state.hand().isPresent() ? plain(state.hand().get()) : null)
                        : plain(inHands),
                plain(state.owed()),
                outlook.isPresent()
                        ? BudgetView.ForecastView.of(
                                outlook.get().total(state.rung()),
                                budget.orElseThrow().limit())
                        : null,
                Fields.label(state.rung()),
                state.since(),
                state.stuck(),
                unpriced,
                alarms,
                events.stream().map(BudgetView.EventView::of).toList());
    }

    private static String plain(BigDecimal amount) {
        BigDecimal brief = amount.stripTrailingZeros();
        return brief.setScale(Math.max(2, brief.scale())).toPlainString();
    }
}
