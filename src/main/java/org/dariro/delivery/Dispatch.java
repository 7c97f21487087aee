package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.dariro.gateway.Account;
import org.dariro.gateway.Accounts;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.platform.Component;
import org.dariro.platform.Faults;
import org.dariro.platform.Nodes;
import org.dariro.platform.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts claimed parcels on the wire. Each account has as many lanes as its carrier takes connections; what goes to the
 * same group (or, where a request has one recipient, to the same member) always takes the same lane, so that it stays in
 * order. Once a parcel of a member has to wait, those behind it wait too.
 */
@Component
public class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /** Parcels that may be claimed ahead of the wire per connection; more wait in the table, not in memory. */
    private static final int AHEAD = 512;

    private final Accounts accounts;
    private final Settlement settlement;
    private final Nodes nodes;
    private final Work work;
    private final Map<String, Lanes> lanes = new ConcurrentHashMap<>();
    private final Set<Long> waiting = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private final AtomicBoolean woken = new AtomicBoolean();

    @Inject
    public Dispatch(Accounts accounts, Settlement settlement, Nodes nodes, Work work) {
        this.accounts = accounts;
        this.settlement = settlement;
        this.nodes = nodes;
        this.work = work;
    }

    /** The lanes of one account, and how many parcels are in them. */
    private record Lanes(Account account, List<Executor> executors, AtomicInteger inside) {}

    private Lanes lanes(String account) {
        return lanes.computeIfAbsent(account, id -> {
            Account opened = accounts.get(id);
            List<Executor> executors = new ArrayList<>();
            for (int i = 0; i < opened.capabilities().connections(); i++) {
                executors.add(work.lane(id + "-" + i));
            }
            return new Lanes(opened, executors, new AtomicInteger());
        });
    }

    /** Takes room for some parcels in an account's lanes; each must then be handed over. */
    boolean admit(String account, int parcels) {
        if (!nodes.maySend()) {
            return false;
        }
        Lanes of = lanes(account);
        int most = AHEAD * of.executors().size();
        if (of.inside().addAndGet(parcels) <= most) {
            return true;
        }
        of.inside().addAndGet(-parcels);
        return false;
    }

    /** Gives room back that was taken for parcels which are not handed over after all. */
    void giveBack(String account, int parcels) {
        lanes(account).inside().addAndGet(-parcels);
    }

    /** Sends what was admitted and claimed. */
    void hand(Consignment consignment) {
        Lanes of = lanes(consignment.line().account());
        consignment.parcels().forEach(settlement::begins);
        int most = of.account().capabilities().maxRecipients();
        if (most == 1) {
            for (Parcel parcel : consignment.parcels()) {
                enqueue(
                        of,
                        parcel.memberId(),
                        new Consignment(consignment.line(), consignment.text(), parcel.memberId(), List.of(parcel)));
            }
        } else {
            enqueue(of, consignment.group(), consignment);
        }
    }

    private void enqueue(Lanes of, long key, Consignment consignment) {
        int lane = (int)
                Long.remainderUnsigned(key * 0x9E3779B97F4A7C15L, of.executors().size());
        of.executors().get(lane).execute(() -> {
            try {
                send(of.account(), consignment);
            } finally {
                of.inside().addAndGet(-consignment.parcels().size());
            }
        });
    }

    private void send(Account account, Consignment consignment) {
        int most = account.capabilities().maxRecipients();
        List<Parcel> going = new ArrayList<>(consignment.parcels().size());
        for (Parcel parcel : consignment.parcels()) {
            boolean behind = parcel.kind() != Kind.SAFETY && waiting.contains(parcel.memberId());
            if (behind || work.isClosing() || !nodes.maySend()) {
                settle(parcel, new Outcome.Throttled("behind-another", Duration.ZERO), account);
            } else {
                going.add(parcel);
            }
        }
        for (int from = 0; from < going.size(); from += most) {
            sendBatch(account, consignment, going.subList(from, Math.min(going.size(), from + most)));
        }
    }

    private void sendBatch(Account account, Consignment consignment, List<Parcel> parcels) {
        Batch batch = new Batch(
                consignment.line().address(),
                consignment.text(),
                parcels.stream()
                        .map(parcel -> new Recipient(parcel.number(), parcel.reference()))
                        .toList());
        List<Outcome> outcomes;
        try {
            outcomes = account.gateway().send(batch);
        } catch (RuntimeException e) {
            LOG.error("Account {} failed while sending: {}", account.id(), Faults.describe(e));
            outcomes = List.of();
        }
        for (int i = 0; i < parcels.size(); i++) {
            settle(
                    parcels.get(i),
                    outcomes.size() == parcels.size() ? outcomes.get(i) : new Outcome.Unknown("no-outcome"),
                    account);
        }
    }

    private void settle(Parcel parcel, Outcome outcome, Account account) {
        if (outcome instanceof Outcome.Throttled || outcome instanceof Outcome.RetryLater) {
            waiting.add(parcel.memberId());
            wake();
        }
        settlement.add(account.id(), parcel, outcome);
    }

    /** A waiting parcel of this member is on its way again; those behind it need not wait for it. */
    void resume(long member) {
        waiting.remove(member);
    }

    /** Parcels wait in the table. */
    void wake() {
        synchronized (woken) {
            woken.set(true);
            woken.notifyAll();
        }
    }

    /** Waits until parcels wait in the table, at most {@code atMost}; the caller looks and comes again. */
    @SuppressWarnings("WaitNotInLoop")
    public void awaitWake(Duration atMost) throws InterruptedException {
        synchronized (woken) {
            if (!woken.getAndSet(false)) {
                woken.wait(atMost.toMillis());
                woken.set(false);
            }
        }
    }

    /** How many parcels each account has in its lanes. */
    public Map<String, Integer> inside() {
        Map<String, Integer> inside = new HashMap<>();
        lanes.forEach((account, of) -> inside.put(account, of.inside().get()));
        return inside;
    }
}
