package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Health;
import org.dariro.gateways.api.Capabilities;
import org.dariro.gateways.api.Charging;
import org.dariro.gateways.api.Outcome;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Transaction;
import org.dariro.platform.Work;
import org.dariro.spend.Charges;
import org.dariro.spend.Corrections;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what became of parcels on the wire. On a running node outcomes are gathered for 20 ms into one transaction;
 * if the process dies in between, those parcels stay SENDING and their fate is found out at the carrier.
 */
@Component
public class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration LINGER = Duration.ofMillis(20);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(10);
    private static final int MOST_ATTEMPTS = 20_000; // months: what a carrier is too busy for is not given up
    private final Database database;
    private final DeliveryDao dao;
    private final CarrierIdDao carrierIds;
    private final Accounts accounts;
    private final Health health;
    private final OptOuts optOuts;
    private final Charges charges;
    private final Corrections corrections;
    private final ChargeRequests chargeRequests;
    private final InstantSource clock;
    private final Work work;
    private final Set<Long> onTheWire = ConcurrentHashMap.newKeySet();
    private List<Settled> gathered = new ArrayList<>();

    @Inject
    public Settlement(
            Database database,
            DeliveryDao dao,
            CarrierIdDao carrierIds,
            Accounts accounts,
            Health health,
            OptOuts optOuts,
            Charges charges,
            Corrections corrections,
            ChargeRequests chargeRequests,
            InstantSource clock,
            Work work) {
        this.database = database;
        this.dao = dao;
        this.carrierIds = carrierIds;
        this.accounts = accounts;
        this.health = health;
        this.optOuts = optOuts;
        this.charges = charges;
        this.corrections = corrections;
        this.chargeRequests = chargeRequests;
        this.clock = clock;
        this.work = work;
    }

    private record Settled(String account, Parcel parcel, Outcome outcome) {}

    /** Starts to write down what is gathered. */
    public void start() {
        work.loop("settlement", this::turn);
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is in Work
    private void turn() throws InterruptedException {
        synchronized (this) {
            if (gathered.isEmpty()) {
                wait(LOOK.toMillis());
            }
            if (gathered.isEmpty()) {
                return;
            }
        }
        Thread.sleep(LINGER.toMillis());
        settle();
    }

    void add(String account, Parcel parcel, Outcome outcome) {
        synchronized (this) {
            gathered.add(new Settled(account, parcel, outcome));
            notifyAll();
        }
        if (!work.isThreaded()) {
            settle();
        }
    }

    private synchronized List<Settled> take() {
        List<Settled> taken = gathered;
        gathered = new ArrayList<>();
        return taken;
    }

    /** Writes down what is gathered, at once. */
    public void settle() {
        List<Settled> settled = take();
        if (settled.isEmpty()) {
            return;
        }
        try {
            write(settled);
        } catch (RuntimeException e) {
            LOG.error("Outcomes could not be written down; each is tried alone: {}", Faults.describe(e));
            settled.forEach(this::writeAlone);
        }
    }

    private void write(List<Settled> settled) {
        database.useLazyTransaction(tx -> settled.forEach(one -> settle(tx, one)));
        settled.forEach(one -> onTheWire.remove(one.parcel().id()));
    }

    /** What cannot be written down now is left on the wire: its fate is found out like any that was lost. */
    private void writeAlone(Settled one) {
        try {
            write(List.of(one));
        } catch (RuntimeException e) {
            LOG.error("The outcome of parcel {} is lost: {}", one.parcel().id(), Faults.describe(e));
            onTheWire.remove(one.parcel().id());
        }
    }

    /** Notes parcels that this node is about to send. */
    void begins(Parcel parcel) {
        onTheWire.add(parcel.id());
    }

    /** Whether this node is sending a parcel, or has its outcome still to write down. */
    boolean isOnTheWire(long parcel) {
        return onTheWire.contains(parcel);
    }

    private void settle(Transaction tx, Settled one) {
        Parcel parcel = one.parcel();
        one.outcome()
                .<@Nullable Void>match(
                        accepted -> {
                            accepted(tx, one.account(), parcel, accepted);
                            return null;
                        },
                        refused -> move(tx, parcel, ParcelState.FAILED, refused.code()),
                        throttled -> ready(tx, parcel, throttled.code(), throttled.pause()),
                        later -> again(tx, one.account(), parcel, later.code(), backoff(parcel)),
                        optedOut -> {
                            optOuts.carrierBlocks(tx, parcel.memberId());
                            return move(tx, parcel, ParcelState.FAILED, optedOut.code());
                        },
                        unknown -> move(tx, parcel, ParcelState.UNKNOWN, unknown.code()));
    }

    private void accepted(Transaction tx, String account, Parcel parcel, Outcome.Accepted accepted) {
        move(tx, parcel, ParcelState.ACCEPTED, null);
        Capabilities capabilities = accounts.get(account).capabilities();
        boolean asksLater = capabilities.charging() == Charging.ON_REQUEST
                && accepted.charge().isEmpty();
        if (accounts.get(account).keepsIds()) {
            carrierIds.insertAll(tx, account, accepted.ids(), parcel.id());
        }
        accepted.charge().ifPresent(charge -> charges.answered(tx, account, parcel.id(), charge));
        if (asksLater) {
            chargeRequests.expect(tx, parcel);
        }
    }

    private @Nullable Void move(Transaction tx, Parcel parcel, ParcelState to, @Nullable String code) {
        Instant now = clock.instant();
        dao.settle(tx, parcel.id(), ParcelState.SENDING, to, shorten(code), now, now);
        if (to == ParcelState.FAILED) {
            corrections.unsent(tx, parcel.id());
        }
        return null;
    }

    /** Nothing is given up while its account is down. */
    private @Nullable Void again(Transaction tx, String account, Parcel parcel, String code, Duration pause) {
        if (parcel.attempts() >= MOST_ATTEMPTS && health.of(account).state() == Health.State.CLOSED) {
            return move(tx, parcel, ParcelState.FAILED, code);
        }
        return ready(tx, parcel, code, pause);
    }

    private @Nullable Void ready(Transaction tx, Parcel parcel, String code, Duration pause) {
        Instant now = clock.instant();
        dao.settle(tx, parcel.id(), ParcelState.SENDING, ParcelState.READY, shorten(code), now.plus(pause), now);
        return null;
    }

    /** 2, 4, 8 ... seconds, at most ten minutes. */
    static Duration backoff(Parcel parcel) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(parcel.attempts(), 12));
        return doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
    }

    static @Nullable String shorten(@Nullable String code) {
        if (code == null) {
            return null;
        }
        String plain = code.replace('\0', ' ');
        return plain.length() <= 60 ? plain : plain.substring(0, 60);
    }
}
