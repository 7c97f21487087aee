package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.dariro.gateway.Accounts;
import org.dariro.gateways.api.Outcome;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.platform.Work;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what became of parcels on the wire. On a running node outcomes are gathered for 20 ms into one transaction;
 * if the process dies in between, those parcels stay SENDING and their fate is found out at the carrier.
 */
@Component
public class Settlement {
    private static final Duration LINGER = Duration.ofMillis(20);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(10);
    private static final int MOST_ATTEMPTS = 40;
    private final Database database;
    private final DeliveryDao dao;
    private final CarrierIdDao carrierIds;
    private final Accounts accounts;
    private final OptOuts optOuts;
    private final InstantSource clock;
    private final Work work;
    private List<Settled> gathered = new ArrayList<>();

    @Inject
    public Settlement(
            Database database,
            DeliveryDao dao,
            CarrierIdDao carrierIds,
            Accounts accounts,
            OptOuts optOuts,
            InstantSource clock,
            Work work) {
        this.database = database;
        this.dao = dao;
        this.carrierIds = carrierIds;
        this.accounts = accounts;
        this.optOuts = optOuts;
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
        if (!settled.isEmpty()) {
            database.useLazyTransaction(tx -> settled.forEach(one -> settle(tx, one)));
        }
    }

    private void settle(Transaction tx, Settled one) {
        Parcel parcel = one.parcel();
        one.outcome()
                .<@Nullable Void>match(
                        accepted -> {
                            move(tx, parcel, ParcelState.ACCEPTED, null);
                            if (!accounts.get(one.account()).capabilities().echoesReference()) {
                                accepted.ids().forEach(id -> carrierIds.insert(tx, one.account(), id, parcel.id()));
                            }
                            return null;
                        },
                        refused -> move(tx, parcel, ParcelState.FAILED, refused.code()),
                        throttled -> again(tx, parcel, throttled.code(), throttled.pause()),
                        later -> again(tx, parcel, later.code(), backoff(parcel)),
                        optedOut -> {
                            optOuts.carrierBlocks(tx, parcel.memberId());
                            return move(tx, parcel, ParcelState.FAILED, optedOut.code());
                        },
                        unknown -> move(tx, parcel, ParcelState.UNKNOWN, unknown.code()));
    }

    private @Nullable Void move(Transaction tx, Parcel parcel, ParcelState to, @Nullable String code) {
        Instant now = clock.instant();
        dao.settle(tx, parcel.id(), ParcelState.SENDING, to, shorten(code), now, now);
        return null;
    }

    private @Nullable Void again(Transaction tx, Parcel parcel, String code, Duration pause) {
        if (parcel.attempts() >= MOST_ATTEMPTS) {
            return move(tx, parcel, ParcelState.FAILED, code);
        }
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
        return code == null || code.length() <= 60 ? code : code.substring(0, 60);
    }
}
