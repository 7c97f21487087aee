package org.dariro.console.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.EnumSet;
import java.util.List;
import org.dariro.console.StaffRole;
import org.dariro.console.token.ApiTokens;
import org.dariro.console.token.Scope;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;

/** Puts a {@link Guard} before every method of every resource. A method that states no roles or has no scope
 * stops the start. */
@Provider
@Component
public class Doors implements DynamicFeature {
    private final ApiTokens tokens;
    private final Database database;
    private final AuditLog audit;

    @Inject
    public Doors(ApiTokens tokens, Database database, AuditLog audit) {
        this.tokens = tokens;
        this.database = database;
        this.audit = audit;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (!resource.getResourceClass().getPackageName().equals(Doors.class.getPackageName())) {
            return; // what JAX-RS itself adds, such as OPTIONS
        }
        MayCall roles = resource.getResourceMethod().getAnnotation(MayCall.class);
        if (roles == null) {
            throw new IllegalStateException("The method "
                    + resource.getResourceMethod().getName() + " of "
                    + resource.getResourceClass().getSimpleName() + " states no roles");
        }
        EnumSet<StaffRole> allowed = EnumSet.noneOf(StaffRole.class);
        allowed.addAll(List.of(roles.value()));
        Scope scope = Scopes.of(resource.getResourceClass(), resource.getResourceMethod())
                .orElseThrow(() -> new IllegalStateException(
                        resource.getResourceClass().getSimpleName() + " has no scope: see Scopes"));
        boolean heeds = resource.getResourceMethod().isAnnotationPresent(HeedsGroups.class);
        context.register(new Guard(tokens, allowed, scope, heeds));
        ShowsTexts shows = resource.getResourceMethod().getAnnotation(ShowsTexts.class);
        if (shows != null) {
            context.register(new ViewRecord(database, audit, shows.value()));
        }
        boolean creates = resource.getResourceMethod().isAnnotationPresent(Creates.class);
        ContainerResponseFilter finish = (request, response) -> {
            response.getHeaders().putSingle("Cache-Control", "no-store");
            if (creates && response.getStatus() == 200) {
                response.setStatus(201);
            }
        };
        context.register(finish);
    }
}
