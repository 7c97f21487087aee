package org.dariro.safeguarding.lexicon;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Match;
import org.dariro.safeguarding.screening.Opinion;
import org.dariro.safeguarding.screening.Severity;

/**
 * A text that every change of a lexicon is tried against.
 *
 * @param language of whoever wrote it
 * @param country ISO 3166; empty when it is not known
 * @param text empty when its writer was erased; such a test is no longer tried
 * @param expected empty when it must raise no alert
 * @param alert that the verdict was on
 */
public record StoredTest(
        long id,
        String language,
        String country,
        Optional<String> text,
        Optional<Risk> expected,
        Origin origin,
        Optional<Long> alert,
        String by,
        Instant at) {
    /**
     * What must be found.
     *
     * @param least graver will do
     */
    public record Risk(Category category, Severity least) {}

    /** Where a test comes from. */
    public enum Origin {
        /** An alert was closed as no risk. */
        NOT_A_RISK,
        /** Somebody saw a risk in a post that screening had not. */
        MISSED,
        /** Somebody wrote it down. */
        WRITTEN;

        /** As it is stored and shown: {@code not-a-risk}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether what was found is what is expected: at least as grave, and of this category among others; or no alert. */
    public boolean passes(Assessment found) {
        if (expected.isEmpty()) {
            return found.severity().filter(severity -> severity != Severity.LOW).isEmpty();
        }
        Risk risk = expected.get();
        return found.severity()
                        .filter(severity -> !risk.least().isGraverThan(severity))
                        .isPresent()
                && Stream.concat(
                                found.matches().stream().map(Match::category),
                                found.opinion().map(Opinion::category).stream())
                        .anyMatch(category -> category == risk.category());
    }

    /** Masked: no text. */
    @Override
    public String toString() {
        return "StoredTest[" + id + ", " + origin + "]";
    }
}
