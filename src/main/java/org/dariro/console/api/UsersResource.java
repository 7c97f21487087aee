package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.User;
import org.dariro.console.signin.Users;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who may sign in to the console, and as what. For administrators; only a person's token changes anything. */
@Component
@Path("users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    private final Database database;
    private final Users users;
    private final UserForm form;
    private final String console;

    @Inject
    public UsersResource(Database database, Users users, UserForm form, Settings settings) {
        this.database = database;
        this.users = users;
        this.form = form;
        console = settings.text("DARIRO_PUBLIC_URL")
                        .map(url -> url.replaceAll("/+$", ""))
                        .orElse("")
                + "/console/link/";
    }

    /**
     * Somebody who signs in.
     *
     * @param staff the person who acts on alerts that this user is; absent for one who does not
     * @param invited whether the invitation still waits to be taken
     * @param link to choose a password; shown once, when it is made
     */
    public record UserView(
            long id,
            String email,
            String name,
            List<String> roles,
            String language,
            String zone,
            @Nullable Long staff,
            boolean invited,
            boolean secondFactor,
            boolean ended,
            @Nullable String link) {
        static UserView of(User user, @Nullable String link) {
            return new UserView(
                    user.id(),
                    user.email(),
                    user.name(),
                    user.roles().stream().sorted().map(StaffRole::label).toList(),
                    user.language(),
                    user.zone().getId(),
                    AlertView.or(user.staff()),
                    user.invited(),
                    user.secondFactor(),
                    user.ended(),
                    link);
        }
    }

    private User get(Transaction tx, long id) {
        return users.find(tx, id).orElseThrow(() -> Refused.notFound("user"));
    }

    private String link(Transaction tx, User user, Caller caller) {
        return console + users.link(tx, user, caller.getName());
    }

    /** All, also those who have ended, by name. */
    @GET
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "listUsers", summary = "List who may sign in to the console")
    public Page<UserView> list() {
        return database.inTransaction(tx -> Page.all(
                users.all(tx).stream().map(user -> UserView.of(user, null)).toList()));
    }

    /** One of them. */
    @GET
    @Path("{user}")
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "showUser", summary = "Show somebody who may sign in")
    public UserView show(@PathParam("user") long id) {
        return database.inTransaction(tx -> UserView.of(get(tx, id), null));
    }

    /** Invites somebody; the link is shown this once. */
    @POST
    @Creates
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "inviteUser", summary = "Invite somebody to the console")
    public UserView invite(@Context SecurityContext who, UserForm.Wanted wanted) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> {
            User user = users.add(tx, form.read(tx, wanted, Optional.empty(), false), caller.getName());
            return UserView.of(user, link(tx, user, caller));
        });
    }

    /** Changes somebody; who ends, or loses a role, is signed out. What is absent stays as it was. */
    @PATCH
    @Path("{user}")
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "changeUser", summary = "Change somebody's name, address or roles, or end their sign-in")
    public UserView change(@Context SecurityContext who, @PathParam("user") long id, UserForm.Wanted wanted) {
        Caller caller = Caller.of(who);
        return database.inTransaction(tx -> {
            User known = get(tx, id);
            boolean self = users.actor(tx, known).equals(caller.getName());
            User changed = form.read(tx, wanted, Optional.of(known), self);
            users.save(tx, changed, caller.getName());
            form.follow(tx, known, changed);
            return UserView.of(get(tx, id), null);
        });
    }

    /** Makes a link by which somebody chooses a password; earlier ones count no more. */
    @POST
    @Path("{user}/link")
    @Consumes(MediaType.WILDCARD)
    @Creates
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "linkUser", summary = "Make a link by which somebody chooses a password")
    public UserView link(@Context SecurityContext who, @PathParam("user") long id) {
        return database.inTransaction(tx -> {
            User user = get(tx, id);
            if (user.ended()) {
                throw Refused.conflict("This account has ended.");
            }
            return UserView.of(user, link(tx, user, Caller.of(who)));
        });
    }

    /** Takes the second factor away, for somebody who has lost it. */
    @DELETE
    @Path("{user}/second-factor")
    @Consumes(MediaType.WILDCARD)
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "dropSecondFactor", summary = "Remove somebody's second factor")
    public UserView dropSecondFactor(@Context SecurityContext who, @PathParam("user") long id) {
        return database.inTransaction(tx -> {
            users.dropSecondFactor(tx, get(tx, id), Caller.of(who).getName());
            return UserView.of(get(tx, id), null);
        });
    }
}
