package org.dariro.bench.kill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dariro.bench.Arguments;
import org.dariro.bench.Figure;
import org.dariro.bench.Scratch;
import org.dariro.bench.load.Audit;
import org.dariro.bench.load.Crowd;
import org.dariro.bench.load.FakeCarrier;
import org.dariro.bench.load.Generator;
import org.dariro.bench.load.Ledger;
import org.dariro.bench.load.ProcessFigures;
import org.dariro.bench.load.Service;
import org.dariro.bench.load.Store;

/**
 * {@code kill}: in each round texts pour in, the service is killed (SIGKILL) at a random moment and started again on the
 * same data, until everything has come. The carrier lives on: it calls again where it got no answer, with the same id,
 * and says what became of a parcel when asked. At the end every copy on every phone is looked at.
 */
public final class KillBench {
    private static final Set<String> OPTIONS = Set.of(
            "rounds", "db", "groups", "members", "connections", "seed", "carrier-port", "port", "max-recipients");
    private static final int QUIET_SECONDS = 90;

    /** What reached the phones may still be unknown to the service, which asks after a while. */
    private static final int SETTLE_SECONDS = 20;

    private static final int MOST_STARTS = 3;
    private final PrintStream out;
    private final Path root;
    private int failedStarts;

    /** @param root the project's directory */
    public KillBench(PrintStream out, Path root) {
        this.out = out;
        this.root = root;
    }

    /** Runs it; false when something was lost, came twice or out of order, or stayed unknown. */
    public boolean run(List<String> words) throws Exception {
        Arguments arguments = new Arguments(words, OPTIONS);
        String database = arguments.text("db").orElse("h2");
        int carrierPort = arguments.number("carrier-port", 8099, 1);
        Ledger ledger = new Ledger(new Crowd(arguments.number("groups", 20, 1), arguments.number("members", 15, 2), 0));
        try (Scratch scratch = new Scratch();
                FakeCarrier carrier = new FakeCarrier(carrierPort, ledger);
                Store store = Store.open(database, scratch.path())) {
            Map<String, String> settings =
                    new HashMap<>(Service.simulator(carrierPort, arguments.number("max-recipients", 500, 1)));
            settings.putAll(store.settings());
            settings.put("DARIRO_NODE_GONE_SECONDS", "6"); // a round would take a minute with the defaults
            settings.put("DARIRO_LOOKUP_SECONDS", "2");
            try (Service service = new Service(root, scratch.path(), arguments.number("port", 8090, 1), settings)) {
                service.enrol(ledger.crowd(), "sim");
                return rounds(arguments, database, service, ledger, carrier);
            }
        }
    }

    /** A supervisor would start it again as well. */
    private void startAgain(Service service) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                service.start();
                return;
            } catch (IllegalStateException e) {
                service.kill();
                failedStarts++;
                if (tries == MOST_STARTS) {
                    throw e;
                }
            }
        }
    }

    private boolean rounds(Arguments arguments, String database, Service service, Ledger ledger, FakeCarrier carrier)
            throws Exception {
        int rounds = arguments.number("rounds", 30, 1);
        Random moment = new Random(arguments.number("seed", 1, 0));
        List<Double> restarts = new ArrayList<>();
        int incomplete = 0;
        startAgain(service);
        for (int round = 1; round <= rounds; round++) {
            String run = "k" + round;
            try (Generator generator =
                    new Generator(ledger, service.address(), "sim", run, arguments.number("connections", 32, 1))) {
                generator.flood();
                TimeUnit.MILLISECONDS.sleep(300 + moment.nextInt(8_000));
                service.kill();
                long killed = System.nanoTime();
                startAgain(service);
                restarts.add((System.nanoTime() - killed) / 1e9);
                generator.stop();
                boolean complete = generator.drain(QUIET_SECONDS);
                incomplete += complete ? 0 : 1;
                new Figure("kill-round")
                        .with("db", database)
                        .with("round", round)
                        .with("texts", ledger.size())
                        .with("complete", ledger.complete())
                        .with("looked_up", carrier.lookedUp())
                        .with("parcels_repeated", carrier.repeated())
                        .with("restart_s", restarts.get(restarts.size() - 1), 1)
                        .print(out);
            }
        }
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        service.close();
        Audit audit = Audit.of(ledger);
        Map<String, Integer> states = service.parcelStates();
        int open = states.entrySet().stream()
                .filter(state -> !Set.of("ACCEPTED", "DELIVERED").contains(state.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        restarts.sort(null);
        audit.addTo(new Figure("kill").with("db", database).with("rounds", rounds))
                .with("parcels", ledger.parcels())
                .with("parcels_repeated", carrier.repeated())
                .with("looked_up", carrier.lookedUp())
                .with("unknown", states.getOrDefault("UNKNOWN", 0))
                .with("not_accepted", open)
                .with("failed_starts", failedStarts)
                .with("restart_s", restarts.get(restarts.size() / 2), 1)
                .with("machine", ProcessFigures.machine())
                .print(out);
        return audit.clean() && carrier.repeated() == 0 && open == 0 && incomplete == 0;
    }
}
