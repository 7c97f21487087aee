package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.safeguarding.lexicon.Editing;
import org.dariro.safeguarding.lexicon.FileName;
import org.dariro.safeguarding.lexicon.StoredTest;
import org.dariro.safeguarding.lexicon.StoredTest.Risk;
import org.dariro.safeguarding.lexicon.StoredTests;
import org.dariro.safeguarding.lexicon.Trial;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;
import org.jspecify.annotations.Nullable;

/** The texts that every change of a lexicon is tried against. */
@Component
@Path("lexicons/tests")
public class LexiconTestsPage {
    private final Database database;
    private final Editing editing;
    private final StoredTests tests;
    private final Reads reads;

    @Inject
    public LexiconTestsPage(Database database, Editing editing, StoredTests tests, Reads reads) {
        this.database = database;
        this.editing = editing;
        this.tests = tests;
        this.reads = reads;
    }

    /**
     * A test as the page lists it.
     *
     * @param text empty when its writer was erased
     * @param category empty when it must raise no alert
     * @param state {@code passes}, {@code fails}, or {@code erased}
     */
    public record Row(
            long id,
            String language,
            String text,
            String category,
            String severity,
            String origin,
            String state,
            String by,
            Instant at) {
        static Row of(StoredTest test, @Nullable Boolean passes) {
            return new Row(
                    test.id(),
                    test.language(),
                    test.text().orElse(""),
                    test.expected().map(risk -> risk.category().label()).orElse(""),
                    test.expected().map(risk -> Words.label(risk.least())).orElse(""),
                    test.origin().label(),
                    passes == null ? "erased" : passes ? "passes" : "fails",
                    test.by(),
                    test.at());
        }
    }

    static List<String> categories() {
        return Arrays.stream(Category.values()).map(Category::label).toList();
    }

    /** Those that raise an alert. */
    static List<String> severities() {
        return Stream.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM)
                .map(Words::label)
                .toList();
    }

    /** The risk that a form names; empty unless both are known. */
    static Optional<Risk> risk(@Nullable String category, @Nullable String severity) {
        return Category.labelled(category == null ? "" : category).flatMap(about -> severities().stream()
                .filter(one -> one.equals(severity))
                .findFirst()
                .map(least -> new Risk(about, Severity.valueOf(least.toUpperCase(Locale.ROOT)))));
    }

    private Page page(Visit visit) {
        Map<Long, Boolean> passes = editing.now().outcomes().stream()
                .collect(Collectors.toMap(one -> one.test().id(), Trial.Outcome::passed));
        return database.inTransaction(tx -> {
            reads.at(tx, visit, "lexicon-tests-read", "lexicon-tests", 0);
            return visit.page("lexicon-tests")
                    .with(
                            "rows",
                            tests.all(tx).stream()
                                    .map(test -> Row.of(test, passes.get(test.id())))
                                    .toList())
                    .with(
                            "languages",
                            editing.shelf(tx).files().stream()
                                    .map(FileName::language)
                                    .distinct()
                                    .toList())
                    .with("categories", categories())
                    .with("severities", severities())
                    .with("mayEdit", LexiconsPage.mayEdit(visit))
                    .with("text", "")
                    .with("fault", null);
        });
    }

    /** All tests, and whether they pass as things are. */
    @GET
    @For({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller) {
        return page(Visit.of(caller));
    }

    /** Adds a test. */
    @POST
    @For({CLINICAL_LEAD, ADMINISTRATOR})
    public Response add(
            @Context SecurityContext caller,
            @FormParam("text") @Nullable String given,
            @FormParam("language") @Nullable String language,
            @FormParam("category") @Nullable String category,
            @FormParam("severity") @Nullable String severity) {
        Visit visit = Visit.of(caller);
        String text = given == null ? "" : Cleaning.clean(given);
        Optional<Risk> risk = risk(category, severity);
        boolean harmless = category == null || category.isEmpty();
        boolean known = FileName.of(language == null ? "" : language, "x").isPresent();
        if (text.isEmpty() || text.length() > LexiconsPage.LONGEST_TEXT || !known || (!harmless && risk.isEmpty())) {
            return Pages.wrong(page(visit)
                    .with("text", text)
                    .with("fault", visit.text("lexicons-text-needed", LexiconsPage.LONGEST_TEXT)));
        }
        database.useTransaction(tx -> tests.write(tx, String.valueOf(language), "", text, risk, visit.actor()));
        return Pages.to("/console/lexicons/tests");
    }

    /** Takes a test out. */
    @POST
    @Path("{test}")
    @For({CLINICAL_LEAD, ADMINISTRATOR})
    public Response end(@Context SecurityContext caller, @PathParam("test") long id) {
        Visit visit = Visit.of(caller);
        database.useTransaction(tx -> {
            if (!tests.end(tx, id, visit.actor())) {
                throw PageFault.notFound();
            }
        });
        return Pages.to("/console/lexicons/tests");
    }
}
