package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.dariro.conversation.PlaceFault;
import org.dariro.group.Groups;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.programme.Wellbeing;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What somebody answered about how they are. */
@Component
@Path("groups/{group}/members/{member}/answers")
@Produces(MediaType.APPLICATION_JSON)
public class AnswersResource {
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final Wellbeing wellbeing;

    @Inject
    public AnswersResource(Database database, Groups groups, Memberships memberships, Wellbeing wellbeing) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.wellbeing = wellbeing;
    }

    /**
     * An answer.
     *
     * @param item what was asked: {@code general}, {@code supported}, {@code isolation}, {@code medicine}
     * @param value 1 to 5; 1 is the worst
     * @param medium {@code sms} or {@code ussd}
     */
    public record AnswerView(String item, int value, Instant askedAt, Instant answeredAt, String medium) {
        static AnswerView of(Wellbeing.Answer one) {
            return new AnswerView(one.item(), one.value(), one.askedAt(), one.answeredAt(), one.medium());
        }
    }

    /** The answers, those of the latest question first. */
    @GET
    @ShowsTexts("wellbeing-read")
    @MayCall({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listAnswers", summary = "Read what somebody answered about how they are")
    public Page<AnswerView> list(
            @Context SecurityContext who, @PathParam("group") long group, @PathParam("member") long id) {
        if (!Caller.of(who).isPerson()) {
            throw Refused.of(List.of(PlaceFault.NOT_READ_BY_PROGRAMS));
        }
        return database.inTransaction(tx -> {
            GroupsResource.find(tx, groups, group);
            return Page.all(wellbeing.of(tx, MembersResource.find(tx, memberships, group, id)).stream()
                    .map(AnswerView::of)
                    .toList());
        });
    }
}
