package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.console.api.LexiconViews.TestView;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.safeguarding.lexicon.Editing;
import org.dariro.safeguarding.lexicon.StoredTest;
import org.dariro.safeguarding.lexicon.StoredTest.Risk;
import org.dariro.safeguarding.lexicon.StoredTests;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The texts that every change of a lexicon is tried against. */
@Component
@Path("lexicons/tests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LexiconTestsResource {
    private static final int LONGEST_TEXT = 1_600;
    private final Database database;
    private final Editing editing;
    private final StoredTests tests;

    @Inject
    public LexiconTestsResource(Database database, Editing editing, StoredTests tests) {
        this.database = database;
        this.editing = editing;
        this.tests = tests;
    }

    /**
     * A text and what must be found in it.
     *
     * @param category absent when it must raise no alert
     * @param severity that it must have at least
     */
    public record NewTest(
            @Nullable String language,
            @Nullable String country,
            @Nullable String text,
            @Nullable String category,
            @Nullable String severity) {}

    /** What must be found; absent both for no alert. */
    static Optional<Risk> risk(Fields fields, @Nullable String category, @Nullable String severity) {
        Optional<Category> about = fields.choice("category", category, Category.class);
        Optional<Severity> least = fields.choice("severity", severity, Severity.class);
        if (about.isPresent() != least.isPresent()) {
            fields.fault(about.isPresent() ? "severity" : "category", "Give both of them, or neither for no alert.");
        }
        return about.flatMap(one -> least.map(two -> new Risk(one, two)));
    }

    /** All stored tests, the oldest first, and whether they pass as things are. */
    @GET
    @ShowsTexts("lexicon-tests-read")
    @MayCall({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listLexiconTests", summary = "List the stored tests")
    public Page<TestView> list() {
        Map<Long, Boolean> passes = editing.now().outcomes().stream()
                .collect(Collectors.toMap(one -> one.test().id(), one -> one.passed()));
        return Page.all(database.inTransaction(tests::all).stream()
                .map(test -> TestView.of(test, passes.get(test.id())))
                .toList());
    }

    /** Adds a test. */
    @POST
    @Creates
    @MayCall({CLINICAL_LEAD, ADMINISTRATOR})
    @Operation(operationId = "addLexiconTest", summary = "Add a stored test")
    public TestView add(@Context SecurityContext who, NewTest wanted) {
        Fields fields = new Fields();
        String language = fields.text("language", wanted.language(), 3).toLowerCase(Locale.ROOT);
        String country = fields.line("country", wanted.country(), 2).orElse("").toUpperCase(Locale.ROOT);
        String text = fields.text("text", wanted.text(), LONGEST_TEXT);
        Optional<Risk> risk = risk(fields, wanted.category(), wanted.severity());
        fields.check();
        StoredTest test = database.inTransaction(tx ->
                tests.write(tx, language, country, text, risk, Caller.of(who).getName()));
        return TestView.of(test, null);
    }

    /** Takes a test out. */
    @DELETE
    @Path("{test}")
    @MayCall({CLINICAL_LEAD, ADMINISTRATOR})
    @Operation(operationId = "endLexiconTest", summary = "Take a stored test out")
    public Page<TestView> end(@Context SecurityContext who, @PathParam("test") long id) {
        database.useTransaction(tx -> {
            if (!tests.end(tx, id, Caller.of(who).getName())) {
                throw Refused.notFound("test");
            }
        });
        return list();
    }
}
