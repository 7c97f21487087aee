package org.dariro.console.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.token.ApiToken;
import org.dariro.console.token.ApiTokens;
import org.dariro.console.token.Scope;

/**
 * Lets a call in when its bearer token (RFC 6750) has a role that the method asks for, is for this part of the API and for the
 * group that is called, and its body is not too large.
 */
@Priority(Priorities.AUTHENTICATION)
final class Guard implements ContainerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_TOKEN = 200;
    private final ApiTokens tokens;
    private final Set<StaffRole> roles;
    private final Scope scope;
    private final boolean heedsGroups;

    Guard(ApiTokens tokens, Set<StaffRole> roles, Scope scope, boolean heedsGroups) {
        this.tokens = tokens;
        this.roles = Set.copyOf(roles);
        this.scope = scope;
        this.heedsGroups = heedsGroups;
    }

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        Optional<ApiToken> token = token(Optional.ofNullable(call.getHeaderString(HttpHeaders.AUTHORIZATION)));
        int status = refusal(
                token, Optional.ofNullable(call.getUriInfo().getPathParameters().getFirst("group")));
        if (status == 0 && call.getLength() > Body.MOST) {
            status = 413;
            Body.throwAway(call.getEntityStream());
        }
        if (status != 0) {
            Response.ResponseBuilder response =
                    Response.status(status).type(Problem.MEDIA_TYPE).entity(Problem.of(status));
            if (status == 401) {
                response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"dariro\"");
            }
            call.abortWith(response.build());
        } else {
            boolean secure = call.getSecurityContext() != null
                    && call.getSecurityContext().isSecure();
            token.ifPresent(known -> call.setSecurityContext(new Caller(known, secure)));
        }
    }

    private Optional<ApiToken> token(Optional<String> authorization) {
        return authorization
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(given -> !given.isEmpty() && given.length() <= LONGEST_TOKEN)
                .flatMap(tokens::find);
    }

    /** 401 without a known token, 403 without a role and a scope that will do, 0 to let the call in. */
    int refusal(Optional<String> authorization) {
        return refusal(token(authorization), Optional.empty());
    }

    /** 403 also when the token is for other groups; of a group that a token is not for, it does not learn whether it is there. */
    int refusal(Optional<ApiToken> token, Optional<String> group) {
        if (token.isEmpty()) {
            return 401;
        } else if (Collections.disjoint(token.get().roles(), roles)
                || !token.get().opens(scope)) {
            return 403;
        } else if (token.get().groups().isEmpty() || heedsGroups) {
            return 0;
        }
        return group.filter(id -> id.matches("[0-9]{1,18}") && token.get().isFor(Long.parseLong(id)))
                        .isPresent()
                ? 0
                : 403;
    }
}
