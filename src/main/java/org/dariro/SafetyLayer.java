package org.dariro;

import java.time.InstantSource;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.safeguarding.AlertActionDao;
import org.dariro.safeguarding.AlertDao;
import org.dariro.safeguarding.AlertHistory;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.CardDao;
import org.dariro.safeguarding.CrisisContacts;
import org.dariro.safeguarding.FailedCards;
import org.dariro.safeguarding.HoldDao;
import org.dariro.safeguarding.PostTagDao;
import org.dariro.safeguarding.RecentWords;
import org.dariro.safeguarding.ReportDao;
import org.dariro.safeguarding.Reports;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.SafeguardSettings;
import org.dariro.safeguarding.Screener;
import org.dariro.safeguarding.ScreeningRecord;
import org.dariro.safeguarding.Verdicts;
import org.dariro.safeguarding.WatchDao;
import org.dariro.safeguarding.Watches;
import org.dariro.safeguarding.escalation.Acknowledgement;
import org.dariro.safeguarding.escalation.Callees;
import org.dariro.safeguarding.escalation.Escalation;
import org.dariro.safeguarding.escalation.EscalationDao;
import org.dariro.safeguarding.escalation.EscalationRoute;
import org.dariro.safeguarding.escalation.EscalationSettings;
import org.dariro.safeguarding.escalation.HandOver;
import org.dariro.safeguarding.lexicon.Editing;
import org.dariro.safeguarding.lexicon.Keeper;
import org.dariro.safeguarding.lexicon.LexiconRoute;
import org.dariro.safeguarding.lexicon.StoredTests;
import org.dariro.safeguarding.lexicon.TestDao;
import org.dariro.safeguarding.lexicon.VersionDao;
import org.dariro.safeguarding.opinion.StatisticalOpinion;
import org.dariro.safeguarding.protocol.Protocols;
import org.dariro.safeguarding.rota.RotaDao;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.safeguarding.screening.CurrentScreening;
import org.dariro.safeguarding.screening.Masking;
import org.dariro.safeguarding.screening.Screening;
import org.dariro.safeguarding.screening.SecondOpinion;
import org.dariro.safeguarding.screening.SpokenLanguages;

/** Screening, holds, alerts, and who is called about them, wired by plain constructors: a layer of {@link Dariro}. */
@SuppressWarnings("checkstyle:VisibilityModifier")
abstract class SafetyLayer extends DeliveryLayer {
    public final Screener screener;
    public final Keeper lexicons;
    public final Editing editing;
    public final StoredTests storedTests;
    public final Rotas rotas;
    public final Protocols protocols;
    public final Alerts alerts;
    public final Watches watches;
    public final AlertHistory alertHistory;
    public final Safeguard safeguard;
    public final Reports reports;
    public final Callees callees;
    public final Escalation escalation;
    public final HandOver handOver;
    final Acknowledgement acknowledgement;
    final ScreeningRecord screened;
    final RecentWords recent;

    SafetyLayer(Settings settings, Vault vault, InstantSource clock, Work work) {
        super(settings, vault, clock, work);
        CurrentScreening screening = new CurrentScreening(Screening.shipped(SpokenLanguages.load(templates)));
        SecondOpinion second = StatisticalOpinion.of(settings);
        screener = new Screener(screening, second, Masking.ENGLISH, messages);
        VersionDao versions = new VersionDao();
        TestDao tests = new TestDao(vault);
        storedTests = new StoredTests(tests, vault, audit, ids, clock);
        lexicons = new Keeper(database, versions, tests, screening, second, templates, audit, ids, clock);
        editing = new Editing(database, versions, lexicons, second, audit, ids, clock);
        routes.add(new LexiconRoute(lexicons));
        screened = new ScreeningRecord(audit);
        rotas = new Rotas(new RotaDao(), audit, ids, clock);
        SafeguardSettings times = SafeguardSettings.of(settings);
        recent = new RecentWords(times, clock);
        protocols = Protocols.load(templates);
        AlertDao alertDao = new AlertDao(vault);
        alertHistory = new AlertHistory(alertDao);
        HoldDao holds = new HoldDao();
        CardDao cards = new CardDao();
        WatchDao watchDao = new WatchDao();
        Verdicts verdicts = new Verdicts(storedTests, members, groups);
        alerts = new Alerts(
                alertDao,
                new AlertActionDao(vault),
                holds,
                protocols,
                verdicts,
                members,
                staff,
                vault,
                audit,
                webhooks,
                ids,
                clock,
                times);
        watches = new Watches(alerts, watchDao, ids, clock);
        safeguard = new Safeguard(
                holds,
                alertDao,
                cards,
                watchDao,
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
                webhooks,
                ids,
                clock,
                times);
        reports = new Reports(
                new ReportDao(), alertDao, alerts, safeguard, verdicts, log, memberships, members, vault, ids, clock);
        EscalationDao escalationDao = new EscalationDao();
        callees = new Callees(staff, members, memberships, rotas, groups, pricing, lines, health);
        FailedCards failedCards = new FailedCards(database, cards, alertDao, alerts, audit, clock);
        escalation = new Escalation(
                database,
                failedCards,
                escalationDao,
                callees,
                outbox,
                messages,
                audit,
                webhooks,
                EscalationSettings.of(settings),
                ids,
                clock);
        handOver = new HandOver(alerts, staff, members, memberships, callees, outbox, messages, audit);
        acknowledgement = new Acknowledgement(escalationDao, callees, alerts, staff, outbox, messages, audit, clock);
        routes.add(new EscalationRoute(escalation));
    }
}
