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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dariro.console.StaffRole;
import org.dariro.console.token.ApiTokens;
import org.dariro.console.token.Holder;
import org.dariro.console.token.Holders;
import org.dariro.console.token.KeptToken;
import org.dariro.console.token.Scope;
import org.dariro.console.token.TokenFault;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The tokens of the API: each person's, in whose name all is done with them, and those of programs. */
@Component
@Path("tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    private final Database database;
    private final ApiTokens tokens;
    private final Holders holders;

    @Inject
    public TokensResource(Database database, ApiTokens tokens, Holders holders) {
        this.database = database;
        this.tokens = tokens;
        this.holders = holders;
    }

    /**
     * A token to be made.
     *
     * @param staff the id of the person whose it is; null for a program's, or with {@code user}
     * @param user the id of whom it is by their sign-in
     * @param scopes what it is for; none or null for all that its roles allow
     * @param groups those it is for; none or null for all
     * @param lastDay the last day on which it works, as {@code 2026-12-31}, in UTC
     */
    public record NewToken(
            @Nullable String name,
            @Nullable Long staff,
            @Nullable Long user,
            @Nullable List<String> roles,
            @Nullable List<String> scopes,
            @Nullable List<Long> groups,
            @Nullable String lastDay) {}

    /**
     * A token.
     *
     * @param staff the id of the person whose it is
     * @param user the id of whom it is by their sign-in
     * @param holder what colleagues call that person; absent for a program's
     * @param scopes what it is for; absent for all that its roles allow
     * @param groups those it is for; none for all
     * @param usedOn the last day on which it was used
     * @param token itself; shown once, when it is made
     */
    public record TokenView(
            long id,
            String name,
            @Nullable Long staff,
            @Nullable Long user,
            @Nullable String holder,
            List<String> roles,
            @Nullable List<String> scopes,
            List<Long> groups,
            @Nullable String lastDay,
            @Nullable String usedOn,
            @Nullable String token) {
        static TokenView of(KeptToken token, @Nullable String secret) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    AlertView.or(token.holder().flatMap(Holder::staff).or(token::staff)),
                    AlertView.or(token.user()),
                    AlertView.or(token.holder().map(Holder::name)),
                    token.roles().stream().map(StaffRole::label).sorted().toList(),
                    AlertView.or(token.scopes()
                            .map(some ->
                                    some.stream().map(Scope::label).sorted().toList())),
                    token.groups().stream().sorted().toList(),
                    AlertView.or(token.lastDay().map(String::valueOf)),
                    AlertView.or(token.usedOn().map(String::valueOf)),
                    secret);
        }
    }

    /** The tokens that were not revoked; the one of the settings is not among them. */
    @GET
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "listTokens", summary = "List the tokens of the API")
    public Page<TokenView> list() {
        return database.inTransaction(tx -> Page.all(
                tokens.all(tx).stream().map(known -> TokenView.of(known, null)).toList()));
    }

    /** Makes a token; it is shown this once. */
    @POST
    @Creates
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "createToken", summary = "Make a token of the API; it is shown this once")
    public TokenView create(@Context SecurityContext who, NewToken wanted) {
        if ((wanted.user() != null || wanted.staff() != null) && !Caller.of(who).isPerson()) {
            throw Refused.invalid(
                    wanted.user() != null ? "user" : "staff", "A program cannot make a token for a person.");
        }
        Fields fields = new Fields();
        String name = fields.line("name", wanted.name(), ApiTokens.LONGEST_NAME).orElse("");
        Set<StaffRole> roles = some(wanted.roles(), StaffRole::labelled, EnumSet.noneOf(StaffRole.class))
                .orElseGet(() -> fault(fields, TokenFault.Reason.ROLES));
        Set<Scope> scopes = some(wanted.scopes(), Scope::labelled, EnumSet.noneOf(Scope.class))
                .orElseGet(() -> fault(fields, TokenFault.Reason.SCOPES));
        Optional<LocalDate> lastDay = day(fields, wanted.lastDay());
        fields.check();
        Set<Long> groups = wanted.groups() == null ? Set.of() : new HashSet<>(wanted.groups());
        try {
            return database.inTransaction(tx -> {
                ApiTokens.Made made = tokens.make(
                        tx,
                        new ApiTokens.Wanted(
                                name,
                                holder(tx, wanted),
                                roles,
                                Optional.of(scopes).filter(chosen -> !chosen.isEmpty()),
                                groups,
                                lastDay),
                        Caller.of(who).token());
                return TokenView.of(made.kept(), made.token());
            });
        } catch (TokenFault fault) {
            throw switch (fault.reason()) {
                case TAKEN -> Refused.conflict(fault.reason().words());
                case GROUP -> Refused.notFound("group");
                default ->
                    Refused.invalid(fault.reason().field(), fault.reason().words());
            };
        }
    }

    private Optional<Holder> holder(Transaction tx, NewToken wanted) {
        Long user = wanted.user();
        Long staff = wanted.staff();
        if (user != null) {
            return Optional.of(holders.ofUser(tx, user).orElseThrow(() -> nobody("user")));
        } else if (staff != null) {
            return Optional.of(holders.ofStaff(tx, staff).orElseThrow(() -> nobody("staff")));
        }
        return Optional.empty();
    }

    private static Refused nobody(String field) {
        return Refused.invalid(field, TokenFault.Reason.NOBODY.words());
    }

    /** Some of a closed set; none when there is an unknown one among them. */
    private static <T> Optional<Set<T>> some(
            @Nullable List<String> labels, Function<String, Optional<T>> one, Set<T> into) {
        for (String label : labels == null ? List.<String>of() : labels) {
            Optional<T> known = one.apply(String.valueOf(label));
            if (known.isEmpty()) {
                return Optional.empty();
            }
            into.add(known.get());
        }
        return Optional.of(into);
    }

    private static <T> Set<T> fault(Fields fields, TokenFault.Reason reason) {
        fields.fault(reason.field(), reason.words());
        return Set.of();
    }

    private static Optional<LocalDate> day(Fields fields, @Nullable String given) {
        try {
            return Optional.ofNullable(given).map(String::strip).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            fault(fields, TokenFault.Reason.PAST);
            return Optional.empty();
        }
    }

    /** Lets a token count no more. */
    @POST
    @Path("{token}/revoke")
    @Consumes(MediaType.WILDCARD)
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "revokeToken", summary = "Let a token count no more")
    public Page<TokenView> revoke(@Context SecurityContext who, @PathParam("token") long id) {
        database.useTransaction(tx -> {
            if (!tokens.revoke(tx, id, Caller.of(who).getName())) {
                throw Refused.notFound("token");
            }
        });
        return list();
    }
}
