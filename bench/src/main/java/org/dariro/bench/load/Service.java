package org.dariro.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dariro.Dariro;
import org.dariro.gateway.Line;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Nickname;
import org.dariro.platform.Database;
import org.dariro.platform.Folding;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.jspecify.annotations.Nullable;

/** A service that a bench starts with {@code deploy/run}, in a data directory of its own, and stops or kills. */
public final class Service implements AutoCloseable {
    private static final Duration BOOT = Duration.ofMinutes(3);
    private final Path root;
    private final Path home;
    private final int port;
    private final Map<String, String> settings = new HashMap<>();
    private @Nullable Process process;

    /** @param settings of the database, the account and whatever else differs from the defaults */
    public Service(Path root, Path home, int port, Map<String, String> settings) {
        this.root = root;
        this.home = home;
        this.port = port;
        this.settings.putAll(settings);
        this.settings.put("DARIRO_HOME", home.toString());
        this.settings.put("DARIRO_HTTP_PORT", Integer.toString(port));
    }

    /** The settings of an account {@code sim} at a carrier on this machine; no text of a bench is a flood. */
    public static Map<String, String> simulator(int carrierPort, int maxRecipients) {
        return Map.of(
                "DARIRO_ACCOUNTS", "sim",
                "DARIRO_ACCOUNT_SIM_BASE_URL", "http://localhost:" + carrierPort,
                "DARIRO_ACCOUNT_SIM_MAX_RECIPIENTS", Integer.toString(maxRecipients),
                "DARIRO_FLOOD_TEXTS", "1000000",
                "DARIRO_LOOP_TEXTS", "1000000");
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Writes the groups and members into its database, before it is started. */
    public void enrol(Crowd crowd, String account) {
        try (Dariro dariro = new Dariro(
                Settings.of(settings), Vault.open(Settings.of(settings)), InstantSource.system(), Work.inline())) {
            dariro.database.useTransaction(tx -> {
                Line line = dariro.lines.add(tx, account, Crowd.LINE, "");
                for (int group = 0; group < crowd.groups(); group++) {
                    enrol(dariro, tx, line, crowd, group);
                }
            });
        }
    }

    /** How many parcels of its database are in each state, when it does not run. */
    public Map<String, Integer> parcelStates() {
        Map<String, Integer> states = new HashMap<>();
        try (Database database = new Database(Settings.of(settings))) {
            database.useTransaction(tx -> tx.query("select state, count(*) as parcels from parcels group by state")
                    .map((row, context) -> states.put(row.getString("state"), row.getInt("parcels")))
                    .list());
        }
        return states;
    }

    private static void enrol(Dariro dariro, Transaction tx, Line line, Crowd crowd, int number) {
        Group group = dariro.groups.create(
                tx,
                new Group(
                        0,
                        "LOAD" + number,
                        "LOAD" + number,
                        line.id(),
                        "en",
                        "ZW",
                        ReadingMode.AT_ONCE,
                        Duration.ofMinutes(5),
                        "",
                        false,
                        false));
        for (int place = 0; place < crowd.members(); place++) {
            int phone = number * crowd.members() + place;
            Member member =
                    dariro.members.findOrRegister(tx, org.dariro.gateways.api.Msisdn.of(crowd.number(phone)), "en");
            String nickname = crowd.nickname(phone);
            dariro.memberships.add(
                    tx,
                    group,
                    Optional.of(member.id()),
                    line.id(),
                    Role.MEMBER,
                    Standing.ACTIVE,
                    new Nickname(nickname, Folding.key(nickname)),
                    0);
        }
    }

    /** Starts it and waits until it is ready. */
    public void start() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(root.resolve("deploy/run").toString());
        builder.directory(root.toFile());
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        Process started = builder.start();
        process = started;
        Instant late = Instant.now().plus(BOOT);
        try (HttpCaller http = new HttpCaller(address(), 2_000)) {
            while (!ready(http)) {
                if (!started.isAlive() || Instant.now().isAfter(late)) {
                    throw new IllegalStateException("The service did not start:\n" + Files.readString(log()));
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static boolean ready(HttpCaller http) {
        try {
            HttpMessage health = http.call("GET", "/health/ready", "", new byte[0]);
            return health.status() == 200 && health.text().contains("\"name\""); // the server is ready before its WAR

        } catch (IOException e) {
            return false;
        }
    }

    /** What it says. */
    public Path log() {
        return home.resolve("service.log");
    }

    /** Its process. */
    public long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("The service does not run");
        }
        return running.pid();
    }

    /** Kills it with no chance to tidy up (SIGKILL). */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.waitFor();
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            try {
                if (running.waitFor(20, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running.destroyForcibly();
        }
    }
}
