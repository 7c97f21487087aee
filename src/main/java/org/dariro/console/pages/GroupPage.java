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
import java.util.Objects;
import java.util.Optional;
import org.dariro.conversation.PostPrice;
import org.dariro.group.Group;
import org.dariro.group.Groups;
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
    private final Writing writing;
    private final ReadMarkDao marks;
    private final Reads reads;
    private final Pulse pulse;

    @Inject
    public GroupPage(
            Database database, Groups groups, Talk talk, Writing writing, ReadMarkDao marks, Reads reads, Pulse pulse) {
        this.database = database;
        this.groups = groups;
        this.talk = talk;
        this.writing = writing;
        this.marks = marks;
        this.reads = reads;
        this.pulse = pulse;
    }

    /**
     * The conversation; the user has read it by that.
     *
     * @param seen how far they had when they opened the page; null to ask the table
     */
    private Page page(
            Transaction tx, Visit visit, long id, long before, ReadMarkDao.@Nullable Mark seen, String template) {
        Group group = groups.get(tx, id);
        reads.at(tx, visit, "group-read", "group", id);
        long user = visit.user().id();
        String now = pulse.of(tx, id); // before the conversation: what comes meanwhile is told again rather than never
        long words = marks.lastWords(tx, id);
        Talk.Part part = talk.part(
                tx, group, before, seen != null ? seen : marks.of(tx, user, id).orElse(ReadMarkDao.Mark.NOTHING));
        if (part.latest()) {
            marks.set(tx, user, id, new ReadMarkDao.Mark(part.last(), words));
        }
        return visit.page(template)
                .with("group", group)
                .with("part", part)
                .with("others", writing.others(tx, visit, id))
                .with("decision", Decision.NOTHING)
                .with("undone", null)
                .with("pulse", now);
    }

    private Page with(Transaction tx, Visit visit, Page page, long id, Writing.Given given, @Nullable String fault) {
        return with(tx, visit, page, id, given, fault, false);
    }

    private Page with(
            Transaction tx,
            Visit visit,
            Page page,
            long id,
            Writing.Given given,
            @Nullable String fault,
            boolean asked) {
        Group group = groups.get(tx, id);
        Composer composer = writing.composer(tx, visit, group, given);
        return page.with("composer", fault == null ? composer : asked ? composer.asking(fault) : composer.wrong(fault))
                .with("around", writing.around(tx, visit, group, given));
    }

    /**
     * What was not done about a held post.
     *
     * @param reason as it was typed
     * @param fault why it was not done
     */
    public record Decision(long hold, String reason, String fault) {
        static final Decision NOTHING = new Decision(0, "", "");

        /** Whether it was about a post. */
        public boolean on(long other) {
            return hold == other;
        }
    }

    /** The page after something was not done about a held post, with what was typed. */
    Page undecided(Transaction tx, Visit visit, long id, Decision decision) {
        Page page = page(tx, visit, id, 0, null, "group");
        boolean there = page.shows().get("part") instanceof Talk.Part part
                && part.lines().stream().anyMatch(line -> Objects.equals(line.hold(), decision.hold()));
        Writing.Given begun = writing.begun(tx, visit, groups.get(tx, id), null, null);
        return with(tx, visit, page, id, begun, null)
                .with("decision", decision)
                .with("undone", there ? null : decision.fault());
    }

    /** The page; to write to one member, or with saved words in the place to write, when that is asked for. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page show(
            @Context SecurityContext caller,
            @PathParam("group") long group,
            @QueryParam("before") @Nullable String before,
            @QueryParam("to") @Nullable String to,
            @QueryParam("say") @Nullable String say) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> {
            Writing.Given begun = writing.begun(tx, visit, groups.get(tx, group), place(to), say);
            return with(tx, visit, page(tx, visit, group, number(before), null, "group"), group, begun, null);
        });
    }

    private static long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static @Nullable Long place(@Nullable String text) {
        long id = number(text);
        return id == 0 ? null : Long.valueOf(id);
    }

    /** The conversation alone, as it is now. */
    @GET
    @Path("thread")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page thread(
            @Context SecurityContext caller,
            @PathParam("group") long group,
            @QueryParam("seen") @Nullable String seen,
            @QueryParam("words") @Nullable String words) {
        Visit visit = Visit.of(caller);
        ReadMarkDao.Mark mark = seen == null ? null : new ReadMarkDao.Mark(number(seen), number(words));
        return database.inTransaction(tx -> page(tx, visit, group, 0, mark, "group-thread"));
    }

    /** What the words so far would cost; they are kept as a draft. */
    @POST
    @Path("count")
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public Page count(
            @Context SecurityContext caller,
            @PathParam("group") long id,
            @FormParam("text") @Nullable String text,
            @FormParam("as") @Nullable String as,
            @FormParam("to") @Nullable String to) {
        Visit visit = Visit.of(caller);
        Writing.Given given = new Writing.Given(clean(text), as, place(to), "");
        return database.inTransaction(tx -> {
            Group group = groups.get(tx, id);
            writing.keep(tx, visit, group, given);
            return visit.page("composer-count")
                    .with("group", group)
                    .with("composer", writing.composer(tx, visit, group, given));
        });
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : Cleaning.clean(text);
    }

    /** Swaps the characters that cost extra, or sends the words; asks once before, when there is something in them to be asked about. */
    @POST
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    @SuppressWarnings("TooManyParameters")
    public Response post(
            @Context SecurityContext caller,
            @PathParam("group") long id,
            @FormParam("text") @Nullable String text,
            @FormParam("as") @Nullable String as,
            @FormParam("to") @Nullable String to,
            @FormParam("at") @Nullable String at,
            @FormParam("do") @Nullable String what) {
        Visit visit = Visit.of(caller);
        String wanted = what == null ? "send" : what;
        String later = wanted.endsWith("later") ? (at == null || at.isBlank() ? "?" : at.strip()) : "";
        Writing.Given given = new Writing.Given(clean(text), as, place(to), later);
        String template = visit.swap() ? "group-chat" : "group";
        if (wanted.equals("swap") || wanted.equals("count")) {
            Writing.Given counted = wanted.equals("swap") ? given.saying(PostPrice.plain(given.text())) : given;
            return Response.ok(
                            database.inTransaction(tx -> {
                                writing.keep(tx, visit, groups.get(tx, id), counted);
                                return with(tx, visit, page(tx, visit, id, 0, null, template), id, counted, null);
                            }),
                            Pages.HTML)
                    .build();
        }
        Optional<String> question = wanted.startsWith("sure")
                ? Optional.empty()
                : database.inTransaction(tx -> writing.question(visit, groups.get(tx, id), given));
        Optional<String> fault = question.isPresent()
                ? question
                : database.inTransaction(tx -> writing.send(tx, visit, groups.get(tx, id), given));
        if (fault.isEmpty() && !visit.swap()) {
            return Pages.to("/console/groups/" + id + "#write");
        }
        Page page = database.inTransaction(tx -> with(
                tx,
                visit,
                page(tx, visit, id, 0, null, template),
                id,
                fault.isPresent() ? given : new Writing.Given("", as, null, ""),
                fault.orElse(null),
                question.isPresent()));
        return fault.isEmpty() ? Response.ok(page, Pages.HTML).build() : Pages.wrong(page);
    }
}
