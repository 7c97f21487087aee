package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** What is planned for all groups, and words for several of them at once. */
@Component
@Path("programme")
public class ProgrammePage {
    private final Database database;
    private final Groups groups;
    private final Agenda agenda;

    @Inject
    public ProgrammePage(Database database, Groups groups, Agenda agenda) {
        this.database = database;
        this.groups = groups;
        this.agenda = agenda;
    }

    private List<Group> own(Transaction tx, Visit visit) {
        return groups.all(tx).stream()
                .filter(group -> !group.closed() && visit.sees(group.id()))
                .toList();
    }

    private Page page(Transaction tx, Visit visit, Agenda.Given given, @Nullable String fault) {
        List<Group> own = own(tx, visit);
        return visit.page("programme")
                .with("groups", own)
                .with("items", agenda.items(tx, visit, own))
                .with("guests", agenda.guests(tx, visit, own))
                .with("voices", agenda.voices(tx, own))
                .with("plans", Agenda.plans(visit))
                .with("given", given)
                .with("costs", agenda.costs(tx, given))
                .with("fault", fault);
    }

    /** The page. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> page(tx, visit, Agenda.Given.NOTHING, null));
    }

    /** Plans words for some groups, or tells first what they would cost. */
    @POST
    @For({COORDINATOR, ADMINISTRATOR})
    @SuppressWarnings("TooManyParameters")
    public Response plan(
            @Context SecurityContext caller,
            @FormParam("groups") @Nullable List<String> chosen,
            @FormParam("text") @Nullable String text,
            @FormParam("as") @Nullable String as,
            @FormParam("at") @Nullable String at,
            @FormParam("weekly") @Nullable String weekly,
            @FormParam("do") @Nullable String what) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> {
            List<Long> known = own(tx, visit).stream()
                    .map(Group::id)
                    .filter(id -> chosen != null && chosen.contains(Long.toString(id)))
                    .toList();
            Agenda.Given given = new Agenda.Given(
                    known,
                    text == null ? "" : Cleaning.clean(text),
                    as == null ? "" : as,
                    at == null ? "" : at,
                    weekly != null);
            if ("count".equals(what)) {
                return Response.ok(page(tx, visit, given, null), Pages.HTML).build();
            }
            Optional<String> fault = agenda.add(tx, visit, given);
            return fault.isEmpty() ? Pages.to("/console/programme") : Pages.wrong(page(tx, visit, given, fault.get()));
        });
    }
}
