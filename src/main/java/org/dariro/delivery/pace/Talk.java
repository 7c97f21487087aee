package org.dariro.delivery.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The recent course of a group's talk: who wrote when, and how long the posts were. From it comes what to expect: how soon
 * the next post will come, and how much room it will take. While little is known, a usual course is assumed besides.
 */
public final class Talk {
    /** Posts that are looked back at. */
    public static final int MEMORY = 64;

    /**
     * Seconds between two posts of a usual group, each as likely as the others: conversations of a post in a minute or two,
     * with hours between them.
     */
    private static final double[] USUAL_GAPS = {12, 25, 40, 60, 90, 130, 200, 330, 700, 2_500, 9_000, 30_000};

    private static final double USUAL_UNITS = 70;
    private static final int USUAL_WEIGHT = 8;

    /** A post that everybody may have got by now. */
    public record Spoken(Instant at, long author, double units) {}

    private final List<Spoken> spoken;
    private final double[] gaps;
    private final double meanUnits;

    /** @param spoken the latest posts, oldest first; of more than {@link #MEMORY} the last ones count */
    public Talk(List<Spoken> spoken) {
        this.spoken = List.copyOf(spoken.subList(Math.max(0, spoken.size() - MEMORY), spoken.size()));
        List<Double> all = new ArrayList<>();
        double units = USUAL_UNITS * USUAL_WEIGHT;
        for (int i = 0; i < this.spoken.size(); i++) {
            units += this.spoken.get(i).units();
            if (i > 0) {
                all.add(seconds(this.spoken.get(i - 1).at(), this.spoken.get(i).at()));
            }
        }
        for (double gap : USUAL_GAPS) {
            all.add(gap);
        }
        gaps = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        meanUnits = units / (USUAL_WEIGHT + this.spoken.size());
    }

    /** The room that the next post will take, in septets. */
    double meanUnits() {
        return meanUnits;
    }

    /** How likely no post comes within {@code seconds} when none has come for {@code idle} seconds. */
    double silence(double idle, double seconds) {
        int longer = gaps.length - above(idle);
        return longer == 0 ? 0.5 : (double) (gaps.length - above(idle + seconds)) / longer;
    }

    private int above(double seconds) {
        int at = Arrays.binarySearch(gaps, seconds);
        at = at < 0 ? -at - 1 : at;
        while (at < gaps.length && gaps[at] <= seconds) {
            at++;
        }
        return at;
    }

    /** Seconds since the last post. */
    double idle(Instant now) {
        return spoken.isEmpty()
                ? 0
                : Math.max(0, seconds(spoken.get(spoken.size() - 1).at(), now));
    }

    /** Whether somebody wrote in the time before a moment, that moment not included. */
    boolean spokeBefore(long author, Instant moment, Duration time) {
        for (int i = spoken.size() - 1; i >= 0; i--) {
            Spoken one = spoken.get(i);
            if (one.at().plus(time).isBefore(moment)) {
                return false;
            }
            if (one.author() == author && one.at().isBefore(moment)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a post is the first that came after one of this author, and came within {@code time} of it. */
    boolean answers(Instant post, long author, Duration time) {
        for (int i = spoken.size() - 1; i > 0; i--) {
            if (!spoken.get(i).at().isAfter(post)) {
                Spoken before = spoken.get(i - 1);
                return before.author() == author && !before.at().plus(time).isBefore(post);
            }
        }
        return false;
    }

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }
}
