package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.AUDITOR;
import static org.dariro.console.StaffRole.CLINICAL_LEAD;
import static org.dariro.console.StaffRole.COORDINATOR;
import static org.dariro.console.StaffRole.MENTOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dariro.conversation.WaitingWords;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.programme.Attention;
import org.dariro.programme.Budgeting;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertQuery;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.Watch;
import org.dariro.safeguarding.Watches;
import org.dariro.safeguarding.lexicon.Editing;
import org.jspecify.annotations.Nullable;

/** What needs somebody now: alerts, the gravest first; held posts; posts that nobody answered; and the way to the groups. */
@Component
@Path("today")
public class TodayPage {
    private static final int MOST = 50;
    private final Database database;
    private final Groups groups;
    private final Memberships memberships;
    private final Alerts alerts;
    private final Watches watches;
    private final Safeguard safeguard;
    private final Attention attention;
    private final WaitingWords waiting;
    private final Budgeting budgeting;
    private final ReadMarkDao marks;
    private final Duties duties;
    private final Editing lexicons;
    private final Reads reads;
    private final CallsShown calls;
    private final AlertRows rows;
    private final Pulse pulse;
    private final Live live;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public TodayPage(
            Database database,
            Groups groups,
            Memberships memberships,
            Alerts alerts,
            Watches watches,
            Safeguard safeguard,
            Attention attention,
            WaitingWords waiting,
            Budgeting budgeting,
            ReadMarkDao marks,
            Duties duties,
            Editing lexicons,
            Reads reads,
            CallsShown calls,
            AlertRows rows,
            Pulse pulse,
            Live live) {
        this.database = database;
        this.groups = groups;
        this.memberships = memberships;
        this.alerts = alerts;
        this.watches = watches;
        this.safeguard = safeguard;
        this.attention = attention;
        this.waiting = waiting;
        this.budgeting = budgeting;
        this.marks = marks;
        this.duties = duties;
        this.lexicons = lexicons;
        this.reads = reads;
        this.calls = calls;
        this.rows = rows;
        this.pulse = pulse;
        this.live = live;
    }

    /**
     * Something that waits.
     *
     * @param tone a class of the style sheet: {@code critical}, {@code high}, ...
     * @param group its name; null for what belongs to none
     */
    public record Row(
            String href, String tone, String what, @Nullable String group, String who, String text, Instant at) {}

    /** A group, and how many of its posts the user has not seen. */
    public record Circle(long id, String name, long unread) {
        /** Its page, at the first of them. */
        public String href() {
            return "/console/groups/" + id + (unread > 0 ? "#new" : "");
        }
    }

    /** Somebody who has been silent, {@code last} null for somebody who never wrote; or who answered low, then. */
    public record Quiet(
            long place,
            String nickname,
            String group,
            @Nullable Instant last) {}

    /** Somebody who is watched over. */
    public record Watched(long alert, String nickname, Instant until, String by) {}

