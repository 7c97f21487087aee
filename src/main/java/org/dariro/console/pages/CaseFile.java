package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Closure;
import org.dariro.conversation.Mentoring;
import org.dariro.conversation.PrivateWordDao.PrivateWords;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Staff;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Actor;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertAction;
import org.dariro.safeguarding.AlertOutcome;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.Watch;
import org.dariro.safeguarding.Watches;
import org.dariro.safeguarding.escalation.HandOver;
import org.dariro.safeguarding.protocol.Protocol;
import org.dariro.safeguarding.protocol.Protocols;
import org.jspecify.annotations.Nullable;

/** Gathers what belongs to an alert for its page. */
@Component
public class CaseFile {
    private static final int BEFORE = 10;
    private static final Set<AlertAction.Kind> CARDS =
            EnumSet.of(AlertAction.Kind.CARD_SENT, AlertAction.Kind.CARD_SENT_BEFORE, AlertAction.Kind.CARD_FAILED);
    private final Alerts alerts;
    private final Watches watches;
    private final Safeguard safeguard;
    private final Protocols protocols;
    private final Groups groups;
    private final GroupLog log;
    private final Memberships memberships;
    private final Members members;
    private final HandOver handOver;
    private final Closure closure;
    private final Mentoring mentoring;
    private final Voices voices;
    private final Writing writing;
    private final Reads reads;
    private final Pulse pulse;
    private final CallsShown calls;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public CaseFile(
            Alerts alerts,
            Watches watches,
            Safeguard safeguard,
            Protocols protocols,
            Groups groups,
            GroupLog log,
            Memberships memberships,
            Members members,
            HandOver handOver,
            Closure closure,
            Mentoring mentoring,
            Voices voices,
            Writing writing,
            Reads reads,
            Pulse pulse,
            CallsShown calls,
            InstantSource clock) {
        this.alerts = alerts;
        this.watches = watches;
        this.safeguard = safeguard;
        this.protocols = protocols;
        this.groups = groups;
        this.log = log;
        this.memberships = memberships;
        this.members = members;
        this.handOver = handOver;
        this.closure = closure;
        this.mentoring = mentoring;
        this.voices = voices;
        this.writing = writing;
        this.reads = reads;
        this.pulse = pulse;
        this.calls = calls;
        this.clock = clock;
    }

    /** A step of the protocol; {@code say} is null where nothing is proposed, {@code by} while it is not done. */
    public record StepLine(
            String name,
            String words,
            @Nullable String say,
            @Nullable String by,
            @Nullable String note) {}

    /**
     * What a form brought along that was not taken, or not yet.
     *
     * @param text what stays in the place to write
     * @param as the chosen voice; null when none was
     * @param words what is wrong with that; null when nothing is
     * @param action why something else was not done; null when nothing went wrong
     * @param form what stands in the other forms; {@code at} says in which
     */
    record Given(
            String text,
            @Nullable String as,
            @Nullable String words,
            @Nullable String action,
            Entered form) {
        static final Given NOTHING = new Given("", null, null, null, Entered.BLANK);

        static Given words(String text, @Nullable String as, @Nullable String fault) {
            return new Given(text, as, fault, null, Entered.BLANK);
        }

        static Given action(Entered form, String fault) {
            return new Given("", null, null, fault, form);
        }
    }

