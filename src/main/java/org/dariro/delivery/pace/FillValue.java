package org.dariro.delivery.pace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a half-filled text is worth when more posts may come: the solution of an optimal stopping problem, as a table over
 * the units that wait. A text of n segments that carries u units is sent at a loss of {@code n - price * u} segments, where
 * {@code price} is what a unit costs on average under the best rule; so the best rule loses nothing on average, and the
 * price is found as the one for which that is so.
 *
 * <p>A step is the coming of the next post, of one of {@link #SHAPE} times the mean size. Waiting for it costs
 * {@code lateness} for each post that waits, and with {@code ending} the talk ends before it comes and the text goes out
 * as it is.
 */
final class FillValue {
    /** Sizes of posts with name, as multiples of their mean, equally likely: a lognormal distribution of sigma 0.7. */
    private static final double[] SHAPE = {0.21, 0.33, 0.43, 0.53, 0.63, 0.74, 0.86, 1.0, 1.17, 1.38, 1.67, 2.1, 2.95};

    private static final int ALONE = 160;
    private static final int JOINED = 153;
    private static final int GRAIN = 3;

    /** Arguments are rounded to powers of these. */
    private static final double MEAN_STEP = 1.12;

    private static final double STEP = 1.5;
    private static final int ROUNDS = 60;
    private static final Map<Key, FillValue> KNOWN = new ConcurrentHashMap<>();

    private record Key(int mean, int lateness, int ending, int segments) {}

    private final double price;

    /** The loss to expect when the next post has come, by units in steps of {@link #GRAIN}. */
    private final double[] after;

    private FillValue(double price, double[] after) {
        this.price = price;
        this.after = after;
    }

    /**
     * The table for a group. Its arguments are rounded, so that few tables serve all groups.
     *
     * @param meanUnits the mean size of a post
     * @param lateness segments that one waiting post is charged for a step
     * @param ending how likely the talk ends before the next post
     * @param segments most segments of a text
     */
    static FillValue of(double meanUnits, double lateness, double ending, int segments) {
        Key key = new Key(
                logarithm(Math.max(15, Math.min(250, meanUnits)), MEAN_STEP),
                logarithm(Math.max(0.001, Math.min(2, lateness)), STEP),
                logarithm(Math.max(0.02, Math.min(0.9, ending)), STEP),
                segments);
        return KNOWN.computeIfAbsent(key, FillValue::solve);
    }

    private static int logarithm(double value, double base) {
        return (int) Math.round(Math.log(value) / Math.log(base));
    }

    /** What a unit costs under the best rule, in segments. */
    double price() {
        return price;
    }

    /** The loss to expect from a text that has so many units when the next post has come, on the best course from there. */
    double after(double units) {
        return at(after, Math.max(0, units), price);
    }

    static int segments(double units) {
        return units <= ALONE ? 1 : (int) Math.ceil(units / JOINED);
    }

    private static FillValue solve(Key key) {
        int most = key.segments() == 1 ? ALONE : key.segments() * JOINED;
        double[] loss = new double[most / GRAIN + 1];
        double low = 0.7 / ALONE;
        double high = 0.04;
        for (int i = 0; i < 11; i++) {
            double middle = (low + high) / 2;
            loss = solve(key, middle, loss);
            if (atFirst(key, loss, middle) > 0) {
                low = middle; // texts lose at this price: a unit costs more
            } else {
                high = middle;
            }
        }
        double price = (low + high) / 2;
        loss = solve(key, price, loss);
        double[] after = new double[loss.length];
        for (int i = 0; i < after.length; i++) {
            after[i] = after(mean(key), loss, price, i * GRAIN);
        }
        return new FillValue(price, after);
    }

    private static double mean(Key key) {
        return Math.pow(MEAN_STEP, key.mean());
    }

    private static double atFirst(Key key, double[] loss, double price) {
        double sum = 0;
        for (double size : SHAPE) {
            sum += at(loss, size * mean(key), price);
        }
        return sum / SHAPE.length;
    }

    private static double at(double[] loss, double units, double price) {
        int at = (int) (units / GRAIN + 0.5);
        return at < loss.length ? loss[at] : segments(units) - price * units;
    }

    /** The next post comes into the text, or the text goes without it and the post begins another. */
    private static double after(double mean, double[] loss, double price, int units) {
        double now = segments(units) - price * units;
        double sum = 0;
        for (double size : SHAPE) {
            double one = size * mean;
            double apart = now + at(loss, one, price);
            sum += units + one + 1 < loss.length * GRAIN ? Math.min(apart, at(loss, units + one + 1, price)) : apart;
        }
        return sum / SHAPE.length;
    }

    /** The loss to expect before the next post comes, by units; {@code guess} is where to begin. */
    private static double[] solve(Key key, double price, double[] guess) {
        double mean = mean(key);
        double lateness = Math.pow(STEP, key.lateness());
        double ending = Math.min(1, Math.pow(STEP, key.ending()));
        double[] loss = guess;
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[loss.length];
            double moved = 0;
            for (int i = 0; i < next.length; i++) {
                int units = i * GRAIN;
                double now = segments(units) - price * units;
                double waiting = Math.max(1, units / mean) * lateness;
                next[i] = Math.min(now, waiting + ending * now + (1 - ending) * after(mean, loss, price, units));
                moved = Math.max(moved, Math.abs(next[i] - loss[i]));
            }
            loss = next;
            if (moved < 0.002) {
                break;
            }
        }
        return loss;
    }
}
