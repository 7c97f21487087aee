package org.dariro.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.group.Group;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Event;
import org.dariro.spend.budget.Forecast;
import org.dariro.spend.budget.Outlook;
import org.dariro.spend.budget.Rung;

/**
 * How a budget stands, for people.
 *
 * @param group empty for the programme
 * @param outlook while it holds
 * @param inHands of the programme's: what groups have drawn of it and not spent
 * @param above the rung of the programme's budget, for a group
 * @param unpriced members who get no posts by SMS because nobody knows what texts to them cost
 * @param alarms that were raised since it was set
 * @param events the latest first
 */
public record BudgetStanding(
        Budget.State state,
        Optional<Group> group,
        Optional<Outlook> outlook,
        BigDecimal inHands,
        Rung above,
        int unpriced,
        Set<Event.Kind> alarms,
        List<Event> events) {
    public BudgetStanding {
        alarms = Set.copyOf(alarms);
        events = List.copyOf(events);
    }

    /** What was spent on posts, private words and nudges. */
    public BigDecimal spent() {
        return state.budget().isPresent() ? state.spent().subtract(inHands) : state.paid();
    }

    /** What posts will have cost at the end, at the present pace. */
    public Optional<Forecast> forecast() {
        return outlook.map(one -> one.total(state.rung()));
    }

    /** The rung that holds: the slower one of the group's budget and the programme's. */
    public Rung rung() {
        return state.rung().or(above);
    }
}
