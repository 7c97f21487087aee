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
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Work;
import org.jspecify.annotations.Nullable;

/**
 * The open pages of this node. Once a second the same few queries find the pulse of every page that somebody looks at, however
 * many look. A page is let go after a few minutes, and comes back by itself past the guard: so a session that ended hears no more.
 */
@Component
public class Live {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** How often a page is told of what can wait. */
    private static final Duration REST = Duration.ofSeconds(15);

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
        private final Sight sight;
        private final Instant until;
        private String last;
        private Instant told;

        Looker(SseEventSink sink, Sse sse, Sight sight, String last, Instant now) {
            this.sink = sink;
            this.sse = sse;
            this.sight = sight;
            this.last = last;
            until = now.plus(LONGEST);
            told = now;
        }

        void tell(String now, Instant at) {
            boolean urgent = !Pulse.urgent(now).equals(Pulse.urgent(last));
            if (urgent || (!now.equals(last) && !told.plus(REST).isAfter(at))) {
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

    /** Somebody opens a group's page. */
    void open(SseEventSink sink, Sse sse, long group, String last) {
        open(sink, sse, new Sight.OfGroup(group), last);
    }

    /**
     * Somebody opens a page.
     *
     * @param asked the pulse that the page came with; null for none
     * @param reached the last one that reached it; null for none
     */
    void open(SseEventSink sink, Sse sse, Sight sight, @Nullable String asked, @Nullable String reached) {
        open(sink, sse, sight, reached != null ? reached : asked == null ? "" : asked);
    }

    /**
     * Somebody opens a page.
     *
     * @param last the pulse that the page has
     */
    void open(SseEventSink sink, Sse sse, Sight sight, String last) {
        lookers.add(new Looker(sink, sse, sight, last, clock.instant()));
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
        Set<Sight> sights = open.stream().map(looker -> looker.sight).collect(Collectors.toSet());
        Map<Sight, String> pulses = database.inTransaction(tx -> pulse.of(tx, sights));
        Instant now = clock.instant();
        for (Looker looker : open) {
            String found = pulses.get(looker.sight);
            if (found != null) {
                looker.tell(found, now);
            }
        }
    }
}
