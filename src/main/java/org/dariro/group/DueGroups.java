package org.dariro.group;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.dariro.platform.Component;

/**
 * Which groups have something to be packed, now or at a time: handed on in memory from the release of a post to the
 * packer. The tables are the truth; this is only how a running node hears of it without asking them.
 */
@Component
public class DueGroups {
    private record Timed(Instant at, long group) {}

    private final InstantSource clock;
    private final Set<Long> due = new LinkedHashSet<>();
    private final Map<Long, Instant> later = new HashMap<>();
    private final PriorityQueue<Timed> queue = new PriorityQueue<>(Comparator.comparing(Timed::at));

    @Inject
    public DueGroups(InstantSource clock) {
        this.clock = clock;
    }

    /** Something was released in a group. */
    public synchronized void wake(long group) {
        if (due.add(group)) {
            notifyAll();
        }
    }

    /** A group has something to be packed at a time; the earliest time counts. */
    public synchronized void wakeAt(long group, Instant at) {
        Instant known = later.get(group);
        if (known == null || at.isBefore(known)) {
            later.put(group, at);
            queue.add(new Timed(at, group));
            notifyAll();
        }
    }

    /** Takes up to {@code most} groups that are due, the longest waiting first. */
    public synchronized List<Long> take(int most) {
        ripen();
        List<Long> taken = new ArrayList<>(Math.min(most, due.size()));
        for (Iterator<Long> groups = due.iterator(); groups.hasNext() && taken.size() < most; ) {
            taken.add(groups.next());
            groups.remove();
        }
        return taken;
    }

    /** Whether a group is due now. */
    public synchronized boolean anyDue() {
        ripen();
        return !due.isEmpty();
    }

    /** Waits until a group may be due, at most {@code atMost}; the caller asks {@link #take} and comes again. */
    @SuppressWarnings("WaitNotInLoop")
    public synchronized void await(Duration atMost) throws InterruptedException {
        ripen();
        if (due.isEmpty()) {
            long millis = next().map(at -> Duration.between(clock.instant(), at).toMillis())
                    .map(until -> Math.min(until, atMost.toMillis()))
                    .orElse(atMost.toMillis());
            wait(Math.max(1, millis));
        }
    }

    /** When the next group that waits for a time is due. */
    public synchronized Optional<Instant> next() {
        return Optional.ofNullable(queue.peek()).map(Timed::at);
    }

    private void ripen() {
        Instant now = clock.instant();
        while (!queue.isEmpty() && !queue.peek().at().isAfter(now)) {
            Timed ripe = queue.remove();
            if (later.remove(ripe.group(), ripe.at())) {
                due.add(ripe.group());
            }
        }
    }
}
