package org.dariro.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.delivery.Packing;
import org.dariro.delivery.PackingLimits;
import org.dariro.delivery.Unread;
import org.dariro.delivery.pace.Patience;

/**
 * What nobody can beat: the fewest segments for a group if all that will be said were known beforehand, in our way of
 * writing, with no post later than the deadline and half of all copies not later than the target. It proves what no rule
 * can reach, whether it knows the future or not.
 *
 * <p>For each reader the best way to break the posts into texts is found by dynamic programming; a text goes out when its
 * last post comes, as later is never better. The median binds all readers together: a price on each late copy takes it into
 * the sums, and by weak duality {@code segments + price * (late - half)} at any price is a lower bound; the highest is taken.
 * Replies need not be quick here.
 */
final class Optimum {
    private static final int WHOLE = 10;
    private final Trace.Circle circle;
    private final Patience patience;
    private final List<Unread> posts;
    private final List<Stream> readers = new ArrayList<>();
    private final int copies;

    /** What one reader may get: the posts of others, and what the first k from each cost as one text. */
    private record Stream(List<Integer> posts, List<List<Integer>> costs) {}

    private record Total(double segments, long late) {
        Total plus(Total other) {
            return new Total(segments + other.segments, late + other.late);
        }
    }

    Optimum(Trace.Circle circle, Patience patience) {
        this.circle = circle;
        this.patience = patience;
        posts = Drafted.posts(circle);
        int all = 0;
        for (int reader = 0; reader < circle.nicknames().size(); reader++) {
            Stream stream = stream(reader);
            readers.add(stream);
            all += stream.posts().size();
        }
        copies = all;
    }

    private Stream stream(int reader) {
        List<Integer> mine = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            if (circle.lines().get(i).sender() != reader) {
                mine.add(i);
            }
        }
        List<List<Integer>> costs = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            int end = i + 1;
            while (end < mine.size()
                    && wait(mine.get(i), mine.get(end)) <= patience.deadline().toMillis()) {
                end++;
            }
            costs.add(Packing.together(
                    mine.subList(i, end).stream().map(posts::get).toList(),
                    Optional.empty(),
                    new PackingLimits(patience.segments(), WHOLE)));
        }
        return new Stream(mine, costs);
    }

    private long wait(int post, int until) {
        return circle.lines().get(until).millis() - circle.lines().get(post).millis();
    }

    /** The fewest segments, rounded down. */
    double segments() {
        double best = 0;
        double low = 0;
        double high = 2;
        for (int i = 0; i < 14; i++) {
            double price = i == 0 ? 0 : (low + high) / 2;
            Total total = total(price);
            best = Math.max(best, total.segments() + price * (total.late() - copies / 2.0));
            if (total.late() > copies / 2.0) {
                low = price;
            } else if (i == 0) {
                break; // the median does not bind
            } else {
                high = price;
            }
        }
        return best;
    }

    private Total total(double price) {
        return readers.stream().map(reader -> total(reader, price)).reduce(new Total(0, 0), Total::plus);
    }

    private Total total(Stream reader, double price) {
        int n = reader.posts().size();
        double[] least = new double[n + 1];
        int[] late = new int[n + 1];
        double[] segments = new double[n + 1];
        for (int i = n - 1; i >= 0; i--) {
            least[i] = Double.MAX_VALUE;
            List<Integer> costs = reader.costs().get(i);
            int first = i;
            for (int k = 0; k < costs.size(); k++) {
                int end = i + k + 1;
                while (first < end && isLate(reader, first, end - 1)) {
                    first++;
                }
                int lateNow = first - i;
                double sum = costs.get(k) + price * lateNow + least[end];
                if (sum < least[i]) {
                    least[i] = sum;
                    late[i] = lateNow + late[end];
                    segments[i] = costs.get(k) + segments[end];
                }
            }
        }
        return new Total(segments[0], late[0]);
    }

    private boolean isLate(Stream reader, int post, int sent) {
        return wait(reader.posts().get(post), reader.posts().get(sent))
                > patience.target().toMillis();
    }
}
