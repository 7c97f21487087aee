package org.dariro.console.pages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dariro.delivery.Delivery;
import org.dariro.group.DialledRead;
import org.dariro.group.Membership;
import org.dariro.group.Post;

/**
 * What became of one post, in how many readers. Each reader counts once: who has read it by dialling counts so, whatever was
 * sent besides.
 *
 * @param arrived on the phone, as the carrier says
 * @param sent at the carrier or on the way to it
 * @param failed will not arrive
 * @param dialled the nicknames of those who have read it by USSD
 * @param waiting neither sent nor read yet
 * @param passed it went past them: they were away, or had not agreed yet
 */
public record Reach(long arrived, long sent, long failed, List<String> dialled, long waiting, long passed) {
    /** Nobody's. */
    static final Reach NONE = new Reach(0, 0, 0, List.of(), 0, 0);

    public Reach {
        dialled = List.copyOf(dialled);
    }

    /** How many it is for. */
    public long readers() {
        return arrived + sent + failed + dialled.size() + waiting + passed;
    }

    /** Whether everybody has it on the phone, or has read it. */
    public boolean whole() {
        return readers() > 0 && arrived + dialled.size() == readers();
    }

    /** Their nicknames in one line. */
    public String names() {
        return String.join(", ", dialled);
    }

    /** What is known of a part of the conversation, by reader. */
    record Known(List<Membership> readers, Map<Long, List<Delivery.Leg>> legs, Map<Long, List<DialledRead>> reads) {}

    private enum Way {
        ARRIVED,
        SENT,
        FAILED,
        DIALLED,
        WAITING,
        PASSED,
        /** Whoever was enrolled after it, and its author. */
        NOT_FOR_THEM
    }

    /** Of a post. */
    static Reach of(Post post, Known known) {
        Map<Way, Long> counts = new EnumMap<>(Way.class);
        List<String> names = new ArrayList<>();
        for (Membership place : known.readers()) {
            Way way = way(post, place, known);
            counts.merge(way, 1L, Long::sum);
            if (way == Way.DIALLED) {
                names.add(place.name());
            }
        }
        names.sort(String.CASE_INSENSITIVE_ORDER);
        return new Reach(
                counts.getOrDefault(Way.ARRIVED, 0L),
                counts.getOrDefault(Way.SENT, 0L),
                counts.getOrDefault(Way.FAILED, 0L),
                names,
                counts.getOrDefault(Way.WAITING, 0L),
                counts.getOrDefault(Way.PASSED, 0L));
    }

    private static Way way(Post post, Membership place, Known known) {
        if (place.id() == post.author()) {
            return Way.NOT_FOR_THEM;
        }
        long seq = post.seq();
        if (known.reads().getOrDefault(place.id(), List.of()).stream().anyMatch(read -> read.holds(seq))) {
            return Way.DIALLED;
        }
        for (Delivery.Leg leg : known.legs().getOrDefault(place.memberId().orElse(0L), List.of())) {
            if (leg.holds(seq)) {
                return switch (leg.state()) {
                    case DELIVERED -> Way.ARRIVED;
                    case FAILED -> Way.FAILED;
                    default -> Way.SENT;
                };
            }
        }
        if (place.cursor() < seq) {
            return Way.WAITING;
        }
        return place.id() < post.id() ? Way.PASSED : Way.NOT_FOR_THEM; // ids grow with time
    }
}
