package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Membership;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Staff;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Shows a member's number to one of the staff, for a reason, and puts that on record. */
@Component
public class Numbering {
    private final Members members;
    private final AuditLog audit;

    @Inject
    public Numbering(Members members, AuditLog audit) {
        this.members = members;
        this.audit = audit;
    }

    /** The number of whoever has a place; {@code by} is who asks, as the audit trail names people. */
    public Attempt<Msisdn> show(Transaction tx, Membership place, NumberReason reason, String by) {
        return show(tx, place.memberId(), AuditEntry.of(by, "number-shown").on("place", place.id()), reason);
    }

    /** The number by which somebody of the staff is called. */
    public Attempt<Msisdn> show(Transaction tx, Staff staff, NumberReason reason, String by) {
        return show(tx, staff.memberId(), AuditEntry.of(by, "number-shown").on("staff", staff.id()), reason);
    }

    private Attempt<Msisdn> show(Transaction tx, Optional<Long> member, AuditEntry entry, NumberReason reason) {
        return member.flatMap(id -> members.get(tx, id))
                .map(Member::number)
                .<Attempt<Msisdn>>map(number -> {
                    audit.add(
                            tx,
                            entry.saying(reason.name().toLowerCase(Locale.ROOT).replace('_', '-')));
                    return new Attempt.Done<>(number);
                })
                .orElseGet(() -> Attempt.refuse(PlaceFault.NO_PHONE));
    }
}
