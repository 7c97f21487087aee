package org.dariro.bench.screen;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;

/**
 * What screening made of a labelled text.
 *
 * @param masked whether a number or an address was hidden: a find of personal data, of medium severity where nothing graver is
 */
record Verdict(LabelledText text, Assessment assessment, boolean masked) {

    /** Whether a mentor hears of it; a tag of low severity is none. */
    boolean alarms() {
        return masked || isFound();
    }

    private boolean isFound() {
        return assessment.severity().filter(s -> s.isGraverThan(Severity.LOW)).isPresent();
    }

    boolean alarmsOf(Severity severity) {
        return severity().equals(severity.name().toLowerCase(Locale.ROOT));
    }

    /** Whether it alarms for more than personal data. */
    boolean alarmsApartFromPersonalData() {
        return alarms() && !category().equals(label(Category.PERSONAL_DATA));
    }

    boolean isPersonalData() {
        return masked
                || assessment.matches().stream()
                        .anyMatch(m -> m.category() == Category.PERSONAL_DATA && m.severity() != Severity.LOW);
    }

    String category() {
        return isFound() || !masked
                ? assessment.category().map(Verdict::label).orElse("none")
                : label(Category.PERSONAL_DATA);
    }

    String severity() {
        return assessment.severity().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("none");
    }

    /** Which stage the severity comes from. */
    String stage() {
        return assessment.opinion().isPresent()
                ? "opinion"
                : isFound() || !masked ? assessment.severity().isPresent() ? "lexicon" : "none" : "masking";
    }

    /** The terms found, gravest category's or not, and the opinion's explanation. */
    String terms() {
        String terms = assessment.matches().stream()
                .map(m -> m.severity().name().toLowerCase(Locale.ROOT) + " " + label(m.category()) + ": " + m.term()
                        + (m.place().isEmpty() ? "" : " (" + m.place() + ")"))
                .distinct()
                .collect(Collectors.joining(" | "));
        Optional<String> why = assessment.opinion().map(o -> o.explanation());
        return (terms + why.map(w -> (terms.isEmpty() ? "" : " | ") + w).orElse("")).replace('\t', ' ');
    }

    /** The category as the data sets name it. */
    private static String label(Category category) {
        return category == Category.PERSONAL_DATA ? "pii" : category.label();
    }
}