    /** The page; what is in the place to write was there before, or else is the words of {@code step}. */
    Page page(Transaction tx, Visit visit, long id, String step, Given given) {
        String text = given.text();
        Alert alert = alerts.find(tx, id).orElseThrow(PageFault::notFound);
        String now = pulse.of(tx, new Sight.OfAlert(id)); // first: what comes meanwhile is told again
        if (visit.swap()) {
            reads.at(tx, visit, "alert-viewed", "alert", id); // the page is open, and asks by itself
        } else {
            alerts.viewed(tx, alert, visit.actor());
        }
        Optional<Membership> place = alert.membership().flatMap(one -> memberships.find(tx, one));
        Optional<Group> group = alert.group().map(one -> groups.get(tx, one));
        Protocol protocol = protocols.of(alert.category());
        List<AlertAction> actions = alerts.actions(tx, id);
        List<StepLine> steps = steps(protocol, actions, language(tx, alert));
        String words = !text.isEmpty()
                ? text
                : steps.stream()
                        .filter(one -> one.name().equals(step) && one.say() != null)
                        .map(one -> String.valueOf(one.say()))
                        .findFirst()
                        .or(() -> group.flatMap(one -> writing.replies(tx, visit, one).stream()
                                .filter(reply -> reply.key().equals(step))
                                .map(Writing.Reply::text)
                                .findFirst()))
                        .or(() -> writing.begunFrom(tx, visit, id))
                        .orElse("");
        List<Membership> own =
                alert.group().map(one -> voices.of(tx, visit, one)).orElse(List.of());
        Composer composer = composer(tx, visit, group, place, words, given.as());
        Optional<Alert.Claim> claim = alert.claimAt(clock.instant());
        Actor self = alerts.actor(tx, visit.actor());
        Closure.Shown shown = closure.shown(tx, alert);
        return visit.page("alert")
                .with("pulse", now)
                .with("alert", alert)
                .with("severity", Words.label(alert.severity()))
                .with("pieces", Marked.pieces(alert.text(), alert.why()))
                .with("group", group.orElse(null))
                .with("who", place.map(Membership::name).orElseGet(() -> visit.text("no-member")))
                .with("protocol", protocol)
                .with("steps", steps)
                .with("actions", actions)
                .with("calls", calls.of(tx, alert))
                .with("card", card(visit, actions))
                .with("before", before(tx, alert))
                .with("talk", shown.words())
                .with("seen", shown.seen())
                .with("fresh", fresh(shown, given.form()))
                .with("hold", hold(tx, alert).orElse(null))
                .with("claim", claim.orElse(null))
                .with("mine", claim.filter(one -> one.isOf(self)).isPresent())
                .with("closing", alert.closing().orElse(null))
                .with(
                        "outcomes",
                        Arrays.stream(AlertOutcome.values())
                                .map(AlertOutcome::label)
                                .toList())
                .with(
                        "colleagues",
                        handOver.colleagues(tx, alert, visit.actor()).stream()
                                .map(Staff::name)
                                .toList())
                .with("first", alert.isClosedFirstBy(self))
                .with("composer", given.words() == null ? composer : composer.wrong(given.words()))
                .with("begun", !text.isEmpty())
                .with("answering", writing.othersFrom(tx, visit, id))
                .with("form", given.form())
                .with("fault", given.action())
                .with(
                        "replies",
                        group.map(one -> writing.replies(tx, visit, one)).orElse(List.of()))
                .with("place", place.filter(one -> one.memberId().isPresent()).orElse(null))
                .with("muting", muting(tx, visit, alert, place).orElse(null))
                .with("watches", watches(tx, id))
                .with("others", others(tx, visit, alert))
                .with("soon", soon(visit, alert))
                .with(
                        "writes",
                        alert.open() && place.flatMap(Membership::memberId).isPresent() && !own.isEmpty());
    }

    /** The first words that came after those that somebody had read who wanted to close the alert; 0 for none. */
    private static long fresh(Closure.Shown shown, Entered form) {
        long seen = form.number("seen").orElse(Long.MAX_VALUE);
        return shown.words().stream()
                .filter(one -> one.mentor() == null && one.id() > seen)
                .mapToLong(PrivateWords::id)
                .findFirst()
                .orElse(0);
    }

    /** Where a post was reported, its author may be muted. */
    private Optional<Muting> muting(Transaction tx, Visit visit, Alert alert, Optional<Membership> place) {
        return place.filter(one -> alert.source().equals("report"))
                .map(one -> Muting.of(
                        visit,
                        one,
                        one.memberId().flatMap(member -> members.get(tx, member)),
                        clock.instant(),
                        "/console/alerts/" + alert.id(),
                        Entered.BLANK));
    }

    private Composer composer(
            Transaction tx,
            Visit visit,
            Optional<Group> group,
            Optional<Membership> to,
            String words,
            @Nullable String as) {
        return group.isEmpty() || to.isEmpty()
                ? Composer.of(words, Optional.empty(), List.of())
                : writing.composer(
                        tx,
                        visit,
                        group.get(),
                        new Writing.Given(words, as, Long.valueOf(to.get().id()), ""));
    }

    /** The composer with what the words would cost; they are kept as a draft. */
    Composer count(Transaction tx, Visit visit, long id, @Nullable String as, String text) {
        Alert alert = alerts.find(tx, id).orElseThrow(PageFault::notFound);
        writing.keepFrom(tx, visit, id, text);
        return composer(
                tx,
                visit,
                alert.group().map(one -> groups.get(tx, one)),
                alert.membership().flatMap(one -> memberships.find(tx, one)),
                text,
                as);
    }

