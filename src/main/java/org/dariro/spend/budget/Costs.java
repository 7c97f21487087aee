package org.dariro.spend.budget;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a group's posts cost on each rung, as a share of one text per post and reader. Begins with what recorded groups
 * cost; what the group itself cost takes its place, on the rungs where it has been and, less so, on the others. Pure.
 *
 * <p>A slower rung never counts as dearer than a faster one.
 */
public final class Costs {
    private final Map<Rung, Double> shares;

    private Costs(Map<Rung, Double> shares) {
        this.shares = shares;
    }

    /**
     * What one rung has cost so far.
     *
     * @param spent in any currency
     * @param naive what one text per post and reader would have cost, in the same
     */
    public record Seen(double spent, double naive) {
        static final Seen NOTHING = new Seen(0, 0);
    }

    /** Before anything is known; {@code chosen} is the share of the group's own way of reading. */
    private static double prior(Rung rung, double chosen) {
        return switch (rung) {
            case CHOSEN -> chosen;
            case THREE_MINUTES -> Math.min(chosen, 0.50);
            case QUARTER_HOUR -> Math.min(chosen, 0.48);
            case DIGEST -> Math.min(chosen, 0.46);
            case USSD -> Math.min(chosen, 0.02);
        };
    }

    /**
     * Learns.
     *
     * @param chosen the share that the group's own way of reading is thought to cost, above 0 and at most 1
     * @param seen what rungs have cost
     * @param weight how much the prior weighs, in what one text per post and reader costs: that of two days, say
     */
    public static Costs of(double chosen, Map<Rung, Seen> seen, double weight) {
        double all = weight;
        double expected = weight;
        for (Map.Entry<Rung, Seen> entry : seen.entrySet()) {
            if (entry.getKey() != Rung.USSD) {
                all += entry.getValue().spent() / prior(entry.getKey(), chosen);
                expected += entry.getValue().naive();
            }
        }
        double dearer = expected > 0 ? all / expected : 1; // this group than recorded ones
        Map<Rung, Double> shares = new EnumMap<>(Rung.class);
        double least = 1;
        for (Rung rung : Rung.values()) {
            Seen own = seen.getOrDefault(rung, Seen.NOTHING);
            double prior = prior(rung, chosen) * (rung == Rung.USSD ? 1 : dearer);
            double share = (prior * weight + own.spent()) / (weight + own.naive());
            least = Math.min(least, Double.isFinite(share) ? share : Math.min(1, prior));
            shares.put(rung, least);
        }
        return new Costs(shares);
    }

    /** The share of one rung, from 0 to 1. */
    public double share(Rung rung) {
        return shares.getOrDefault(rung, 1.0);
    }
}
