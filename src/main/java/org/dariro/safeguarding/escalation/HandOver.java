package org.dariro.safeguarding.escalation;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.dariro.delivery.Kind;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.Line;
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
import org.dariro.safeguarding.Alerts;

/** Gives an alert to a colleague, and tells that person so by SMS: whoever does not look at the console must hear of it. */
@Component
public class HandOver {
    private final Alerts alerts;
    private final StaffRoll staff;
    private final Members members;
    private final Callees callees;
    private final Outbox outbox;
    private final Messages messages;
    private final AuditLog audit;

    @Inject
    public HandOver(
            Alerts alerts,
            StaffRoll staff,
            Members members,
            Callees callees,
            Outbox outbox,
            Messages messages,
            AuditLog audit) {
        this.alerts = alerts;
        this.staff = staff;
        this.members = members;
        this.callees = callees;
        this.outbox = outbox;
        this.messages = messages;
        this.audit = audit;
    }

    /** Does so; tells whether that person could be told by SMS. */
    public boolean give(Transaction tx, long id, String by, String to, String note) {
        alerts.handOver(tx, id, by, to, note);
        Optional<Long> group = alerts.find(tx, id).flatMap(Alert::group);
        Optional<Staff> person = staff.named(tx, to);
        Optional<Member> phone = person.flatMap(Staff::memberId)
                .flatMap(one -> members.get(tx, one))
                .filter(one -> !one.stopped());
        Optional<Line> line = phone.flatMap(one -> callees.line(tx, group, one));
        line.ifPresent(from -> {
            outbox.send(
                    tx,
                    from,
                    phone.orElseThrow(),
                    group.orElse(null),
                    Kind.SAFETY,
                    messages.text(
                            person.orElseThrow().language(),
                            "staff-handed",
                            Map.of("group", callees.name(tx, group).orElse("-"), "name", by)));
            audit.add(
                    tx,
                    AuditEntry.of(AuditEntry.SERVICE, "paged")
                            .on("alert", id)
                            .on("staff", person.orElseThrow().id())
                            .saying("handed over"));
        });
        return line.isPresent();
    }
}
