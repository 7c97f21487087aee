package org.dariro.transcript;

import java.util.HashMap;
import java.util.Map;
import org.dariro.Dariro;
import org.dariro.gateways.testkit.CallingCarrier;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;

/**
 * A service in this process, its work done by whoever calls it, that reaches a fake carrier over the real wire, and is
 * reached by it.
 */
public final class Wire implements AutoCloseable {
    /** How long a session with a carrier may take to come up. */
    private static final long PATIENCE_MS = 20_000;

    public final HandClock clock = new HandClock();
    public final CallingCarrier carrier;
    public final Dariro dariro;
    private final CarrierDoor door = new CarrierDoor();

    /**
     * Connects them.
     *
     * @param kind the gateway of the account {@code sim}
     * @param database the name of a database in memory
     */
    public Wire(String kind, CallingCarrier carrier, String database) {
        this(kind, carrier, database, Map.of());
    }

    /**
     * Connects them.
     *
     * @param kind the gateway of the account {@code sim}
     * @param database the name of a database in memory
     * @param more settings of the account, which go before those of the carrier
     */
    public Wire(String kind, CallingCarrier carrier, String database, Map<String, String> more) {
        this.carrier = carrier;
        Map<String, String> settings = new HashMap<>(Map.of(
                "DARIRO_DB_URL",
                "jdbc:h2:mem:" + database,
                "DARIRO_PUBLIC_URL",
                door.url(),
                "DARIRO_ACCOUNTS",
                "sim,alt",
                "DARIRO_ACCOUNT_SIM_KIND",
                kind,
                "DARIRO_ACCOUNT_ALT_KIND",
                "simulator"));
        carrier.settings().forEach((name, value) -> settings.put("DARIRO_ACCOUNT_SIM_" + name, value));
        more.forEach((name, value) -> settings.put("DARIRO_ACCOUNT_SIM_" + name, value));
        dariro = new Dariro(Settings.of(settings), Vault.inMemory(), clock, Work.inline()).start();
        door.serve(dariro.camel);
        carrier.callsAt(door.url(), "sim");
        awaitSession();
    }

    /** Waits until the session with the carrier stands, where it keeps one: a link that was cut comes back in its own time. */
    public void awaitSession() {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (dariro.accounts
                .get("sim")
                .gateway()
                .connection()
                .filter(connection -> !connection.up())
                .isPresent()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The session with the carrier does not come up");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        door.close();
        dariro.close();
        carrier.close();
    }
}
