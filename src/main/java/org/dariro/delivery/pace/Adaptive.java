package org.dariro.delivery.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides when the posts that wait for a reader go out: at once where it matters, else when their text is well filled or the
 * deadline comes. Pure.
 *
 * <p>It matters when a mentor wrote, when a post names the reader, and when somebody answers: whoever wrote shortly before
 * gets what the others say at once. Otherwise it weighs what is lost by sending now, the empty room of the last segment,
 * against what is lost by waiting: the posts that will be later than the target, each at a {@code price} in segments.
 */
public final class Adaptive {
    /** Who wrote so shortly before a post takes part in the talk. */
    static final Duration LIVE = Duration.ofMinutes(2);

    /** The first post so soon after one's own is taken for an answer. */
    static final Duration ANSWER = Duration.ofMinutes(10);

    /** How many of the posts in a text become late while the next one is waited for; the others are so already, or early. */
    private static final double STEP_SHARE = 0.25;

    private final Patience patience;
    private final double target;
    private final double deadlineSeconds;

    /** A decision maker for groups with these wishes. */
    public Adaptive(Patience patience) {
        this.patience = patience;
        target = patience.target().toMillis() / 1_000.0;
        deadlineSeconds = patience.deadline().toMillis() / 1_000.0;
    }

    /** Whether a reader should have a post at once, and with it all that come before. */
    public boolean isAwaited(long reader, List<Waiting.Post> posts, Talk talk) {
        return posts.stream()
                .anyMatch(post -> post.urgent()
                        || talk.spokeBefore(reader, post.at(), LIVE)
                        || talk.answers(post.at(), reader, ANSWER));
    }

    /**
     * Decides.
     *
     * @param price what it is worth, in segments, that a post is not later than the target
     */
    public Verdict decide(Instant now, Waiting waiting, Talk talk, double price) {
        int n = waiting.posts().size();
        if (isAwaited(waiting.reader(), waiting.posts(), talk)) {
            return new Verdict(n, Optional.empty());
        }
        Instant deadline = waiting.posts().get(0).at().plus(patience.deadline());
        if (!now.isBefore(deadline)) {
            return new Verdict(n, Optional.empty());
        }
        double idle = talk.idle(now);
        FillValue value = FillValue.of(
                talk.meanUnits(),
                price * talk.silence(0, target) * STEP_SHARE,
                talk.silence(0, deadlineSeconds),
                patience.segments());
        int best = 0;
        double least = Double.MAX_VALUE;
        double[] units = units(waiting);
        for (int k = n; k >= 0; k--) {
            double loss = waiting.costs().get(k)
                    - value.price() * units[k]
                    + (k == n ? 0 : wait(now, waiting, talk, idle, price, value, k));
            if (loss < least - 1e-9) {
                least = loss;
                best = k;
            }
        }
        if (best == n) {
            return new Verdict(n, Optional.empty());
        }
        return new Verdict(best, Optional.of(again(now, waiting, best)));
    }

    /** Units of the first posts, with what parts them. */
    private static double[] units(Waiting waiting) {
        double[] units = new double[waiting.posts().size() + 1];
        for (int i = 0; i < waiting.posts().size(); i++) {
            units[i + 1] = units[i] + waiting.posts().get(i).units() + (i == 0 ? 0 : 1);
        }
        return units;
    }

    /** What is lost when the posts from k on wait for the next one. */
    private double wait(Instant now, Waiting waiting, Talk talk, double idle, double price, FillValue value, int k) {
        double late = 0;
        double units = 0;
        for (int i = k; i < waiting.posts().size(); i++) {
            Waiting.Post post = waiting.posts().get(i);
            units += post.units() + (i == k ? 0 : 1);
            double left = target - Talk.seconds(post.at(), now);
            late += left < 0 ? 0 : talk.silence(idle, left);
        }
        double left = deadlineSeconds - Talk.seconds(waiting.posts().get(k).at(), now);
        double silence = talk.silence(idle, Math.max(0, left));
        double asItIs = FillValue.segments(units) - value.price() * units;
        return price * late + silence * asItIs + (1 - silence) * value.after(units);
    }

    /** When one of the posts that wait will be late, or the deadline. */
    private Instant again(Instant now, Waiting waiting, int from) {
        Instant again = waiting.posts().get(from).at().plus(patience.deadline());
        for (int i = from; i < waiting.posts().size(); i++) {
            Instant late = waiting.posts().get(i).at().plus(patience.target());
            if (late.isAfter(now) && late.isBefore(again)) {
                again = late;
            }
        }
        return again;
    }
}
