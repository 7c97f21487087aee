package org.dariro.programme;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Fault;
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
import org.dariro.spend.budget.Rung;

/** Sets and shows budgets, the programme's as a group's, by the rules that make them hold. */
@Component
public class Budgeting {
    private static final int EVENTS = 100;
    /** What somebody must know of or do something about, the gravest first. */
    public static final List<Event.Kind> GRAVEST = List.of(
            Event.Kind.CAP,
            Event.Kind.ENDED,
            Event.Kind.SPENT_100,
            Event.Kind.NO_RATE,
            Event.Kind.UNPRICED,
            Event.Kind.RESERVE_USED,
            Event.Kind.FORECAST_100,
            Event.Kind.SPENT_80,
            Event.Kind.SPENT_50);

    private static final Set<Event.Kind> ALARMS = Set.copyOf(GRAVEST);
    private static final Duration LATELY = Duration.ofDays(7);

    private final Database database;
    private final Groups groups;
    private final Budgets budgets;
    private final Outlooks outlooks;
    private final BudgetWatch watch;
    private final DueGroups due;
    private final InstantSource clock;
    private final BudgetSettings settings;

    @Inject
    public Budgeting(
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
     * Sets a budget in the place of the one that is there.
     *
     * @param id of the group, which is there; {@link Budgets#PROGRAMME}
     * @param by who sets it
     */
    public Attempt<Budget> set(long id, BudgetForm form, String by) {
        BudgetForm.Read read = form.read(clock.instant(), settings.reservePercent(), by);
        if (!read.faults().isEmpty()) {
            return new Attempt.Refused<>(List.copyOf(read.faults()));
        }
        Budget budget = read.budget();
        try {
            Optional<Fault> fault = database.inTransaction(tx -> {
                List<Group> of = id == Budgets.PROGRAMME
                        ? groups.all(tx).stream()
                                .filter(group -> !group.closed())
                                .toList()
                        : List.of(groups.get(tx, id));
                Optional<Fault> wrong = check(tx, id, of, budget);
                if (wrong.isEmpty()) {
                    budgets.set(tx, id, budget, of.stream().map(Group::id).toList());
                    of.forEach(group -> tx.afterCommit(() -> due.wake(group.id())));
                }
                return wrong;
            });
            if (fault.isPresent()) {
                return Attempt.refuse(fault.get());
            }
        } catch (MissingRate e) {
            return Attempt.refuse(BudgetFault.of(BudgetFault.Reason.NO_RATE, e.why()));
        }
        watch.turn();
        return new Attempt.Done<>(budget);
    }

    /** A budget in a currency that texts are not known to cost anything in could not hold. */
    private Optional<Fault> check(Transaction tx, long id, List<Group> of, Budget budget) {
        for (Budget.State other : budgets.all(tx)) {
            boolean bound = id == Budgets.PROGRAMME || other.group() == Budgets.PROGRAMME;
            if (bound
                    && other.group() != id
                    && other.budget().isPresent()
                    && !other.currency().equals(budget.currency())) {
                return Optional.of(BudgetFault.of(BudgetFault.Reason.OTHER_CURRENCY, other.currency()));
            }
        }
        for (Group group : of) {
            int missing = outlooks.prices(tx, group.id(), budget.currency()).missing();
            if (missing > 0) {
                return Optional.of(BudgetFault.of(
                        BudgetFault.Reason.NO_PRICE,
                        Integer.toString(missing),
                        Long.toString(group.id()),
                        group.name(),
                        budget.currency()));
            }
        }
        return Optional.empty();
    }

    /**
     * Something about money that somebody should look at today.
     *
     * @param group empty for the programme
     */
    public record Warning(Optional<Group> group, Event.Kind kind, Instant at) {}

    /** The gravest alarm of each budget in the last days, and all that are used up; the programme's first. */
    public List<Warning> warnings(Transaction tx) {
        Map<Long, List<Event>> lately = budgets.events(tx, clock.instant().minus(LATELY), ALARMS).stream()
                .collect(Collectors.groupingBy(Event::group));
        List<Budget.State> all = budgets.all(tx);
        Map<Long, Group> known = groups.load(
                tx,
                all.stream()
                        .map(Budget.State::group)
                        .filter(id -> id != Budgets.PROGRAMME)
                        .toList());
        List<Warning> warnings = new ArrayList<>();
        for (Budget.State state : all) {
            Optional<Group> group = Optional.ofNullable(known.get(state.group()));
            if (state.group() == Budgets.PROGRAMME
                    || group.filter(one -> !one.closed()).isPresent()) {
                warning(state, group, lately.getOrDefault(state.group(), List.of()))
                        .ifPresent(warnings::add);
            }
        }
        return warnings;
    }

    private static Optional<Warning> warning(Budget.State state, Optional<Group> group, List<Event> lately) {
        if (state.stuck()) {
            return Optional.of(new Warning(group, Event.Kind.CAP, state.since()));
        }
        Instant setAt = state.budget().map(Budget::setAt).orElse(Instant.EPOCH);
        return lately.stream()
                .filter(event -> !event.at().isBefore(setAt) && event.kind() != Event.Kind.CAP)
                .min(Comparator.comparingInt(event -> GRAVEST.indexOf(event.kind())))
                .map(event -> new Warning(group, event.kind(), event.at()));
    }

    /** All budgets, the programme's first; those of closed groups left out. */
    public List<BudgetStanding> all(Transaction tx) {
        return budgets.all(tx).stream()
                .flatMap(state -> standing(tx, state).stream())
                .toList();
    }

    /** How one stands; empty when nothing limits what is spent, or the group is closed. */
    public Optional<BudgetStanding> find(Transaction tx, long id) {
        return budgets.find(tx, id).map(state -> standing(tx, state, group(tx, id)));
    }

    private Optional<BudgetStanding> standing(Transaction tx, Budget.State state) {
        Optional<Group> group = group(tx, state.group());
        return state.group() == Budgets.PROGRAMME
                        || group.filter(one -> !one.closed()).isPresent()
                ? Optional.of(standing(tx, state, group))
                : Optional.empty();
    }

    private Optional<Group> group(Transaction tx, long id) {
        return id == Budgets.PROGRAMME ? Optional.empty() : groups.find(tx, id);
    }

    private BudgetStanding standing(Transaction tx, Budget.State state, Optional<Group> group) {
        Optional<Budget> budget = state.budget();
        boolean holds = budget.filter(one -> one.holds(clock.instant())).isPresent();
        Optional<Outlook> outlook = !holds
                ? Optional.empty()
                : Optional.of(group.map(one -> outlooks.outlook(tx, state, one))
                        .orElseGet(() -> outlooks.programme(tx, state)));
        List<Event> events = budgets.events(tx, state.group(), EVENTS);
        Set<Event.Kind> alarms = events.stream()
                .filter(event -> ALARMS.contains(event.kind()))
                .filter(event ->
                        budget.isEmpty() || !event.at().isBefore(budget.get().setAt()))
                .map(Event::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Event.Kind.class)));
        return new BudgetStanding(
                state,
                group,
                outlook,
                group.isPresent() ? BigDecimal.ZERO : budgets.inHands(tx),
                group.isPresent()
                        ? budgets.find(tx, Budgets.PROGRAMME)
                                .map(Budget.State::rung)
                                .orElse(Rung.CHOSEN)
                        : Rung.CHOSEN,
                group.map(one -> outlooks.prices(tx, one.id(), state.currency()).missing())
                        .orElse(0),
                alarms,
                events);
    }
}
