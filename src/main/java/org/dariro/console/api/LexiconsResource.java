package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.console.StaffRole;
import org.dariro.console.api.LexiconViews.AssessmentView;
import org.dariro.console.api.LexiconViews.ContentView;
import org.dariro.console.api.LexiconViews.EditView;
import org.dariro.console.api.LexiconViews.FileView;
import org.dariro.console.api.LexiconViews.LexiconsView;
import org.dariro.console.api.LexiconViews.VersionView;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.safeguarding.lexicon.Edit;
import org.dariro.safeguarding.lexicon.Editing;
import org.dariro.safeguarding.lexicon.FileName;
import org.dariro.safeguarding.lexicon.Shelf;
import org.dariro.safeguarding.lexicon.Version;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The lexicons that texts are searched for: reading, trying and changing them. */
@Component
@Path("lexicons")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LexiconsResource {
    private static final int LONGEST_TEXT = 1_600;
    private final Database database;
    private final Editing editing;

    @Inject
    public LexiconsResource(Database database, Editing editing) {
        this.database = database;
        this.editing = editing;
    }

    /**
     * A file's new words.
     *
     * @param from the version that it was made from, so that nobody's work is lost; absent not to ask
     * @param note why
     * @param despite a clinical lead's reason to save it although stored tests then fail
     */
    public record NewContent(
            @Nullable String content,
            @Nullable Integer from,
            @Nullable String note,
            @Nullable String despite) {}

    /**
     * What to go back to.
     *
     * @param version a number; 0 to take back what was saved here, so that the programme's own file or the shipped one counts
     */
    public record Back(
            @Nullable Integer version,
            @Nullable String note,
            @Nullable String despite) {}

    /**
     * What to try: a text, a change of a file, or a text with a change.
     *
     * @param country whose languages are searched too, ISO 3166
     */
    public record Attempt(
            @Nullable String text,
            @Nullable String country,
            @Nullable String name,
            @Nullable String content) {}

    /** What came of trying. */
    public record Tried(
            @Nullable AssessmentView found, @Nullable EditView edit) {}

    /** All files of all languages. */
    @GET
    @MayCall({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listLexicons", summary = "List the files of the lexicons")
    public LexiconsView list() {
        return list(Optional.empty());
    }

    /** The files of a language. */
    @GET
    @Path("{language}")
    @MayCall({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listLexicon", summary = "List the files of a language's lexicon")
    public LexiconsView list(@PathParam("language") String language) {
        LexiconsView view = list(Optional.of(language));
        if (view.items().isEmpty()) {
            throw Refused.notFound("lexicon");
        }
        return view;
    }

    private LexiconsView list(Optional<String> language) {
        return database.inTransaction(tx -> {
            Shelf shelf = editing.shelf(tx);
            List<Version> latest = editing.latest(tx);
            Map<FileName, String> faults = editing.faults(tx);
            Map<String, String> words = new TreeMap<>();
            faults.forEach((file, fault) -> words.put(file.toString(), fault));
            return new LexiconsView(
                    editing.inUse(),
                    shelf.files().stream()
                            .filter(file -> language.filter(one -> !one.equals(file.language()))
                                    .isEmpty())
                            .map(file -> FileView.of(shelf, file, latest, faults.get(file)))
                            .toList(),
                    words);
        });
    }

    private static FileName file(String language, String name) {
        return FileName.of(language, name).orElseThrow(() -> Refused.notFound("lexicon"));
    }

    /** What a file says. */
    @GET
    @Path("{language}/{name}")
    @MayCall({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "getLexicon", summary = "Show a file of a lexicon")
    public ContentView show(@PathParam("language") String language, @PathParam("name") String name) {
        FileName file = file(language, name);
        Shelf shelf = editing.shelf();
        return new ContentView(
                language,
                name,
                shelf.origin(file).map(Version.Origin::label).orElse("shipped"),
                shelf.number(file),
                shelf.content(file).orElseThrow(() -> Refused.notFound("lexicon")));
    }

    /** Saves a file; it counts at once. */
    @PUT
    @Path("{language}/{name}")
    @MayCall({CLINICAL_LEAD, ADMINISTRATOR})
    @Operation(operationId = "saveLexicon", summary = "Save a file of a lexicon; it is tried first")
    public EditView save(
            @Context SecurityContext who,
            @PathParam("language") String language,
            @PathParam("name") String name,
            NewContent wanted) {
        Fields fields = new Fields();
        String content = content(fields, wanted.content()).orElse("");
        if (content.isBlank()) {
            fields.fault("content", "This field is needed. To take back what was saved, go back to version 0.");
        }
        fields.check();
        return save(
                Caller.of(who),
                file(language, name),
                Optional.of(content),
                Optional.ofNullable(wanted.from()),
                wanted.note(),
                wanted.despite());
    }

    private static Optional<String> content(Fields fields, @Nullable String given) {
        if (given != null && given.length() > Editing.LONGEST) {
            fields.fault("content", "A file has at most " + Editing.LONGEST + " characters.");
        }
        return Optional.ofNullable(given).map(text -> text.replace("\r\n", "\n").replace("\u0000", ""));
    }

    private EditView save(
            Caller caller,
            FileName file,
            Optional<String> content,
            Optional<Integer> from,
            @Nullable String givenNote,
            @Nullable String givenReason) {
        Fields fields = new Fields();
        String note = fields.line("note", givenNote, Editing.LONGEST_NOTE).orElse("");
        Optional<String> despite =
                fields.line("despite", givenReason, Editing.LONGEST_NOTE).filter(reason -> !reason.isEmpty());
        fields.check();
        if (despite.isPresent() && !caller.is(StaffRole.CLINICAL_LEAD)) {
            throw new Refused(Problem.of(403).because("Only a clinical lead saves what makes stored tests fail."));
        }
        Edit edit = editing.save(file, content, from, note, despite, caller.getName());
        if (edit.saved().isEmpty()) {
            throw EditView.refusal(edit);
        }
        return EditView.of(edit);
    }

    /** Goes back to an earlier version, or takes back what was saved. */
    @POST
    @Path("{language}/{name}/back")
    @MayCall({CLINICAL_LEAD, ADMINISTRATOR})
    @Operation(operationId = "restoreLexicon", summary = "Go back to an earlier version of a file")
    public EditView back(
            @Context SecurityContext who,
            @PathParam("language") String language,
            @PathParam("name") String name,
            Back wanted) {
        FileName file = file(language, name);
        int number = Optional.ofNullable(wanted.version()).orElse(-1);
        Optional<String> content = number == 0 ? Optional.empty() : Optional.of(version(file, number));
        return save(Caller.of(who), file, content, Optional.empty(), wanted.note(), wanted.despite());
    }

    private String version(FileName file, int number) {
        return find(file, number).content().orElseThrow(() -> Refused.notFound("version"));
    }

    private Version find(FileName file, int number) {
        return database.inTransaction(tx -> editing.versions(tx, file)).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("version"));
    }

    /** What was saved of a file, the last first. */
    @GET
    @Path("{language}/{name}/versions")
    @MayCall({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listLexiconVersions", summary = "List the versions of a file")
    public Page<VersionView> versions(@PathParam("language") String language, @PathParam("name") String name) {
        FileName file = file(language, name);
        return Page.all(database.inTransaction(tx -> editing.versions(tx, file)).stream()
                .map(version -> VersionView.of(version, false))
                .toList());
    }

    /** One version of a file, with what it says. */
    @GET
    @Path("{language}/{name}/versions/{version}")
    @MayCall({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "getLexiconVersion", summary = "Show a version of a file")
    public VersionView version(
            @PathParam("language") String language, @PathParam("name") String name, @PathParam("version") int number) {
        return VersionView.of(find(file(language, name), number), true);
    }

    /** Tries a text, or a change of a file, or both. Nothing of it is kept. */
    @POST
    @Path("{language}/try")
    @MayCall({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "tryLexicon", summary = "See what a text would find, and what a change would do")
    public Tried tryOut(@PathParam("language") String language, Attempt wanted) {
        Fields fields = new Fields();
        Optional<String> text =
                fields.optional("text", wanted.text(), LONGEST_TEXT).filter(words -> !words.isEmpty());
        String country = fields.line("country", wanted.country(), 2).orElse("");
        Optional<String> content = content(fields, wanted.content());
        if (text.isEmpty() && content.isEmpty()) {
            fields.fault("text", "Give a text, or the content of a file, or both.");
        }
        fields.check();
        if (content.isEmpty()) {
            return new Tried(AssessmentView.of(editing.find(text.orElseThrow(), language, country)), null);
        }
        FileName file = FileName.of(language, Optional.ofNullable(wanted.name()).orElse(""))
                .orElseThrow(() -> Refused.invalid("name", "Name the file: small letters, digits and hyphens."));
        EditView edit = EditView.of(editing.tryOut(file, content));
        return new Tried(
                text.flatMap(words -> editing.find(file, content.get(), words, language, country))
                        .map(AssessmentView::of)
                        .orElse(null),
                edit);
    }
}
