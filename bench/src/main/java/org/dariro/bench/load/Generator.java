package org.dariro.bench.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Some connections that write at once, each in a thread of its own. */
public final class Generator implements AutoCloseable {
    /** Texts that may be on their way at once: beyond it the service is behind, and a carrier would hold back. */
    private static final int MOST_OPEN = 20_000;

    private final Ledger ledger;
    private final List<Writer> writers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger turns = new AtomicInteger();
    private volatile boolean running;

    /** @param run sets the ids of this run apart from those of others */
    public Generator(Ledger ledger, URI base, String account, String run, int connections) {
        this.ledger = ledger;
        for (int i = 0; i < connections; i++) {
            writers.add(new Writer(ledger, base, account, run));
        }
    }

    private interface Loop {
        void run(int index, Writer writer) throws InterruptedException;
    }

    private void start(Loop loop) {
        running = true;
        threads.clear();
        for (int i = 0; i < writers.size(); i++) {
            int index = i;
            Thread thread = new Thread(
                    () -> {
                        try {
                            loop.run(index, writers.get(index));
                        } catch (InterruptedException e) {
                            // the run is over
                        }
                    },
                    "writer-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Each connection writes the next text as soon as the last is answered, until {@link #stop}. */
    public void flood() {
        int connections = writers.size();
        int phones = ledger.crowd().phones();
        start((index, writer) -> {
            // a phone always writes over the same connection, so that its texts come in order
            int turn = index;
            while (running && index < phones) {
                while (running && ledger.size() - ledger.complete() > MOST_OPEN) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                writer.write(ledger.crowd().writer(turn), System.nanoTime());
                turn = turn + connections < phones ? turn + connections : index;
            }
        });
    }

    /** Texts come at a steady rate, whether the service keeps up or not; late ones count from when they were due. */
    public void steady(double perSecond) {
        long begin = System.nanoTime();
        long gap = (long) (1e9 / perSecond);
        turns.set(0);
        start((index, writer) -> {
            while (running) {
                int turn = turns.getAndIncrement();
                long due = begin + turn * gap;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                if (running) {
                    writer.write(ledger.crowd().writer(turn), due);
                }
            }
        });
    }

    /** Writes no more; waits until what was written is answered. */
    public void stop() throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(120));
        }
    }

    /** Waits until every text has come everywhere, or nothing has come anywhere for so long. */
    public boolean drain(int quietSeconds) throws InterruptedException {
        long since = System.nanoTime();
        while (ledger.complete() < ledger.size()) {
            long quiet = System.nanoTime() - Math.max(since, ledger.lastArrival());
            if (quiet > TimeUnit.SECONDS.toNanos(quietSeconds)) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return true;
    }

    @Override
    public void close() {
        running = false;
        writers.forEach(Writer::stop);
        writers.forEach(Writer::close);
    }
}
