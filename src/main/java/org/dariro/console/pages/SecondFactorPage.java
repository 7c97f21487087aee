package org.dariro.console.pages;

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
import org.dariro.console.signin.SecondFactor;
import org.dariro.console.signin.SignIn;
import org.dariro.console.signin.SignedIn;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.jspecify.annotations.Nullable;

/** Sets up an authenticator app: for whoever must before going on, and for whoever wants another one. */
@Component
@Path("second-factor")
public class SecondFactorPage {
    private final Database database;
    private final SecondFactor factor;
    private final SignIn signIn;

    @Inject
    public SecondFactorPage(Database database, SecondFactor factor, SignIn signIn) {
        this.database = database;
        this.factor = factor;
        this.signIn = signIn;
    }

    /** Somebody who may set one up: signed in, or with nothing else left to do. Not who must give a code first. */
    private static boolean may(Visit visit) {
        return visit.session()
                .filter(one -> one.stage() != SignedIn.Stage.PASSWORD)
                .isPresent();
    }

    /** Offers a secret. */
    @GET
    @Open
    public Object show(@Context SecurityContext caller) {
        Visit visit = Visit.of(caller);
        return may(visit) ? form(visit, factor.offer(visit.user()), null) : Pages.to("/console/sign-in");
    }

    private static Page form(Visit visit, SecondFactor.Offer offer, @Nullable String fault) {
        return visit.page("second-factor")
                .with("offer", offer)
                .with("square", QrSquare.of(offer.uri()))
                .with("fault", fault)
                .with("in", visit.in());
    }

    private SecondFactor.Offer offer(Visit visit, String secret) {
        return factor.again(visit.user(), secret).orElseGet(() -> factor.offer(visit.user()));
    }

    /** Takes the app's first code, and shows the recovery codes. */
    @POST
    @Open
    public Response confirm(
            @Context SecurityContext caller,
            @FormParam("secret") @Nullable String sealed,
            @FormParam("code") @Nullable String code,
            @FormParam("old") @Nullable String password) {
        Visit visit = Visit.of(caller);
        if (!may(visit)) {
            return Pages.to("/console/sign-in");
        }
        String secret = sealed == null ? "" : sealed;
        if (visit.in() && !signIn.isPassword(visit.user(), password == null ? "" : password, visit.address())) {
            return Pages.wrong(form(visit, offer(visit, secret), visit.text("password-old-wrong")));
        }
        Optional<List<String>> codes =
                database.inTransaction(tx -> factor.confirm(tx, visit.user(), secret, code == null ? "" : code));
        if (codes.isEmpty()) {
            SecondFactor.Offer offer = factor.again(visit.user(), secret).orElseGet(() -> factor.offer(visit.user()));
            return Pages.wrong(form(visit, offer, visit.text("code-wrong")));
        }
        Response.ResponseBuilder answer =
                Response.ok(visit.page("recovery-codes").with("codes", codes.get()), Pages.HTML);
        if (!visit.in()) {
            SignIn.Tried.Right whole = database.inTransaction(
                    tx -> signIn.whole(tx, visit.session().orElseThrow()));
            answer.cookie(Visits.cookie(visit.isSecure(), Optional.of(whole.token())));
        }
        return answer.build();
    }
}
