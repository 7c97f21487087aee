package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
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
import java.util.Arrays;
import java.util.Optional;
import org.dariro.console.pages.PeopleForm.Filled;
import org.dariro.console.signin.User;
import org.dariro.console.signin.Users;
import org.dariro.conversation.NumberReason;
import org.dariro.conversation.Numbering;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Somebody who is called about alerts and does not sign in; and the number of anybody who is called. */
@Component
@Path("people/staff/{staff}")
public class StaffPage {
    private final Database database;
    private final Users users;
    private final StaffRoll roll;
    private final Groups groups;
    private final StaffEntry entry;
    private final PeoplePage people;
    private final PeopleForm form;
    private final Numbering numbering;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public StaffPage(
            Database database,
            Users users,
            StaffRoll roll,
            Groups groups,
            StaffEntry entry,
            PeoplePage people,
            PeopleForm form,
            Numbering numbering) {
        this.database = database;
        this.users = users;
        this.roll = roll;
        this.groups = groups;
        this.entry = entry;
        this.people = people;
        this.form = form;
        this.numbering = numbering;
    }

    private Staff get(Transaction tx, long id) {
        return roll.find(tx, id).filter(one -> !one.ended()).orElseThrow(PageFault::notFound);
    }

    /** As whom this person signs in; whom the caller may not touch is not shown. */
    private Optional<User> user(Transaction tx, Visit visit, Staff staff) {
        Optional<User> user = users.all(tx).stream()
                .filter(one -> !one.ended()
                        && one.staff().filter(id -> id == staff.id()).isPresent())
                .findFirst();
        if (user.filter(one -> !PeoplePage.mayTouch(visit, one.roles())).isPresent()) {
            throw PageFault.of(403, "fault-role");
        }
        return user;
    }

    private Page page(Transaction tx, Visit visit, Staff staff, Filled filled, @Nullable String fault) {
        return entry.about(tx, visit.page("people-staff"), Optional.of(staff), null, null)
                .with("one", staff)
                .with(
                        "serves",
                        staff.serves().stream()
                                .flatMap(service -> groups.find(tx, service.group()).stream())
                                .map(Group::name)
                                .toList())
                .with("filled", filled)
                .with("fault", fault);
    }

    /** Somebody who does not sign in; for one who does, that page. */
    @GET
    @For({COORDINATOR, ADMINISTRATOR})
    public Response show(@Context SecurityContext caller, @PathParam("staff") long id) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> {
            Staff staff = get(tx, id);
            Optional<User> user = user(tx, visit, staff);
            return user.isPresent()
                    ? Pages.to("/console/people/" + user.get().id())
                    : Response.ok(page(tx, visit, staff, Filled.of(staff, ""), null), Pages.HTML)
                            .build();
        });
    }

    /** Changes how somebody who does not sign in is called. */
    @POST
    @For({COORDINATOR, ADMINISTRATOR})
    public Response change(
            @Context SecurityContext caller, @PathParam("staff") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        Filled filled = Filled.of(given);
        return database.inTransaction(tx -> {
            Staff staff = get(tx, id);
            Optional<User> user = user(tx, visit, staff);
            if (user.isPresent()) {
                return Pages.to("/console/people/" + user.get().id());
            }
            Optional<String> fault = entry.fault(tx, visit, filled, staff);
            if (fault.isPresent()) {
                return Pages.wrong(page(tx, visit, staff, filled, fault.get()));
            }
            entry.save(tx, visit, filled, staff);
            return Pages.to("/console/people");
        });
    }

    /** Shows the number, once, in this answer alone. */
    @POST
    @Path("number")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response number(
            @Context SecurityContext caller, @PathParam("staff") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        Optional<NumberReason> reason = Arrays.stream(NumberReason.values())
                .filter(one -> Words.label(one).equals(given.getFirst("reason")))
                .findFirst();
        return database.inTransaction(tx -> {
            Staff staff = get(tx, id);
            Optional<User> user = user(tx, visit, staff);
            Page page = user.isPresent()
                    ? people.one(tx, visit, user.get(), form.filled(tx, visit, user.get()), null)
                    : page(tx, visit, staff, Filled.of(staff, ""), null);
            if (reason.isEmpty()) {
                return Pages.wrong(page.with("whyFault", visit.text("number-why-needed")));
            }
            return numbering
                    .show(tx, staff, reason.get(), visit.actor())
                    .match(
                            number -> Response.ok(page.with("number", number.e164()), Pages.HTML)
                                    .build(),
                            faults -> Pages.wrong(page.with("whyFault", Faulty.words(visit, faults))));
        });
    }
}
