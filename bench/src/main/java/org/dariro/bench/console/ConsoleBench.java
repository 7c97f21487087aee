package org.dariro.bench.console;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.Dariro;
import org.dariro.bench.Arguments;
import org.dariro.bench.Figure;
import org.dariro.bench.Scratch;
import org.dariro.bench.load.Crowd;
import org.dariro.bench.load.Service;
import org.dariro.bench.load.Store;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;

/** {@code console}: what the console's pages weigh, how fast they come, and whether open ones miss anything over a restart. */
public final class ConsoleBench {
    private static final Set<String> OPTIONS = Set.of(
            "db",
            "messages",
            "groups",
            "members",
            "days",
            "text-days",
            "rounds",
            "at-once",
            "consoles",
            "rate",
            "seconds",
            "port",
            "home");
    private static final List<String> COUNTED =
            List.of("posts", "parcels", "spend_sums", "alerts", "wellbeing_questions");

    private final PrintStream out;
    private final Path root;

    /** @param root the project's directory */
    public ConsoleBench(PrintStream out, Path root) {
        this.out = out;
        this.root = root;
    }

    /** Runs it; false when a page is too heavy or too slow, or a console missed a post. */
    public boolean run(List<String> words) throws Exception {
        Arguments arguments = new Arguments(words, OPTIONS);
        String db = arguments.text("db").orElse("h2");
        Crowd crowd = new Crowd(arguments.number("groups", 100, 1), arguments.number("members", 15, 2), 0);
        Optional<Path> home = arguments.text("home").map(Path::of);
        try (Scratch scratch = home.isPresent() ? Scratch.kept(home.get()) : new Scratch();
                Store store = Store.open(db, scratch.path())) {
            Map<String, String> settings = new HashMap<>(store.settings());
            settings.put("DARIRO_ACCOUNTS", "sim");
            settings.put("DARIRO_FLOOD_TEXTS", "1000000");
            settings.put("DARIRO_LOOP_TEXTS", "1000000");
            settings.put("DARIRO_HOME", scratch.path().toString());
            machine(db);
            Stored stored = stored(arguments, crowd, settings, scratch.path().resolve("seeded-" + db), db);
            try (Service service = new Service(root, scratch.path(), arguments.number("port", 8091, 1), settings)) {
                service.start();
                return measure(arguments, service, crowd, stored, db);
            }
        }
    }

    /** Fills the database, unless an earlier run has: a mark in the home says so. */
    private Stored stored(Arguments arguments, Crowd crowd, Map<String, String> given, Path mark, String db)
            throws IOException {
        Settings settings = Settings.of(given);
        Vault vault = Vault.open(settings);
        long begin = System.nanoTime();
        boolean seeded = Files.exists(mark);
        try (Dariro dariro = new Dariro(settings, vault, InstantSource.system(), Work.inline())) {
            if (seeded) {
                dariro.database.useTransaction(SignIn::forget);
            } else {
                Seed.Volume volume = new Seed.Volume(
                        arguments.number("messages", 1_000_000, 100),
                        arguments.number("days", 150, 2),
                        arguments.number("text-days", 10, 2));
                new Seed(dariro, vault, crowd, volume).make();
                Files.createFile(mark);
            }
            dariro.database.useTransaction(tx -> {
                Figure figure = new Figure("console-seed").with("db", db);
                for (String table : COUNTED) {
                    long rows = tx.query("select count(*) from " + table)
                            .mapTo(Long.class)
                            .one();
                    figure.with(table, rows);
                }
                figure.with("seed_s", seeded ? 0 : (System.nanoTime() - begin) / 1e9, 0)
                        .print(out);
            });
            return dariro.database.inTransaction(Stored::read);
        }
    }

    private boolean measure(Arguments arguments, Service service, Crowd crowd, Stored stored, String db)
            throws Exception {
        int rounds = arguments.number("rounds", 100, 0);
        int consoles = arguments.number("consoles", 100, 0);
        boolean good = true;
        try (Browser administrator = SignIn.as(service.address(), Stored.ADMINISTRATOR);
                Browser mentor = SignIn.as(service.address(), Stored.MENTOR)) {
            if (rounds > 0) {
                Weighing weighing = new Weighing(out, new Routes(root, stored), db, arguments.number("at-once", 4, 1));
                weighing.of("mentor", mentor, rounds);
                weighing.of("administrator", administrator, rounds);
                good = weighing.finish(new Figure("console").with("db", db));
            }
            if (consoles > 0) {
                good &= new LiveTest(out, service, crowd, db)
                        .run(
                                administrator,
                                stored,
                                consoles,
                                arguments.number("rate", 10, 1),
                                arguments.number("seconds", 60, 3));
            }
        }
        return good;
    }

    private void machine(String db) throws IOException {
        Path told = Path.of("/proc/cpuinfo");
        String processor = !Files.exists(told)
                ? System.getProperty("os.arch")
                : Files.readAllLines(told, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
        new Figure("console-machine")
                .with("db", db)
                .with("processor", processor)
                .with("cores", Runtime.getRuntime().availableProcessors())
                .with("os", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .with("java", System.getProperty("java.version"))
                .print(out);
    }
}
