package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;

/**
 * Finds crisis cards that could not be delivered: none of these keeps the next from being sent, and whoever has the alert
 * is to know that the person got no answer.
 */
@Component
public class FailedCards {
    private static final Duration BACK = Duration.ofDays(2); // receipts come late
    private final Database database;
    private final CardDao cards;
    private final AlertDao alertDao;
    private final Alerts alerts;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    public FailedCards(
            Database database, CardDao cards, AlertDao alertDao, Alerts alerts, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.cards = cards;
        this.alertDao = alertDao;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes those that have failed by now; to be called every second. */
    public void turn() {
        Instant since = clock.instant().minus(BACK);
        List<Long> failed = database.inTransaction(tx -> cards.failed(tx, since));
        failed.forEach(member -> database.useTransaction(tx -> note(tx, member)));
    }

    private void note(Transaction tx, long member) {
        if (!cards.forget(tx, member)) {
            return; // another node was first
        }
        audit.add(tx, AuditEntry.of(AuditEntry.SERVICE, "crisis-card-failed").on("member", member));
        for (Alert alert : alertDao.open(tx, member)) {
            alerts.note(tx, alert, AuditEntry.SERVICE, AlertAction.Kind.CARD_FAILED, "", "");
        }
    }
}
