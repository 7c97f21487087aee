package org.dariro;

import java.time.InstantSource;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.Lines;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.Memberships;
import org.dariro.member.Members;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Ids;
import org.dariro.platform.Messages;
import org.dariro.platform.Settings;
import org.dariro.platform.Templates;
import org.dariro.platform.Vault;
import org.dariro.safeguarding.AlertActionDao;
import org.dariro.safeguarding.AlertDao;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.CardDao;
import org.dariro.safeguarding.CrisisContacts;
import org.dariro.safeguarding.HoldDao;
import org.dariro.safeguarding.PostTagDao;
import org.dariro.safeguarding.ReportDao;
import org.dariro.safeguarding.Reports;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.SafeguardSettings;
import org.dariro.safeguarding.WatchDao;
import org.dariro.safeguarding.protocol.Protocols;
import org.dariro.safeguarding.rota.Rotas;

/** Holds, alerts and protocols, wired by plain constructors. */
final class SafetyParts {
    final Protocols protocols;
    final Alerts alerts;
    final Safeguard safeguard;
    final Reports reports;

    @SuppressWarnings("TooManyParameters")
    SafetyParts(
            Templates templates,
            Settings settings,
            GroupLog log,
            Groups groups,
            Memberships memberships,
            Members members,
            Lines lines,
            Outbox outbox,
            Messages messages,
            Rotas rotas,
            Vault vault,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        SafeguardSettings times = SafeguardSettings.of(settings);
        protocols = Protocols.load(templates);
        AlertDao alertDao = new AlertDao(vault);
        HoldDao holds = new HoldDao();
        WatchDao watches = new WatchDao();
        alerts = new Alerts(
                alertDao,
                new AlertActionDao(vault),
                holds,
                watches,
                protocols,
                members,
                vault,
                audit,
                ids,
                clock,
                times);
        safeguard = new Safeguard(
                holds,
                alertDao,
                new CardDao(),
                watches,
                new PostTagDao(),
                alerts,
                CrisisContacts.load(templates),
                rotas,
                log,
                groups,
                memberships,
                members,
                lines,
                outbox,
                messages,
                audit,
                ids,
                clock,
                times);
        reports =
                new Reports(new ReportDao(), alertDao, alerts, safeguard, log, memberships, members, vault, ids, clock);
    }
}
