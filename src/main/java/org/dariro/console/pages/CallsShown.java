package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertAction;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.escalation.Escalation;
import org.dariro.safeguarding.escalation.Running;
import org.jspecify.annotations.Nullable;

/** Who was called about alerts, by which number, and what comes next, for pages. */
@Component
public class CallsShown {
    private static final int MOST = 6;
    private final Escalation escalation;
    private final Alerts alerts;
    private final StaffRoll staff;
    private final InstantSource clock;

    @Inject
    public CallsShown(Escalation escalation, Alerts alerts, StaffRoll staff, InstantSource clock) {
        this.escalation = escalation;
        this.alerts = alerts;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * That somebody was called.
     *
     * @param answered when this person took the alert, where it was this call's answer; null else
     */
    public record Call(String name, Instant at, @Nullable Instant answered) {}

    /**
     * The calls about an alert.
     *
     * @param number what the text said, and is answered with
     * @param calls the latest, the oldest of them first
     * @param before how many there were before these
     * @param next when somebody is called next; null when nobody has to be
     * @param oneMore whether that is one more person; else it is the coordinators
     * @param unanswered whether all were called, and nobody has the alert
     */
    public record Calls(
            int number,
            List<Call> calls,
            int before,
            @Nullable Instant next,
            boolean oneMore,
            boolean unanswered) {}

    /** The calls about an alert; null when nobody had to be called. */
    @Nullable
    Calls of(Transaction tx, Alert alert) {
        return escalation.of(tx, alert.id()).map(run -> calls(tx, alert, run)).orElse(null);
    }

    private Calls calls(Transaction tx, Alert alert, Running run) {
        Map<Long, Staff> people = staff.all(tx).stream().collect(Collectors.toMap(Staff::id, one -> one));
        List<AlertAction> taken = alerts.actions(tx, alert.id()).stream()
                .filter(action ->
                        action.kind() == AlertAction.Kind.CLAIMED || action.kind() == AlertAction.Kind.TAKEN_OVER)
                .toList();
        List<Call> all = escalation.pages(tx, alert.id()).stream()
                .map(page -> call(Optional.ofNullable(people.get(page.staff())), page.at(), taken))
                .toList();
        boolean rests = !alert.open() || alert.claimAt(clock.instant()).isPresent();
        return new Calls(
                run.number(),
                all.subList(Math.max(0, all.size() - MOST), all.size()),
                Math.max(0, all.size() - MOST),
                rests || run.step() < 0 ? null : run.next().orElse(null), // at first only who has them is told
                escalation.callsOneMore(alert.severity(), run),
                !rests && escalation.isUnanswered(alert.severity(), run));
    }

    /** A call is answered by the person called, when they first take the alert after it. */
    private static Call call(Optional<Staff> person, Instant at, List<AlertAction> taken) {
        return new Call(
                person.map(Staff::name).orElse("-"),
                at,
                taken.stream()
                        .filter(action -> !action.at().isBefore(at)
                                && person.filter(one -> one.actor().equalsIgnoreCase(action.actor())
                                                || one.name().equalsIgnoreCase(action.actor()))
                                        .isPresent())
                        .map(AlertAction::at)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    /**
     * The alerts that people are called about.
     *
     * @param numbers what the texts say, by alert
     * @param unanswered those that nobody has answered, and nobody has, the longest first
     */
    record Open(Map<Long, Integer> numbers, List<Alert> unanswered) {
        static final Open NOTHING = new Open(Map.of(), List.of());
    }

    /** The alerts that people are called about and that a visitor sees. */
    Open open(Transaction tx, Visit visit) {
        Map<Long, Integer> numbers = new HashMap<>();
        List<Alert> unanswered = escalation.open(tx).stream()
                .peek(run -> numbers.put(run.alert(), run.number()))
                .filter(run -> run.next().isPresent())
                .flatMap(run -> alerts
                        .find(tx, run.alert())
                        .filter(alert -> visit.sees(alert.group())
                                && alert.claimAt(clock.instant()).isEmpty()
                                && escalation.isUnanswered(alert.severity(), run))
                        .stream())
                .toList();
        return new Open(numbers, unanswered);
    }
}
