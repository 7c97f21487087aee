package org.dariro.bench.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dariro.bench.Figure;
import org.dariro.bench.load.Crowd;
import org.dariro.bench.load.Service;

/** Many consoles are open on groups in which people write, and the service is stopped and started meanwhile. */
final class LiveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long AROUND = TimeUnit.SECONDS.toNanos(3);
    private final PrintStream out;
    private final Service service;
    private final Crowd crowd;
    private final String db;
    private final List<OpenPage> pages = new ArrayList<>();

    LiveTest(PrintStream out, Service service, Crowd crowd, String db) {
        this.out = out;
        this.service = service;
        this.crowd = crowd;
        this.db = db;
    }

    /**
     * Runs it; false when a console missed a post.
     *
     * @param browser somebody who sees all groups
     * @param seconds of writing, a third of them before the stop
     */
    boolean run(Browser browser, Stored stored, int consoles, int perSecond, int seconds) throws Exception {
        List<Stored.Circle> circles =
                stored.circles().subList(0, Math.min(consoles, stored.circles().size()));
        Map<Long, Long> last = new HashMap<>();
        for (int i = 0; i < consoles; i++) {
            OpenPage page = new OpenPage(
                    service.address(), circles.get(i % circles.size()).id(), browser.window());
            pages.add(page);
            last.put(page.group(), page.first());
        }
        try (Writing writing = new Writing(service.address(), crowd, circles, last)) {
            TimeUnit.SECONDS.sleep(2);
            int posts = perSecond * seconds;
            writing.write(posts / 3, perSecond);
            TimeUnit.SECONDS.sleep(2);
            long stopped = System.nanoTime();
            Thread restart = new Thread(this::restart, "restart");
            restart.start();
            writing.write(posts / 3, perSecond); // most of these wait at the carrier for the service to come back
            restart.join();
            long ready = System.nanoTime();
            boolean all = await(OpenPage::isListening);
            long back = pages.stream().mapToLong(OpenPage::openedAt).max().orElse(ready);
            int middle = writing.posted().size();
            writing.write(posts - posts / 3 * 2, perSecond);
            List<Posted> posted = writing.posted();
            await(page ->
                    posted.stream().filter(post -> post.group() == page.group()).allMatch(page::shows));
            Figure figure = new Figure("console-live")
                    .with("db", db)
                    .with("consoles", consoles)
                    .with("groups", circles.size())
                    .with("rate", perSecond)
                    .with("away_s", (ready - stopped) / 1e9, 1)
                    .with("all_back_after_s", all ? Math.max(0, back - ready) / 1e9 : Double.NaN, 1);
            return report(figure, posted, posted.get(posts / 3 - 1).takenAt() + AROUND, middle);
        } finally {
            pages.forEach(OpenPage::close);
        }
    }

    private void restart() {
        service.close();
        try {
            service.start();
        } catch (Exception e) {
            throw new IllegalStateException("The service did not come back", e);
        }
    }

    private interface Condition {
        boolean holds(OpenPage page);
    }

    private boolean await(Condition condition) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!pages.stream().allMatch(condition::holds)) {
            if (System.nanoTime() > until) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return true;
    }

    private boolean report(Figure figure, List<Posted> posted, long stop, int middle) {
        List<Double> told = new ArrayList<>();
        List<Double> shown = new ArrayList<>();
        List<Double> late = new ArrayList<>();
        int due = 0;
        int missed = 0;
        for (OpenPage page : pages) {
            for (Posted post : posted) {
                if (post.group() != page.group()) {
                    continue;
                }
                due++;
                missed += page.shows(post) ? 0 : 1;
                boolean steady = post.takenAt() < stop || post.mark() >= middle;
                page.toldAfter(post).ifPresent(steady ? told::add : late::add);
                if (steady) {
                    page.shownAfter(post).ifPresent(shown::add);
                }
            }
        }
        Percentiles event = new Percentiles(told);
        Percentiles page = new Percentiles(shown);
        figure.with("posts", posted.size())
                .with("due", due)
                .with("events", pages.stream().mapToInt(OpenPage::events).sum())
                .with("missed", missed)
                .with("event_p50_ms", event.at(50), 0)
                .with("event_p99_ms", event.at(99), 0)
                .with("shown_p50_ms", page.at(50), 0)
                .with("shown_p99_ms", page.at(99), 0)
                .with("over_restart_max_s", new Percentiles(late).at(100) / 1e3, 1)
                .print(out);
        return missed == 0 && due > 0;
    }
}
