package org.dariro.console.pages;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * Stands before one method of a page: lets a call in from whoever is signed in with one of its roles and may see what stands
 * in its path; and what changes something, only from a form of our own (a token in it, and the browser's word on where it
 * comes from).
 */
@Priority(Priorities.AUTHENTICATION)
final class PageGuard implements ContainerRequestFilter {
    /** Bytes of the longest form: a table of members to import. */
    static final int MOST = 2_000_000;

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private final Visits visits;
    private final Keepers keepers;
    private final Optional<Set<StaffRole>> roles;

    private final Supplier<HttpServletRequest> http;

    /**
     * @param http the call as the server has it
     * @param roles empty for a method that is open
     */
    PageGuard(Visits visits, Keepers keepers, Supplier<HttpServletRequest> http, Optional<Set<StaffRole>> roles) {
        this.http = http;
        this.visits = visits;
        this.keepers = keepers;
        this.roles = roles.map(Set::copyOf);
    }

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        Visit visit = visits.visit(new Visits.Call(
                call::getHeaderString,
                name -> cookie(call, name),
                http.get().getRemoteAddr(),
                http.get().isSecure()));
        call.setSecurityContext(visit);
        if (!READING.contains(call.getMethod()) && !isOurs(call, visit)) {
            throw PageFault.of(403, "fault-form");
        }
        if (roles.isPresent()) {
            Optional<Response> elsewhere = signIn(call, visit);
            if (elsewhere.isPresent()) {
                call.abortWith(elsewhere.get());
                return;
            }
            int refusal = refusal(
                    visit,
                    call.getUriInfo().getPathParameters().entrySet().stream()
                            .map(entry -> new Parameter(
                                    entry.getKey(), entry.getValue().get(0)))
                            .toList());
            if (refusal != 0) {
                throw PageFault.of(refusal, refusal == 403 ? "fault-role" : "fault-not-found");
            }
        }
    }

    /** A parameter of the path. */
    record Parameter(String name, String value) {}

    /** 403 without a role that will do, 404 for what the visitor may not see or is not there, 0 to let the call in. */
    int refusal(Visit visit, List<Parameter> parameters) {
        if (Collections.disjoint(visit.user().roles(), roles.orElseThrow())) {
            return 403;
        }
        boolean sees = parameters.stream().allMatch(one -> keepers.lets(visit, one.name(), one.value()));
        return sees ? 0 : 404;
    }

    private static @Nullable String cookie(ContainerRequestContext call, String name) {
        Cookie cookie = call.getCookies().get(name);
        return cookie == null ? null : cookie.getValue();
    }

    /** Where somebody must go who is not wholly signed in. */
    private static Optional<Response> signIn(ContainerRequestContext call, Visit visit) {
        if (visit.in()) {
            return Optional.empty();
        }
        String page = visit.session()
                .map(SignedIn::stage)
                .map(stage -> stage == SignedIn.Stage.SETUP ? "/console/second-factor" : "/console/sign-in/code")
                .orElse("/console/sign-in");
        if (visit.swap()) { // htmx goes there with the whole page
            return Optional.of(Response.status(401).header("HX-Redirect", page).build());
        }
        boolean page1 =
                call.getMethod().equals(HttpMethod.GET) && visit.session().isEmpty();
        String from = page1 ? "?to=" + encoded(call.getUriInfo().getRequestUri()) : "";
        return Optional.of(Pages.leading(page + from).build());
    }

    private static String encoded(URI uri) {
        return java.net.URLEncoder.encode(uri.getRawPath(), StandardCharsets.UTF_8);
    }

    /** Whether a form came from a page of ours. */
    private boolean isOurs(ContainerRequestContext call, Visit visit) throws IOException {
        String host = Optional.ofNullable(call.getHeaderString("X-Forwarded-Host"))
                .orElseGet(
                        () -> Optional.ofNullable(call.getHeaderString("Host")).orElse(""));
        if (!sameSite(call.getHeaderString("Sec-Fetch-Site"), call.getHeaderString("Origin"), host)) {
            return false;
        }
        // Before somebody is signed in there is no token: the browser's word must do.
        return visit.session().isEmpty() || visits.isOwnForm(visit, token(call));
    }

    /** What the browser says about where a form comes from; a client that says nothing is no browser. */
    static boolean sameSite(@Nullable String fetchSite, @Nullable String origin, String host) {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        return origin == null || origin.replaceFirst("^https?://", "").equals(host);
    }

    private static String token(ContainerRequestContext call) throws IOException {
        String header = call.getHeaderString("X-Form-Token");
        if (header != null) {
            return header;
        }
        MediaType type = call.getMediaType();
        boolean file = Multipart.is(call.getHeaderString(HttpHeaders.CONTENT_TYPE));
        int most = file ? Multipart.MOST : MOST;
        byte[] body = call.getEntityStream().readNBytes(most + 1);
        if (body.length > most) {
            throw PageFault.of(413, "fault-too-large");
        }
        call.setEntityStream(new ByteArrayInputStream(body));
        if (file) {
            return Multipart.of(call.getHeaderString(HttpHeaders.CONTENT_TYPE), body)
                    .text("form");
        } else if (type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return "";
        }
        for (String field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            if (field.startsWith("form=")) {
                return URLDecoder.decode(field.substring("form=".length()), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
