package org.dariro.gateways.simulator;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** The conditions of the hour and the dice they are thrown with; on a fair day no die is thrown. */
final class Weather {
    private final Random dice;
    private final AtomicLong lostAnswers = new AtomicLong();
    private volatile Conditions conditions = Conditions.FAIR;

    Weather(long seed) {
        dice = new Random(seed);
    }

    Conditions conditions() {
        return conditions;
    }

    void set(Conditions next) {
        conditions = next;
        lostAnswers.set(0);
    }

    /** True in {@code percent} of 100 cases. */
    boolean strikes(int percent) {
        return percent > 0 && (percent >= 100 || dice.nextInt(100) < percent);
    }

    /** Whether a request whose answer is lost is taken: since the conditions were set, the first and every second after. */
    boolean takesUnheard() {
        return lostAnswers.getAndIncrement() % 2 == 0;
    }
}
