package org.dariro.safeguarding.escalation;

import java.time.Instant;
import java.util.Optional;

/**
 * The calls about one alert.
 *
 * <p>Life: begins when an alert is raised or is left alone, climbs the ladder step by step, ends when somebody has the alert,
 * and begins another round when that person let it go.
 *
 * @param number what is answered with, {@code ACK 42}
 * @param round how often the ladder was begun, from 1
 * @param step the next one, from 0; {@link #TELLS} where first the one is told who has another alert on the same person
 * @param next when it comes; empty when nobody is called any more
 * @param called how many calls went out in this round
 * @param answeredBy who had the alert last
 */
public record Running(
        long alert,
        int number,
        int round,
        int step,
        Instant began,
        Optional<Instant> next,
        int called,
        Optional<String> answeredBy,
        Optional<Instant> answeredAt) {

    /** The step before the ladder: whoever has another alert on the same person is told that there is more. */
    static final int TELLS = -1;

    /** The first calls about an alert. */
    static Running of(long alert, int number, int step, Instant began, Instant next) {
        return new Running(alert, number, 1, step, began, Optional.of(next), 0, Optional.empty(), Optional.empty());
    }

    /** After a step. */
    Running stepped(int calls, Instant at) {
        return new Running(
                alert, number, round, step + 1, began, Optional.of(at), called + calls, answeredBy, answeredAt);
    }

    /** With nobody to be called any more. */
    Running ended(Optional<String> by, Instant at) {
        return new Running(
                alert,
                number,
                round,
                step,
                began,
                Optional.empty(),
                called,
                by,
                by.map(somebody -> at).or(() -> answeredAt));
    }

    /** Another round, with the same number or a fresh one. */
    Running again(int newNumber, int first, Instant at, Instant firstAt) {
        return new Running(
                alert, newNumber, round + 1, first, at, Optional.of(firstAt), 0, Optional.empty(), Optional.empty());
    }

    /** At the first step of the ladder, if it was before it. */
    Running onLadder() {
        return step >= 0 ? this : new Running(alert, number, round, 0, began, next, called, answeredBy, answeredAt);
    }
}
