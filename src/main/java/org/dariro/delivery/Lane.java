package org.dariro.delivery;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one connection to a carrier, in memory: one consignment is sent after the other, the most pressing kind
 * first, and within a kind in the order they came.
 */
final class Lane {
    private final Executor thread;
    private final Consumer<Lane> beforeNext;
    private final Consumer<Consignment> send;
    private final PriorityQueue<Queued> queue =
            new PriorityQueue<>(Comparator.comparing(Queued::kind).thenComparingLong(Queued::number));
    private long numbers;

    /**
     * @param thread runs one task after the other
     * @param beforeNext waits until the next one may go, whichever it will be
     */
    Lane(Executor thread, Consumer<Lane> beforeNext, Consumer<Consignment> send) {
        this.thread = thread;
        this.beforeNext = beforeNext;
        this.send = send;
    }

    private record Queued(Kind kind, long number, Consignment consignment) {}

    void add(Consignment consignment) {
        synchronized (queue) {
            queue.add(new Queued(consignment.kind(), numbers++, consignment));
        }
        thread.execute(this::sendNext);
    }

    /** What is sent next; null when nothing waits. */
    @Nullable
    Kind next() {
        synchronized (queue) {
            Queued first = queue.peek();
            return first == null ? null : first.kind();
        }
    }

    private void sendNext() {
        beforeNext.accept(this);
        Queued queued;
        synchronized (queue) {
            queued = queue.remove(); // there are as many tasks as consignments
        }
        send.accept(queued.consignment());
    }
}