    /** The page. */
    @GET
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR, AUDITOR})
    public Page show(@Context SecurityContext caller) {
        Visit visit = Visit.of(caller);
        return database.inTransaction(tx -> page(tx, visit));
    }

    /** Tells the open page that there is something new in the groups of its user. */
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @For({MENTOR, CLINICAL_LEAD, COORDINATOR, ADMINISTRATOR})
    public void events(
            @Context SecurityContext caller,
            @Context SseEventSink sink,
            @Context Sse sse,
            @QueryParam("pulse") @Nullable String asked,
            @HeaderParam("Last-Event-ID") @Nullable String last) {
        Visit visit = Visit.of(caller);
        Set<Long> own = database.inTransaction(tx -> own(tx, visit).keySet());
        live.open(sink, sse, new Sight.OfToday(own), asked, last);
    }

    private Map<Long, Group> own(Transaction tx, Visit visit) {
        return groups.all(tx).stream()
                .filter(group -> !group.closed() && visit.sees(group.id()))
                .collect(Collectors.toMap(Group::id, Function.identity(), (one, other) -> one, java.util.TreeMap::new));
    }

    private Page page(Transaction tx, Visit visit) {
        Map<Long, Group> own = own(tx, visit);
        String now = pulse.of(tx, new Sight.OfToday(own.keySet())); // first: what comes meanwhile is told again
        Attention.Wanted wanted = attention.of(tx, own.keySet());
        return visit.page("today")
                .with("pulse", now)
                .with("groups", circles(tx, visit, own))
                .with("duties", duties.of(tx, visit, own.values()))
                .with("watched", watched(tx, visit))
                .with("alertCount", visit.seesNothing() ? 0 : alerts.count(tx, waitingAlerts(visit)))
                .with("alerts", alerts(tx, visit))
                .with("waiting", waiting(tx, visit, own))
                .with("holds", holds(tx, visit, own))
                .with(
                        "unanswered",
                        wanted.unanswered().stream()
                                .limit(MOST)
                                .map(one -> unanswered(visit, one, own))
                                .toList())
                .with("low", low(visit, wanted, own))
                .with(
                        "silent",
                        wanted.silent().stream()
                                .limit(MOST)
                                .map(one -> new Quiet(
                                        one.place().id(),
                                        one.place().name(),
                                        name(own, one.place()),
                                        one.last().orElse(null)))
                                .toList())
                .with(
                        "lexiconFaults",
                        LexiconsPage.mayEdit(visit) ? lexicons.faults(tx).size() : 0)
                .with("unchecked", CrisisLines.unchecked(visit, safeguard, own.values()))
                .with("money", money(tx, visit));
    }

    /** Answers are not for auditors, not even that they were low. */
    private static List<Quiet> low(Visit visit, Attention.Wanted wanted, Map<Long, Group> own) {
        if (!visit.is("mentor", "clinical-lead", "coordinator", "administrator")) {
            return List.of();
        }
        return wanted.low().stream()
                .limit(MOST)
                .map(one -> new Quiet(one.place().id(), one.place().name(), name(own, one.place()), one.since()))
                .toList();
    }

    private static String name(Map<Long, Group> groups, Membership place) {
        Group group = groups.get(place.groupId());
        return group == null ? "" : group.name();
    }

    private List<Circle> circles(Transaction tx, Visit visit, Map<Long, Group> own) {
        Map<Long, Long> unread = marks.unread(tx, visit.user().id(), own.keySet());
        return own.values().stream()
                .map(group -> new Circle(group.id(), group.name(), unread.getOrDefault(group.id(), 0L)))
                .toList();
    }

    private List<Watched> watched(Transaction tx, Visit visit) {
        List<Watch> found = watches.now(tx).stream()
                .filter(watch -> visit.sees(watch.group()))
                .limit(MOST)
                .toList();
        Map<Long, Membership> places = memberships.byIds(
                tx, found.stream().flatMap(watch -> watch.membership().stream()).toList());
        return found.stream()
                .map(watch -> new Watched(
                        watch.alert(),
                        watch.membership()
                                .map(places::get)
                                .map(Membership::name)
                                .orElseGet(() -> visit.text("no-member")),
                        watch.until(),
                        watch.placedBy()))
                .toList();
    }

    /** Those who hold the money are told where it goes wrong. */
    private List<Row> money(Transaction tx, Visit visit) {
        if (!visit.is("coordinator", "administrator")) {
            return List.of();
        }
        return budgeting.warnings(tx).stream()
                .map(warning -> new Row(
                        warning.group()
                                .map(group -> "/console/groups/" + group.id() + "/spend")
                                .orElse("/console/spend"),
                        Words.label(warning.kind()),
                        visit.named("alarm", Words.label(warning.kind())),
                        null,
                        warning.group().map(Group::name).orElseGet(() -> visit.text("money-programme")),
                        visit.named("alarm-do", Words.label(warning.kind())),
                        warning.at()))
                .toList();
    }

    private static AlertQuery waitingAlerts(Visit visit) {
        return new AlertQuery(AlertQuery.Kind.NOW, visit.onlyGroups(), Optional.empty(), Optional.empty(), 0, MOST);
    }

    private List<AlertRows.Row> alerts(Transaction tx, Visit visit) {
        if (visit.seesNothing()) {
            return List.of();
        }
        CallsShown.Open called = calls.open(tx, visit);
        Map<Long, Alert> first = new LinkedHashMap<>();
        called.unanswered().forEach(alert -> first.put(alert.id(), alert));
        alerts.list(tx, waitingAlerts(visit)).forEach(alert -> first.putIfAbsent(alert.id(), alert));
        List<Alert> open = first.values().stream().limit(MOST).toList();
        return rows.of(tx, visit, open, called);
    }

    private List<Row> holds(Transaction tx, Visit visit, Map<Long, Group> own) {
        if (visit.seesNothing()) {
            return List.of();
        }
        return safeguard.waiting(tx, visit.onlyGroups(), 0, MOST).stream()
                .map(held -> row(
                        held.post(),
                        own,
                        "#hold-" + held.hold().id(),
                        visit.named("held", held.hold().reason())))
                .toList();
    }

    /** Who wrote to the mentors and has no answer. */
    private List<Row> waiting(Transaction tx, Visit visit, Map<Long, Group> own) {
        // also of groups that are closed: their members may still write to the mentors
        Map<Long, Group> seen = groups.all(tx).stream()
                .filter(group -> visit.sees(group.id()))
                .collect(Collectors.toMap(Group::id, Function.identity()));
        List<WaitingWords.Wait> waits = waiting.of(tx, seen.keySet(), MOST);
        Map<Long, Membership> places = memberships.byIds(
                tx, waits.stream().map(wait -> wait.first().membership()).toList());
        waits.forEach(wait ->
                reads.at(tx, visit, "private-words-read", "place", wait.first().membership()));
        return waits.stream()
                .map(wait -> {
                    Membership place =
                            Objects.requireNonNull(places.get(wait.first().membership()));
                    return new Row(
                            "/console/members/" + place.id() + "#private",
                            "low",
                            visit.text("private-number", wait.number()),
                            name(own, place),
                            place.name(),
                            wait.first().text(),
                            wait.first().at());
                })
                .toList();
    }

    private static Row unanswered(Visit visit, Attention.Unanswered one, Map<Long, Group> own) {
        String what = visit.text(one.first() ? "unanswered-first" : "unanswered-post");
        return row(one.post(), own, "#post-" + one.post().post().seq(), what);
    }

    private static Row row(LoggedPost post, Map<Long, Group> own, String place, String what) {
        Group group = own.get(post.post().groupId());
        return new Row(
                "/console/groups/" + post.post().groupId() + place,
                "low",
                what,
                group == null ? "-" : group.name(),
                post.nickname(),
                post.post().text(),
                post.post().writtenAt());
    }
}