    /** What became of the crisis card; null when none was due. */
    private static @Nullable String card(Visit visit, List<AlertAction> actions) {
        return actions.stream()
                .filter(action -> CARDS.contains(action.kind()))
                .reduce((one, later) -> later)
                .map(action -> switch (action.kind()) {
                    case CARD_SENT -> visit.text("card-sent", visit.time(action.at()));
                    case CARD_SENT_BEFORE ->
                        visit.text(
                                "card-sent-before",
                                visit.time(Instant.parse(action.detail().orElseThrow())));
                    default -> visit.text("card-failed");
                })
                .orElse(null);
    }

    /** The watches over the person of an alert that count now. */
    List<Watch> watches(Transaction tx, long id) {
        Optional<Long> person = alerts.find(tx, id).flatMap(Alert::member);
        return person.isEmpty()
                ? List.of()
                : watches.now(tx).stream()
                        .filter(watch -> watch.member() == person.get())
                        .toList();
    }

    /** The other open alerts on the same person that the visitor may see. */
    private List<Alert> others(Transaction tx, Visit visit, Alert alert) {
        return alerts.others(tx, alert).stream()
                .filter(other -> visit.sees(other.group()))
                .toList();
    }

    /** What the field for a time begins with: tomorrow at this hour, as late as any alert can be put off. */
    private String soon(Visit visit, Alert alert) {
        Duration ahead = alert.needsTwo() ? Duration.ofHours(20) : Duration.ofHours(24);
        return Moments.field(clock.instant().plus(ahead), visit.zone());
    }

    private Optional<Safeguard.HeldPost> hold(Transaction tx, Alert alert) {
        return alert.sourceId()
                .filter(post -> alert.source().equals("post"))
                .flatMap(post -> safeguard.ofPost(tx, post))
                .filter(held -> held.hold().waits());
    }

    private String language(Transaction tx, Alert alert) {
        return alert.member()
                .flatMap(one -> members.get(tx, one.longValue()))
                .map(Member::language)
                .orElse(Words.ENGLISH);
    }

    private List<StepLine> steps(Protocol protocol, List<AlertAction> actions, String language) {
        Map<String, AlertAction> done = AlertAction.stepsDone(actions);
        List<StepLine> lines = new ArrayList<>();
        for (Protocol.Step step : protocol.steps()) {
            AlertAction action = done.get(step.name());
            String say = step.say().getOrDefault(language, step.say().getOrDefault(Words.ENGLISH, ""));
            lines.add(new StepLine(
                    step.name(),
                    step.words(),
                    say.isEmpty() ? null : say,
                    action == null ? null : action.actor(),
                    action == null ? null : action.note().orElse(null)));
        }
        return lines;
    }

    /** What was said in the group up to the alert. */
    private List<LoggedPost> before(Transaction tx, Alert alert) {
        if (alert.group().isEmpty()) {
            return List.of();
        }
        long last = alert.sourceId()
                .filter(post -> !alert.source().equals("private"))
                .flatMap(post -> log.find(tx, post.longValue()))
                .map(post -> post.post().seq())
                .filter(seq -> seq > 0)
                .orElseGet(() -> log.lastSeq(tx, alert.group().get()) + 1);
        return log.after(tx, alert.group().get(), Math.max(0, last - BEFORE - 1), BEFORE).stream()
                .filter(post ->
                        post.post().seq() < last && !post.post().writtenAt().isAfter(alert.raisedAt()))
                .toList();
    }

    /** Writes to the person; tells what is wrong when nothing was sent. */
    Optional<String> write(Transaction tx, Visit visit, long id, Optional<String> as, String text) {
        Alert alert = alerts.write(tx, id, visit.actor());
        Membership to =
                alert.membership().flatMap(one -> memberships.find(tx, one)).orElseThrow(PageFault::notFound);
        String voice =
                voices.chosen(tx, visit, to.groupId(), as).map(Membership::name).orElse("");
        Attempt<Mentoring.Told> attempt =
                mentoring.tell(tx, groups.get(tx, to.groupId()), to, voice, text, id, visit.actor());
        writing.keepFrom(tx, visit, id, "");
        return attempt.match(done -> Optional.empty(), faults -> Optional.of(Faulty.words(visit, faults)));
    }
}
