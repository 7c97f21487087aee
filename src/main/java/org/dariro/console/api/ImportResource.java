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
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.conversation.Enrolment;
import org.dariro.conversation.Fault;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Role;
import org.dariro.member.Nickname;
import org.dariro.member.Numbers;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Enrols many people from a table: good rows are imported, broken ones are reported, in one transaction. */
@Component
@Path("groups/{group}/members/import")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    private final Database database;
    private final Groups groups;
    private final Enrolment enrolment;

    @Inject
    public ImportResource(Database database, Groups groups, Enrolment enrolment) {
        this.database = database;
        this.groups = groups;
        this.enrolment = enrolment;
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

    /** What must not be in a table twice. */
    private record Seen(Set<String> numbers, Set<String> nicknames) {}

    /** Imports the rows of a table. */
    @POST
    @Consumes("text/csv")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(
            operationId = "importMembers",
            summary = "Enrol people from a CSV table; dryRun=true only shows what would happen")
    public ImportView load(
            @PathParam("group") long group, @QueryParam("dryRun") @Nullable String dryRun, InputStream body)
            throws IOException {
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            throw Refused.invalid("dryRun", "This is true or false.");
        }
        boolean dry = "true".equals(dryRun);
        List<MemberTable.Row> rows = MemberTable.read(Body.read(body));
        return database.inTransaction(tx -> {
            Group into = GroupsResource.find(tx, groups, group);
            Seen seen = new Seen(new HashSet<>(), new HashSet<>());
            List<RowView> views = new ArrayList<>();
            for (MemberTable.Row row : rows) {
                views.add(load(tx, into, row, seen, dry));
            }
            int broken = (int) views.stream()
                    .filter(view -> view.outcome().equals("refused"))
                    .count();
            return new ImportView(dry, views.size() - broken, broken, views);
        });
    }

    private RowView load(Transaction tx, Group group, MemberTable.Row row, Seen seen, boolean dry) {
        List<FieldError> errors = new ArrayList<>(row.errors());
        Enrolment.Wish wish = row.wish();
        List<Fault> faults = enrolment.check(tx, group, wish);
        Set<String> told = row.errors().stream().map(FieldError::field).collect(Collectors.toSet());
        faults.stream()
                .filter(fault -> !told.contains(fault.field()))
                .forEach(fault -> errors.add(new FieldError(fault.field(), fault.words())));
        Numbers.possible(wish.number())
                .filter(number -> !seen.numbers().add(number.digits()))
                .ifPresent(twice -> errors.add(
                        new FieldError("number", "This number stands in an earlier row too: leave only one of them.")));
        if (errors.isEmpty() && !wish.nickname().isEmpty()) {
            String key = Nickname.keyOf(wish.nickname());
            if (key != null && !seen.nicknames().add(key)) {
                errors.add(new FieldError("nickname", "This nickname stands in an earlier row too: choose another."));
            }
        }
        if (!errors.isEmpty()) {
            return new RowView(row.number(), "refused", null, List.copyOf(errors));
        }
        boolean asks = wish.role() == Role.MEMBER && wish.consentNote().isEmpty();
        Optional<Membership> place =
                dry ? Optional.empty() : Optional.of(Refused.unlessDone(enrolment.enrol(tx, group, wish)));
        return new RowView(
                row.number(),
                asks ? "asked" : "enrolled",
                place.isPresent() ? Long.valueOf(place.get().id()) : null,
                null);
    }
}
