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
 * @param step the next one, from 0
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

    /** From the first step on, with the same number or a fresh one. */
    Running again(int newNumber, Instant at) {
        return new Running(alert, newNumber, round + 1, 0, at, Optional.of(at), 0, Optional.empty(), Optional.empty());
    }
}
