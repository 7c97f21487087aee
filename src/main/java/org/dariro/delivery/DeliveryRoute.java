package org.dariro.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.platform.Faults;
import org.dariro.platform.Nodes;
import org.dariro.spend.SpendDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of posts from the log to the phones. Packing writes parcels and, where the account has room, claims them for the
 * wire in the same transaction; the lanes of {@link Dispatch} send and {@link Settlement} writes down the outcome. What
 * could not go at once is claimed by the dispatch route; what became unknown is found out by reconciliation.
 */
@Dependent
public class DeliveryRoute extends RouteBuilder {
    /** One turn of packing. */
    public static final String PACKING = "direct:packing";

    /** One turn of claiming what waits. */
    public static final String DISPATCH = "direct:dispatch";

    /** The routes that time drives; they are started when the service may begin to work. */
    public static final List<String> TIMERS = List.of(
            "take-over",
            "reconcile",
            "early-receipts",
            "charges",
            "spend-days",
            "balances",
            "failover",
            "budgets",
            "heart");

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRoute.class);
    private final Packer packer;
    private final Retries retries;
    private final Receipts receipts;
    private final Reconciliation reconciliation;
    private final ChargeRequests charges;
    private final SpendDays spendDays;
    private final AccountFigures figures;
    private final Failover failover;
    private final BudgetWatch budgets;
    private final Nodes nodes;

    @Inject
    public DeliveryRoute(
            Packer packer,
            Retries retries,
            Receipts receipts,
            Reconciliation reconciliation,
            ChargeRequests charges,
            SpendDays spendDays,
            AccountFigures figures,
            Failover failover,
            BudgetWatch budgets,
            Nodes nodes) {
        this.packer = packer;
        this.retries = retries;
        this.receipts = receipts;
        this.reconciliation = reconciliation;
        this.charges = charges;
        this.spendDays = spendDays;
        this.figures = figures;
        this.failover = failover;
        this.budgets = budgets;
        this.nodes = nodes;
    }

    @Override
    public void configure() {
        onException(Exception.class) // never with its message: drivers repeat values in it
                .handled(true)
                .process(exchange -> LOG.error(
                        "Route {} failed and goes on: {}",
                        exchange.getFromRouteId(),
                        Faults.describe(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))));

        from(PACKING).routeId("packing").errorHandler(noErrorHandler()).process(exchange -> exchange.getMessage()
                .setBody(packer.packDue()));

        from(DISPATCH).routeId("dispatch").errorHandler(noErrorHandler()).process(exchange -> exchange.getMessage()
                .setBody(retries.claimDue()));

        from("timer:take-over?period=30000&delay=0")
                .routeId("take-over")
                .autoStartup(false)
                .process(exchange -> packer.findDue());

        from("timer:reconcile?period=" + nodes.pulse().toMillis() + "&delay=1000")
                .routeId("reconcile")
                .autoStartup(false)
                .process(exchange -> reconciliation.abandon())
                .process(exchange -> reconciliation.resolve())
                .process(exchange -> retries.forget());

        from("timer:early-receipts?period=5000&delay=1000")
                .routeId("early-receipts")
                .autoStartup(false)
                .process(exchange -> receipts.ripen());

        from("timer:charges?period=30000&delay=15000")
                .routeId("charges")
                .autoStartup(false)
                .process(exchange -> charges.ask());

        from("timer:spend-days?period=600000&delay=60000")
                .routeId("spend-days")
                .autoStartup(false)
                .process(exchange -> spendDays.turn());

        from("timer:balances?period=600000&delay=5000")
                .routeId("balances")
                .autoStartup(false)
                .process(exchange -> figures.askBalances());
        from("timer:failover?period=5000&delay=1000")
                .routeId("failover")
                .autoStartup(false)
                .process(exchange -> failover.turn());

        from("timer:budgets?period=60000&delay=10000")
                .routeId("budgets")
                .autoStartup(false)
                .process(exchange -> budgets.turn());

        from("timer:heart?period=" + nodes.pulse().toMillis())
                .routeId("heart")
                .autoStartup(false)
                .process(exchange -> nodes.beat());
    }
}
