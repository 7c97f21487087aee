package org.dariro.console.api;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.BudgetForm;
import org.dariro.programme.BudgetStanding;
import org.dariro.programme.Budgeting;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Budgets;

/** Sets and shows budgets for the API, the programme's as a group's. */
@Component
public class BudgetDesk {
    private final Database database;
    private final Groups groups;
    private final Budgeting budgeting;

    @Inject
    public BudgetDesk(Database database, Groups groups, Budgeting budgeting) {
        this.database = database;
        this.groups = groups;
        this.budgeting = budgeting;
    }

    BudgetView set(long id, BudgetForm form, String by) {
        known(id);
        Refused.unlessDone(budgeting.set(id, form, by));
        return show(id);
    }

    private void known(long id) {
        if (id != Budgets.PROGRAMME) {
            database.useTransaction(tx -> GroupsResource.find(tx, groups, id));
        }
    }

    /** All budgets, the programme's first. */
    List<BudgetView> all() {
        return database.inTransaction(
                tx -> budgeting.all(tx).stream().map(BudgetDesk::view).toList());
    }

    BudgetView show(long id) {
        known(id);
        return database.inTransaction(tx -> view(budgeting
                .find(tx, id)
                .orElseThrow(() ->
                        new Refused(Problem.of(404).because("No budget is set. Nothing limits what is spent.")))));
    }

    private static BudgetView view(BudgetStanding standing) {
        Budget.State state = standing.state();
        Optional<Budget> budget = state.budget();
        boolean ofGroup = standing.group().isPresent();
        return new BudgetView(
                ofGroup ? state.group() : null,
                budget.isPresent() ? plain(budget.get().amount()) : null,
                budget.isPresent() ? plain(budget.get().reserve()) : null,
                state.currency(),
                budget.isPresent() ? budget.get().begins() : null,
                budget.isPresent() ? budget.get().ends() : null,
                budget.isPresent() ? budget.get().setBy() : null,
                budget.isPresent() ? budget.get().setAt() : null,
                plain(standing.spent()),
                state.left().isPresent() ? plain(state.left().get()) : null,
                ofGroup ? (state.hand().isPresent() ? plain(state.hand().get()) : null) : plain(standing.inHands()),
                plain(state.owed()),
                standing.forecast().isPresent()
                        ? BudgetView.ForecastView.of(
                                standing.forecast().get(), budget.orElseThrow().limit())
                        : null,
                Fields.label(state.rung()),
                state.since(),
                state.stuck(),
                standing.unpriced(),
                standing.alarms().stream().map(Fields::label).sorted().toList(),
                standing.events().stream().map(BudgetView.EventView::of).toList());
    }

    private static String plain(BigDecimal amount) {
        BigDecimal brief = amount.stripTrailingZeros();
        return brief.setScale(Math.max(2, brief.scale())).toPlainString();
    }
}
