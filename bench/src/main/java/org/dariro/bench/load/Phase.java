package org.dariro.bench.load;

import java.sql.SQLException;
import java.util.Optional;
import org.dariro.bench.Figure;
import org.jspecify.annotations.Nullable;

/** A measured stretch of a run, from its first text to its last copy. */
final class Phase {
    private final long pid;
    private final @Nullable Store store;
    private final Ledger ledger;
    private final int first;
    private final long beginNanos = System.nanoTime();
    private final long parcels;
    private final long requests;
    private final double cpu;
    private final double storeCpu;
    private final double ownCpu;
    private final long syncs;

    private Phase(long pid, @Nullable Store store, Ledger ledger) throws SQLException {
        this.pid = pid;
        this.store = store;
        this.ledger = ledger;
        first = ledger.size();
        parcels = ledger.parcels();
        requests = ledger.requests();
        syncs = syncs().orElse(0L);
        storeCpu = storeCpu();
        cpu = ProcessFigures.cpuSeconds(pid);
        ownCpu = ProcessFigures.cpuSeconds(ProcessHandle.current().pid());
    }

    static Phase begin(long pid, @Nullable Store store, Ledger ledger) throws SQLException {
        return new Phase(pid, store, ledger);
    }

    private Optional<Long> syncs() throws SQLException {
        return store == null ? Optional.empty() : store.syncs();
    }

    private double storeCpu() throws SQLException {
        return store == null ? 0 : store.cpuSeconds();
    }

    /** Adds what was measured; all texts of the phase must have come, or never come. */
    Figure end(Figure figure) throws SQLException {
        int posts = ledger.size() - first;
        double seconds = Math.max(1, ledger.completedAt(first, ledger.size()) - beginNanos) / 1e9;
        double[] deliveries = ledger.deliveries(first);
        double[] answers = ledger.answers(first);
        double used = ProcessFigures.cpuSeconds(pid) - cpu;
        figure.with("seconds", seconds, 1)
                .with("posts", posts)
                .with("posts_per_s", posts / seconds, 1)
                .with("copies_per_s", deliveries.length * (ledger.crowd().members() - 1) / seconds, 0)
                .with("parcels_per_s", (ledger.parcels() - parcels) / seconds, 0)
                .with("requests_per_s", (ledger.requests() - requests) / seconds, 0)
                .with("p50_ms", quantile(deliveries, 0.5), 2)
                .with("p99_ms", quantile(deliveries, 0.99), 2)
                .with("answer_p50_ms", quantile(answers, 0.5), 2)
                .with("answer_p99_ms", quantile(answers, 0.99), 2)
                .with("cpu_s", used, 1)
                .with("db_cpu_s", storeCpu() - storeCpu, 1)
                .with(
                        "bench_cpu_s",
                        ProcessFigures.cpuSeconds(ProcessHandle.current().pid()) - ownCpu,
                        1)
                .with(
                        "cpu_us_per_copy",
                        used
                                * 1e6
                                / Math.max(
                                        1, deliveries.length * (ledger.crowd().members() - 1)),
                        0)
                .with("rss_mb", ProcessFigures.residentMb(pid))
                .with("lost", posts - deliveries.length);
        Optional<Long> now = syncs();
        if (now.isPresent()) {
            figure.with("fsyncs_per_post", (now.get() - syncs) / (double) Math.max(1, posts), 2);
        }
        return figure.with("machine", ProcessFigures.machine());
    }

    static double quantile(double[] sorted, double q) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (q * sorted.length))];
    }
}
