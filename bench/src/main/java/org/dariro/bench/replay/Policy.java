package org.dariro.bench.replay;

import java.time.Duration;
import java.util.List;
import org.dariro.group.ReadingMode;

/**
 * How all members of a replay read: {@code at-once}, {@code bundled:MINUTES} or {@code adaptive[:SECONDS]}.
 *
 * @param window how long a bundle waits; in an adaptive group, how late half of the posts may be
 */
record Policy(ReadingMode mode, Duration window) {
    /** The policies of a run that names none. */
    static final List<Policy> ALL = List.of(
            atOnce(), bundled(1), bundled(5), bundled(15), bundled(60), adaptive(60), adaptive(180), adaptive(900));

    static Policy atOnce() {
        return new Policy(ReadingMode.AT_ONCE, Duration.ofMinutes(5));
    }

    static Policy bundled(int minutes) {
        return new Policy(ReadingMode.BUNDLED, Duration.ofMinutes(minutes));
    }

    static Policy adaptive(int seconds) {
        return new Policy(ReadingMode.ADAPTIVE, Duration.ofSeconds(seconds));
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Policy parse(String written) {
        if (written.equals("at-once")) {
            return atOnce();
        } else if (written.matches("bundled:[1-9][0-9]{0,4}")) {
            return bundled(Integer.parseInt(written.substring(8)));
        } else if (written.equals("adaptive")) {
            return adaptive(60);
        } else if (written.matches("adaptive:[1-9][0-9]{0,4}")) {
            return adaptive(Integer.parseInt(written.substring(9)));
        }
        throw new IllegalArgumentException("A policy is at-once, bundled:MINUTES or adaptive[:SECONDS].");
    }

    @Override
    public String toString() {
        return switch (mode) {
            case BUNDLED -> "bundled:" + window.toMinutes();
            case ADAPTIVE -> "adaptive:" + window.toSeconds();
            default -> "at-once";
        };
    }
}
