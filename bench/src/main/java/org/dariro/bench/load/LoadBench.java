package org.dariro.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.dariro.bench.Arguments;
import org.dariro.bench.Figure;
import org.dariro.bench.Scratch;
import org.jspecify.annotations.Nullable;

/** {@code load}: how much a running service carries, and how fast. */
public final class LoadBench {
    private static final Set<String> OPTIONS = Set.of(
            "groups",
            "members",
            "seconds",
            "warmup",
            "account",
            "base",
            "token",
            "pid",
            "connections",
            "rate",
            "critical",
            "carrier-port",
            "start",
            "port",
            "max-recipients");
    private static final int QUIET_SECONDS = 20;
    private final PrintStream out;
    private final Path root;

    /** @param root the project's directory, for {@code --start} */
    public LoadBench(PrintStream out, Path root) {
        this.out = out;
        this.root = root;
    }

    /** What a run knows of the service it drives. */
    private record Target(
            URI base,
            String account,
            String name,
            long pid,
            @Nullable Store store,
            String token) {}

    /** Runs it; false when a copy was lost, came twice or out of order. */
    public boolean run(List<String> words) throws Exception {
        Arguments arguments = new Arguments(words, OPTIONS);
        if (!arguments.plain().isEmpty()) {
            throw new IllegalArgumentException("load takes only options; see docs/bench.md.");
        }
        return arguments.text("start").isPresent() ? started(arguments) : running(arguments);
    }

    private boolean started(Arguments arguments) throws Exception {
        Crowd crowd = crowd(arguments, 0);
        int carrierPort = arguments.number("carrier-port", 8099, 1);
        String database = arguments.text("start").orElseThrow();
        Ledger ledger = new Ledger(crowd);
        try (Scratch scratch = new Scratch();
                FakeCarrier carrier = new FakeCarrier(carrierPort, ledger);
                Store store = Store.open(database, scratch.path())) {
            Map<String, String> settings =
                    new HashMap<>(Service.simulator(carrierPort, arguments.number("max-recipients", 500, 1)));
            settings.putAll(store.settings());
            String token = "bench-" + UUID.randomUUID();
            settings.put("DARIRO_API_TOKEN", token);
            try (Service service = new Service(root, scratch.path(), arguments.number("port", 8090, 1), settings)) {
                service.enrol(crowd, "sim");
                service.start();
                Target target = new Target(service.address(), "sim", database, service.pid(), store, token);
                return measure(arguments, target, ledger, carrier);
            }
        }
    }

    private boolean running(Arguments arguments) throws Exception {
        String run = Long.toString(Instant.now().getEpochSecond() % 900, 36);
        Crowd crowd = crowd(arguments, (int) (Instant.now().getEpochSecond() % 900) * 10_000);
        int carrierPort = arguments.number("carrier-port", 8099, 1);
        URI base = URI.create(arguments.text("base").orElse("http://localhost:8080"));
        Ledger ledger = new Ledger(crowd);
        try (FakeCarrier carrier = new FakeCarrier(carrierPort, ledger)) {
            String token = arguments
                    .text("token")
                    .orElseThrow(() -> new IllegalArgumentException("Without --start, load drives a service that was"
                            + " started with this bench as its carrier:\n"
                            + "  DARIRO_ACCOUNTS=sim DARIRO_ACCOUNT_SIM_BASE_URL=http://localhost:"
                            + carrierPort + " DARIRO_FLOOD_TEXTS=1000000 DARIRO_API_TOKEN=<token> deploy/run\n"
                            + "and needs --token <token> to make its groups."));
            String account = arguments.text("account").orElse("sim");
            try (Api api = new Api(base, token)) {
                api.enrol(crowd, account, run);
            }
            long pid = arguments.number("pid", 0, 1);
            return measure(arguments, new Target(base, account, "running", pid, null, token), ledger, carrier);
        }
    }

