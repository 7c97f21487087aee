package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Enrols many people from a table: good rows are imported, broken ones are reported, in one transaction. */
@Component
@Path("groups/{group}/members/import")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    private final Database database;
    private final Groups groups;
    private final MemberImport members;

    @Inject
    public ImportResource(Database database, Groups groups, MemberImport members) {
        this.database = database;
        this.groups = groups;
        this.members = members;
    }

    /**
     * What came of an import.
     *
     * @param dryRun whether nothing was changed
     * @param good rows that were imported, or would be
     * @param broken rows that were not
     */
    public record ImportView(boolean dryRun, int good, int broken, List<RowView> rows) {}

    /**
     * One row.
     *
     * @param row as a spreadsheet counts: the header is row 1
     * @param outcome {@code asked} for consent by SMS, {@code enrolled}, or {@code refused}
     * @param member the new place in the group; null when refused or in a dry run
     * @param errors what is wrong and what to do; null when nothing is
     */
    public record RowView(
            int row,
            String outcome,
            @Nullable Long member,
            @Nullable List<FieldError> errors) {}

    /** Imports the rows of a table. */
    @POST
    @Consumes("text/csv")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(
            operationId = "importMembers",
            summary = "Enrol people from a CSV table; dryRun=true only shows what would happen")
    public ImportView load(
            @Context SecurityContext who,
            @PathParam("group") long group,
            @QueryParam("dryRun") @Nullable String dryRun,
            InputStream body)
            throws IOException {
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            throw Refused.invalid("dryRun", "This is true or false.");
        }
        boolean dry = "true".equals(dryRun);
        byte[] table = Body.read(body);
        String by = Caller.of(who).getName();
        List<RowView> views = database.inTransaction(
                tx -> members.run(tx, GroupsResource.find(tx, groups, group), table, dry, by).stream()
                        .map(ImportResource::view)
                        .toList());
        int broken = (int)
                views.stream().filter(row -> row.outcome().equals("refused")).count();
        return new ImportView(dry, views.size() - broken, broken, views);
    }

    private static RowView view(MemberImport.Line line) {
        if (!line.good()) {
            return new RowView(
                    line.number(),
                    "refused",
                    null,
                    line.troubles().stream()
                            .map(trouble -> new FieldError(trouble.field(), trouble.words()))
                            .toList());
        }
        return new RowView(
                line.number(),
                line.asks() ? "asked" : "enrolled",
                line.place().isPresent() ? Long.valueOf(line.place().get().id()) : null,
                null);
    }
}
