package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.console.StaffRole;
import org.dariro.console.token.ApiTokens;
import org.dariro.console.token.Holder;
import org.dariro.console.token.Holders;
import org.dariro.console.token.KeptToken;
import org.dariro.console.token.Scope;
import org.dariro.console.token.TokenFault;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** The tokens of the API: whose they are, what they are for, making and revoking them. */
@Component
@Path("tokens")
public class TokensPage {
    private final Database database;
    private final ApiTokens tokens;
    private final Holders holders;
    private final Groups groups;
    private final InstantSource clock;

    @Inject
    public TokensPage(Database database, ApiTokens tokens, Holders holders, Groups groups, InstantSource clock) {
        this.database = database;
        this.tokens = tokens;
        this.holders = holders;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * A token as the page lists it.
     *
     * @param program whether it is a program's
     * @param holder whose it is; empty for a program's and where that person has ended
     * @param scopes as the words have them; none for all
     * @param groups by name; none for all
     * @param lastDay empty where it has none
     * @param usedOn empty where it was never used
     * @param over whether it works no more
     */
    public record Row(
            long id,
            String name,
            boolean program,
            String holder,
            List<String> roles,
            List<String> scopes,
            List<String> groups,
            String lastDay,
            String usedOn,
            boolean over) {
        static Row of(KeptToken token, Map<Long, String> names, LocalDate today) {
            boolean program = token.user().isEmpty() && token.staff().isEmpty();
            return new Row(
                    token.id(),
                    token.name(),
                    program,
                    token.holder().map(Holder::name).orElse(""),
                    token.roles().stream().sorted().map(StaffRole::label).toList(),
                    token.scopes()
                            .map(some ->
                                    some.stream().sorted().map(TokensPage::word).toList())
                            .orElse(List.of()),
                    token.groups().stream()
                            .map(id -> names.getOrDefault(id, "?"))
                            .sorted()
                            .toList(),
                    token.lastDay().map(String::valueOf).orElse(""),
                    token.usedOn().map(String::valueOf).orElse(""),
                    token.isOver(today) || (!program && token.holder().isEmpty()));
        }
    }

    /** How the words name a scope: {@code posts-read}. */
    static String word(Scope scope) {
        return scope.label().replace(':', '-');
    }

    private Page page(Transaction tx, Visit visit, TokenForm filled, TokenFault.@Nullable Reason fault) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Group> all = groups.all(tx);
        Map<Long, String> names = all.stream().collect(Collectors.toMap(Group::id, Group::name));
        return visit.page("tokens")
                .with(
                        "tokens",
                        tokens.all(tx).stream()
                                .map(token -> Row.of(token, names, today))
                                .toList())
                .with("holders", holders.all(tx))
                .with("roles", labels())
                .with(
                        "scopes",
                        Arrays.stream(Scope.values()).map(TokensPage::word).toList())
                .with("groups", all.stream().filter(group -> !group.closed()).toList())
                .with("filled", filled)
                .with("today", today.toString())
                .with("field", fault == null ? "" : fault.field())
                .with("fault", fault == null ? null : visit.text("token-fault-" + Words.label(fault)));
    }

    private static List<String> labels() {
        return Arrays.stream(StaffRole.values()).map(StaffRole::label).toList();
    }

    /** All that were not revoked, and the form to make one. */
    @GET
    @For(ADMINISTRATOR)
    public Page show(@Context SecurityContext caller) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> page(tx, visit, TokenForm.BLANK, null));
    }

    /** Makes one, and shows it this once. */
    @POST
    @For(ADMINISTRATOR)
    public Response make(@Context SecurityContext caller, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        TokenForm filled = TokenForm.of(given);
        return database.inTransaction(tx -> {
            Optional<Holder> holder = holders.all(tx).stream()
                    .filter(one -> one.key().equals(filled.holder()))
                    .findFirst();
            if (!filled.holder().isEmpty() && holder.isEmpty()) {
                return Pages.wrong(page(tx, visit, filled, TokenFault.Reason.NOBODY));
            } else if (filled.day().isEmpty() && !filled.lastDay().isEmpty()) {
                return Pages.wrong(page(tx, visit, filled, TokenFault.Reason.PAST));
            }
            try {
                ApiTokens.Made made = tokens.make(tx, filled.wanted(holder), visit.actor());
                return Response.ok(
                                visit.page("tokens-made")
                                        .with("name", made.kept().name())
                                        .with("holder", holder.map(Holder::name).orElse(""))
                                        .with("token", made.token()),
                                Pages.HTML)
                        .build();
            } catch (TokenFault fault) { // before anything is written
                return Pages.wrong(page(tx, visit, filled, fault.reason()));
            }
        });
    }

    /** Lets one count no more. */
    @POST
    @Path("{token}")
    @For(ADMINISTRATOR)
    public Response revoke(@Context SecurityContext caller, @PathParam("token") long id) {
        Visit visit = Visit.of(caller);
        database.useTransaction(tx -> {
            if (!tokens.revoke(tx, id, visit.actor())) {
                throw PageFault.notFound();
            }
        });
        return Pages.to("/console/tokens");
    }
}
