package org.dariro.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.safeguarding.lexicon.Edit;
import org.dariro.safeguarding.lexicon.FileName;
import org.dariro.safeguarding.lexicon.Shelf;
import org.dariro.safeguarding.lexicon.StoredTest;
import org.dariro.safeguarding.lexicon.Trial;
import org.dariro.safeguarding.lexicon.Version;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Category;
import org.jspecify.annotations.Nullable;

/** How lexicons, their versions and tests look in answers. */
final class LexiconViews {
    private LexiconViews() {}

    /**
     * A file of a lexicon as it counts.
     *
     * @param origin {@code shipped}, {@code file} or {@code console}
     * @param version 0 for what came with the service
     * @param fault why the file as it is now in the programme's own directory cannot be used
     */
    public record FileView(
            String language,
            String name,
            String origin,
            int version,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String fault) {
        static FileView of(Shelf shelf, FileName file, List<Version> latest, @Nullable String fault) {
            Optional<Version> saved = latest.stream()
                    .filter(one -> one.file().equals(file) && one.number() == shelf.number(file))
                    .findFirst();
            return new FileView(
                    file.language(),
                    file.name(),
                    shelf.origin(file).map(Version.Origin::label).orElse("shipped"),
                    shelf.number(file),
                    saved.map(Version::by).orElse(null),
                    saved.map(Version::at).orElse(null),
                    fault);
        }
    }

    /**
     * All files.
     *
     * @param inUse the version of all lexicons together, as the audit trail names it
     * @param faults what is wrong with what cannot be used, by language or file
     */
    public record LexiconsView(String inUse, List<FileView> items, Map<String, String> faults) {}

    /** A file with what it says. */
    public record ContentView(String language, String name, String origin, int version, String content) {}

    /**
     * What somebody saved.
     *
     * @param content left out where it was taken back, and in lists
     * @param despite why it was saved although stored tests then failed
     */
    public record VersionView(
            String language,
            String name,
            int version,
            String origin,
            @Nullable String content,
            boolean takenBack,
            String note,
            @Nullable String despite,
            String by,
            Instant at) {
        static VersionView of(Version version, boolean whole) {
            return new VersionView(
                    version.file().language(),
                    version.file().name(),
                    version.number(),
                    version.origin().label(),
                    whole ? version.content().orElse(null) : null,
                    version.content().isEmpty(),
                    version.note(),
                    version.despite().orElse(null),
                    version.by(),
                    version.at());
        }
    }

    /** What was found, with its place in the text. */
    public record FoundView(String category, String severity, String term, int start, int end, String place) {}

    /**
     * What screening finds in a text.
     *
     * @param severity left out when nothing was found
     * @param opinion why the second opinion makes it graver; left out when it does not
     */
    public record AssessmentView(
            @Nullable String severity,
            @Nullable String category,
            List<FoundView> found,
            @Nullable String opinion,
            String lexicons) {
        static AssessmentView of(Assessment assessment) {
            return new AssessmentView(
                    assessment.severity().map(Fields::label).orElse(null),
                    assessment.category().map(Category::label).orElse(null),
                    assessment.matches().stream()
                            .map(match -> new FoundView(
                                    match.category().label(),
                                    Fields.label(match.severity()),
                                    match.term(),
                                    match.start(),
                                    match.end(),
                                    match.place()))
                            .toList(),
                    assessment.opinion().map(one -> one.explanation()).orElse(null),
                    assessment.version());
        }
    }

    /**
     * What a change makes of a stored test.
     *
     * @param change {@code found} or {@code missed}, {@code alarming} or {@code quiet}
     */
    public record ChangeView(long test, String change) {}

    /**
     * A change that was tried.
     *
     * @param state {@code good}, {@code invalid}, {@code breaks-tests}, ...
     * @param fault file, line and what is wrong
     * @param tried how many stored tests were tried
     * @param failing how many would fail
     * @param version under which it was saved; left out when it was only tried
     */
    public record EditView(
            String state,
            @Nullable String fault,
            List<String> added,
            List<String> removed,
            int tried,
            long failing,
            List<ChangeView> changes,
            @Nullable Integer version) {
        static EditView of(Edit edit) {
            Trial trial = edit.trial();
            return new EditView(
                    Fields.label(edit.state()),
                    edit.fault().isEmpty() ? null : edit.fault(),
                    edit.added(),
                    edit.removed(),
                    trial.outcomes().size(),
                    trial.failing(),
                    trial.changed().stream()
                            .map(one -> new ChangeView(one.test().id(), one.change()))
                            .toList(),
                    edit.saved().map(Version::number).orElse(null));
        }

        /** Why nothing was saved. */
        static Refused refusal(Edit edit) {
            return switch (edit.state()) {
                case INVALID -> Refused.invalid("content", edit.fault());
                case OVERTAKEN -> Refused.conflict("Somebody has saved another version meanwhile. Please look again.");
                case NOTHING -> Refused.conflict("Nothing is saved of this file that could be taken back.");
                default ->
                    Refused.conflict("Stored tests that pass now would fail: "
                            + edit.trial().broken().stream()
                                    .map(one -> Long.toString(one.test().id()))
                                    .collect(Collectors.joining(", "))
                            + ". A clinical lead may save it all the same, with the reason in 'despite'.");
            };
        }
    }

    /**
     * A stored test.
     *
     * @param text left out when its writer was erased; it is no longer tried then
     * @param category left out when the text must raise no alert
     * @param severity that it must have at least
     * @param origin {@code not-a-risk}, {@code missed} or {@code written}
     * @param passes as things are; left out where it was not tried
     */
    public record TestView(
            long id,
            String language,
            @Nullable String country,
            @Nullable String text,
            @Nullable String category,
            @Nullable String severity,
            String origin,
            @Nullable Long alert,
            String by,
            Instant at,
            @Nullable Boolean passes) {
        static TestView of(StoredTest test, @Nullable Boolean passes) {
            return new TestView(
                    test.id(),
                    test.language(),
                    test.country().isEmpty() ? null : test.country(),
                    test.text().orElse(null),
                    test.expected().map(risk -> risk.category().label()).orElse(null),
                    test.expected().map(risk -> Fields.label(risk.least())).orElse(null),
                    test.origin().label(),
                    test.alert().orElse(null),
                    test.by(),
                    test.at(),
                    passes);
        }
    }
}
