package org.dariro.safeguarding.screening;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What screening found in a text.
 *
 * @param severity the gravest of the matches and of the opinion; empty when there is none
 * @param matches of the lexicons, by place in the text
 * @param opinion the second opinion, where it made the text graver than the matches do
 * @param version of the lexicons it was screened with; empty when it is not known
 */
public record Assessment(Optional<Severity> severity, List<Match> matches, Optional<Opinion> opinion, String version) {
    private static final Assessment NOTHING = new Assessment(Optional.empty(), List.of(), Optional.empty(), "");

    public Assessment {
        matches = List.copyOf(matches);
    }

    /** The assessment of a text in which nothing was found. */
    public static Assessment nothing() {
        return NOTHING;
    }

    /** This, said by the lexicons of a version. */
    public Assessment by(String lexicons) {
        return new Assessment(severity, matches, opinion, lexicons);
    }

    static Assessment of(List<Match> matches, String version) {
        return new Assessment(
                matches.stream().map(Match::severity).min(Severity::compareTo), matches, Optional.empty(), version);
    }

    /** This with what was found across its beginning; an opinion that is no graver then says nothing new. */
    public Assessment with(List<Match> more, String by) {
        if (more.isEmpty()) {
            return this;
        }
        Assessment all = of(Stream.concat(more.stream(), matches.stream()).toList(), by);
        return opinion.map(all::raisedBy).orElse(all);
    }

    /** This with what a second opinion says; unchanged when that is no graver. */
    Assessment raisedBy(Opinion second) {
        return severity.isPresent() && !second.severity().isGraverThan(severity.get())
                ? this
                : new Assessment(Optional.of(second.severity()), matches, Optional.of(second), version);
    }

    /**
     * What decides the protocol: the opinion's category, or that of the gravest match; where several are as grave, what may
     * kill comes first, personal data last, and else what stands first in the text.
     */
    public Optional<Category> category() {
        if (opinion.isPresent()) {
            return opinion.map(Opinion::category);
        }
        return severity.flatMap(gravest -> matches.stream()
                .filter(m -> m.severity() == gravest)
                .map(Match::category)
                .min(Comparator.comparingInt(Assessment::rank)));
    }

    private static int rank(Category category) {
        return switch (category) {
            case OVERDOSE -> 0;
            case SUICIDE -> 1;
            case SELF_HARM -> 2;
            case HOPELESSNESS, ABUSE, VIOLENCE, MEDICATION, BULLYING -> 3;
            case PERSONAL_DATA -> 4;
        };
    }
}
