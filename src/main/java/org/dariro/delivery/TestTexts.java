package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Health;
import org.dariro.gateway.Line;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;

/** Sends a test text by a line, at once and beside all that waits, so that an operator sees what the carrier answers. */
@Component
public class TestTexts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private final Database database;
    private final Accounts accounts;
    private final Health health;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public TestTexts(
            Database database, Accounts accounts, Health health, AuditLog audit, Ids ids, InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.health = health;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Sends one, and gives what the carrier answered. Nothing is repeated, whatever it is. That it is sent stands in the audit
     * trail before it goes, as it may cost money whatever becomes of it.
     *
     * @param by who does so, as the audit trail names people
     */
    public Outcome send(Line line, Msisdn to, String by) {
        database.useTransaction(tx -> audit.add(
                tx, AuditEntry.of(by, "test-text-sent").on("line", line.id()).saying("account " + line.account())));
        String text = "Dariro test text of " + TIME.format(clock.instant()) + ". No answer is needed.";
        Recipient recipient = new Recipient(to, "test" + ids.next());
        Outcome outcome = accounts.get(line.account())
                .gateway()
                .send(new Batch(line.address(), text, List.of(recipient)))
                .get(0);
        health.heard(line.account(), -1, outcome); // it may show that the account is well again
        return outcome;
    }
}
