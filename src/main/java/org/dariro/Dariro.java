package org.dariro;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.dariro.conversation.Asking;
import org.dariro.conversation.ConsentDao;
import org.dariro.conversation.ConversationSettings;
import org.dariro.conversation.Enrolment;
import org.dariro.conversation.Joining;
import org.dariro.conversation.Keywords;
import org.dariro.conversation.Leaving;
import org.dariro.conversation.Mentoring;
import org.dariro.conversation.Moderation;
import org.dariro.conversation.Naming;
import org.dariro.conversation.Posting;
import org.dariro.conversation.PrivateWordDao;
import org.dariro.conversation.Replies;
import org.dariro.conversation.Reporting;
import org.dariro.conversation.Tending;
import org.dariro.delivery.AccountFigures;
import org.dariro.delivery.AccountWatch;
import org.dariro.delivery.BudgetFigures;
import org.dariro.delivery.BudgetNews;
import org.dariro.delivery.BudgetWatch;
import org.dariro.delivery.CarrierIdDao;
import org.dariro.delivery.ChargeRequestDao;
import org.dariro.delivery.ChargeRequests;
import org.dariro.delivery.Deliveries;
import org.dariro.delivery.DeliveryDao;
import org.dariro.delivery.DeliveryListDao;
import org.dariro.delivery.DeliveryRoute;
import org.dariro.delivery.DigestDao;
import org.dariro.delivery.Digests;
import org.dariro.delivery.Dispatch;
import org.dariro.delivery.Failover;
import org.dariro.delivery.FailoverDao;
import org.dariro.delivery.Fares;
import org.dariro.delivery.GroupPacking;
import org.dariro.delivery.Inquiry;
import org.dariro.delivery.InquiryDao;
import org.dariro.delivery.NudgeDao;
import org.dariro.delivery.Nudging;
import org.dariro.delivery.OptOuts;
import org.dariro.delivery.Outbox;
import org.dariro.delivery.Outlooks;
import org.dariro.delivery.Paces;
import org.dariro.delivery.Packer;
import org.dariro.delivery.PackingDao;
import org.dariro.delivery.Receipts;
import org.dariro.delivery.Reconciliation;
import org.dariro.delivery.Retries;
import org.dariro.delivery.Settlement;
import org.dariro.delivery.Till;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.GroupLineDao;
import org.dariro.gateway.GroupLines;
import org.dariro.gateway.Health;
import org.dariro.gateway.LineDao;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Networks;
import org.dariro.gateway.PriceDao;
import org.dariro.gateway.Prices;
import org.dariro.gateway.Pricing;
import org.dariro.gateway.Tariff;
import org.dariro.group.DueGroups;
import org.dariro.group.GroupDao;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.MembershipDao;
import org.dariro.group.Memberships;
import org.dariro.group.PostDao;
import org.dariro.inbound.FrontDoor;
import org.dariro.inbound.OptOutRoute;
import org.dariro.inbound.PartDao;
import org.dariro.inbound.Parts;
import org.dariro.inbound.PartsRoute;
import org.dariro.inbound.ReceiptRoute;
import org.dariro.member.MemberDao;
import org.dariro.member.Members;
import org.dariro.member.StaffDao;
import org.dariro.member.StaffRoll;
import org.dariro.platform.AuditDao;
import org.dariro.platform.AuditLog;
import org.dariro.platform.AuditRoute;
import org.dariro.platform.CamelRuntime;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.KeyCheck;
import org.dariro.platform.Messages;
import org.dariro.platform.Metrics;
import org.dariro.platform.Nodes;
import org.dariro.platform.Settings;
import org.dariro.platform.Templates;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.programme.Attention;
import org.dariro.programme.AttentionDao;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.Reports;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.Screener;
import org.dariro.safeguarding.ScreeningRecord;
import org.dariro.safeguarding.escalation.Callees;
import org.dariro.safeguarding.escalation.Escalation;
import org.dariro.safeguarding.escalation.EscalationRoute;
import org.dariro.safeguarding.opinion.StatisticalOpinion;
import org.dariro.safeguarding.protocol.Protocols;
import org.dariro.safeguarding.rota.RotaDao;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.safeguarding.screening.Lexicons;
import org.dariro.safeguarding.screening.Masking;
import org.dariro.safeguarding.screening.Screening;
import org.dariro.spend.BookDao;
import org.dariro.spend.ChargeDao;
import org.dariro.spend.Charges;
import org.dariro.spend.CorrectionDao;
import org.dariro.spend.Corrections;
import org.dariro.spend.ExchangeRateDao;
import org.dariro.spend.ExchangeRates;
import org.dariro.spend.Ledger;
import org.dariro.spend.SpendDayDao;
import org.dariro.spend.SpendDays;
import org.dariro.spend.Spending;
import org.dariro.spend.budget.BudgetDao;
import org.dariro.spend.budget.Budgets;
import org.dariro.spend.budget.MoneyDao;
import org.dariro.spend.budget.Purses;
import org.dariro.spend.invoice.InvoiceDao;
import org.dariro.spend.invoice.Invoices;

