package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Mentoring;
import org.dariro.conversation.PostPrice;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** A group's conversation, and the place to write to it. */
@Component
@Path("groups/{group}")
public class GroupPage {
    private final Database database;
    private final Groups groups;
    private final Talk talk;
    private final Voices voices;
    private final Mentoring mentoring;
    private final PostPrice price;
    private final Reads reads;
    private final Pulse pulse;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public GroupPage(
            Database database,
            Groups groups,
            Talk talk,
            Voices voices,
            Mentoring mentoring,
            PostPrice price,
            Reads reads,
            Pulse pulse) {
        this.database = database;
        this.groups = groups;
        this.talk = talk;
        this.voices = voices;
        this.mentoring = mentoring;
        this.price = price;
        this.reads = reads;
        this.pulse = pulse;
    }

    private Page page(Transaction tx, Visit visit, long id, long before, String template) {
        Group group = groups.get(tx, id);
        reads.at(tx, visit, "group-read", "group", id);
        return visit.page(template)
                .with("group", group)
                .with("part", talk.part(tx, group, before))
                .with("holdFault", null)
                .with("pulse", pulse.of(tx, id));
    }

    private Composer composer(Transaction tx, Visit visit, long group, String text, @Nullable String as) {
        List<Membership> all = voices.of(tx, visit, group);
        return Composer.of(text, voices.chosen(tx, visit, group, Optional.ofNullable(as)), all);
    }

    /** The page. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller,
            @PathParam("group") long group,
            @QueryParam("before") @Nullable String before) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx ->
                page(tx, visit, group, number(before), "group").with("composer", composer(tx, visit, group, "", null)));
    }

    private static long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** The conversation alone, as it is now. */
    @GET
    @Path("thread")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page thread(@Context SecurityContext caller, @PathParam("group") long group) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> page(tx, visit, group, 0, "group-thread"));
    }

    /** What the words so far would cost. */
    @POST
    @Path("count")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page count(
            @Context SecurityContext caller,
            @PathParam("group") long group,
            @FormParam("text") @Nullable String text,
            @FormParam("as") @Nullable String as) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> visit.page("composer-count")
                .with("group", groups.get(tx, group))
                .with("composer", counted(tx, visit, group, clean(text), as)));
    }

    private Composer counted(Transaction tx, Visit visit, long group, String text, @Nullable String as) {
        Composer composer = composer(tx, visit, group, text, as);
        return text.isEmpty()
                ? composer
                : composer.counting(price.post(
                        tx, groups.get(tx, group), voices.chosen(tx, visit, group, Optional.ofNullable(as)), text));
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : Cleaning.clean(text);
    }

    /** Swaps the characters that cost extra, or sends the words. */
    @POST
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Response post(
            @Context SecurityContext caller,
            @PathParam("group") long group,
            @FormParam("text") @Nullable String given,
            @FormParam("as") @Nullable String as,
            @FormParam("do") @Nullable String what) {
        Visit visit = Visit.of(caller);
        String text = clean(given);
        String template = visit.swap() ? "group-chat" : "group";
        if ("swap".equals(what) || "count".equals(what)) {
            String swapped = "swap".equals(what) ? PostPrice.plain(text) : text;
            return Response.ok(
                            database.inTransaction(tx -> page(tx, visit, group, 0, template)
                                    .with("composer", counted(tx, visit, group, swapped, as))),
                            Pages.HTML)
                    .build();
        }
        Optional<String> fault = database.inTransaction(tx -> {
            String voice = voices.chosen(tx, visit, group, Optional.ofNullable(as))
                    .map(Membership::name)
                    .orElse("");
            Attempt<Mentoring.Posted> attempt = mentoring.post(tx, groups.get(tx, group), voice, text, visit.actor());
            return attempt.match(done -> Optional.<String>empty(), faults -> Optional.of(Faulty.words(visit, faults)));
        });
        if (fault.isEmpty() && !visit.swap()) {
            return Pages.to("/console/groups/" + group + "#write");
        }
        Page page = database.inTransaction(tx -> {
            Composer composer = counted(tx, visit, group, fault.isPresent() ? text : "", as);
            return page(tx, visit, group, 0, template)
                    .with("composer", fault.map(composer::wrong).orElse(composer));
        });
        return fault.isEmpty() ? Response.ok(page, Pages.HTML).build() : Pages.wrong(page);
    }
}
