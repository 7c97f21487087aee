package org.dariro.bench.console;

import java.util.Collection;

/** Percentiles by nearest rank. */
final class Percentiles {
    private final double[] sorted;

    Percentiles(Collection<Double> values) {
        sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The value that {@code percent} per cent do not exceed; NaN where there is none. */
    double at(int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }
}
