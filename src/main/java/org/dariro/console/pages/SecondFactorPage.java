package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.dariro.console.signin.SecondFactor;
import org.dariro.console.signin.SignIn;
import org.dariro.console.signin.SignedIn;
import org.dariro.platform.Component;
import org.jspecify.annotations.Nullable;

/** Sets up an authenticator app: for whoever must before going on, and for whoever wants another one. */
@Component
@Path("second-factor")
public class SecondFactorPage {
    private final SecondFactor factor;
    private final SignIn signIn;

    @Inject
    public SecondFactorPage(SecondFactor factor, SignIn signIn) {
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

    private Page form(Visit visit, SecondFactor.Offer offer, @Nullable String fault) {
        return visit.page("second-factor")
                .with("offer", offer)
                .with("square", QrSquare.of(offer.uri()))
                .with("fault", fault)
                .with("proof", visit.in() ? Words.label(signIn.proof(visit.user())) : "none");
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
            @FormParam("old") @Nullable String old) {
        Visit visit = Visit.of(caller);
        if (!may(visit)) {
            return Pages.to("/console/sign-in");
        }
        String secret = sealed == null ? "" : sealed;
        Optional<String> fault = visit.in()
                ? signIn.unlessProven(visit.session().orElseThrow(), old == null ? "" : old, visit.address())
                        .map(tried -> SignInPage.fault(visit, tried, wrong(visit)))
                : Optional.empty();
        Optional<SignIn.SetUp> done = fault.isPresent()
                ? Optional.empty()
                : signIn.setUp(visit.session().orElseThrow(), secret, code == null ? "" : code);
        return done.map(set -> Response.ok(codes(visit, set), Pages.HTML)
                        .cookie(Visits.cookie(visit.isSecure(), Optional.of(set.token())))
                        .build())
                .orElseGet(() -> Pages.wrong(
                        form(visit, offer(visit, secret), fault.orElseGet(() -> visit.text("code-wrong")))));
    }

    /** The page's forms must be those of the session that has taken this one's place. */
    private Page codes(Visit visit, SignIn.SetUp set) {
        return visit.withForms(FormToken.masked(signIn.formToken(set.token())))
                .page("recovery-codes")
                .with("codes", set.codes());
    }

    private String wrong(Visit visit) {
        return switch (signIn.proof(visit.user())) {
            case PASSWORD -> "password-old-wrong";
            case CODE -> "code-wrong";
            case MOMENT -> "proof-moment";
        };
    }
}