    private static Crowd crowd(Arguments arguments, int first) {
        Crowd crowd = new Crowd(arguments.number("groups", 100, 1), arguments.number("members", 15, 2), first);
        if (crowd.members() > 400 || crowd.phones() > 10_000) {
            throw new IllegalArgumentException("A load has at most 400 members a group, and 10,000 phones.");
        }
        return crowd;
    }

    private boolean measure(Arguments arguments, Target target, Ledger ledger, FakeCarrier carrier) throws Exception {
        int seconds = arguments.number("seconds", 20, 1);
        int connections = arguments.number("connections", 64, 1);
        Optional<String> rate = arguments.text("rate");
        String run = Long.toString(System.currentTimeMillis(), 36);
        boolean good;
        try (Generator generator = new Generator(ledger, target.base(), target.account(), run, connections);
                Danger danger = danger(arguments, target, seconds)) {
            carrier.watch(danger);
            generator.flood(); // a fresh JVM says nothing of a running one
            TimeUnit.SECONDS.sleep(arguments.number("warmup", 15, 0));
            generator.stop();
            good = generator.drain(QUIET_SECONDS);
            if (rate.isEmpty()) {
                Phase flood = Phase.begin(target.pid(), target.store(), ledger);
                generator.flood();
                int first = begin(danger, arguments);
                good &= finish(generator, danger, flood, seconds, figure(target, "closed", arguments, connections));
                good &= end(danger, arguments, target, "closed", first);
            }
            double perSecond = Double.parseDouble(rate.orElse("50"));
            Phase steady = Phase.begin(target.pid(), target.store(), ledger);
            generator.steady(perSecond);
            int first = begin(danger, arguments);
            good &= finish(
                    generator,
                    danger,
                    steady,
                    rate.isPresent() ? seconds : Math.min(seconds, 20),
                    figure(target, "open", arguments, connections).with("rate", perSecond, 0));
            good &= end(danger, arguments, target, "open", first);
        }
        Audit audit = Audit.of(ledger);
        audit.addTo(new Figure("load-audit").with("db", target.name()))
                .with("parcels_repeated", carrier.repeated())
                .with("looked_up", carrier.lookedUp())
                .print(out);
        return good && audit.clean() && carrier.repeated() == 0;
    }

    /** People in danger, enough for both phases and for what still waits at their ends. */
    private static Danger danger(Arguments arguments, Target target, int seconds) throws IOException {
        String run = Long.toString(Instant.now().getEpochSecond() % 46_000, 36);
        int most = critical(arguments) * (seconds + QUIET_SECONDS * 2);
        int first = 9_100_000 + (int) (Instant.now().getEpochSecond() % 800) * 1_000;
        return new Danger(target.base(), target.account(), target.token(), run, first, Math.min(most, 1_000));
    }

    /** How many people in danger write in a second; 0 leaves them out. */
    private static int critical(Arguments arguments) {
        return arguments.number("critical", 5, 0);
    }

    private static int begin(Danger danger, Arguments arguments) {
        int first = danger.size();
        int perSecond = critical(arguments);
        if (perSecond > 0) {
            danger.begin(perSecond);
        }
        return first;
    }

    private boolean end(Danger danger, Arguments arguments, Target target, String mode, int first)
            throws InterruptedException {
        if (critical(arguments) == 0) {
            return true;
        }
        danger.end(first);
        return danger.print(out, target.name(), mode, first);
    }

    private static Figure figure(Target target, String mode, Arguments arguments, int connections) {
        return new Figure("load")
                .with("db", target.name())
                .with("mode", mode)
                .with("groups", arguments.number("groups", 100, 1))
                .with("members", arguments.number("members", 15, 2))
                .with("max_recipients", arguments.number("max-recipients", 500, 1))
                .with("connections", connections);
    }

    private boolean finish(Generator generator, Danger danger, Phase phase, int seconds, Figure figure)
            throws Exception {
        TimeUnit.SECONDS.sleep(seconds);
        danger.stop();
        generator.stop();
        boolean complete = generator.drain(QUIET_SECONDS);
        phase.end(figure).print(out);
        return complete;
    }
}
