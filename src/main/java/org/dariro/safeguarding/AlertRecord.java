package org.dariro.safeguarding;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.DataKey;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.safeguarding.AlertAction.Kind;
import org.dariro.webhook.Webhooks;

/**
 * What is kept of each action on an alert: the action with its note, sealed with the key of the person whom the alert is on; a
 * row of the audit trail without what people typed; and what other systems are told.
 */
final class AlertRecord {
    private static final int LONGEST_DETAIL = 80;
    private static final Set<Kind> OURS =
            EnumSet.of(Kind.STEP_DONE, Kind.STEP_UNDONE, Kind.PROPOSED, Kind.CLOSED, Kind.PUT_OFF, Kind.WATCHED);
    private final AlertActionDao actions;
    private final Members members;
    private final Vault vault;
    private final AuditLog audit;
    private final Webhooks webhooks;
    private final Ids ids;
    private final InstantSource clock;

    AlertRecord(
            AlertActionDao actions,
            Members members,
            Vault vault,
            AuditLog audit,
            Webhooks webhooks,
            Ids ids,
            InstantSource clock) {
        this.actions = actions;
        this.members = members;
        this.vault = vault;
        this.audit = audit;
        this.webhooks = webhooks;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was done about an alert, the oldest first. */
    List<AlertAction> of(Transaction tx, long alert) {
        return actions.of(tx, alert);
    }

    /** Keeps that somebody has read an alert. */
    void viewed(Transaction tx, Alert alert, String by) {
        audit.add(tx, AuditEntry.of(by, "alert-viewed").on("alert", alert.id()));
    }

    /** Keeps what was done. */
    void add(Transaction tx, Alert alert, String by, Kind kind, String detail, String note) {
        actions.insert(
                tx,
                new AlertAction(
                        ids.next(),
                        alert.id(),
                        clock.instant(),
                        by,
                        kind,
                        Optional.of(detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL))
                                .filter(words -> !words.isEmpty()),
                        Optional.of(note).filter(words -> !words.isEmpty())),
                key(tx, alert));
        audit.add(
                tx,
                AuditEntry.of(by, "alert-" + kind.label())
                        .on("alert", alert.id())
                        .saying(OURS.contains(kind) ? detail : "")); // what people type stays out of the trail
        alert.event(kind, detail, clock.instant()).ifPresent(event -> webhooks.tell(tx, event));
    }

    private DataKey key(Transaction tx, Alert alert) {
        return alert.member()
                .flatMap(id -> members.get(tx, id))
                .map(Member::key)
                .orElseGet(vault::serviceKey);
    }
}
