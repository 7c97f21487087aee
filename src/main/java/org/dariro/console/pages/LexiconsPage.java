package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.lexicon.Editing;
import org.dariro.safeguarding.lexicon.FileName;
import org.dariro.safeguarding.lexicon.Shelf;
import org.dariro.safeguarding.lexicon.Version;
import org.jspecify.annotations.Nullable;

/** The lexicons: their files, what is wrong with them, and a place to see what a text would find. */
@Component
@Path("lexicons")
public class LexiconsPage {
    static final int LONGEST_TEXT = 1_600;
    private final Database database;
    private final Editing editing;

    @Inject
    public LexiconsPage(Database database, Editing editing) {
        this.database = database;
        this.editing = editing;
    }

    /**
     * A file as the page lists it.
     *
     * @param origin {@code shipped}, {@code file} or {@code console}
     * @param number 0 for what came with the service
     * @param by empty for what came with the service
     */
    public record Row(
            String language,
            String name,
            String origin,
            int number,
            String by,
            @Nullable Instant at) {
        static Row of(Shelf shelf, FileName file, List<Version> latest) {
            Optional<Version> saved = latest.stream()
                    .filter(one -> one.file().equals(file) && one.number() == shelf.number(file))
                    .findFirst();
            return new Row(
                    file.language(),
                    file.name(),
                    LexiconsPage.origin(shelf, file),
                    shelf.number(file),
                    saved.map(Version::by).orElse(""),
                    saved.map(Version::at).orElse(null));
        }
    }

    /** A fault, with the file or language that has it. */
    public record Fault(String file, String words) {}

    static String origin(Shelf shelf, FileName file) {
        return shelf.origin(file).map(Version.Origin::label).orElse("shipped");
    }

    private Page page(Transaction tx, Visit visit) {
        Shelf shelf = editing.shelf(tx);
        List<Version> latest = editing.latest(tx);
        List<Row> rows =
                shelf.files().stream().map(file -> Row.of(shelf, file, latest)).toList();
        return visit.page("lexicons")
                .with("inUse", editing.inUse())
                .with("rows", rows)
                .with("languages", rows.stream().map(Row::language).distinct().toList())
                .with(
                        "faults",
                        editing.faults(tx).entrySet().stream()
                                .map(one -> new Fault(one.getKey().toString(), one.getValue()))
                                .toList())
                .with("mayEdit", mayEdit(visit))
                .with("language", visit.language())
                .with("text", "")
                .with("tried", null)
                .with("fault", null)
                .with("newFault", null);
    }

    static boolean mayEdit(Visit visit) {
        return visit.is("clinical-lead", "administrator");
    }

    /** All files. */
    @GET
    @For({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> page(tx, visit));
    }

    /** Shows what a text would find, and keeps nothing of it. */
    @POST
    @Path("try")
    @For({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response tryText(
            @Context SecurityContext caller,
            @FormParam("text") @Nullable String given,
            @FormParam("language") @Nullable String language) {
        Visit visit = Visit.of(caller);
        String text = given == null ? "" : Cleaning.clean(given);
        String written = language == null ? "" : language;
        Page page =
                database.inTransaction(tx -> page(tx, visit)).with("text", text).with("language", written);
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            return Pages.wrong(page.with("fault", visit.text("lexicons-text-needed", LONGEST_TEXT)));
        }
        return Response.ok(page.with("tried", LexiconFound.Tried.of(text, editing.find(text, written, ""))), Pages.HTML)
                .build();
    }

    /** Leads to the page of a file, which need not exist yet. */
    @POST
    @For({CLINICAL_LEAD, ADMINISTRATOR})
    public Response open(
            @Context SecurityContext caller,
            @FormParam("language") @Nullable String language,
            @FormParam("name") @Nullable String name) {
        Visit visit = Visit.of(caller);
        Optional<FileName> file = FileName.of(folded(language), folded(name));
        if (file.isEmpty() || file.get().name().equals("try")) {
            return Pages.wrong(
                    database.inTransaction(tx -> page(tx, visit)).with("newFault", visit.text("lexicons-new-wrong")));
        }
        return Pages.to("/console/lexicons/" + file.get());
    }

    private static String folded(@Nullable String given) {
        return given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
    }
}
