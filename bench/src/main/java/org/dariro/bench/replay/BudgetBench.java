package org.dariro.bench.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dariro.bench.Arguments;
import org.dariro.bench.Figure;

/** {@code bench/run budget}: what members feel of a budget, and whether it holds. */
public final class BudgetBench {
    private static final int[] PERCENT = {100, 60, 40, 25};
    private final PrintStream out;

    /** Prints its figures to {@code out}. */
    public BudgetBench(PrintStream out) {
        this.out = out;
    }

    /** Runs it; false when a budget was overspent. */
    public boolean run(List<String> words) throws IOException {
        Arguments arguments = new Arguments(words, Set.of("policy", "seed", "weeks", "steps", "group"));
        if (arguments.plain().size() != 1) {
            throw new IllegalArgumentException("usage: bench/run budget TRACE.jsonl [--policy POLICY] [--seed 1]"
                    + " [--group GROUP] [--weeks none] [--steps all]");
        }
        Path file = Path.of(arguments.plain().get(0));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file + ".");
        }
        int seed = arguments.number("seed", 1, 0);
        Policy policy = arguments.text("policy").map(Policy::parse).orElseGet(() -> Policy.adaptive(60));
        boolean weeks = !arguments.text("weeks").equals(java.util.Optional.of("none"));
        boolean good = true;
        for (Trace.Circle recorded : Trace.read(file).groups().values()) {
            if (!arguments.text("group").orElse(recorded.name()).equals(recorded.name())) {
                continue;
            }
            Trace.Circle circle = TenWeeks.of(recorded, seed);
            BigDecimal naive = BudgetRun.PRICE.multiply(BigDecimal.valueOf(Drafted.naive(circle)));
            new Figure("budget-group")
                    .with("group", circle.name())
                    .with("posts", circle.lines().size())
                    .with("naive_segments", Drafted.naive(circle))
                    .with("naive", naive.toPlainString())
                    .with("forecast_in_band_pct", Coverage.of(recorded) * 100, 1)
                    .print(out);
            for (int percent : PERCENT) {
                BigDecimal budget = naive.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
                BudgetResult result = new BudgetRun(
                                circle,
                                policy,
                                budget,
                                new BudgetResult(circle.name(), policy.toString(), percent, budget),
                                seed)
                        .run();
                List<Figure> figures = result.figures();
                figures.subList(0, weeks ? figures.size() : 1).forEach(figure -> figure.print(out));
                if (arguments.text("steps").isPresent()) {
                    result.steps().forEach(out::println);
                }
                good &= result.overspend().signum() == 0;
            }
        }
        return good;
    }
}
