package org.dariro.safeguarding.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A change of one file that was tried, and perhaps saved.
 *
 * @param fault what is wrong with it, with file and line; empty unless it is invalid
 * @param added lines that it has and the file as it counts now has not
 * @param removed the other way round
 * @param trial what it makes of the stored tests; of none when it is invalid
 * @param saved empty when it was not saved
 */
public record Edit(
        State state, String fault, List<String> added, List<String> removed, Trial trial, Optional<Version> saved) {
    /** What came of it. */
    public enum State {
        /** It can be saved, or was. */
        GOOD,
        /** It cannot be used. */
        INVALID,
        /** Stored tests that pass now would fail: only a clinical lead may save it, with a reason. */
        BREAKS_TESTS,
        /** Somebody has saved another version meanwhile. */
        OVERTAKEN,
        /** There is nothing to take back. */
        NOTHING
    }

    static Edit of(State state, String fault, String before, String after, Trial trial) {
        List<String> old = entries(before);
        List<String> fresh = entries(after);
        return new Edit(state, fault, without(fresh, old), without(old, fresh), trial, Optional.empty());
    }

    private static List<String> entries(String content) {
        return content.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        others.forEach(left::remove);
        return List.copyOf(left);
    }

    /** This, with another state. */
    Edit but(State other) {
        return new Edit(other, fault, added, removed, trial, saved);
    }

    /** This, saved. */
    Edit saved(Version version) {
        return new Edit(State.GOOD, fault, added, removed, trial, Optional.of(version));
    }

    /** Whether it could be saved without more ado. */
    public boolean good() {
        return state == State.GOOD;
    }

    /** Whether the state is one of these, as written in templates. */
    public boolean is(String... labels) {
        return Arrays.asList(labels)
                .contains(state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
