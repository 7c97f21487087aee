package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.dariro.console.signin.PasswordRules;
import org.dariro.console.signin.User;
import org.dariro.console.signin.Users;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.jspecify.annotations.Nullable;

/** Where a one-time link leads: somebody sets their password, the first one or a new one. */
@Component
@Path("link/{token}")
public class LinkPage {
    private final Database database;
    private final Users users;
    private final PasswordRules rules = PasswordRules.shipped();

    @Inject
    public LinkPage(Database database, Users users) {
        this.database = database;
        this.users = users;
    }

    private User user(String token) {
        return database.inTransaction(tx -> users.ofLink(tx, token)).orElseThrow(() -> PageFault.of(410, "fault-link"));
    }

    private static Page form(Visit visit, User user, String token, @Nullable String fault) {
        return visit.page("set-password")
                .with("user", user)
                .with("token", token)
                .with("shortest", PasswordRules.SHORTEST)
                .with("fault", fault);
    }

    /** Asks for the password. */
    @GET
    @Open
    public Page show(@Context SecurityContext caller, @PathParam("token") String token) {
        return form(Visit.of(caller), user(token), token, null);
    }

    /** Takes the password. */
    @POST
    @Open
    public Response set(
            @Context SecurityContext caller,
            @PathParam("token") String token,
            @FormParam("password") @Nullable String given) {
        Visit visit = Visit.of(caller);
        User user = user(token);
        String password = given == null ? "" : given;
        Optional<PasswordRules.Fault> fault = rules.fault(password, user.email(), user.name());
        if (fault.isPresent()) {
            String words = visit.text("password-" + Words.label(fault.get()), PasswordRules.SHORTEST);
            return Pages.wrong(form(visit, user, token, words));
        } else if (!database.inTransaction(tx -> users.take(tx, token, password))) {
            throw PageFault.of(410, "fault-link");
        }
        return Response.ok(visit.page("password-set"), Pages.HTML).build();
    }
}
