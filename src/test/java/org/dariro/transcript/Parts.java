package org.dariro.transcript;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.dariro.Dariro;
import org.dariro.conversation.Enrolment;
import org.dariro.conversation.Mentoring;
import org.dariro.conversation.Moderation;
import org.dariro.conversation.Moving;
import org.dariro.conversation.PrivateWordDao;
import org.dariro.delivery.BudgetWatch;
import org.dariro.delivery.DeliveryRoute;
import org.dariro.delivery.Failover;
import org.dariro.delivery.Reconciliation;
import org.dariro.gateway.GroupLines;
import org.dariro.gateway.Health;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Prices;
import org.dariro.group.DueGroups;
import org.dariro.group.Groups;
import org.dariro.group.Memberships;
import org.dariro.member.Members;
import org.dariro.member.StaffRoll;
import org.dariro.platform.CamelRuntime;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Nodes;
import org.dariro.programme.Attention;
import org.dariro.programme.Closing;
import org.dariro.programme.ClosingRoute;
import org.dariro.programme.Convening;
import org.dariro.programme.DailyCounts;
import org.dariro.programme.Erasure;
import org.dariro.programme.GuestSessions;
import org.dariro.programme.ProgrammeRoute;
import org.dariro.programme.Schedule;
import org.dariro.programme.Sending;
import org.dariro.programme.TopicPlans;
import org.dariro.programme.Wellbeing;
import org.dariro.programme.WellbeingRounds;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.Screener;
import org.dariro.safeguarding.Watches;
import org.dariro.safeguarding.escalation.Callees;
import org.dariro.safeguarding.escalation.Escalation;
import org.dariro.safeguarding.escalation.EscalationRoute;
import org.dariro.safeguarding.escalation.HandOver;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.spend.Spending;
import org.dariro.spend.budget.Budgets;

/** The parts of a service that a stage needs, wired by constructors or by the container. */
@Dependent
public class Parts {
    final Database database;
    final Ids ids;
    final Lines lines;
    final GroupLines groupLines;
    final Health health;
    final Prices prices;
    final Spending spending;
    final Budgets budgets;
    final BudgetWatch budgetWatch;
    final Groups groups;
    final Members members;
    final Memberships memberships;
    final DueGroups due;
    final Reconciliation reconciliation;
    final Failover failover;
    final Safeguard safeguard;
    final Alerts alerts;
    final Watches watches;
    final PrivateWordDao privateWords;
    final Mentoring mentoring;
    final Screener screener;
    final Attention attention;
    final Moderation moderation;
    final CamelRuntime camel;
    final Nodes nodes;
    final StaffRoll staff;
    final Rotas rotas;
    final Callees callees;
    final Escalation escalation;
    final Convening convening;
    final Closing closing;
    final HandOver handOver;
    final Schedule schedule;
    final Sending sending;
    final GuestSessions guests;
    final TopicPlans topics;
    final Wellbeing wellbeing;
    final WellbeingRounds rounds;
    final DailyCounts dailyCounts;
    final Moving moving;
    final Enrolment enrolment;
    final Erasure erasure;

    @Inject
    public Parts(
            Database database,
            Ids ids,
            Lines lines,
            GroupLines groupLines,
            Health health,
            Prices prices,
            Spending spending,
            Budgets budgets,
            BudgetWatch budgetWatch,
            Groups groups,
            Members members,
            Memberships memberships,
            DueGroups due,
            Reconciliation reconciliation,
            Failover failover,
            Safeguard safeguard,
            Alerts alerts,
            Watches watches,
            PrivateWordDao privateWords,
            Mentoring mentoring,
            Screener screener,
            Attention attention,
            Moderation moderation,
            CamelRuntime camel,
            Nodes nodes,
            StaffRoll staff,
            Rotas rotas,
            Callees callees,
            Escalation escalation,
            Convening convening,
            Closing closing,
            HandOver handOver,
            Schedule schedule,
            Sending sending,
            GuestSessions guests,
            TopicPlans topics,
            Wellbeing wellbeing,
            WellbeingRounds rounds,
            DailyCounts dailyCounts,
            Moving moving,
            Enrolment enrolment,
            Erasure erasure) {
        this.database = database;
        this.ids = ids;
        this.lines = lines;
        this.groupLines = groupLines;
        this.health = health;
        this.prices = prices;
        this.spending = spending;
        this.budgets = budgets;
        this.budgetWatch = budgetWatch;
        this.groups = groups;
        this.members = members;
        this.memberships = memberships;
        this.due = due;
        this.reconciliation = reconciliation;
        this.failover = failover;
        this.safeguard = safeguard;
        this.alerts = alerts;
        this.watches = watches;
        this.privateWords = privateWords;
        this.mentoring = mentoring;
        this.screener = screener;
        this.attention = attention;
        this.moderation = moderation;
        this.camel = camel;
        this.nodes = nodes;
        this.staff = staff;
        this.rotas = rotas;
        this.callees = callees;
        this.escalation = escalation;
        this.convening = convening;
        this.closing = closing;
        this.handOver = handOver;
        this.schedule = schedule;
        this.sending = sending;
        this.guests = guests;
        this.topics = topics;
        this.wellbeing = wellbeing;
        this.rounds = rounds;
        this.dailyCounts = dailyCounts;
        this.moving = moving;
        this.enrolment = enrolment;
        this.erasure = erasure;
    }

    static Parts of(Dariro dariro) {
        return new Parts(
                dariro.database,
                dariro.ids,
                dariro.lines,
                dariro.groupLines,
                dariro.health,
                dariro.prices,
                dariro.spending,
                dariro.budgets,
                dariro.budgetWatch,
                dariro.groups,
                dariro.members,
                dariro.memberships,
                dariro.due,
                dariro.reconciliation,
                dariro.failover,
                dariro.safeguard,
                dariro.alerts,
                dariro.watches,
                dariro.privateWords,
                dariro.mentoring,
                dariro.screener,
                dariro.attention,
                dariro.moderation,
                dariro.camel,
                dariro.nodes,
                dariro.staff,
                dariro.rotas,
                dariro.callees,
                dariro.escalation,
                dariro.convening,
                dariro.closing,
                dariro.handOver,
                dariro.schedule,
                dariro.sending,
                dariro.guests,
                dariro.topics,
                dariro.wellbeing,
                dariro.rounds,
                dariro.dailyCounts,
                dariro.moving,
                dariro.enrolment,
                dariro.erasure);
    }

    /** Does everything that is due by now. */
    void runDue() {
        camel.request(EscalationRoute.TURN, true, Boolean.class);
        camel.request(ClosingRoute.TURN, true, Boolean.class);
        camel.request(ProgrammeRoute.TURN, true, Boolean.class);
        boolean more = true;
        while (more) {
            more = camel.request(DeliveryRoute.PACKING, true, Boolean.class)
                    || camel.request(DeliveryRoute.DISPATCH, true, Boolean.class);
        }
    }
}
