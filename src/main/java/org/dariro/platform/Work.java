package org.dariro.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How work that another thread may do is done: on threads of its own in a running service; in the caller's own thread in
 * tests and replays, so that nothing depends on time or luck.
 */
public final class Work implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private final boolean threaded;
    private final ThreadFactory threads;
    private final List<Thread> loops = new ArrayList<>();
    private final List<ExecutorService> lanes = new ArrayList<>();
    private volatile boolean running = true;

    private Work(boolean threaded, ThreadFactory threads) {
        this.threaded = threaded;
        this.threads = threads;
    }

    /** Work on threads made by {@code threads}. */
    public static Work threaded(ThreadFactory threads) {
        return new Work(true, threads);
    }

    /** Work in the caller's thread. */
    public static Work inline() {
        return new Work(false, Thread::new);
    }

    /** Whether the service is stopping: nothing new goes on a wire. */
    public boolean isClosing() {
        return !running;
    }

    /** Whether work goes on beside the caller. */
    public boolean isThreaded() {
        return threaded;
    }

    /** One turn of a loop; returns when there is nothing left to do, after a wait of a second at most. */
    public interface Turn {
        void run() throws InterruptedException;
    }

    /** Repeats {@code turn} on a thread of its own until this is closed; does nothing when work is done inline. */
    public synchronized void loop(String name, Turn turn) {
        if (threaded) {
            Thread thread = threads.newThread(() -> repeat(name, turn));
            thread.setName("dariro-" + name);
            loops.add(thread);
            thread.start();
        }
    }

    private void repeat(String name, Turn turn) {
        while (running) {
            try {
                turn.run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.error("{} failed and goes on: {}", name, Faults.describe(e));
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(200).toMillis());
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** An executor that runs its tasks one after the other. Its thread starts with the first task and ends when idle. */
    public Executor lane(String name) {
        return pool(name, 1);
    }

    /** An executor that runs up to {@code most} tasks at once. Its threads start when there is work, and end when idle. */
    public synchronized Executor pool(String name, int most) {
        if (!threaded) {
            return Runnable::run;
        }
        ThreadPoolExecutor lane =
                new ThreadPoolExecutor(most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = threads.newThread(work);
                    thread.setName("dariro-" + name);
                    return thread;
                });
        lane.allowCoreThreadTimeOut(true);
        lanes.add(lane);
        return lane;
    }

    /** Ends the loops, and lets the lanes finish what is on the wire, for at most five seconds. */
    @Override
    public synchronized void close() {
        running = false;
        // no loop is interrupted: an interrupt in the middle of a write would make H2 close its file
        try {
            for (Thread loop : loops) {
                loop.join(5_000);
            }
            lanes.forEach(ExecutorService::shutdown);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            for (ExecutorService lane : lanes) {
                if (!lane.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    lane.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
