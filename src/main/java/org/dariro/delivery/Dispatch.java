package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.dariro.gateway.Account;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Health;
import org.dariro.gateway.Pace;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.platform.Component;
import org.dariro.platform.Faults;
import org.dariro.platform.Nodes;
import org.dariro.platform.Work;
import org.dariro.spend.LineRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts claimed parcels on the wire, at the account's pace. Each account has as many lanes as its carrier takes connections;
 * what goes to the same group (or, where a request has one recipient, to the same member) always takes the same lane, so
 * that it stays in order. Once a parcel of a member has to wait, those behind it wait too.
 *
 * <p>A lane holds little: where an account has no room, posts stay in the log, where they are packed together later, and
 * other parcels stay in the table.
 */
@Component
public class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /** Parcels that may be claimed ahead of the wire per connection; more wait in the table, not in memory. */
    private static final int AHEAD = 512;

    /** Where an account's pace is limited, so much may be ahead. */
    private static final Duration PACED_AHEAD = Duration.ofSeconds(2);

    private static final Duration NAP = Duration.ofMillis(200);

    /** Where the lanes of an account are full, its groups are looked at again after this: soon, and less often where it is slow. */
    private static final Duration SHORT_WAIT = Duration.ofMillis(50);

    private static final Duration PACED_WAIT = Duration.ofMillis(500);
    private static final Duration LONG_WAIT = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final Health health;
    private final AccountWatch watch;
    private final Settlement settlement;
    private final Nodes nodes;
    private final Work work;
    private final InstantSource clock;
    private final Map<String, Lanes> lanes = new ConcurrentHashMap<>();

    /** Members with a parcel that had to wait, and since when. */
    private final Map<Long, Instant> waiting = new ConcurrentHashMap<>();

    /** Members whose waiting parcel is being claimed, and is not in its lane yet. */
    private final Set<Long> claiming = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean woken = new AtomicBoolean();

    @Inject
    public Dispatch(
            Accounts accounts,
            Health health,
            AccountWatch watch,
            Settlement settlement,
            Nodes nodes,
            Work work,
            InstantSource clock) {
        this.accounts = accounts;
        this.health = health;
        this.watch = watch;
        this.settlement = settlement;
        this.nodes = nodes;
        this.work = work;
        this.clock = clock;
    }

    /** The lanes of one account, how many parcels are in them, and whether somebody was turned away. */
    private record Lanes(Account account, List<Lane> all, int most, AtomicInteger inside, AtomicBoolean refused) {

        boolean hasRoom() {
            return inside.get() < most && account.pace().untilTomorrow().isZero();
        }
    }

    private Lanes lanes(String account) {
        return lanes.computeIfAbsent(account, id -> {
            Account opened = accounts.get(id);
            Pace pace = opened.pace();
            int connections = Math.min(opened.capabilities().connections(), pace.within(Duration.ofSeconds(1)));
            int most = Math.min(AHEAD * connections, pace.within(PACED_AHEAD));
            List<Lane> all = new ArrayList<>();
            Lanes made = new Lanes(opened, all, most, new AtomicInteger(), new AtomicBoolean());
            for (int i = 0; i < connections; i++) {
                all.add(new Lane(work.lane(id + "-" + i), lane -> keepPace(pace, lane), consignment -> {
                    try {
                        send(opened, consignment);
                    } finally {
                        leave(made, consignment.parcels().size());
                    }
                }));
            }
            return made;
        });
    }

    private void leave(Lanes of, int parcels) {
        if (of.inside().addAndGet(-parcels) < of.most() && of.refused().getAndSet(false)) {
            wake();
        }
    }

    /** Whether posts for an account may be packed now; where not, they travel together later. */
    boolean hasRoom(String account) {
        return mayPress(account) && lanes(account).hasRoom();
    }

    /** Whether something that presses may be claimed: there is always room for a crisis card. */
    boolean mayPress(String account) {
        return accounts.find(account).isPresent() && !health.shut().contains(account);
    }

    /** When to look again at an account without room. */
    Duration untilRoom(String account) {
        if (!mayPress(account)) {
            return LONG_WAIT;
        }
        Pace pace = accounts.get(account).pace();
        return !pace.untilTomorrow().isZero() ? LONG_WAIT : pace.limited() ? PACED_WAIT : SHORT_WAIT;
    }

    /** Takes room for some parcels in an account's lanes; each must then be handed over. */
    boolean admit(String account, Kind kind, int parcels) {
        if (!nodes.maySend() || !health.admits(account, parcels)) {
            return false;
        }
        Lanes of = lanes(account);
        // a crisis card needs no room: in its lane it goes first
        if (kind == Kind.SAFETY
                || of.hasRoom()
                || (kind.presses() && of.inside().get() < 2 * of.most())) {
            of.inside().addAndGet(parcels);
            return true;
        }
        health.giveBack(account);
        of.refused().set(true);
        return false;
    }

    /** Gives room back that was taken for parcels which are not handed over after all. */
    void giveBack(String account, int parcels) {
        leave(lanes(account), parcels);
        if (parcels > 0) {
            health.giveBack(account);
        }
    }

    /** Sends what was admitted and claimed. */
    void hand(Consignment consignment) {
        Lanes of = lanes(consignment.line().account());
        consignment.parcels().forEach(settlement::begins);
        int most = of.account().capabilities().maxRecipients();
        if (most == 1) {
            for (Parcel parcel : consignment.parcels()) {
                enqueue(of, consignment.with(parcel.memberId(), List.of(parcel)));
            }
            return;
        }
        // at a slow account a crisis card must not wait for a whole group
        int piece = Math.min(most, of.account().pace().within(PACED_AHEAD));
        List<Parcel> all = consignment.parcels();
        for (int from = 0; from < all.size(); from += piece) {
            enqueue(of, consignment.with(consignment.group(), all.subList(from, Math.min(all.size(), from + piece))));
        }
    }

    private static void enqueue(Lanes of, Consignment consignment) {
        int lane = (int) Long.remainderUnsigned(
                consignment.group() * 0x9E3779B97F4A7C15L, of.all().size());
        of.all().get(lane).add(consignment);
    }

    /** Waits for the pace; not with a crisis card, which may run it into debt. */
    private void keepPace(Pace pace, Lane lane) {
        while (work.isThreaded() && !work.isClosing() && !pace.untilNext().isZero() && lane.next() != Kind.SAFETY) {
            try {
                Duration wait = pace.untilNext();
                Thread.sleep(Math.min(wait.toMillis(), NAP.toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(Account account, Consignment consignment) {
        int most = account.capabilities().maxRecipients();
        List<Parcel> going = new ArrayList<>(consignment.parcels().size());
        Pace pace = account.pace();
        boolean down = health.isOpen(account.id()); // since this was claimed
        for (Parcel parcel : consignment.parcels()) {
            if (down) {
                putBack(account, parcel, "line-down", Duration.ZERO);
            } else if (isBehind(parcel, consignment) || work.isClosing() || !nodes.maySend()) {
                putBack(account, parcel, "behind-another", Duration.ZERO);
            } else if (!parcel.kind().presses() && !pace.untilTomorrow().isZero()) {
                putBack(account, parcel, "day-limit", pace.untilTomorrow());
            } else if (parcel.kind() != Kind.SAFETY
                    && !work.isThreaded()
                    && !pace.untilNext().isZero()) {
                putBack(account, parcel, "pace", pace.untilNext());
            } else {
                going.add(parcel);
            }
        }
        int segments = going.isEmpty() || !pace.counts()
                ? 1
                : LineRules.of(account.capabilities())
                        .segments(consignment.text())
                        .count();
        for (int from = 0; from < going.size(); from += most) {
            List<Parcel> batch = going.subList(from, Math.min(going.size(), from + most));
            pace.spend((long) segments * batch.size());
            sendBatch(account, consignment, batch);
        }
    }

    /** A parcel does not go out now, and the carrier has not heard of it. */
    private void putBack(Account account, Parcel parcel, String code, Duration pause) {
        health.giveBack(account.id());
        settle(parcel, new Outcome.Throttled(code, pause), account);
    }

    private boolean isBehind(Parcel parcel, Consignment consignment) {
        return !consignment.first()
                && parcel.kind() != Kind.SAFETY
                && (waiting.containsKey(parcel.memberId()) || claiming.contains(parcel.memberId()));
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
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.error("Account {} failed while sending: {}", account.id(), Faults.describe(e));
            outcomes = List.of();
        }
        for (int i = 0; i < parcels.size(); i++) {
            Outcome outcome = outcomes.size() == parcels.size() ? outcomes.get(i) : new Outcome.Unknown("no-outcome");
            health.heard(account.id(), parcels.get(i).memberId(), outcome);
            watch.heard(account.id(), outcome);
            settle(parcels.get(i), outcome, account);
        }
    }

    private void settle(Parcel parcel, Outcome outcome, Account account) {
        if (outcome instanceof Outcome.Throttled || outcome instanceof Outcome.RetryLater) {
            waiting.put(parcel.memberId(), clock.instant());
            wake();
        }
        settlement.add(account.id(), parcel, outcome);
    }

    /** The waiting parcel of this member is being claimed: until {@link #claimed} nothing of theirs may overtake it. */
    void claims(long member) {
        claiming.add(member);
    }

    /** Whether a member's waiting parcel is being claimed. */
    boolean isClaiming(long member) {
        return claiming.contains(member);
    }

    /** The parcel that {@link #claims} was about is in its lane, or was not claimed after all. */
    void claimed(long member, boolean handed) {
        if (handed) {
            waiting.remove(member);
        }
        claiming.remove(member);
    }

    /** Members with a parcel that has had to wait since before a time. */
    Set<Long> waitingSince(Instant before) {
        Set<Long> since = new HashSet<>();
        waiting.forEach((member, at) -> {
            if (at.isBefore(before)) {
                since.add(member);
            }
        });
        return since;
    }

    /** Nothing of this member waits any more. */
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
