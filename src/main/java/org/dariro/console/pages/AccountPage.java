package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.AUDITOR;
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
import java.util.Arrays;
import java.util.Optional;
import org.dariro.console.signin.PasswordRules;
import org.dariro.console.signin.SecondFactor;
import org.dariro.console.signin.Sessions;
import org.dariro.console.signin.SignIn;
import org.dariro.console.signin.User;
import org.dariro.console.signin.Users;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.jspecify.annotations.Nullable;

/** What somebody decides for themselves: language, looks, password, second factor, and where they are signed in. */
@Component
@Path("account")
public class AccountPage {
    private final Database database;
    private final Users users;
    private final Sessions sessions;
    private final SignIn signIn;
    private final SecondFactor factor;
    private final PasswordRules rules = PasswordRules.shipped();

    @Inject
    public AccountPage(Database database, Users users, Sessions sessions, SignIn signIn, SecondFactor factor) {
        this.database = database;
        this.users = users;
        this.sessions = sessions;
        this.signIn = signIn;
        this.factor = factor;
    }

    private Page page(Visit visit, @Nullable String passwordFault) {
        User user = visit.user();
        return database.inTransaction(tx -> visit.page("account")
                .with("user", user)
                .with("languages", Words.LANGUAGES)
                .with(
                        "themes",
                        Arrays.stream(User.Theme.values()).map(Words::label).toList())
                .with("zones", Zones.all())
                .with("sessions", sessions.of(tx, user.id()))
                .with("current", visit.session().orElseThrow().id())
                .with("codes", factor.codesLeft(tx, user))
                .with("shortest", PasswordRules.SHORTEST)
                .with("passwordFault", passwordFault));
    }

    /** The page. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR, AUDITOR})
    public Page show(@Context SecurityContext caller) {
        return page(Visit.of(caller), null);
    }

    /** Takes language, zone, looks and keys. */
    @POST
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR, AUDITOR})
    public Response prefer(
            @Context SecurityContext caller,
            @FormParam("language") @Nullable String language,
            @FormParam("zone") @Nullable String zone,
            @FormParam("theme") @Nullable String theme,
            @FormParam("shortcuts") @Nullable String shortcuts) {
        User user = Visit.of(caller).user();
        User.Theme look = Arrays.stream(User.Theme.values())
                .filter(one -> Words.label(one).equals(theme))
                .findFirst()
                .orElse(user.theme());
        User changed = new User(
                user.id(),
                user.email(),
                user.name(),
                user.roles(),
                language != null && Words.LANGUAGES.containsKey(language) ? language : user.language(),
                Zones.of(zone).orElse(user.zone()),
                look,
                shortcuts != null,
                user.staff(),
                user.invited(),
                user.secondFactor(),
                user.ended());
        database.useTransaction(tx -> users.prefer(tx, changed));
        return Pages.to("/console/account");
    }

    /** Takes a new password; all other browsers are signed out, and this one signs in anew. */
    @POST
    @Path("password")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR, AUDITOR})
    public Response password(
            @Context SecurityContext caller,
            @FormParam("old") @Nullable String old,
            @FormParam("password") @Nullable String given) {
        Visit visit = Visit.of(caller);
        String password = given == null ? "" : given;
        Optional<String> fault = rules.fault(
                        password, visit.user().email(), visit.user().name())
                .map(one -> visit.text("password-" + Words.label(one), PasswordRules.SHORTEST));
        if (fault.isEmpty()) {
            fault = signIn.unlessPassword(visit.user(), old == null ? "" : old, visit.address())
                    .map(tried -> SignInPage.fault(visit, tried, "password-old-wrong"));
        }
        if (fault.isPresent()) {
            return Pages.wrong(page(visit, fault.get()));
        }
        database.useTransaction(tx -> users.setPassword(tx, visit.user(), password));
        return Pages.leading("/console/sign-in")
                .cookie(Visits.cookie(visit.isSecure(), Optional.empty()))
                .build();
    }

    /** Signs out everywhere else, or everywhere. */
    @POST
    @Path("sessions")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR, AUDITOR})
    public Response end(@Context SecurityContext caller, @FormParam("do") @Nullable String what) {
        Visit visit = Visit.of(caller);
        database.useTransaction(tx -> {
            if ("all".equals(what)) {
                sessions.endAll(tx, visit.user().id());
            } else {
                sessions.endOthers(tx, visit.session().orElseThrow());
            }
        });
        return Pages.to("/console/account");
    }
}
