package org.dariro.bench.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.dariro.bench.Arguments;

/** {@code replay TRACE.jsonl [--policy at-once|bundled:MIN|adaptive[:SECONDS]] [--out MT.jsonl]}. */
public final class ReplayBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final PrintStream out;

    /** Prints its figures to {@code out}. */
    public ReplayBench(PrintStream out) {
        this.out = out;
    }

    /** A policy's results by group, and each text with the posts in it. */
    private record Outcome(Replayed replayed, List<GroupResult> groups, List<GroupResult.ReadMt> mts) {}

    /** Runs it; false when a copy was lost or came twice. */
    public boolean run(List<String> words) throws Exception {
        Arguments arguments = new Arguments(words, Set.of("policy", "out"));
        if (arguments.plain().size() != 1) {
            throw new IllegalArgumentException(
                    "usage: bench/run replay TRACE.jsonl [--policy at-once|bundled:MIN|adaptive[:SECONDS]] [--out MT.jsonl]");
        }
        Path file = Path.of(arguments.plain().get(0));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file + ".");
        }
        List<Policy> policies =
                arguments.text("policy").map(Policy::parse).map(List::of).orElse(Policy.ALL);
        Trace trace = Trace.read(file);
        List<Outcome> outcomes = replay(trace, policies);
        if (arguments.text("out").isPresent()) {
            write(Path.of(arguments.text("out").get()), trace, outcomes);
        }
        return outcomes.stream()
                .allMatch(outcome -> GroupResult.sum(outcome.groups()).complete());
    }

    /** Each policy is a service of its own, so that as many run at once as there are processors. */
    private List<Outcome> replay(Trace trace, List<Policy> policies) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(policies.size(), Runtime.getRuntime().availableProcessors()));
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            policies.forEach(policy -> running.add(threads.submit(() -> replay(trace, policy))));
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                Outcome outcome = one.get();
                outcome.groups().forEach(group -> print(outcome.replayed(), group));
                print(outcome.replayed(), GroupResult.sum(outcome.groups()));
                outcomes.add(outcome);
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Outcome replay(Trace trace, Policy policy) {
        try (Replay replay = open(trace, policy)) {
            Replayed replayed = replay.run();
            Map<String, List<Mt>> mts = replayed.mts().stream().collect(Collectors.groupingBy(Mt::group));
            List<GroupResult.ReadMt> read = new ArrayList<>();
            List<GroupResult> groups = new ArrayList<>();
            for (Trace.Circle circle : trace.groups().values()) {
                groups.add(GroupResult.of(
                        circle,
                        replayed.posts().getOrDefault(circle.name(), List.of()),
                        mts.getOrDefault(circle.name(), List.of()),
                        read));
            }
            read.sort(Comparator.comparingLong(one -> one.mt().millis()));
            return new Outcome(replayed, groups, read);
        }
    }

    /** One after the other: reading files from within a jar is not for two threads at once. */
    private static synchronized Replay open(Trace trace, Policy policy) {
        return new Replay(trace, policy);
    }

    private void print(Replayed replayed, GroupResult group) {
        group.figure("replay", replayed.policy().toString()).print(out);
    }

    private static void write(Path file, Trace trace, List<Outcome> outcomes) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Outcome outcome : outcomes) {
                for (GroupResult.ReadMt one : outcome.mts()) {
                    Mt mt = one.mt();
                    ObjectNode json = JSON.createObjectNode();
                    if (outcomes.size() > 1) {
                        json.put("policy", outcome.replayed().policy().toString());
                    }
                    json.put("group", mt.group()).put("t", mt.millis() / 1_000.0);
                    json.put("to", trace.circle(mt.group()).nicknames().get(mt.to()));
                    json.put("text", mt.text()).put("segments", mt.segments());
                    one.posts().forEach(json.putArray("posts")::add);
                    lines.write(JSON.writeValueAsString(json));
                    lines.newLine();
                }
            }
        }
    }
}
