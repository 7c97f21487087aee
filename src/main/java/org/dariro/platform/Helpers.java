package org.dariro.platform;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Threads that help a caller with the parts of its work. When they are busy or gone, it does all of it by itself. */
public final class Helpers {
    private final Executor threads;
    private final int most;

    /** Up to {@code most} at once beside the caller. */
    Helpers(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    /**
     * Does all parts, in any order; after it the caller sees what they wrote.
     *
     * @throws java.util.concurrent.CompletionException when a part failed, with what it threw as its cause; all others are done
     */
    public void share(List<Runnable> parts) {
        Queue<Runnable> open = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] done = parts.stream()
                .map(part -> CompletableFuture.runAsync(part, open::add))
                .toArray(CompletableFuture<?>[]::new);
        for (int i = 1; i < done.length && i <= most; i++) {
            threads.execute(() -> work(open));
        }
        work(open);
        CompletableFuture.allOf(done).join(); // those that a helper has begun
    }

    private static void work(Queue<Runnable> open) {
        for (Runnable part = open.poll(); part != null; part = open.poll()) {
            part.run();
        }
    }
}
