package org.dariro.delivery;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.gateway.Lines;
import org.dariro.group.DueGroups;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Transaction;
import org.dariro.spend.budget.Alarm;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Budgets;
import org.dariro.spend.budget.Event;
import org.dariro.spend.budget.Ladder;
import org.dariro.spend.budget.Outlook;
import org.dariro.spend.budget.Rung;
import org.dariro.spend.budget.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the budgets every minute: counts what was corrected and charged, what was said, and whether the money will
 * last; raises alarms, steps on the ladder, and has the group told. What it knows is in the tables; several nodes may do it,
 * one after the other for each group.
 */
@Component
public class BudgetWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BudgetWatch.class);
    /** The programme's money is used up when so much of it is spent and something waits in a group. */
    private static final double NEARLY_ALL = 0.97;

    private final Database database;
    private final Budgets budgets;
    private final BudgetNews news;
    private final BudgetFigures figures;
    private final Outlooks outlooks;
    private final Groups groups;
    private final GroupLog log;
    private final Lines lines;
    private final DueGroups due;
    private final InstantSource clock;

    @Inject
    public BudgetWatch(
            Database database,
            Budgets budgets,
            BudgetNews news,
            BudgetFigures figures,
            Outlooks outlooks,
            Groups groups,
            GroupLog log,
            Lines lines,
            DueGroups due,
            InstantSource clock) {
        this.database = database;
        this.budgets = budgets;
        this.news = news;
        this.figures = figures;
        this.outlooks = outlooks;
        this.groups = groups;
        this.log = log;
        this.lines = lines;
        this.due = due;
        this.clock = clock;
    }

    /** Looks after all budgets. */
    public void turn() {
        List<Budget.State> all = database.inTransaction(budgets::all);
        if (all.isEmpty()) {
            return;
        }
        lookAfter(all);
        figures.show(database.inTransaction(budgets::all));
    }

    private void lookAfter(List<Budget.State> all) {
        List<Long> ids = new ArrayList<>(all.stream().map(Budget.State::group).toList());
        if (ids.get(0) == Budgets.PROGRAMME) {
            ids.addAll(database.inTransaction(tx -> {
                List<Long> missing = groups.all(tx).stream()
                        .filter(group -> !group.closed() && !ids.contains(group.id()))
                        .map(Group::id)
                        .toList();
                budgets.share(tx, missing, all.get(0).currency());
                return missing;
            }));
        }
        for (long id : ids) {
            try {
                database.useTransaction(tx -> {
                    if (id == Budgets.PROGRAMME) {
                        if (state(tx, id).rung() == Rung.USSD) {
                            budgets.lock(tx, id); // cursors may be moved
                        } else {
                            budgets.lockProgramme(tx);
                        }
                        lookAfterProgramme(tx);
                    } else {
                        budgets.lock(tx, id);
                        Optional<Group> group = groups.find(tx, id).filter(one -> !one.closed());
                        group.ifPresentOrElse(one -> lookAfter(tx, one), () -> clear(tx, id));
                    }
                });
            } catch (RuntimeException e) {
                LOG.error("The budget of group {} could not be looked after: {}", id, Faults.describe(e));
            }
        }
    }

    /** There are new prices or exchange rates: who had none may have one when this transaction is committed. */
    public void priced(Transaction tx) {
        for (Budget.State state : budgets.all(tx)) {
            if (state.group() != Budgets.PROGRAMME) {
                tx.afterCommit(() -> due.wake(state.group()));
            }
        }
    }

    /** When budgets are looked at next, where somebody asks; empty when there are none. */
    public Optional<Instant> next() {
        return database.inTransaction(budgets::all).isEmpty()
                ? Optional.empty()
                : Optional.of(clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
    }

    /** What a closed group has in hand is the others'. */
    private void clear(Transaction tx, long group) {
        budgets.fold(tx, state(tx, group));
        budgets.giveAllBack(tx, state(tx, group));
    }

    private void lookAfter(Transaction tx, Group group) {
        Instant now = clock.instant();
        budgets.fold(tx, state(tx, group.id()));
        Budget.State state = state(tx, group.id());
        Rung above = budgets.find(tx, Budgets.PROGRAMME).map(Budget.State::rung).orElse(Rung.CHOSEN);
        List<Reader> readers = outlooks.readers(tx, group.id());
        Outlooks.Prices prices = outlooks.prices(tx, readers, state.currency());
        budgets.count(
                tx,
                state,
                state.stuck() ? Rung.USSD : state.rung().or(above),
                bytes -> Outlooks.naive(bytes, prices, readers.size()));
        budgets.keep(tx, state, prices.sum());
        Rung rung = state.rung();
        boolean usedUp = state.stuck();
        if (state.budget().isPresent()) {
            Budget budget = state.budget().get();
            if (budget.holds(now)) {
                Outlook outlook = outlooks.outlook(tx, state, group, readers.size(), prices);
                Optional<Step> step = decide(tx, new Ladder(outlooks.slowest(readers)), state, budget, outlook);
                step.ifPresent(one -> step(tx, group.id(), one, above));
                rung = step.map(Step::to).orElse(rung);
                raise(tx, state, budget, outlook, rung, usedUp);
            } else {
                budgets.once(
                        tx,
                        group.id(),
                        Event.Kind.ENDED,
                        budget.setAt(),
                        "Its time is over: nothing is paid any more.");
                usedUp = true;
            }
        }
        if (usedUp && hasMoney(tx, state, prices, now)) {
            usedUp = false;
            budgets.loosen(tx, group.id());
            tx.afterCommit(() -> due.wake(group.id()));
        }
        if (prices.missing() > 0) {
            budgets.once(
                    tx,
                    group.id(),
                    Event.Kind.UNPRICED,
                    setAt(state),
                    prices.missing() + " who read have no price in " + state.currency()
                            + " and get no posts by SMS until there is one.");
        }
        if (!usedUp) {
            budgets.giveBack(tx, state, prices.sum().multiply(BigDecimal.valueOf(2)));
        }
        news.tell(tx, group, state(tx, group.id()), rung.or(above), usedUp, readers);
    }

    private Optional<Step> decide(Transaction tx, Ladder ladder, Budget.State state, Budget budget, Outlook outlook) {
        if (budget.setAt().isAfter(state.since())) {
            budgets.settle(tx, state.group(), state.rung());
            return ladder.afresh(state.rung(), outlook);
        }
        return ladder.decide(state.rung(), state.since(), outlook);
    }

    private static Instant setAt(Budget.State state) {
        return state.budget().map(Budget::setAt).orElse(Instant.EPOCH);
    }

    /** More than two texts to everybody: less would be used up at once again. */
    private boolean hasMoney(Transaction tx, Budget.State state, Outlooks.Prices prices, Instant now) {
        BigDecimal enough = prices.sum().multiply(BigDecimal.valueOf(3)).max(new BigDecimal("0.000001"));
        return state.budget().map(budget -> budget.holds(now)).orElse(true)
                && state.left().map(left -> left.compareTo(enough) >= 0).orElse(true)
                && budgets.find(tx, Budgets.PROGRAMME)
                        .map(programme -> programme.budget().orElseThrow().holds(now)
                                && programme
                                                .left()
                                                .orElse(BigDecimal.ZERO)
                                                .add(state.hand().orElse(BigDecimal.ZERO))
                                                .compareTo(enough)
                                        >= 0)
                        .orElse(true);
    }

    private void raise(Transaction tx, Budget.State state, Budget budget, Outlook outlook, Rung rung, boolean usedUp) {
        double limit = Math.max(outlook.limit(), 1e-9);
        double spent = usedUp ? Math.max(1, outlook.spent() / limit) : outlook.spent() / limit;
        budgets.raise(
                tx,
                state.group(),
                budget,
                Alarm.of(spent, outlook.total(Rung.CHOSEN).expected() / limit),
                figures(outlook, rung));
        if (usedUp) {
            budgets.once(
                    tx,
                    state.group(),
                    Event.Kind.CAP,
                    budget.setAt(),
                    "Something did not fit and waits. " + figures(outlook, rung));
        }
        if (state.owed().compareTo(budget.reserve()) > 0) {
            budgets.once(
                    tx,
                    state.group(),
                    Event.Kind.RESERVE_USED,
                    budget.setAt(),
                    "Safety and answers cost " + state.owed().toPlainString()
                            + ", more than the reserve. They go on, and posts pay for it.");
        }
    }

    private static String figures(Outlook outlook, Rung rung) {
        return String.format(
                java.util.Locale.ROOT,
                "%.2f of %.2f is spent, %.2f (%.2f to %.2f) expected by the end.",
                outlook.spent(),
                outlook.limit(),
                outlook.total(rung).expected(),
                outlook.total(rung).low(),
                outlook.total(rung).high());
    }

    private void step(Transaction tx, long group, Step step, Rung above) {
        budgets.step(tx, group, step);
        if (step.from() == Rung.USSD && above != Rung.USSD) {
            catchUp(tx, group);
        }
        tx.afterCommit(() -> due.wake(group));
    }

    /** Of what could only be read by dialling, the latest posts follow. */
    private void catchUp(Transaction tx, long group) {
        long last = log.lastSeq(tx, group);
        List<Long> places = outlooks.readers(tx, group).stream()
                .map(reader -> reader.place().id())
                .toList();
        if (!places.isEmpty() && last > Membership.CATCH_UP) {
            log.readTo(tx, places, last - Membership.CATCH_UP);
        }
    }

    private void lookAfterProgramme(Transaction tx) {
        budgets.fold(tx, state(tx, Budgets.PROGRAMME));
        Budget.State state = state(tx, Budgets.PROGRAMME);
        Budget budget = state.budget().orElseThrow();
        if (!budget.holds(clock.instant())) {
            budgets.once(
                    tx, state.group(), Event.Kind.ENDED, budget.setAt(), "Its time is over: nothing is paid any more.");
            return;
        }
        Outlook outlook = outlooks.programme(tx, state);
        boolean dialled = state.rung() == Rung.USSD;
        boolean allDial = open(tx).stream()
                .allMatch(group -> !lines.get(group.lineId()).serviceCode().isEmpty());
        Optional<Step> step = decide(tx, new Ladder(allDial ? Rung.USSD : Rung.DIGEST), state, budget, outlook);
        Rung rung = step.map(Step::to).orElse(state.rung());
        step.ifPresent(one -> {
            budgets.step(tx, Budgets.PROGRAMME, one);
            for (Group group : open(tx)) {
                if (dialled
                        && budgets.find(tx, group.id()).map(Budget.State::rung).orElse(Rung.CHOSEN) != Rung.USSD) {
                    catchUp(tx, group.id());
                }
                tx.afterCommit(() -> due.wake(group.id()));
            }
        });
        boolean usedUp = outlook.spent() >= NEARLY_ALL * outlook.limit()
                && budgets.all(tx).stream().anyMatch(Budget.State::stuck);
        raise(tx, state, budget, outlook, rung, usedUp);
    }

    private List<Group> open(Transaction tx) {
        return groups.all(tx).stream().filter(group -> !group.closed()).toList();
    }

    private Budget.State state(Transaction tx, long group) {
        return budgets.find(tx, group).orElseThrow();
    }
}
