package org.dariro.console.pages;

import java.util.List;
import java.util.Map;
import org.dariro.delivery.Delivery;
import org.dariro.delivery.ParcelState;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;

/**
 * What became of one post, in how many readers.
 *
 * @param arrived on the phone, as the carrier says
 * @param sent at the carrier or on the way to it
 * @param failed will not arrive
 * @param dialled read by USSD
 * @param waiting neither sent nor read yet
 */
public record Reach(long arrived, long sent, long failed, long dialled, long waiting) {
    /** Nobody's. */
    static final Reach NONE = new Reach(0, 0, 0, 0, 0);

    /** How many it is for. */
    public long readers() {
        return arrived + sent + failed + dialled + waiting;
    }

    /** Whether everybody has it on the phone, or has read it. */
    public boolean whole() {
        return readers() > 0 && arrived + dialled == readers();
    }

    /** Of a post by its author; who joined after it is not counted. */
    static Reach of(Group group, long seq, long author, List<Membership> readers, Map<Long, List<Delivery.Leg>> legs) {
        long[] counts = new long[5];
        for (Membership place : readers) {
            if (place.id() != author) {
                int which = which(group, seq, place, legs);
                counts[Math.max(0, which)] += which < 0 ? 0 : 1;
            }
        }
        return new Reach(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    private static int which(Group group, long seq, Membership place, Map<Long, List<Delivery.Leg>> legs) {
        List<Delivery.Leg> own = legs.getOrDefault(place.memberId().orElse(0L), List.of());
        for (Delivery.Leg leg : own) {
            if (leg.holds(seq)) {
                return leg.state() == ParcelState.DELIVERED ? 0 : leg.state() == ParcelState.FAILED ? 2 : 1;
            }
        }
        if (place.cursor() < seq) {
            return 4;
        }
        return place.modeIn(group) == ReadingMode.USSD_ONLY ? 3 : -1;
    }
}
