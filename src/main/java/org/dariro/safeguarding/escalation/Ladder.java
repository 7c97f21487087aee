package org.dariro.safeguarding.escalation;

import java.time.Duration;
import java.util.List;

/**
 * When people are called about an alert that nobody has: the first at once, one more person at each of some times, then the
 * coordinators, and these again and again.
 *
 * @param people how long after the beginning one more person is called, rising
 * @param coordinators how long after the last of these
 * @param again how long between further calls
 */
public record Ladder(List<Duration> people, Duration coordinators, Duration again) {
    public Ladder {
        people = List.copyOf(people);
    }

    /** Whether one more person is called at a step; else it is the coordinators. Step 0 is the first. */
    boolean callsOneMore(int step) {
        return step <= people.size();
    }

    /** Whether this is the first step after all people were called. */
    boolean isFirstUnanswered(int step) {
        return step == people.size() + 1;
    }

    /** How long after a step the next one comes. */
    Duration wait(int step) {
        if (step == Running.TELLS) {
            return people.get(0); // as long as anybody who is called has, before one more person is
        }
        if (step < people.size()) {
            return people.get(step).minus(step == 0 ? Duration.ZERO : people.get(step - 1));
        }
        return step == people.size() ? coordinators : again;
    }
}
