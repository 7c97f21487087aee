package org.dariro.bench.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dariro.bench.Arguments;
import org.dariro.bench.Figure;
import org.dariro.delivery.pace.Patience;
import org.dariro.group.ReadingMode;

/**
 * {@code bench/run sweep}: what each way of reading costs and how late it is, by {@link Simulation}; and what nobody can beat,
 * by {@link Optimum}. Draws the frontier on request.
 */
public final class SweepBench {
    private static final int[] TARGETS = {15, 30, 60, 120, 180, 300, 600, 900};
    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60};
    private final PrintStream out;

    /** Prints its figures to {@code out}. */
    public SweepBench(PrintStream out) {
        this.out = out;
    }

    /** Runs it. */
    public boolean run(List<String> words) throws IOException {
        Arguments arguments = new Arguments(words, Set.of("policy", "svg", "optimum"));
        if (arguments.plain().size() != 1) {
            throw new IllegalArgumentException(
                    "usage: bench/run sweep TRACE.jsonl [--policy POLICY] [--optimum none] [--svg FILE.svg]");
        }
        Path file = Path.of(arguments.plain().get(0));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file + ".");
        }
        Trace trace = Trace.read(file);
        List<Policy> policies =
                arguments.text("policy").map(Policy::parse).map(List::of).orElseGet(SweepBench::policies);
        boolean optimum = !arguments.text("optimum").equals(java.util.Optional.of("none"));
        List<Frontier.Point> points = new ArrayList<>();
        for (Policy policy : policies) {
            List<GroupResult> groups = trace.groups().values().stream()
                    .map(circle -> new Simulation(circle, policy).run())
                    .toList();
            Stream.concat(groups.stream(), Stream.of(GroupResult.sum(groups))).forEach(group -> {
                group.figure("sweep", policy.toString()).print(out);
                points.add(new Frontier.Point(
                        group.group(),
                        policy.mode() == ReadingMode.ADAPTIVE ? Frontier.Kind.ADAPTIVE : Frontier.Kind.FIXED,
                        policy.toString(),
                        group.delaySeconds(0.5),
                        group.saving(),
                        group.boundSaving()));
            });
            if (optimum && policy.mode() == ReadingMode.ADAPTIVE) {
                points.addAll(optimum(trace, policy));
            }
        }
        if (arguments.text("svg").isPresent()) {
            Files.writeString(Path.of(arguments.text("svg").get()), new Frontier(points).svg(), StandardCharsets.UTF_8);
        }
        return true;
    }

    private static List<Policy> policies() {
        List<Policy> policies = new ArrayList<>();
        policies.add(Policy.atOnce());
        for (int minutes : MINUTES) {
            policies.add(Policy.bundled(minutes));
        }
        for (int target : TARGETS) {
            policies.add(Policy.adaptive(target));
        }
        return policies;
    }

    private List<Frontier.Point> optimum(Trace trace, Policy policy) {
        List<Frontier.Point> points = new ArrayList<>();
        double all = 0;
        double naive = 0;
        Patience patience = Patience.of(policy.window());
        for (Trace.Circle circle : trace.groups().values()) {
            double segments = new Optimum(circle, patience).segments();
            all += segments;
            naive += Drafted.naive(circle);
            points.add(point(circle.name(), patience, 100 - 100 * segments / Drafted.naive(circle)));
        }
        points.add(point("all", patience, 100 - 100 * all / naive));
        return points;
    }

    private Frontier.Point point(String group, Patience patience, double saving) {
        Duration target = patience.target();
        new Figure("optimum")
                .with("group", group)
                .with("median_delay_s", target.toSeconds())
                .with("deadline_s", patience.deadline().toSeconds())
                .with("segments_a_text", patience.segments())
                .with("saving_pct_at_most", saving, 2)
                .print(out);
        return new Frontier.Point(group, Frontier.Kind.OPTIMUM, "", target.toMillis() / 1_000.0, saving, 0);
    }
}
