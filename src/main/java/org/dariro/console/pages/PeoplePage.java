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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.User;
import org.dariro.console.signin.Users;
import org.dariro.group.Groups;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** The people of the programme: who may sign in, as what, and for which groups. */
@Component
@Path("people")
public class PeoplePage {
    private final Database database;
    private final Users users;
    private final Groups groups;
    private final StaffRoll staff;
    private final PeopleForm form;
    private final StaffEntry entry;
    private final Optional<String> publicUrl;

    @Inject
    public PeoplePage(
            Database database,
            Users users,
            Groups groups,
            StaffRoll staff,
            PeopleForm form,
            StaffEntry entry,
            Settings settings) {
        this.database = database;
        this.users = users;
        this.groups = groups;
        this.staff = staff;
        this.form = form;
        this.entry = entry;
        publicUrl = settings.text("DARIRO_PUBLIC_URL").map(url -> url.replaceAll("/+$", ""));
    }

    /** Only an administrator makes administrators and auditors, and touches those who are. */
    static boolean mayTouch(Visit visit, Set<StaffRole> roles) {
        return visit.is("administrator")
                || roles.stream().noneMatch(role -> role == StaffRole.ADMINISTRATOR || role == StaffRole.AUDITOR);
    }

    private Page list(Transaction tx, Visit visit, PeopleForm.@Nullable Filled filled, @Nullable String fault) {
        return entry.choices(visit.page("people"))
                .with("users", users.all(tx))
                .with("silent", silent(tx))
                .with("others", others(tx))
                .with("roles", roles(visit))
                .with(
                        "groups",
                        groups.all(tx).stream().filter(group -> !group.closed()).toList())
                .with("filled", filled == null ? PeopleForm.Filled.blank(visit) : filled)
                .with("fault", fault);
    }

    /** The users who should be called, and cannot be: there is no number. */
    private Set<Long> silent(Transaction tx) {
        Set<Long> without = staff.all(tx).stream()
                .filter(one -> !one.ended() && one.memberId().isEmpty())
                .map(Staff::id)
                .collect(Collectors.toSet());
        return users.all(tx).stream()
                .filter(user ->
                        !user.ended() && user.staff().filter(without::contains).isPresent())
                .map(User::id)
                .collect(Collectors.toSet());
    }

    /** Those who are called and do not sign in. */
    private List<Staff> others(Transaction tx) {
        Set<Long> known = users.all(tx).stream()
                .filter(user -> !user.ended())
                .flatMap(user -> user.staff().stream())
                .collect(Collectors.toSet());
        return staff.all(tx).stream()
                .filter(one -> !one.ended() && !known.contains(one.id()))
                .toList();
    }

    private static List<String> roles(Visit visit) {
        return Arrays.stream(StaffRole.values())
                .filter(role -> mayTouch(visit, Set.of(role)))
                .map(StaffRole::label)
                .toList();
    }

    /** Everybody, and the form to invite somebody. */
    @GET
    @For({COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> list(tx, visit, null, null));
    }

    /** Invites somebody. */
    @POST
    @For({COORDINATOR, ADMINISTRATOR})
    public Response invite(@Context SecurityContext caller, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        PeopleForm.Filled filled = PeopleForm.Filled.of(given);
        return database.inTransaction(tx -> {
            Optional<String> fault = form.fault(tx, visit, filled, Optional.empty());
            if (fault.isPresent()) {
                return Pages.wrong(list(tx, visit, filled, fault.get()));
            }
            User user = form.invite(tx, visit, filled);
            return Response.ok(linkPage(tx, visit, user), Pages.HTML).build();
        });
    }

    private Page linkPage(Transaction tx, Visit visit, User user) {
        String link = "/console/link/" + users.link(tx, user, visit.actor());
        return visit.page("people-link").with("user", user).with("link", publicUrl.orElse("") + link);
    }

    private User get(Transaction tx, Visit visit, long id) {
        User user = users.find(tx, id).orElseThrow(PageFault::notFound);
        if (!mayTouch(visit, user.roles())) {
            throw PageFault.of(403, "fault-role");
        }
        return user;
    }

    Page one(Transaction tx, Visit visit, User user, PeopleForm.Filled filled, @Nullable String fault) {
        Set<Long> serves = users.staff(tx, user)
                .map(one -> one.serves().stream().map(Staff.Service::group).collect(Collectors.toSet()))
                .orElse(Set.of());
        return entry.about(tx, visit.page("people-one"), users.staff(tx, user), null, null)
                .with("user", user)
                .with("roles", roles(visit))
                .with(
                        "groups",
                        groups.all(tx).stream()
                                .filter(group -> !group.closed() || serves.contains(group.id()))
                                .toList())
                .with("filled", filled)
                .with("self", user.id() == visit.user().id())
                .with("fault", fault);
    }

    /** Somebody. */
    @GET
    @Path("{user}")
    @For({COORDINATOR, ADMINISTRATOR})
    public Page person(@Context SecurityContext caller, @PathParam("user") long id) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> {
            User user = get(tx, visit, id);
            return one(tx, visit, user, form.filled(tx, visit, user), null);
        });
    }

    /** Changes somebody, or makes a link, takes the second factor away, ends the account. */
    @POST
    @Path("{user}")
    @For({COORDINATOR, ADMINISTRATOR})
    public Response change(
            @Context SecurityContext caller, @PathParam("user") long id, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        String what = Optional.ofNullable(given.getFirst("do")).orElse("save");
        return database.inTransaction(tx -> {
            User user = get(tx, visit, id);
            if (what.equals("link")) {
                return Response.ok(linkPage(tx, visit, user), Pages.HTML).build();
            } else if (what.equals("factor")) {
                users.dropSecondFactor(tx, user, visit.actor());
                return Pages.to("/console/people/" + id);
            }
            boolean end = what.equals("end");
            PeopleForm.Filled filled =
                    end || what.equals("return") ? form.filled(tx, visit, user) : PeopleForm.Filled.of(given);
            Optional<String> fault = end && id == visit.user().id()
                    ? Optional.of(visit.text("people-not-self"))
                    : form.fault(tx, visit, filled, Optional.of(user));
            if (fault.isPresent()) {
                return Pages.wrong(one(tx, visit, user, filled, fault.get()));
            }
            form.change(tx, visit, user, filled, end);
            return Pages.to("/console/people");
        });
    }
}
