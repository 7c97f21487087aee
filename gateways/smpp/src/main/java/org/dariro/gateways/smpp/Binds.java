package org.dariro.gateways.smpp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dariro.gateways.api.Connection;
import org.dariro.gateways.api.GatewayAccount;

/** All binds of an account. */
final class Binds implements AutoCloseable {
    /** How long a request waits for a bind that is just being opened. */
    private static final Duration OPENING = Duration.ofSeconds(2);

    private final List<Bind> binds = new ArrayList<>();

    Binds(GatewayAccount account, SmppSettings settings, Function<Bind, Session> sessions) {
        for (int i = 1; i <= settings.binds(); i++) {
            binds.add(new Bind(account.id() + "-" + i, settings, sessions, account.clock()));
        }
    }

    /** Begins to open them; what the SMSC delivers can be taken from now on. */
    void open() {
        binds.forEach(Bind::open);
    }

    /** The bind that is up and has the most room; where none is, one that is just being opened is waited for. */
    Optional<Bind> ready() {
        Optional<Bind> best = binds.stream()
                .filter(bind -> bind.connection().up())
                .max(Comparator.comparing(bind -> bind.window().availablePermits()));
        return best.isPresent()
                ? best
                : binds.stream().filter(bind -> bind.session(OPENING) != null).findFirst();
    }

    /** Up when one of them is; else as the one that went down last. */
    Connection connection() {
        List<Connection> states = binds.stream().map(Bind::connection).toList();
        return states.stream()
                .filter(Connection::up)
                .min(Comparator.comparing(Connection::since))
                .orElseGet(() -> states.stream()
                        .max(Comparator.comparing(Connection::since))
                        .orElseThrow());
    }

    @Override
    public void close() {
        binds.forEach(Bind::close);
    }
}
