package org.dariro.inbound;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dariro.platform.Faults;
import org.dariro.platform.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: whoever hands something over waits until the transaction it joined is on disk, and all that wait at the
 * same time share one. One thread commits; while it does, the next batch gathers. If a batch fails, each of its items is
 * tried alone, so that a bad one harms no other.
 */
final class Gatherer<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Gatherer.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int MOST = 128;
    private static final int WAITING = 10_000;
    private final String name;
    private final Work work;
    private final Function<T, Object> apart;
    private final Consumer<List<T>> commit;
    private final ArrayDeque<Waiting<T>> waiting = new ArrayDeque<>();

    /**
     * @param apart two items for which this is equal never share a transaction, and keep their order
     * @param commit brings a batch to disk, or throws and leaves nothing
     */
    Gatherer(String name, Work work, Function<T, Object> apart, Consumer<List<T>> commit) {
        this.name = name;
        this.work = work;
        this.apart = apart;
        this.commit = commit;
        work.loop(name, this::turn);
    }

    private record Waiting<T>(T item, CompletableFuture<Void> done) {}

    /** Returns when the item, and all that follows from it, is on disk; throws when it was not taken. */
    void take(T item) {
        if (!work.isThreaded()) {
            commit.accept(List.of(item));
            return;
        }
        Waiting<T> one = new Waiting<>(item, new CompletableFuture<>());
        synchronized (this) {
            if (waiting.size() >= WAITING) {
                throw new IllegalStateException("More is coming in than can be stored");
            }
            waiting.add(one);
            notifyAll();
        }
        await(one);
    }

    /** Waits for the commit; when the service stops, what no batch has taken up is not stored, and the carrier calls again. */
    private void await(Waiting<T> one) {
        while (true) {
            try {
                one.done().get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (ExecutionException e) {
                throw new IllegalStateException("Not stored", e.getCause());
            } catch (TimeoutException e) {
                if (work.isClosing() && takeBack(one)) {
                    throw new IllegalStateException("Not stored: the service stops", e);
                }
            } catch (InterruptedException e) {
                if (takeBack(one)) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("Not stored: interrupted", e);
                }
            }
        }
    }

    private synchronized boolean takeBack(Waiting<T> one) {
        return waiting.remove(one);
    }

    private void turn() throws InterruptedException {
        List<Waiting<T>> batch = next();
        if (batch.isEmpty()) {
            return;
        }
        try {
            commit.accept(batch.stream().map(Waiting::item).toList());
            batch.forEach(one -> one.done().complete(null));
        } catch (RuntimeException | LinkageError | AssertionError e) {
            if (batch.size() > 1) {
                LOG.warn("A batch of {} failed at {}; each is tried alone: {}", batch.size(), name, Faults.describe(e));
            }
            batch.forEach(this::alone);
        }
    }

    private void alone(Waiting<T> one) {
        try {
            commit.accept(List.of(one.item()));
            one.done().complete(null);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.error("Not stored at {}; the carrier is asked to call again: {}", name, Faults.describe(e));
            one.done().completeExceptionally(e);
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is in Work
    private synchronized List<Waiting<T>> next() throws InterruptedException {
        if (waiting.isEmpty()) {
            wait(LOOK.toMillis());
        }
        List<Waiting<T>> batch = new ArrayList<>();
        Set<Object> inBatch = new HashSet<>();
        for (Iterator<Waiting<T>> all = waiting.iterator(); all.hasNext() && batch.size() < MOST; ) {
            Waiting<T> one = all.next();
            if (inBatch.add(apart.apply(one.item()))) {
                batch.add(one);
                all.remove();
            }
        }
        return batch;
    }
}
