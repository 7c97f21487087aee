package org.dariro.console.api;

import static org.dariro.console.api.AlertView.or;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.dariro.console.StaffRole;
import org.dariro.conversation.Closure;
import org.dariro.conversation.Mentoring;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertAction;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.Reports;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.protocol.Protocol;
import org.dariro.safeguarding.protocol.Protocols;
import org.jspecify.annotations.Nullable;

/** One alert with all that lies around it: gathers it for a caller who may see it, and lets them act on it. */
@Component
public class AlertDesk {
    private static final int CONTEXT = 6;
    private final Database database;
    private final Alerts alerts;
    private final Safeguard safeguard;
    private final Reports reports;
    private final Protocols protocols;
    private final Groups groups;
    private final GroupLog log;
    private final Memberships memberships;
    private final Members members;
    private final Closure closure;
    private final Mentoring mentoring;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public AlertDesk(
            Database database,
            Alerts alerts,
            Safeguard safeguard,
            Reports reports,
            Protocols protocols,
            Groups groups,
            GroupLog log,
            Memberships memberships,
            Members members,
            Closure closure,
            Mentoring mentoring,
            InstantSource clock) {
        this.database = database;
        this.alerts = alerts;
        this.safeguard = safeguard;
        this.reports = reports;
        this.protocols = protocols;
        this.groups = groups;
        this.log = log;
        this.memberships = memberships;
        this.members = members;
        this.closure = closure;
        this.mentoring = mentoring;
        this.clock = clock;
    }

    /** The alert, if the caller may see it. */
    private Alert find(Transaction tx, Caller caller, long id) {
        return alerts.find(tx, id)
                .filter(alert -> caller.sees(alert.group()))
                .orElseThrow(() -> Refused.notFound("alert"));
    }

    private <T> T working(Function<Transaction, T> work) {
        try {
            return database.inTransaction(work);
        } catch (AlertFault fault) {
            throw switch (fault.reason()) {
                case NOT_FOUND -> Refused.notFound("alert");
                case NO_SUCH_STEP -> Refused.notFound("step of this alert's protocol");
                case NOT_AHEAD, TOO_FAR -> Refused.invalid("until", fault.words());
                case NO_COLLEAGUE -> Refused.invalid("to", fault.words());
                case NEW_WORDS -> Refused.conflict("seen", fault.words());
                default -> Refused.conflict(fault.words());
            };
        }
    }

    /** Does something about the alert, and shows it as it then is. */
    AlertView act(Caller caller, long id, BiConsumer<Transaction, String> action) {
        return working(tx -> {
            find(tx, caller, id);
            action.accept(tx, caller.getName());
            return view(tx, find(tx, caller, id));
        });
    }

    private AlertView view(Transaction tx, Alert alert) {
        Map<Long, Membership> places =
                memberships.byIds(tx, alert.membership().stream().toList());
        return AlertView.of(alert, places, clock.instant());
    }

    /** Writes to the person in private. */
    MessagesResource.MessageView write(Caller caller, long id, String as, String text) {
        return working(tx -> {
            find(tx, caller, id);
            Alert alert = alerts.write(tx, id, caller.getName());
            Membership to = memberships
                    .find(tx, alert.membership().orElseThrow())
                    .orElseThrow(() -> Refused.notFound("member of this alert"));
            return MessagesResource.MessageView.of(Refused.unlessDone(
                    mentoring.tell(tx, groups.get(tx, to.groupId()), to, as, text, alert.id(), caller.getName())));
        });
    }

    /** The alert with all that belongs to it. */
    AlertCase show(Caller caller, long id) {
        return working(tx -> {
            Alert alert = find(tx, caller, id);
            alerts.viewed(tx, alert, caller.getName());
            List<AlertAction> actions = alerts.actions(tx, id);
            Closure.Shown shown = closure.shown(tx, alert);
            Optional<Member> person = alert.member().flatMap(one -> members.get(tx, one.longValue()));
            String language = person.map(Member::language).orElse(Messages.ENGLISH);
            Optional<Safeguard.HeldPost> held = alert.sourceId().flatMap(post -> safeguard.ofPost(tx, post));
            return new AlertCase(
                    view(tx, alert),
                    protocol(protocols.of(alert.category()), actions, language),
                    actions.stream().map(AlertDesk::action).toList(),
                    or(held.map(HoldView::of)),
                    before(tx, alert),
                    shown.words().stream()
                            .map(words -> new AlertCase.WordsView(words.id(), words.mentor(), words.text(), words.at()))
                            .toList(),
                    alerts.others(tx, alert).stream().map(one -> view(tx, one)).toList(),
                    reporters(tx, caller, alert),
                    shown.seen());
        });
    }

    /** Who reported is not for mentors to know, one of whom may be meant. */
    private @Nullable List<String> reporters(Transaction tx, Caller caller, Alert alert) {
        if (!alert.source().equals("report")
                || !(caller.is(StaffRole.COORDINATOR) || caller.is(StaffRole.ADMINISTRATOR))) {
            return null;
        }
        return memberships.byIds(tx, reports.reporters(tx, alert.id())).values().stream()
                .map(Membership::name)
                .sorted()
                .toList();
    }

    private AlertCase.ProtocolView protocol(Protocol protocol, List<AlertAction> actions, String language) {
        Map<String, AlertAction> done = AlertAction.stepsDone(actions);
        return new AlertCase.ProtocolView(
                protocol.category(),
                protocol.title(),
                protocol.steps().stream()
                        .map(step -> step(step, Optional.ofNullable(done.get(step.name())), language))
                        .toList(),
                protocol.emergency(),
                protocol.avoid(),
                protocol.source(),
                or(protocol.reviewed().map(String::valueOf)));
    }

    private static AlertCase.StepView step(Protocol.Step step, Optional<AlertAction> done, String language) {
        Optional<String> own = Optional.ofNullable(step.say().get(language));
        return new AlertCase.StepView(
                step.name(),
                step.words(),
                or(own.or(() -> Optional.ofNullable(step.say().get("en")))),
                or(done.map(AlertAction::actor)),
                or(done.map(AlertAction::at)),
                or(done.flatMap(AlertAction::note)));
    }

    private static AlertCase.ActionView action(AlertAction action) {
        return new AlertCase.ActionView(
                action.at(), action.actor(), action.kind().label(), or(action.detail()), or(action.note()));
    }

    /** What was said in the group before the alert's text. */
    private List<AlertCase.SaidView> before(Transaction tx, Alert alert) {
        if (alert.group().isEmpty()) {
            return List.of();
        }
        long group = alert.group().get();
        long last = alert.sourceId()
                .flatMap(post -> log.find(tx, post))
                .map(LoggedPost::post)
                .filter(post -> post.seq() > 0)
                .map(post -> post.seq())
                .orElseGet(() -> log.lastSeq(tx, group));
        return log.after(tx, group, Math.max(0, last - CONTEXT), CONTEXT).stream()
                .filter(post -> post.post().writtenAt().compareTo(alert.raisedAt()) <= 0)
                .map(post -> new AlertCase.SaidView(
                        post.post().seq(),
                        post.nickname(),
                        post.post().text(),
                        post.post().writtenAt()))
                .toList();
    }
}
