package org.dariro.bench.console;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dariro.bench.load.Crowd;

/** Members who write at a steady rate, one group after the other; what is not answered is sent again, as carriers do. */
final class Writing implements AutoCloseable {
    private static final long AGAIN_MS = 250;
    private static final long GIVE_UP_NANOS = TimeUnit.MINUTES.toNanos(4);
    private final Crowd crowd;
    private final Browser carrier;
    private final List<Stored.Circle> circles;
    private final Map<Long, Long> seqs = new HashMap<>();
    private final List<Posted> posted = new ArrayList<>();
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    Writing(URI base, Crowd crowd, List<Stored.Circle> circles, Map<Long, Long> lastSeqs) {
        this.crowd = crowd;
        this.circles = List.copyOf(circles);
        carrier = new Browser(base);
        seqs.putAll(lastSeqs);
    }

    /** Writes so many posts at so many a second. */
    void write(int posts, int perSecond) throws InterruptedException {
        long begin = System.nanoTime();
        for (int i = 0; i < posts; i++) {
            long due = begin + TimeUnit.SECONDS.toNanos(1) * i / perSecond;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            write();
        }
    }

    private void write() throws InterruptedException {
        int mark = posted.size();
        Stored.Circle circle = circles.get(mark % circles.size());
        int phone = circle.number() * crowd.members() + mark / circles.size() % crowd.members();
        Map<String, String> form = Map.of(
                "from",
                crowd.number(phone),
                "to",
                Crowd.LINE,
                "id",
                "live-" + run + "-" + mark,
                "text",
                "Live note " + mark + " from the garden");
        long begin = System.nanoTime();
        while (!taken(form)) {
            if (System.nanoTime() - begin > GIVE_UP_NANOS) {
                throw new IllegalStateException("The service takes no texts any more");
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_MS);
        }
        long at = System.nanoTime();
        posted.add(new Posted(mark, circle.id(), seqs.merge(circle.id(), 1L, Long::sum), at));
    }

    private boolean taken(Map<String, String> form) {
        try {
            return carrier.post("/gateways/sim/sms", form).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** What was taken, in order; only when nothing is being written. */
    List<Posted> posted() {
        return List.copyOf(posted);
    }

    @Override
    public void close() {
        carrier.close();
    }
}
