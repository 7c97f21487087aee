package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Work;

/**
 * The open pages of this node. Once a second one query finds the pulse of every group that somebody looks at, however many
 * look. A page is let go after a few minutes, and comes back by itself past the guard: so a session that ended hears no more.
 */
@Component
public class Live {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SIGN = Duration.ofSeconds(20);
    private final Database database;
    private final Pulse pulse;
    private final Work work;
    private final InstantSource clock;
    private final List<Looker> lookers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    @Inject
    public Live(Database database, Pulse pulse, Work work, InstantSource clock) {
        this.database = database;
        this.pulse = pulse;
        this.work = work;
        this.clock = clock;
    }

    /** A page that is open somewhere. */
    private static final class Looker {
        private final SseEventSink sink;
        private final Sse sse;
        private final long group;
        private final Instant until;
        private String last;
        private Instant told;

        Looker(SseEventSink sink, Sse sse, long group, String last, Instant now) {
            this.sink = sink;
            this.sse = sse;
            this.group = group;
            this.last = last;
            until = now.plus(LONGEST);
            told = now;
        }

        void tell(String now, Instant at) {
            if (!now.equals(last)) {
                send(sse.newEventBuilder().id(now).name("pulse").data(now).build());
                last = now;
                told = at;
            } else if (told.plus(SIGN).isBefore(at)) {
                send(sse.newEventBuilder().comment("here").build());
                told = at;
            }
            if (at.isAfter(until)) {
                sink.close();
            }
        }

        private void send(OutboundSseEvent event) {
            sink.send(event).exceptionally(gone -> {
                sink.close();
                return null;
            });
        }
    }

    /**
     * Somebody opens a group's page.
     *
     * @param last the pulse that the page has
     */
    void open(SseEventSink sink, Sse sse, long group, String last) {
        lookers.add(new Looker(sink, sse, group, last, clock.instant()));
        if (looking.compareAndSet(false, true)) {
            work.loop("console-live", () -> {
                look();
                TimeUnit.SECONDS.sleep(1);
            });
        }
        look();
    }

    /** Tells the open pages what has changed. */
    public synchronized void look() {
        lookers.removeIf(looker -> looker.sink.isClosed());
        List<Looker> open = List.copyOf(lookers); // whoever comes meanwhile looks by themselves
        if (open.isEmpty()) {
            return;
        }
        List<Long> groups = open.stream().map(looker -> looker.group).distinct().toList();
        Map<Long, String> pulses = database.inTransaction(tx -> pulse.of(tx, groups));
        Instant now = clock.instant();
        for (Looker looker : open) {
            String found = pulses.get(looker.group);
            if (found != null) {
                looker.tell(found, now);
            }
        }
    }
}
