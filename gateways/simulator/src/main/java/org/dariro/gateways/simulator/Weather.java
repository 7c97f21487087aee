package org.dariro.gateways.simulator;

import java.util.Random;

/** The conditions of the hour and the dice they are thrown with; on a fair day no die is thrown. */
final class Weather {
    private final Random dice;
    private volatile Conditions conditions = Conditions.FAIR;

    Weather(long seed) {
        dice = new Random(seed);
    }

    Conditions conditions() {
        return conditions;
    }

    void set(Conditions next) {
        conditions = next;
    }

    /** True in {@code percent} of 100 cases. */
    boolean strikes(int percent) {
        return percent > 0 && (percent >= 100 || dice.nextInt(100) < percent);
    }
}
