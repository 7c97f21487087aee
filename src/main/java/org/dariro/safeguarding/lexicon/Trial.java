package org.dariro.safeguarding.lexicon;

import java.util.List;
import java.util.Optional;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Screening;
import org.dariro.safeguarding.screening.SecondOpinion;

/**
 * What a change of lexicons would make of the stored tests.
 *
 * @param outcomes of those that were tried, in their order
 */
public record Trial(List<Outcome> outcomes) {
    public Trial {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What becomes of a test.
     *
     * @param before what is found now
     * @param after what would be found
     */
    public record Outcome(StoredTest test, Assessment before, Assessment after) {
        /** Whether it passes now. */
        public boolean passed() {
            return test.passes(before);
        }

        /** Whether it would pass. */
        public boolean passes() {
            return test.passes(after);
        }

        /** What changes: {@code found}, {@code missed}, {@code alarming}, {@code quiet}; empty when nothing does. */
        public String change() {
            if (passed() == passes()) {
                return "";
            } else if (test.expected().isPresent()) {
                return passes() ? "found" : "missed";
            }
            return passes() ? "quiet" : "alarming";
        }
    }

    /**
     * Tries the tests. What the lexicons alone find the same with both is asked of the second opinion once, as that is slow.
     *
     * @param before the screening that counts now
     * @param after what it would be
     */
    static Trial of(List<StoredTest> tests, Screening before, Screening after, SecondOpinion second) {
        return new Trial(tests.stream()
                .flatMap(test -> test.text().map(text -> outcome(test, text, before, after, second)).stream())
                .toList());
    }

    private static Outcome outcome(
            StoredTest test, String text, Screening before, Screening after, SecondOpinion second) {
        boolean same = before == after
                || finds(before.assess(text, test.language(), test.country()))
                        .equals(finds(after.assess(text, test.language(), test.country())));
        Assessment now = before.assess(text, test.language(), test.country(), second);
        return new Outcome(test, now, same ? now : after.assess(text, test.language(), test.country(), second));
    }

    /** What was found, without the lines that say so, which move with every edit. */
    private static List<String> finds(Assessment assessment) {
        return assessment.matches().stream()
                .map(match -> match.category() + " " + match.severity() + " " + match.start() + " " + match.end())
                .toList();
    }

    /** Those that pass now and would not: these forbid the change. */
    public List<Outcome> broken() {
        return outcomes.stream()
                .filter(outcome -> outcome.passed() && !outcome.passes())
                .toList();
    }

    /** Those that change, for better or worse. */
    public List<Outcome> changed() {
        return outcomes.stream().filter(outcome -> !outcome.change().isEmpty()).toList();
    }

    /** How many would fail, also those that fail now. */
    public long failing() {
        return outcomes.stream().filter(outcome -> !outcome.passes()).count();
    }

    /** In our own words, for the audit trail and the log: no text. */
    String summary() {
        String ids = String.join(
                " ",
                broken().stream()
                        .map(outcome -> Long.toString(outcome.test().id()))
                        .toList());
        return outcomes.size() + " tests tried, " + broken().size() + " that passed fail"
                + Optional.of(ids)
                        .filter(list -> !list.isEmpty())
                        .map(list -> ": " + list)
                        .orElse("");
    }

    /** Only how many. */
    @Override
    public String toString() {
        return "Trial[" + outcomes.size() + "]";
    }
}
