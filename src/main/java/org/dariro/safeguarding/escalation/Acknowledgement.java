package org.dariro.safeguarding.escalation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.delivery.Kind;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.Line;
import org.dariro.member.Member;
import org.dariro.member.Staff;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.Alerts;

/** {@code ACK 42}: somebody of the staff takes an alert by SMS, and is told how that went. */
@Component
public class Acknowledgement {
    private final EscalationDao dao;
    private final Callees callees;
    private final Alerts alerts;
    private final StaffRoll staff;
    private final Outbox outbox;
    private final Messages messages;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    public Acknowledgement(
            EscalationDao dao,
            Callees callees,
            Alerts alerts,
            StaffRoll staff,
            Outbox outbox,
            Messages messages,
            AuditLog audit,
            InstantSource clock) {
        this.dao = dao;
        this.callees = callees;
        this.alerts = alerts;
        this.staff = staff;
        this.outbox = outbox;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a member is of the staff, so that {@code ACK} is a command and no text for the group. */
    public boolean isStaff(Transaction tx, Member member) {
        return staff.ofMember(tx, member.id()).isPresent();
    }

    /**
     * Takes an alert.
     *
     * @param number of the alert; empty for the only one that this person was called about
     */
    public void take(Transaction tx, Line line, Member member, Optional<Integer> number) {
        Staff by = staff.ofMember(tx, member.id())
                .orElseThrow(() -> new IllegalStateException("Only staff can take alerts"));
        Optional<Running> found =
                number.map(known -> dao.byNumber(tx, known, by.id())).orElseGet(() -> only(tx, by));
        Optional<Matter> matter =
                found.flatMap(run -> dao.matter(tx, run.alert())).filter(one -> serves(tx, by, one));
        if (found.isEmpty() || matter.isEmpty()) {
            answer(tx, line, member, by, "ack-unknown", Map.of());
        } else {
            take(tx, line, member, by, found.get(), matter.get());
        }
    }

    private Optional<Running> only(Transaction tx, Staff by) {
        List<Running> about = dao.calledAbout(tx, by.id());
        return about.size() == 1 ? Optional.of(about.get(0)) : Optional.empty();
    }

    /** Not whom it is about, nor who has closed it already; of the group, or a coordinator of no group in particular, or called about it. */
    private boolean serves(Transaction tx, Staff by, Matter matter) {
        boolean everywhere = by.role() == Staff.Role.COORDINATOR && by.serves().isEmpty();
        return callees.isFor(tx, matter, by)
                && (everywhere
                        || matter.group().flatMap(by::serviceIn).isPresent()
                        || dao.pages(tx, matter.alert()).stream().anyMatch(page -> page.staff() == by.id()));
    }

    private void take(Transaction tx, Line line, Member member, Staff by, Running run, Matter matter) {
        Instant now = clock.instant();
        String key = "ack-done";
        String who = by.name();
        try {
            alerts.claim(tx, run.alert(), by.name(), false);
            dao.update(tx, run.ended(Optional.of(by.name()), now));
            audit.add(
                    tx,
                    AuditEntry.of(by.name(), "page-answered")
                            .on("alert", run.alert())
                            .on("staff", by.id())
                            .saying("by SMS"));
        } catch (AlertFault fault) { // nothing was changed by it
            boolean taken = fault.reason() == AlertFault.Reason.CLAIMED;
            key = taken ? "ack-taken" : "ack-closed";
            who = matter.heldBy(now).orElse("-");
        }
        answer(
                tx,
                line,
                member,
                by,
                key,
                Map.of(
                        "number",
                        Integer.toString(run.number()),
                        "group",
                        callees.name(tx, matter.group()).orElse("-"),
                        "name",
                        who));
    }

    private void answer(Transaction tx, Line line, Member member, Staff by, String key, Map<String, String> values) {
        if (!member.stopped()) {
            outbox.send(tx, line, member, null, Kind.SYSTEM, messages.text(by.language(), key, values));
        }
    }
}
