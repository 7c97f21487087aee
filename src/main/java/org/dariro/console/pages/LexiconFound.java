package org.dariro.console.pages;

import java.util.List;
import java.util.stream.Stream;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.lexicon.Edit;
import org.dariro.safeguarding.lexicon.Trial;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Match;
import org.dariro.safeguarding.screening.Opinion;

/** What trying texts and changes brought, as the pages show it. */
public final class LexiconFound {
    private static final int MOST_LINES = 100;

    private LexiconFound() {}

    /**
     * Something that was found.
     *
     * @param place file and line; empty for what no lexicon holds
     */
    public record Term(String category, String severity, String term, String place) {
        static Term of(Match match) {
            return new Term(match.category().label(), Words.label(match.severity()), match.term(), match.place());
        }
    }

    /**
     * What screening finds in a text.
     *
     * @param severity empty for nothing
     * @param opinion why the second opinion makes it graver; empty when it does not
     */
    public record Tried(
            String text,
            List<Marked.Piece> pieces,
            String severity,
            String category,
            List<Term> terms,
            String opinion) {
        static Tried of(String text, Assessment found) {
            List<Alert.Why> why = found.matches().stream()
                    .map(match -> new Alert.Why(
                            match.category().label(),
                            Words.label(match.severity()),
                            match.term(),
                            match.start(),
                            match.end()))
                    .toList();
            return new Tried(
                    text,
                    Marked.pieces(text, why),
                    found.severity().map(Words::label).orElse(""),
                    found.category().map(Category::label).orElse(""),
                    found.matches().stream().map(Term::of).toList(),
                    found.opinion().map(Opinion::explanation).orElse(""));
        }
    }

    /**
     * A stored test that a change alters.
     *
     * @param change {@code found} or {@code quiet} for better, {@code missed} or {@code alarming} for worse
     */
    public record Changed(long test, String change, boolean worse, String text) {
        static Changed of(Trial.Outcome outcome) {
            return new Changed(
                    outcome.test().id(),
                    outcome.change(),
                    outcome.passed(),
                    outcome.test().text().orElse(""));
        }
    }

    /**
     * A change that was tried.
     *
     * @param state {@code good}, {@code invalid}, {@code breaks-tests}, {@code overtaken}, {@code nothing}
     * @param more lines that changed and are not listed
     */
    public record Preview(
            String state,
            String fault,
            List<String> added,
            List<String> removed,
            int more,
            int tried,
            long failing,
            List<Changed> tests) {
        static Preview of(Edit edit) {
            return new Preview(
                    Words.label(edit.state()),
                    edit.fault(),
                    some(edit.added()),
                    some(edit.removed()),
                    Stream.of(edit.added(), edit.removed())
                            .mapToInt(lines -> Math.max(0, lines.size() - MOST_LINES))
                            .sum(),
                    edit.trial().outcomes().size(),
                    edit.trial().failing(),
                    edit.trial().changed().stream().map(Changed::of).toList());
        }

        private static List<String> some(List<String> lines) {
            return lines.subList(0, Math.min(lines.size(), MOST_LINES));
        }

        /** Whether nobody but a clinical lead may save it. */
        public boolean breaksTests() {
            return state.equals("breaks-tests");
        }

        /** Whether it may be saved. */
        public boolean good() {
            return state.equals("good");
        }
    }
}
