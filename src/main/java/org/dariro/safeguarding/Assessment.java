package org.dariro.safeguarding;

import java.util.List;
import java.util.Optional;

/**
 * What screening found in a text.
 *
 * @param severity the gravest of the matches; empty when there is none
 * @param matches by place in the text
 */
public record Assessment(Optional<Severity> severity, List<Match> matches) {
    private static final Assessment NOTHING = new Assessment(Optional.empty(), List.of());

    public Assessment {
        matches = List.copyOf(matches);
    }

    /** The assessment of a text in which nothing was found. */
    public static Assessment nothing() {
        return NOTHING;
    }

    static Assessment of(List<Match> matches) {
        return matches.isEmpty()
                ? NOTHING
                : new Assessment(matches.stream().map(Match::severity).min(Severity::compareTo), matches);
    }

    /** The category of the gravest match, which decides the protocol; the first in the text where several are as grave. */
    public Optional<Category> category() {
        return severity.flatMap(gravest -> matches.stream()
                .filter(m -> m.severity() == gravest)
                .map(Match::category)
                .findFirst());
    }
}
