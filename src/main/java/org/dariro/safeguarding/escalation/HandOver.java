package org.dariro.safeguarding.escalation;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dariro.delivery.Kind;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.Line;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.AlertFault.Reason;
import org.dariro.safeguarding.Alerts;

/** Gives an alert to a colleague, and tells that person so by SMS: whoever does not look at the console must hear of it. */
@Component
public class HandOver {
    private final Alerts alerts;
    private final StaffRoll staff;
    private final Members members;
    private final Memberships memberships;
    private final Callees callees;
    private final Outbox outbox;
    private final Messages messages;
    private final AuditLog audit;

    @Inject
    public HandOver(
            Alerts alerts,
            StaffRoll staff,
            Members members,
            Memberships memberships,
            Callees callees,
            Outbox outbox,
            Messages messages,
            AuditLog audit) {
        this.alerts = alerts;
        this.staff = staff;
        this.members = members;
        this.memberships = memberships;
        this.callees = callees;
        this.outbox = outbox;
        this.messages = messages;
        this.audit = audit;
    }

    /**
     * Those to whom somebody may hand an alert, the longest known first: the mentors who serve its group, and all who are
     * more than a mentor and so answer for every group; not whom it is about, nor who closed it first.
     */
    public List<Staff> colleagues(Transaction tx, Alert alert, String by) {
        Set<Long> first = alerts.first(tx, alert);
        return answering(tx, alert, by)
                .filter(one -> !one.isPerson(alert.member(), alert.membership()))
                .filter(one -> !first.contains(one.id()))
                .toList();
    }

    private Stream<Staff> answering(Transaction tx, Alert alert, String by) {
        Set<Long> self = alerts.actor(tx, by).same();
        return staff.all(tx).stream()
                .filter(one -> !one.ended() && !self.contains(one.id()))
                .filter(one -> one.role() != Staff.Role.MENTOR
                        || alert.group().flatMap(one::serviceIn).isPresent());
    }

    /** One of them by name or id, or by the nickname of a mentor's place in the group. A place that nobody answers for is none. */
    private Optional<Staff> colleague(Transaction tx, Alert alert, String by, String name) {
        List<Staff> all = answering(tx, alert, by).toList();
        return all.stream()
                .filter(one -> one.name().equalsIgnoreCase(name)
                        || Long.toString(one.id()).equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> place(tx, alert, one)
                                .filter(place -> place.name().equalsIgnoreCase(name))
                                .isPresent())
                        .findFirst());
    }

    private Optional<Membership> place(Transaction tx, Alert alert, Staff one) {
        return alert.group()
                .flatMap(one::serviceIn)
                .flatMap(Staff.Service::membership)
                .flatMap(place -> memberships.find(tx, place));
    }

    /**
     * Does so; tells whether that person could be told by SMS.
     *
     * @param name of the colleague, or that person's id, or nickname in the group
     * @throws AlertFault when there is no such colleague, that person may not have it, or {@code by} may not act on it
     */
    public boolean give(Transaction tx, long id, String by, String name, String note) {
        Alert alert = alerts.find(tx, id).orElseThrow(() -> AlertFault.of(Reason.NOT_FOUND));
        Staff person = colleague(tx, alert, by, name).orElseThrow(() -> AlertFault.of(Reason.NO_COLLEAGUE));
        alerts.handOver(tx, id, by, person.actor(), note);
        Optional<Long> group = alert.group();
        Optional<Member> phone =
                person.memberId().flatMap(one -> members.get(tx, one)).filter(one -> !one.stopped());
        Optional<Line> line = phone.flatMap(one -> callees.line(tx, group, one));
        line.ifPresent(from -> {
            outbox.send(
                    tx,
                    from,
                    phone.orElseThrow(),
                    group.orElse(null),
                    Kind.SAFETY,
                    messages.text(
                            person.language(),
                            "staff-handed",
                            Map.of("group", callees.name(tx, group).orElse("-"), "name", by)));
            audit.add(
                    tx,
                    AuditEntry.of(AuditEntry.SERVICE, "paged")
                            .on("alert", id)
                            .on("staff", person.id())
                            .saying("handed over"));
        });
        return line.isPresent();
    }
}
