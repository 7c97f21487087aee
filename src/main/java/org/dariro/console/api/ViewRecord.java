package org.dariro.console.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.TreeMap;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Database;

/** Writes down who asks for texts, after the {@link Guard} let them in. When it cannot be written down, nothing is shown. */
@Priority(Priorities.AUTHORIZATION)
final class ViewRecord implements ContainerRequestFilter {
    private static final int LONGEST = 40;
    private final Database database;
    private final AuditLog audit;
    private final String action;

    ViewRecord(Database database, AuditLog audit, String action) {
        this.database = database;
        this.audit = audit;
        this.action = action;
    }

    @Override
    public void filter(ContainerRequestContext call) {
        AuditEntry entry = entry(
                Caller.of(call.getSecurityContext()).getName(),
                call.getUriInfo().getPathParameters(),
                call.getUriInfo().getQueryParameters());
        database.useTransaction(tx -> audit.add(tx, entry));
    }

    /** Ids in the path are what it is on; which part of a list was asked for stands in the details. */
    AuditEntry entry(String caller, MultivaluedMap<String, String> path, MultivaluedMap<String, String> query) {
        AuditEntry entry = AuditEntry.of(caller, action);
        for (var one : new TreeMap<>(path).entrySet()) {
            String id = one.getValue().isEmpty() ? "" : one.getValue().get(0);
            if (id.matches("[0-9]{1,18}")) {
                entry = entry.on(one.getKey(), Long.parseLong(id));
            }
        }
        StringBuilder asked = new StringBuilder();
        for (String name : List.of("group", "open", "severity", "state", "after", "limit")) {
            String value = query.getFirst(name);
            if (value != null && value.length() <= LONGEST && value.matches("[a-z0-9-]+")) {
                asked.append(asked.isEmpty() ? "" : " ")
                        .append(name)
                        .append('=')
                        .append(value);
            }
        }
        return entry.saying(asked.toString());
    }
}
