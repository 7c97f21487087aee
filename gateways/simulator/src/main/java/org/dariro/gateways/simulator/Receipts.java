package org.dariro.gateways.simulator;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.Inlet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the receipts of the phones in memory to the service: on time, late, early or twice, as the conditions say, and
 * again when the service could not take one. As a carrier's, they are best effort: those over {@link #MOST_WAITING} are
 * not sent, and a restart forgets them.
 */
final class Receipts implements AutoCloseable {
    /** About 40 MB; far more than a service that keeps up ever has waiting. */
    private static final int MOST_WAITING = 200_000;

    private static final int THREADS = 4;
    private static final int TRIES = 4;
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);

    private final ScheduledThreadPoolExecutor threads;
    private volatile @Nullable ProducerTemplate service;
    private volatile boolean full;

    Receipts(String account) {
        threads = new ScheduledThreadPoolExecutor(THREADS, work -> {
            Thread thread = new Thread(work, account + "-receipts");
            thread.setDaemon(true);
            return thread;
        });
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Where receipts go; before it is called there is no service, and they are dropped. */
    void connect(CamelContext context) {
        service = context.createProducerTemplate();
    }

    void send(DeliveryReport report, Conditions conditions) {
        ProducerTemplate target = service;
        if (target == null) {
            return;
        }
        for (int copy = 0; copy < (conditions.duplicateReceipts() ? 2 : 1); copy++) {
            if (conditions.earlyReceipts()) {
                hand(target, report, 1);
            } else {
                later(target, report, 1, conditions.lateReceiptsMs());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void later(ProducerTemplate target, DeliveryReport report, int attempt, long delayMs) {
        if (threads.getQueue().size() >= MOST_WAITING) {
            if (!full) {
                LOG.warn("More than {} receipts wait for the service; further ones are dropped", MOST_WAITING);
            }
            full = true;
            return;
        }
        full = false;
        var unused = threads.schedule(() -> hand(target, report, attempt), delayMs, TimeUnit.MILLISECONDS);
    }

    private void hand(ProducerTemplate target, DeliveryReport report, int attempt) {
        try {
            target.sendBody(Inlet.RECEIPT, report);
        } catch (RuntimeException e) {
            if (attempt < TRIES) {
                later(target, report, attempt + 1, 1000L << attempt);
            } else {
                LOG.warn(
                        "A receipt was not taken after {} tries: {}",
                        TRIES,
                        e.getClass().getSimpleName());
            }
        }
    }
}
