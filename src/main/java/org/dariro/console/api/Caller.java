package org.dariro.console.api;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.token.ApiToken;

/** Who calls: what they do is done in the name of whoever holds their token. */
final class Caller implements SecurityContext, Principal {
    private final ApiToken token;
    private final boolean secure;

    Caller(ApiToken token, boolean secure) {
        this.token = token;
        this.secure = secure;
    }

    /** The caller of a request that a {@link Guard} let in. */
    static Caller of(SecurityContext context) {
        if (context.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("A call came past the guard");
    }

    @Override
    public String getName() {
        return token.actor();
    }

    /** What their token stands for. */
    ApiToken token() {
        return token;
    }

    /** The groups they are for; none for all. */
    Set<Long> groups() {
        return token.groups();
    }

    /** Whether they may see what belongs to a group; what belongs to none is for those who see all. */
    boolean sees(Optional<Long> group) {
        return group.isPresent() ? token.isFor(group.get()) : token.groups().isEmpty();
    }

    /** Whether a person calls, and no program. */
    boolean isPerson() {
        return token.person();
    }

    boolean is(StaffRole role) {
        return token.roles().contains(role);
    }

    @Override
    public Principal getUserPrincipal() {
        return this;
    }

    @Override
    public boolean isUserInRole(String role) {
        return StaffRole.labelled(role).filter(this::is).isPresent();
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }

    /** Only the name. */
    @Override
    public String toString() {
        return token.actor();
    }
}
