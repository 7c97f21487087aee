package org.dariro.delivery;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.dariro.platform.Component;
import org.dariro.platform.Metrics;
import org.dariro.spend.budget.Budget;

/** What operators watch of the budgets, each in its own currency; group 0 is the programme. */
@Component
public class BudgetFigures {
    private final MultiGauge limit;
    private final MultiGauge spent;
    private final MultiGauge left;
    private final MultiGauge owed;
    private final MultiGauge rung;
    private final MultiGauge stuck;

    @Inject
    public BudgetFigures(Metrics metrics) {
        limit = gauge(metrics, "limit", "What posts may cost in a budget's time");
        spent = gauge(
                metrics, "spent", "What posts, private words and nudges have cost of it, with what groups have drawn");
        left = gauge(metrics, "left", "What is left for them");
        owed = gauge(metrics, "reserve.spent", "What safety and answers have cost of the reserve");
        rung = gauge(
                metrics,
                "rung",
                "How slowly a group reads: 0 as chosen, 1 three minutes, 2 a quarter hour, 3 digest, 4 USSD");
        stuck = gauge(metrics, "used.up", "Whether something did not fit and waits");
    }

    private static MultiGauge gauge(Metrics metrics, String name, String description) {
        return MultiGauge.builder("dariro.budget." + name)
                .description(description)
                .register(metrics.registry());
    }

    void show(List<Budget.State> states) {
        List<Budget.State> own =
                states.stream().filter(state -> state.budget().isPresent()).toList();
        rows(limit, own, state -> state.budget().orElseThrow().limit());
        rows(spent, own, Budget.State::spent);
        rows(left, own, state -> state.left().orElse(BigDecimal.ZERO));
        rows(owed, own, Budget.State::owed);
        rows(rung, states, state -> switch (state.rung()) {
            case CHOSEN -> 0;
            case THREE_MINUTES -> 1;
            case QUARTER_HOUR -> 2;
            case DIGEST -> 3;
            case USSD -> 4;
        });
        rows(stuck, states, state -> state.stuck() ? 1 : 0);
    }

    private static void rows(MultiGauge gauge, List<Budget.State> states, Function<Budget.State, Number> value) {
        gauge.register(
                states.stream()
                        .<MultiGauge.Row<?>>map(state -> MultiGauge.Row.of(
                                Tags.of("group", Long.toString(state.group()), "currency", state.currency()),
                                value.apply(state)))
                        .toList(),
                true);
    }
}
