package org.dariro.console.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.dariro.console.signin.OpenId;
import org.dariro.console.signin.Sessions;
import org.dariro.console.signin.SignIn;
import org.dariro.console.signin.SignIn.Tried;
import org.dariro.console.signin.SignedIn;
import org.dariro.gateway.Accounts;
import org.dariro.platform.Component;
import org.jspecify.annotations.Nullable;

/** Signing in, in two steps, and out. */
@Component
@Path("")
public class SignInPage {
    static final String HOME = "/console/today";
    private final SignIn signIn;
    private final Sessions sessions;
    private final OpenId openId;
    private final boolean simulated;

    @Inject
    public SignInPage(SignIn signIn, Sessions sessions, OpenId openId, Accounts accounts) {
        this.signIn = signIn;
        this.openId = openId;
        this.sessions = sessions;
        simulated = accounts.all().stream().anyMatch(account -> account.kind().equals("simulator"));
    }

    /** The front page. */
    @GET
    @Open
    public Response front(@Context SecurityContext caller) {
        return Pages.to(Visit.of(caller).in() ? HOME : "/console/sign-in");
    }

    /** Asks for address and password. */
    @GET
    @Open
    @Path("sign-in")
    public Object show(@Context SecurityContext caller, @QueryParam("to") @Nullable String to) {
        Visit visit = Visit.of(caller);
        return visit.in() ? Pages.to(HOME) : form(visit, to, "", null);
    }

    private Page form(Visit visit, @Nullable String to, String email, @Nullable String fault) {
        return visit.page("sign-in")
                .with("to", to)
                .with("email", email)
                .with("fault", fault)
                .with("outside", null)
                .with("openid", openId.isOn())
                .with("wanted", query(to))
                .with("simulated", simulated);
    }

    /** Takes address and password. */
    @POST
    @Open
    @Path("sign-in")
    public Response password(
            @Context SecurityContext caller,
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password,
            @FormParam("to") @Nullable String to) {
        Visit visit = Visit.of(caller);
        String address = email == null ? "" : email;
        Tried tried = signIn.password(address, password == null ? "" : password, visit.address(), visit.browser());
        if (tried instanceof Tried.Right right) {
            return in(visit, right, next(right, to)).build();
        }
        return refused(form(visit, to, address, fault(visit, tried)), tried);
    }

    private static String query(@Nullable String to) {
        return Pages.local(to, "").isEmpty() ? "" : "?to=" + to; // in these characters nothing needs escaping
    }

    private static String fault(Visit visit, Tried tried) {
        return fault(visit, tried, "sign-in-wrong");
    }

    /** What to say of a try that came to nothing. */
    static String fault(Visit visit, Tried tried, String wrong) {
        return tried instanceof Tried.Wait wait
                ? visit.text("sign-in-wait", wait.left().toSeconds() + 1)
                : visit.text(wrong);
    }

    private static Response refused(Page page, Tried tried) {
        return Response.status(tried instanceof Tried.Wait ? 429 : 422)
                .entity(page)
                .type(Pages.HTML)
                .build();
    }

    private static String next(Tried.Right right, @Nullable String to) {
        return switch (right.stage()) {
            case PASSWORD -> "/console/sign-in/code" + query(to);
            case SETUP -> "/console/second-factor";
            case WHOLE -> Pages.local(to, HOME);
        };
    }

    private Response.ResponseBuilder in(Visit visit, Tried.Right right, String next) {
        visit.session().ifPresent(sessions::end); // what this browser was before
        return Pages.leading(next).cookie(Visits.cookie(visit.isSecure(), Optional.of(right.token())));
    }

    /** Leads to the provider of OpenID Connect, where there is one. */
    @GET
    @Open
    @Path("sign-in/openid")
    public Response leave(@Context SecurityContext caller, @QueryParam("to") @Nullable String to) {
        Visit visit = Visit.of(caller);
        if (!openId.isOn()) {
            return Pages.to("/console/sign-in");
        }
        return openId.leave(Pages.local(to, ""))
                .map(leaving -> Pages.leading(leaving.to().toString())
                        .cookie(Visits.openIdCookie(visit.isSecure(), Optional.of(leaving.sealed())))
                        .build())
                .orElseGet(() -> out(visit, OpenId.Fault.FAILED));
    }

    /** Takes a browser that comes back from the provider. */
    @GET
    @Open
    @Path("sign-in/openid/back")
    public Response comeBack(
            @Context SecurityContext caller,
            @Context HttpHeaders call,
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("error") @Nullable String error,
            @QueryParam("iss") @Nullable String issuer) {
        Visit visit = Visit.of(caller);
        Cookie sealed = call.getCookies().get(Visits.openIdCookieName(visit.isSecure()));
        if (!openId.isOn() || sealed == null) {
            return out(visit, OpenId.Fault.STALE);
        }
        OpenId.Came came = openId.comeBack(
                new OpenId.Brought(state, code, error, issuer), sealed.getValue(), visit.address(), visit.browser());
        if (came instanceof OpenId.Came.In in) {
            return in(visit, in.right(), next(in.right(), in.wanted()))
                    .cookie(Visits.openIdCookie(visit.isSecure(), Optional.empty()))
                    .build();
        }
        return out(visit, ((OpenId.Came.Out) came).fault());
    }

    private Response out(Visit visit, OpenId.Fault fault) {
        return Response.status(fault == OpenId.Fault.WAIT ? 429 : 403)
                .entity(form(visit, null, "", null).with("outside", visit.text("openid-" + Words.label(fault))))
                .type(Pages.HTML)
                .cookie(Visits.openIdCookie(visit.isSecure(), Optional.empty()))
                .build();
    }

    /** Asks for the code. */
    @GET
    @Open
    @Path("sign-in/code")
    public Object code(@Context SecurityContext caller, @QueryParam("to") @Nullable String to) {
        Visit visit = Visit.of(caller);
        boolean waits = visit.session()
                .filter(one -> one.stage() == SignedIn.Stage.PASSWORD)
                .isPresent();
        return waits ? visit.page("sign-in-code").with("to", to).with("fault", null) : Pages.to("/console");
    }

    /** Takes the code. */
    @POST
    @Open
    @Path("sign-in/code")
    public Response takeCode(
            @Context SecurityContext caller,
            @FormParam("code") @Nullable String code,
            @FormParam("to") @Nullable String to) {
        Visit visit = Visit.of(caller);
        if (visit.session().isEmpty()) {
            return Pages.to("/console/sign-in");
        }
        Tried tried = signIn.code(visit.session().get(), code == null ? "" : code, visit.address());
        if (tried instanceof Tried.Right right) {
            return in(visit, right, Pages.local(to, HOME)).build();
        }
        return refused(
                visit.page("sign-in-code").with("to", to).with("fault", fault(visit, tried, "code-wrong")), tried);
    }

    /** Signs out. */
    @POST
    @Open
    @Path("sign-out")
    public Response out(@Context SecurityContext caller) {
        Visit visit = Visit.of(caller);
        visit.session().ifPresent(sessions::end);
        return Pages.leading("/console/sign-in")
                .cookie(Visits.cookie(visit.isSecure(), Optional.empty()))
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }
}
