package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.Erasure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Erases a person for good. */
@Component
@Path("groups/{group}/members/{member}/erase")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ErasureResource {
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final Erasure erasure;

    @Inject
    public ErasureResource(Database database, Groups groups, Memberships memberships, Erasure erasure) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.erasure = erasure;
    }

    /** The nickname, to confirm it. */
    public record Confirmation(@Nullable String nickname) {}

    /** The places that the person had. */
    public record ErasedView(List<Long> places) {}

    /** Destroys the person's key, and with it number and words, in all groups; it cannot be undone. */
    @POST
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "eraseMember", summary = "Erase somebody for good, in all groups")
    public ErasedView erase(
            @Context SecurityContext who,
            @PathParam("group") long group,
            @PathParam("member") long id,
            Confirmation typed) {
        Caller caller = Caller.of(who);
        if (!caller.groups().isEmpty()) { // it is for all groups of the person
            throw new Refused(Problem.of(403));
        }
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            Membership place = MembersResource.find(tx, memberships, group, id);
            String nickname = Optional.ofNullable(typed.nickname()).orElse("");
            return new ErasedView(Refused.unlessDone(erasure.erase(tx, place, nickname, caller.getName())).stream()
                    .map(Membership::id)
                    .toList());
        });
    }
}
