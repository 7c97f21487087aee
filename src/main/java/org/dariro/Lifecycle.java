package org.dariro;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.dariro.delivery.AccountFigures;
import org.dariro.delivery.DeliveryRoute;
import org.dariro.delivery.Dispatch;
import org.dariro.delivery.Settlement;
import org.dariro.gateway.Accounts;
import org.dariro.group.DueGroups;
import org.dariro.inbound.PartsRoute;
import org.dariro.platform.AuditRoute;
import org.dariro.platform.CamelRuntime;
import org.dariro.platform.Component;
import org.dariro.platform.KeyCheck;
import org.dariro.platform.Work;
import org.dariro.programme.ClosingRoute;
import org.dariro.programme.ProgrammeRoute;
import org.dariro.programme.ReportRoute;
import org.dariro.safeguarding.escalation.EscalationRoute;
import org.dariro.safeguarding.lexicon.Keeper;
import org.dariro.safeguarding.lexicon.LexiconRoute;
import org.dariro.webhook.WebhookRoute;

/** Starts the service once all its parts are there: the routes first, then the loops and timers that drive them. */
@Component
public class Lifecycle {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private final KeyCheck keys;
    private final Keeper lexicons;
    private final CamelRuntime camel;
    private final Accounts accounts;
    private final DueGroups due;
    private final Dispatch dispatch;
    private final AccountFigures figures;
    private final Settlement settlement;
    private final Work work;

    @Inject
    public Lifecycle(
            KeyCheck keys,
            Keeper lexicons,
            CamelRuntime camel,
            Accounts accounts,
            DueGroups due,
            Dispatch dispatch,
            AccountFigures figures,
            Settlement settlement,
            Work work) {
        this.keys = keys;
        this.lexicons = lexicons;
        this.camel = camel;
        this.accounts = accounts;
        this.due = due;
        this.dispatch = dispatch;
        this.figures = figures;
        this.settlement = settlement;
        this.work = work;
    }

    /** Starts with the service's own routes and those of its gateways: from now on carriers may call. */
    public void start(Collection<? extends RoutesBuilder> own) throws Exception {
        keys.check();
        lexicons.turn(); // the first text is screened by what people saved
        List<RoutesBuilder> routes = new ArrayList<>(own);
        accounts.all().forEach(account -> routes.add(account.gateway().routes()));
        camel.start(routes);
    }

    /** Starts to do what is due, also what an earlier process left. */
    public void drive() {
        figures.resumeToday();
        settlement.start();
        work.loop("packer", () -> {
            due.await(LOOK);
            if (due.anyDue()) {
                camel.send(DeliveryRoute.PACKING, true);
            }
        });
        work.loop("dispatch", () -> {
            dispatch.awaitWake(LOOK);
            while (camel.request(DeliveryRoute.DISPATCH, true, Boolean.class)) {
                // there may be more
            }
        });
        if (work.isThreaded()) { // tests move the clock, and call what is due
            DeliveryRoute.TIMERS.forEach(camel::startRoute);
            camel.startRoute(PartsRoute.TIMER);
            AuditRoute.TIMERS.forEach(camel::startRoute);
            camel.startRoute(EscalationRoute.TIMER);
            camel.startRoute(ClosingRoute.TIMER);
            camel.startRoute(ReportRoute.TIMER);
            camel.startRoute(ProgrammeRoute.TIMER);
            camel.startRoute(LexiconRoute.TIMER);
            camel.startRoute(WebhookRoute.TIMER);
        }
    }

    /** Ends the loops, lets the lanes finish what is on the wire, and writes down what became of it. */
    public void stop() {
        work.close();
        settlement.settle();
        camel.close();
    }
}
