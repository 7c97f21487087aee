package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.group.Groups;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The tokens of the API: one for each person or program, as it is by their names that one knows who did what. */
@Component
@Path("tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    private static final int LONGEST_NAME = 80;
    private final Database database;
    private final ApiTokens tokens;
    private final Groups groups;
    private final AuditLog audit;

    @Inject
    public TokensResource(Database database, ApiTokens tokens, Groups groups, AuditLog audit) {
        this.database = database;
        this.tokens = tokens;
        this.groups = groups;
        this.audit = audit;
    }

    /**
     * A token to be made.
     *
     * @param groups those it is for; none or null for all
     */
    public record NewToken(
            @Nullable String name,
            @Nullable List<String> roles,
            @Nullable List<Long> groups) {}

    /**
     * A token.
     *
     * @param groups those it is for; none for all
     * @param token itself; shown once, when it is made
     */
    public record TokenView(
            long id,
            String name,
            List<String> roles,
            List<Long> groups,
            @Nullable String token) {
        static TokenView of(long id, ApiToken token, @Nullable String secret) {
            return new TokenView(
                    id,
                    token.name(),
                    token.roles().stream().map(StaffRole::label).sorted().toList(),
                    token.groups().stream().sorted().toList(),
                    secret);
        }
    }

    /** The tokens that count; the one of the settings is not among them. */
    @GET
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "listTokens", summary = "List the tokens of the API")
    public Page<TokenView> list() {
        return database.inTransaction(tx -> Page.all(tokens.all(tx).stream()
                .map(known -> TokenView.of(known.id(), known.token(), null))
                .toList()));
    }

    /** Makes a token; it is shown this once. */
    @POST
    @Creates
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "createToken", summary = "Make a token of the API; it is shown this once")
    public TokenView create(@Context SecurityContext who, NewToken wanted) {
        Fields fields = new Fields();
        String name = fields.line("name", wanted.name(), LONGEST_NAME).orElse("");
        if (name.isEmpty()) {
            fields.fault("name", "This field is needed: whose token it is, with at most 80 characters.");
        }
        Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
        List<String> labels = wanted.roles() == null ? List.of() : wanted.roles();
        labels.forEach(label -> StaffRole.labelled(label).ifPresent(roles::add));
        if (labels.isEmpty() || roles.size() < new HashSet<>(labels).size()) {
            fields.fault("roles", "Give one or more of mentor, clinical-lead, coordinator, administrator and auditor.");
        }
        Set<Long> wantedGroups = wanted.groups() == null ? Set.of() : new HashSet<>(wanted.groups());
        fields.check();
        return database.inTransaction(tx -> {
            for (Long group : wantedGroups) {
                GroupsResource.find(tx, groups, group);
            }
            ApiToken token = new ApiToken(name, roles, wantedGroups);
            ApiTokens.Made made = tokens.make(tx, token)
                    .orElseThrow(
                            () -> Refused.conflict(
                                    "Another token has or had this name, or it is kept for the service: names tell who did what."));
            audit.add(tx, AuditEntry.of(Caller.of(who).getName(), "token-made").on("token", made.id()));
            return TokenView.of(made.id(), token, made.token());
        });
    }

    /** Lets a token count no more. */
    @POST
    @Path("{token}/revoke")
    @Consumes(MediaType.WILDCARD)
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "revokeToken", summary = "Let a token count no more")
    public Page<TokenView> revoke(@Context SecurityContext who, @PathParam("token") long id) {
        database.useTransaction(tx -> {
            if (!tokens.revoke(tx, id)) {
                throw Refused.notFound("token");
            }
            audit.add(
                    tx, AuditEntry.of(Caller.of(who).getName(), "token-revoked").on("token", id));
        });
        return list();
    }
}
