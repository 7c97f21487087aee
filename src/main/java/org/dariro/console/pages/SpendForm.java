package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Fault;
import org.dariro.platform.Component;
import org.dariro.programme.BudgetFault;
import org.dariro.programme.BudgetForm;
import org.dariro.programme.Budgeting;
import org.dariro.spend.budget.Budgets;
import org.jspecify.annotations.Nullable;

/** Takes the form that sets a budget, of the programme or of a group. */
@Component
public class SpendForm {
    private final Budgeting budgeting;
    private final SpendSheet sheet;

    @Inject
    public SpendForm(Budgeting budgeting, SpendSheet sheet) {
        this.budgeting = budgeting;
        this.sheet = sheet;
    }

    Response set(Visit visit, @Nullable Long group, MultivaluedMap<String, String> given) {
        BudgetForm filled = new BudgetForm(
                given.getFirst("amount"),
                given(given, "reserve"),
                given.getFirst("currency"),
                given(given, "from"),
                given.getFirst("until"));
        SpendQuery query = SpendQuery.of(group, null, null, null, null, sheet.today());
        long id = group == null ? Budgets.PROGRAMME : group;
        return budgeting
                .set(id, filled, visit.actor())
                .match(
                        done -> Pages.to(query.page()),
                        faults -> Pages.wrong(sheet.page(visit, query, shown(filled), words(visit, faults))));
    }

    /** What is left out of the form is as if it was not in it. */
    private static @Nullable String given(MultivaluedMap<String, String> given, String name) {
        return Optional.ofNullable(given.getFirst(name))
                .filter(value -> !value.isBlank())
                .orElse(null);
    }

    private static BudgetForm shown(BudgetForm form) {
        return new BudgetForm(
                text(form.amount()),
                text(form.reserve()),
                text(form.currency()),
                text(form.from()),
                text(form.until()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** By field, the first of each; under {@code all} what is about no single one. */
    static Map<String, String> words(Visit visit, List<Fault> faults) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Fault fault : faults) {
            String said = fault instanceof BudgetFault one
                    ? visit.text(
                            "budget-fault-" + one.reason().label(), one.values().toArray())
                    : fault.words();
            words.putIfAbsent(fault.field().isEmpty() ? "all" : fault.field(), said);
        }
        return words;
    }
}
