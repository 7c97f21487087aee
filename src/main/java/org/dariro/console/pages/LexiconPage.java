package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.safeguarding.lexicon.Edit;
import org.dariro.safeguarding.lexicon.Editing;
import org.dariro.safeguarding.lexicon.FileName;
import org.dariro.safeguarding.lexicon.Shelf;
import org.dariro.safeguarding.lexicon.Version;
import org.jspecify.annotations.Nullable;

/** One file of a lexicon: what it says, trying and saving a change, and its versions. */
@Component
@Path("lexicons/{language}/{file}")
public class LexiconPage {
    private final Database database;
    private final Editing editing;
    private final Reads reads;

    @Inject
    public LexiconPage(Database database, Editing editing, Reads reads) {
        this.database = database;
        this.editing = editing;
        this.reads = reads;
    }

    /** What stands in the form. */
    private record Filled(String content, String from, String note, String despite, String probe) {
        static Filled of(MultivaluedMap<String, String> given) {
            return new Filled(
                    value(given, "content").replace("\r\n", "\n").replace("\u0000", ""),
                    value(given, "from"),
                    line(given, "note"),
                    line(given, "despite"),
                    Cleaning.clean(value(given, "probe")));
        }

        private static String value(MultivaluedMap<String, String> given, String field) {
            return Optional.ofNullable(given.getFirst(field)).orElse("");
        }

        private static String line(MultivaluedMap<String, String> given, String field) {
            String line = Cleaning.clean(value(given, field)).replaceAll("\\s+", " ");
            return line.length() <= Editing.LONGEST_NOTE ? line : line.substring(0, Editing.LONGEST_NOTE);
        }

        Optional<Integer> number() {
            return from.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(from)) : Optional.empty();
        }
    }

    private Page page(Visit visit, FileName file, Filled filled) {
        Shelf shelf = editing.shelf();
        List<Version> versions = database.inTransaction(tx -> editing.versions(tx, file));
        return visit.page("lexicon")
                .with("file", file)
                .with("origin", LexiconsPage.origin(shelf, file))
                .with("number", shelf.number(file))
                .with("known", shelf.content(file).isPresent())
                .with("saved", shelf.in(Version.Origin.CONSOLE, file).isPresent())
                .with("versions", versions)
                .with("mayEdit", LexiconsPage.mayEdit(visit))
                .with("mayBreak", visit.is("clinical-lead"))
                .with("content", filled.content())
                .with("from", filled.from())
                .with("note", filled.note())
                .with("despite", filled.despite())
                .with("probe", filled.probe())
                .with("preview", null)
                .with("tried", null)
                .with("fault", null);
    }

    private static FileName name(String language, String name) {
        return FileName.of(language, name).orElseThrow(PageFault::notFound);
    }

    /** The file as it counts. */
    @GET
    @For({CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller, @PathParam("language") String language, @PathParam("file") String name) {
        Visit visit = Visit.of(caller);
        FileName file = name(language, name);
        Shelf shelf = editing.shelf();
        if (shelf.content(file).isEmpty() && !LexiconsPage.mayEdit(visit)) {
            throw PageFault.notFound();
        }
        return page(visit, file, now(shelf, file));
    }

    private static Filled now(Shelf shelf, FileName file) {
        return new Filled(shelf.content(file).orElse(""), Integer.toString(shelf.number(file)), "", "", "");
    }

    /** Tries a change, saves it, or goes back. */
    @POST
    @For({CLINICAL_LEAD, ADMINISTRATOR})
    public Response change(
            @Context SecurityContext caller,
            @PathParam("language") String language,
            @PathParam("file") String name,
            MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        FileName file = name(language, name);
        Filled filled = Filled.of(given);
        String what = Optional.ofNullable(given.getFirst("do")).orElse("try");
        if (what.equals("back") || what.equals("below")) {
            return back(visit, file, what.equals("below") ? 0 : number(given.getFirst("version")));
        } else if (filled.content().isBlank() || filled.content().length() > Editing.LONGEST) {
            return Pages.wrong(
                    page(visit, file, filled).with("fault", visit.text("lexicons-content-needed", Editing.LONGEST)));
        }
        return what.equals("save") ? save(visit, file, filled) : tryOut(visit, file, filled);
    }

    private static int number(@Nullable String given) {
        if (given == null || !given.matches("[0-9]{1,9}")) {
            throw PageFault.of(400, "fault-form");
        }
        return Integer.parseInt(given);
    }

    private Response tryOut(Visit visit, FileName file, Filled filled) {
        Edit edit = editing.tryOut(file, Optional.of(filled.content()));
        Page page = preview(visit, page(visit, file, filled), edit);
        if (!filled.probe().isEmpty() && filled.probe().length() <= LexiconsPage.LONGEST_TEXT) {
            page = page.with(
                    "tried",
                    editing.find(file, filled.content(), filled.probe(), file.language(), "")
                            .map(found -> LexiconFound.Tried.of(filled.probe(), found))
                            .orElse(null));
        }
        return edit.good() ? Response.ok(page, Pages.HTML).build() : Pages.wrong(page);
    }

    /** Who sees which tests change sees what members wrote. */
    private Page preview(Visit visit, Page page, Edit edit) {
        if (!edit.trial().changed().isEmpty()) {
            database.useTransaction(tx -> reads.at(tx, visit, "lexicon-tests-read", "lexicon-tests", 0));
        }
        return page.with("preview", LexiconFound.Preview.of(edit));
    }

    private Response save(Visit visit, FileName file, Filled filled) {
        Optional<String> despite =
                Optional.of(filled.despite()).filter(reason -> !reason.isEmpty() && visit.is("clinical-lead"));
        Edit edit = editing.save(
                file, Optional.of(filled.content()), filled.number(), filled.note(), despite, visit.actor());
        return edit.saved().isPresent()
                ? Pages.to("/console/lexicons/" + file)
                : Pages.wrong(preview(visit, page(visit, file, filled), edit));
    }

    private Response back(Visit visit, FileName file, int number) {
        Optional<String> content = number == 0
                ? Optional.empty()
                : Optional.of(database.inTransaction(tx -> editing.versions(tx, file)).stream()
                        .filter(one -> one.number() == number)
                        .findFirst()
                        .flatMap(Version::content)
                        .orElseThrow(PageFault::notFound));
        String note = number == 0 ? "" : visit.text("lexicons-back-note", number);
        Edit edit = editing.save(file, content, Optional.empty(), note, Optional.empty(), visit.actor());
        if (edit.saved().isPresent()) {
            return Pages.to("/console/lexicons/" + file);
        }
        Filled now = now(editing.shelf(), file);
        Filled filled = new Filled(content.orElse(now.content()), now.from(), note, "", "");
        return Pages.wrong(preview(visit, page(visit, file, filled), edit));
    }
}