/**
 * The service wired by plain constructors, without a container: for tests, replays and tools. In the container CDI wires
 * the same classes ({@link Wiring}).
 */
@SuppressWarnings("checkstyle:VisibilityModifier")
public final class Dariro implements AutoCloseable {
    public final Database database;
    public final Ids ids;
    public final Nodes nodes;
    public final Work work;
    public final AuditLog audit;
    public final CamelRuntime camel;
    public final Accounts accounts;
    public final Lines lines;
    public final Health health;
    public final Networks networks;
    public final Prices prices;
    public final Tariff tariff;
    public final GroupLines groupLines;
    public final Pricing pricing;
    public final Members members;
    public final Groups groups;
    public final Memberships memberships;
    public final GroupLog log;
    public final DueGroups due;
    public final Outbox outbox;
    public final Budgets budgets;
    public final Outlooks outlooks;
    public final BudgetWatch budgetWatch;
    public final Packer packer;
    public final Retries retries;
    public final Receipts receipts;
    public final Reconciliation reconciliation;
    public final Settlement settlement;
    public final Charges charges;
    public final Corrections corrections;
    public final Ledger ledger;
    public final SpendDays spendDays;
    public final ExchangeRates exchangeRates;
    public final Spending spending;
    public final Invoices invoices;
    public final ChargeRequests chargeRequests;
    public final AccountFigures figures;
    public final Failover failover;
    public final Safeguard safeguard;
    public final Alerts alerts;
    public final Reports reports;
    public final StaffRoll staff;
    public final Rotas rotas;
    public final Callees callees;
    public final Escalation escalation;
    public final Protocols protocols;
    public final Screener screener;
    public final Messages messages;
    public final Keywords keywords;
    public final Joining joining;
    public final Leaving leaving;
    public final Asking asking;
    public final Posting posting;
    public final Replies replies;
    public final PrivateWordDao privateWords;
    public final Enrolment enrolment;
    public final Tending tending;
    public final Moderation moderation;
    public final Attention attention;
    public final Mentoring mentoring;
    public final Deliveries deliveries;
    public final FrontDoor frontDoor;
    public final Parts parts;
    public final Metrics metrics = new Metrics();
    private final Lifecycle lifecycle;
    private final List<RoutesBuilder> routes = new ArrayList<>();

    /** Wires everything; {@link #start} starts it. */
    public Dariro(Settings settings, Vault vault, InstantSource clock, Work work) {
        this(settings, vault, clock, work, false);
    }

