package org.dariro;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at the same time, as nodes on one database do. */
public final class Together {
    private Together() {}

    /** Runs all at once, each on a thread of its own, twice; ends when all have, and fails when one does. */
    public static void twice(Runnable... works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2 * works.length);
        try {
            List<Future<?>> turns = new ArrayList<>();
            for (int turn = 0; turn < 2; turn++) {
                for (Runnable work : works) {
                    turns.add(threads.submit(work));
                }
            }
            for (Future<?> turn : turns) {
                turn.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
