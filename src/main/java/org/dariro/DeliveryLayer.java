package org.dariro;

import java.time.InstantSource;
import org.dariro.delivery.AccountWatch;
import org.dariro.delivery.BudgetFigures;
import org.dariro.delivery.BudgetNews;
import org.dariro.delivery.BudgetWatch;
import org.dariro.delivery.CarrierIdDao;
import org.dariro.delivery.ChargeRequestDao;
import org.dariro.delivery.ChargeRequests;
import org.dariro.delivery.DeliveryDao;
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
import org.dariro.delivery.Transfers;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;

/** From the log to the carrier, and what becomes of it there, wired by plain constructors: a layer of {@link Dariro}. */
@SuppressWarnings("checkstyle:VisibilityModifier")
abstract class DeliveryLayer extends SpendLayer {
    public final ChargeRequests chargeRequests;
    public final Settlement settlement;
    public final Outbox outbox;
    public final Packer packer;
    public final Outlooks outlooks;
    public final BudgetWatch budgetWatch;
    public final Retries retries;
    public final Receipts receipts;
    public final Reconciliation reconciliation;
    public final Failover failover;
    final AccountWatch watch;
    final OptOuts optOuts;
    final Dispatch dispatch;
    final Digests digests;
    final Till till;

    DeliveryLayer(Settings settings, Vault vault, InstantSource clock, Work work) {
        super(settings, vault, clock, work);
        DeliveryDao deliveryDao = new DeliveryDao();
        CarrierIdDao carrierIds = new CarrierIdDao();
        Inquiry inquiry = new Inquiry(database, carrierIds, accounts, lines, members, vault);
        chargeRequests = new ChargeRequests(database, new ChargeRequestDao(), deliveryDao, inquiry, charges, clock);
        watch = new AccountWatch(metrics, clock);
        optOuts = new OptOuts(memberships, deliveryDao, corrections, clock);
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
        dispatch = new Dispatch(accounts, health, watch, settlement, nodes, work, clock);
        outbox = new Outbox(deliveryDao, dispatch, accounts, tariff, vault, nodes, ids, corrections, clock);
        PackingDao packingDao = new PackingDao();
        digests = new Digests(new DigestDao(), settings);
        Fares fares = new Fares(tariff, exchangeRates, clock);
        till = new Till(budgets, purses, fares, outbox);
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

        FailoverDao failoverDao = new FailoverDao();
        failover = new Failover(
                database,
                failoverDao,
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
                new Transfers(failoverDao, tariff, corrections, fares, till, clock),
                messages,
                webhooks,
                clock,
                settings);
    }
}