    /**
     * Wires everything.
     *
     * @param everythingIsAPost for replays: no text is taken for a command
     */
    public Dariro(Settings settings, Vault vault, InstantSource clock, Work work, boolean everythingIsAPost) {
        this.work = work;
        Templates templates = Templates.shipped();
        database = new Database(settings);
        ids = new Ids(database);
        nodes = new Nodes(database, ids, clock, settings);
        camel = new CamelRuntime(metrics);
        messages = Messages.load(templates);
        audit = new AuditLog(database, new AuditDao(), vault, ids, clock);
        routes.add(new AuditRoute(audit));

        members = new Members(new MemberDao(vault), vault, ids, clock);
        due = new DueGroups(clock);
        GroupDao groupDao = new GroupDao();
        MembershipDao membershipDao = new MembershipDao();
        groups = new Groups(groupDao, ids, clock);
        memberships = new Memberships(membershipDao, ids, clock);
        log = new GroupLog(groupDao, new PostDao(vault), membershipDao, due, ids, clock);

        accounts = Accounts.open(settings, clock);
        lines = new Lines(new LineDao(), database, ids, clock);
        health = new Health(accounts, settings, clock);
        networks = Networks.load(templates);
        prices = new Prices(new PriceDao(), ids, clock);
        tariff = new Tariff(prices, networks, clock);
        groupLines = new GroupLines(new GroupLineDao(), lines, clock);
        pricing = new Pricing(groupLines, networks, prices, health);

        DeliveryDao deliveryDao = new DeliveryDao();
        CarrierIdDao carrierIds = new CarrierIdDao();
        charges = new Charges(new ChargeDao(), ids, clock);
        corrections = new Corrections(new CorrectionDao(), clock);
        BookDao books = new BookDao();
        ledger = new Ledger(books, new CorrectionDao(), new ChargeDao(), lines);
        spendDays = new SpendDays(database, ledger, books, new SpendDayDao(), clock);
        exchangeRates = new ExchangeRates(new ExchangeRateDao(), ids, clock);
        spending = new Spending(database, spendDays, exchangeRates, settings);
        invoices = new Invoices(new InvoiceDao(), ledger, charges, lines, ids, clock);
        Inquiry inquiry = new Inquiry(database, carrierIds, accounts, lines, members, vault);
        chargeRequests = new ChargeRequests(database, new ChargeRequestDao(), deliveryDao, inquiry, charges, clock);
        AccountWatch watch = new AccountWatch(metrics, clock);
        OptOuts optOuts = new OptOuts(memberships, deliveryDao, corrections, clock);
        settlement = new Settlement(
                database,
                deliveryDao,
                carrierIds,
                accounts,
                health,
                optOuts,
                charges,
                corrections,
                chargeRequests,
                clock,
                work);
        Dispatch dispatch = new Dispatch(accounts, health, watch, settlement, nodes, work, clock);
        outbox = new Outbox(deliveryDao, dispatch, accounts, tariff, vault, nodes, ids, corrections, clock);
        PackingDao packingDao = new PackingDao();
        Digests digests = new Digests(new DigestDao(), settings);
        BudgetDao budgetDao = new BudgetDao();
        budgets = new Budgets(budgetDao, new MoneyDao(), exchangeRates, ids, clock);
        Purses purses = new Purses(database, budgetDao, clock);
        Fares fares = new Fares(tariff, exchangeRates, clock);
        Till till = new Till(budgets, purses, fares, outbox);
        packer = new Packer(
                database,
                packingDao,
                deliveryDao,
                due,
                groups,
                log,
                members,
                new GroupPacking(log, outbox, dispatch, lines, accounts, digests, fares, clock),
                new Paces(log, packingDao),
                new Nudging(new NudgeDao(), groups, members, lines, outbox, messages, fares, clock, settings),
                purses,
                clock);
        outlooks = new Outlooks(budgets, fares, groups, memberships, members, lines, clock, settings);
        budgetWatch = new BudgetWatch(
                database,
                budgets,
                new BudgetNews(budgets, purses, fares, outbox, lines, digests, messages, clock),
                new BudgetFigures(metrics),
                outlooks,
                groups,
                log,
                lines,
                due,
                clock);
        retries = new Retries(
                database, deliveryDao, dispatch, lines, members, memberships, corrections, vault, nodes, clock);
        receipts = new Receipts(database, deliveryDao, carrierIds, accounts, charges, ids, clock);
        reconciliation = new Reconciliation(
                database,
                deliveryDao,
                dispatch,
                accounts,
                carrierIds,
                inquiry,
                new InquiryDao(),
                charges,
                corrections,
                chargeRequests,
                ids,
                nodes,
                settlement,
                clock,
                settings);

        failover = new Failover(
                database,
                new FailoverDao(),
                accounts,
                lines,
                groupLines,
                pricing,
                health,
                groups,
                memberships,
                members,
                outbox,
                dispatch,
                tariff,
                corrections,
                messages,
                clock,
                settings);

        screener = new Screener(
                new Screening(Lexicons.fromClasspath(Dariro.class.getClassLoader())),
                StatisticalOpinion.of(settings),
                Masking.ENGLISH);
        ScreeningRecord screened = new ScreeningRecord(audit);
        staff = new StaffRoll(new StaffDao(), ids, clock);
        rotas = new Rotas(new RotaDao(), audit, ids, clock);
        SafetyParts safety = new SafetyParts(
                templates,
                settings,
                log,
                groups,
                memberships,
                members,
                lines,
                outbox,
                messages,
                rotas,
                vault,
                audit,
                ids,
                clock);
        protocols = safety.protocols;
        alerts = safety.alerts;
        safeguard = safety.safeguard;
        reports = safety.reports;
        StaffParts calls = new StaffParts(
                settings,
                database,
                staff,
                rotas,
                members,
                memberships,
                groups,
                pricing,
                lines,
                health,
                alerts,
                outbox,
                messages,
                audit,
                ids,
                clock);
        callees = calls.callees;
        escalation = calls.escalation;
        routes.add(new EscalationRoute(escalation));

        ConversationSettings conversationSettings = ConversationSettings.of(settings);
        keywords = Keywords.load(templates, messages);
        ConsentDao consents = new ConsentDao(ids, clock);
        replies = new Replies(outbox, messages, memberships, conversationSettings);
        joining = new Joining(members, groups, log, memberships, consents, replies);
        leaving = new Leaving(members, memberships, groups, log, due, consents, outbox, replies, clock);
        asking = new Asking(members, memberships, groups, log, digests, messages, replies);
        privateWords = new PrivateWordDao(vault, ids, clock);
        posting = new Posting(log, memberships, safeguard, privateWords, conversationSettings, clock);
        Reporting reporting = new Reporting(memberships, reports, privateWords, posting, replies);
        Naming naming = new Naming(memberships, keywords);
        enrolment =
                new Enrolment(members, memberships, log, lines, pricing, messages, naming, joining, consents, staff);
        tending = new Tending(members, memberships, lines, messages, keywords, naming, joining, asking);
        moderation = new Moderation(members, memberships, lines, outbox, replies, consents, staff, audit, clock);
        mentoring = new Mentoring(
                log,
                members,
                memberships,
                lines,
                outbox,
                till,
                privateWords,
                screener,
                screened,
                messages,
                conversationSettings,
                vault);
        figures = new AccountFigures(
                database, new DeliveryListDao(), accounts, lines, dispatch, watch, health, metrics, clock);
        attention = new Attention(new AttentionDao(), log, memberships, clock, settings);
        deliveries = new Deliveries(new DeliveryListDao());
        frontDoor = new FrontDoor(database, camel, work);
        InletParts inlets = new InletParts(
                everythingIsAPost,
                database,
                frontDoor,
                lines,
                groupLines,
                health,
                outbox,
                members,
                memberships,
                groups,
                log,
                keywords,
                asking,
                joining,
                leaving,
                posting,
                reporting,
                safeguard,
                replies,
                screener,
                screened,
                calls.acknowledgement,
                conversationSettings,
                messages,
                charges,
                vault,
                ids,
                clock);
        routes.add(inlets.sms);
        routes.add(inlets.ussd);
        parts = new Parts(database, new PartDao(), frontDoor, vault, ids, clock, settings, work);
        routes.add(new PartsRoute(parts));
        routes.add(new ReceiptRoute(receipts, work));
        routes.add(new OptOutRoute(database, members, optOuts));
        routes.add(new DeliveryRoute(
                packer,
                retries,
                receipts,
                reconciliation,
                chargeRequests,
                spendDays,
                figures,
                failover,
                budgetWatch,
                nodes));
        lifecycle =
                new Lifecycle(new KeyCheck(database, vault), camel, accounts, due, dispatch, figures, settlement, work);
    }

    /** Starts the routes, and on a threaded service the loops. */
    public Dariro start() {
        try {
            lifecycle.start(routes);
            lifecycle.drive();
            packer.findDue();
        } catch (Exception e) {
            throw new IllegalStateException("The service did not start", e);
        }
        return this;
    }

    /** Does everything that is due by now, when work is done inline. */
    public void runDue() {
        camel.request(EscalationRoute.TURN, true, Boolean.class);
        boolean more = true;
        while (more) {
            more = camel.request(DeliveryRoute.PACKING, true, Boolean.class)
                    || camel.request(DeliveryRoute.DISPATCH, true, Boolean.class);
        }
    }

    @Override
    public void close() {
        lifecycle.stop();
        accounts.close();
        database.close();
    }
}
