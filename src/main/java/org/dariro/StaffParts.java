package org.dariro;

import java.time.InstantSource;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.Health;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Pricing;
import org.dariro.group.Groups;
import org.dariro.group.Memberships;
import org.dariro.member.Members;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Messages;
import org.dariro.platform.Settings;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.escalation.Acknowledgement;
import org.dariro.safeguarding.escalation.Callees;
import org.dariro.safeguarding.escalation.Escalation;
import org.dariro.safeguarding.escalation.EscalationDao;
import org.dariro.safeguarding.escalation.EscalationSettings;
import org.dariro.safeguarding.rota.Rotas;

/** How staff are called, wired by plain constructors. */
final class StaffParts {
    final Callees callees;
    final Escalation escalation;
    final Acknowledgement acknowledgement;

    @SuppressWarnings("TooManyParameters")
    StaffParts(
            Settings settings,
            Database database,
            StaffRoll staff,
            Rotas rotas,
            Members members,
            Memberships memberships,
            Groups groups,
            Pricing pricing,
            Lines lines,
            Health health,
            Alerts alerts,
            Outbox outbox,
            Messages messages,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        EscalationDao dao = new EscalationDao();
        callees = new Callees(staff, members, memberships, rotas, groups, pricing, lines, health);
        escalation = new Escalation(
                database, dao, callees, outbox, messages, audit, EscalationSettings.of(settings), ids, clock);
        acknowledgement = new Acknowledgement(dao, callees, alerts, staff, outbox, messages, audit, clock);
    }
}
