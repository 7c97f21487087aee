package org.dariro.gateway;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dariro.gateways.api.Outcome;
import org.dariro.platform.Component;
import org.dariro.platform.Faults;
import org.dariro.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How well each account does, by what became of its texts and by its session: a circuit breaker for each. Kept in memory;
 * after a start every account counts as well until it shows otherwise.
 *
 * <p>Settings: {@code DARIRO_LINE_FAILURES} (5; 1 to 1,000) texts in a row that fail, for at least
 * {@code DARIRO_LINE_FAILING_SECONDS} (10; 0 to 3,600), open the circuit; so does a session that is down for
 * {@code DARIRO_LINE_DOWN_SECONDS} (60; 1 to 86,400). After {@code DARIRO_LINE_PAUSE_SECONDS} (15; 1 to 3,600) one text
 * tries again, after each try in vain with twice the pause, up to 16 times.
 */
@Component
public class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private final Accounts accounts;
    private final InstantSource clock;
    private final Circuit.Rules rules;
    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();

    @Inject
    public Health(Accounts accounts, Settings settings, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
        rules = new Circuit.Rules(
                settings.number("DARIRO_LINE_FAILURES", 5, 1, 1_000),
                Duration.ofSeconds(settings.number("DARIRO_LINE_FAILING_SECONDS", 10, 0, 3_600)),
                Duration.ofSeconds(settings.number("DARIRO_LINE_DOWN_SECONDS", 60, 1, 86_400)),
                Duration.ofSeconds(settings.number("DARIRO_LINE_PAUSE_SECONDS", 15, 1, 3_600)));
    }

    /** What may be sent on an account. */
    public enum State {
        /** Everything: all is well. */
        CLOSED,
        /** Nothing: it is down. */
        OPEN,
        /** One text, to try. */
        HALF_OPEN
    }

    /**
     * Something that went wrong.
     *
     * @param code the carrier's or the gateway's, without number or text
     */
    public record Fault(String code, Instant at) {}

    /**
     * How an account stands.
     *
     * @param since when it was last well or ill: one that is tried in vain is ill since it failed first
     * @param triedAt when a text may try next; empty while all is well, while one tries, and while the session is down
     * @param faults what went wrong last, the latest first
     */
    public record Condition(State state, Instant since, Optional<Instant> triedAt, List<Fault> faults) {}

    /** Does something with an account's circuit, and says it in the log when that changes how the account stands. */
    private <T> T with(String account, Function<Circuit, T> work) {
        Circuit circuit = circuits.computeIfAbsent(account, id -> new Circuit(rules, clock.instant()));
        State before;
        State after;
        T result;
        synchronized (circuit) {
            before = circuit.state();
            result = work.apply(circuit);
            after = circuit.state();
        }
        if (before == State.CLOSED && after == State.OPEN) {
            String code =
                    of(account).faults().stream().findFirst().map(Fault::code).orElse("");
            LOG.warn("Account {} is down: {}. Nothing is sent on it but tries.", account, code);
        } else if (before != State.CLOSED && after == State.CLOSED) {
            LOG.info("Account {} is well again", account);
        }
        return result;
    }

    /** Whether so many texts may go out on an account now; what was let out is heard of, or given back. */
    public boolean admits(String account, int parcels) {
        return with(account, circuit -> circuit.admits(parcels, clock.instant()));
    }

    /** A text that was let out does not go after all. */
    public void giveBack(String account) {
        with(account, circuit -> {
            circuit.giveBack();
            return true;
        });
    }

    /** Whether an account is down: nothing goes out. */
    public boolean isOpen(String account) {
        return accounts.find(account).isEmpty() || of(account).state() == State.OPEN;
    }

    /** The accounts on which nothing would be let out now. */
    public Set<String> shut() {
        return circuits.keySet().stream()
                .filter(account -> with(account, circuit -> circuit.isShut(clock.instant())))
                .collect(Collectors.toSet());
    }

    /** Takes note of what became of a text on an account. */
    public void heard(String account, long member, Outcome outcome) {
        with(
                account,
                circuit -> outcome.match(
                        accepted -> {
                            circuit.accepted(clock.instant());
                            return true;
                        },
                        refused -> {
                            circuit.refused(refused.code(), member, clock.instant());
                            return true;
                        },
                        throttled -> answered(circuit),
                        later -> failed(circuit, later.code()),
                        optedOut -> answered(circuit),
                        unknown -> failed(circuit, unknown.code())));
    }

    private static boolean answered(Circuit circuit) {
        circuit.answered();
        return true;
    }

    private boolean failed(Circuit circuit, String code) {
        circuit.failed(code, clock.instant());
        return true;
    }

    /** Asks the gateways that keep a session with their carrier how it is; to be called every few seconds. */
    public void look() {
        for (Account account : accounts.all()) {
            try {
                account.gateway()
                        .connection()
                        .ifPresent(connection -> with(account.id(), circuit -> {
                            circuit.connection(connection, clock.instant());
                            return true;
                        }));
            } catch (RuntimeException e) {
                LOG.error("Account {} could not tell of its session: {}", account.id(), Faults.describe(e));
            }
        }
    }

    /** How an account stands. */
    public Condition of(String account) {
        return with(account, circuit -> circuit.condition(clock.instant()));
    }
}
