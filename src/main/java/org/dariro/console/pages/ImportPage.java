package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dariro.console.api.MemberImport;
import org.dariro.console.api.Refused;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.jspecify.annotations.Nullable;

/**
 * Enrols people from a table: first what would happen is shown row by row, then the same table comes back and is taken. So
 * nothing of it is kept here meanwhile, and what is taken goes the very way that was shown.
 */
@Component
@Path("groups/{group}/members/import")
public class ImportPage {
    private final Database database;
    private final Groups groups;
    private final MemberImport members;

    @Inject
    public ImportPage(Database database, Groups groups, MemberImport members) {
        this.database = database;
        this.groups = groups;
        this.members = members;
    }

    /** Something wrong with a row, in the language of the pages. */
    public record Trouble(String field, String words) {}

    /** A row, and what comes of it. */
    public record Line(int number, String nickname, String role, String outcome, boolean good, List<Trouble> troubles) {
        static Line of(Visit visit, MemberImport.Line line) {
            return new Line(
                    line.number(),
                    line.nickname().isEmpty() ? "–" : line.nickname(),
                    Words.label(line.role()),
                    line.asks() ? "asked" : "enrolled",
                    line.good(),
                    line.troubles().stream()
                            .map(one -> new Trouble(one.field(), Faulty.words(visit, one.fault())))
                            .toList());
        }
    }

    private Page page(Visit visit, long id, String table, List<Line> lines, boolean written, @Nullable String fault) {
        long good = lines.stream().filter(Line::good).count();
        return database.inTransaction(tx -> visit.page("import")
                .with("group", groups.get(tx, id))
                .with("tab", "members")
                .with("table", table)
                .with("lines", lines)
                .with("good", good)
                .with("broken", lines.size() - good)
                .with("written", written)
                .with("fault", fault));
    }

    /** The page. */
    @GET
    @For({COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller, @PathParam("group") long id) {
        return page(Visit.of(caller), id, "", List.of(), false, null);
    }

    /** Shows what would happen, or does it. */
    @POST
    @For({COORDINATOR, ADMINISTRATOR})
    public Response load(
            @Context SecurityContext caller,
            @PathParam("group") long id,
            @FormParam("table") @Nullable String given,
            @FormParam("do") @Nullable String what) {
        Visit visit = Visit.of(caller);
        String table = given == null ? "" : given;
        boolean dry = !"confirm".equals(what);
        if ("edit".equals(what)) {
            return Response.ok(page(visit, id, table, List.of(), false, null), Pages.HTML)
                    .build();
        }
        try {
            byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
            List<Line> lines =
                    database.inTransaction(tx -> members.run(tx, groups.get(tx, id), bytes, dry, visit.actor()).stream()
                            .map(line -> Line.of(visit, line))
                            .toList());
            return Response.ok(page(visit, id, dry ? table : "", lines, !dry, null), Pages.HTML)
                    .build();
        } catch (Refused refused) {
            String words = visit.text("import-unreadable") + " " + Faulty.words(visit, refused.faults());
            return Pages.wrong(page(visit, id, table, List.of(), false, words.strip()));
        }
    }
}
