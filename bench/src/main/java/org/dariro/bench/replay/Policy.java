package org.dariro.bench.replay;

import java.time.Duration;
import java.util.List;
import org.dariro.group.ReadingMode;

/** How all members of a replay read: {@code at-once}, or {@code bundled:MIN}. */
record Policy(ReadingMode mode, Duration window) {
    /** The policies of a run that names none. */
    static final List<Policy> ALL = List.of(atOnce(), bundled(1), bundled(5), bundled(15), bundled(60));

    static Policy atOnce() {
        return new Policy(ReadingMode.AT_ONCE, Duration.ofMinutes(5));
    }

    static Policy bundled(int minutes) {
        return new Policy(ReadingMode.BUNDLED, Duration.ofMinutes(minutes));
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Policy parse(String written) {
        if (written.equals("at-once")) {
            return atOnce();
        } else if (written.matches("bundled:[1-9][0-9]{0,4}")) {
            return bundled(Integer.parseInt(written.substring(8)));
        }
        throw new IllegalArgumentException("A policy is at-once or bundled:MIN.");
    }

    @Override
    public String toString() {
        return mode == ReadingMode.AT_ONCE ? "at-once" : "bundled:" + window.toMinutes();
    }
}
