package org.dariro.inbound;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;

/**
 * The way of a text, from the carrier to the group's log. A carrier's call waits at the front door until the batch it
 * joined is on disk; the batch goes through the steps below in one transaction.
 */
@Dependent
public class InboundRoute extends RouteBuilder {
    static final String ARRIVALS = "direct:arrivals";
    private final FrontDoor door;
    private final Deduplicate deduplicate;
    private final Identify identify;
    private final Understand understand;
    private final Screen screen;
    private final Converse converse;
    private final Store store;

    @Inject
    public InboundRoute(
            FrontDoor door,
            Deduplicate deduplicate,
            Identify identify,
            Understand understand,
            Screen screen,
            Converse converse,
            Store store) {
        this.door = door;
        this.deduplicate = deduplicate;
        this.identify = identify;
        this.understand = understand;
        this.screen = screen;
        this.converse = converse;
        this.store = store;
    }

    @Override
    public void configure() {
        from(Inlet.SMS)
                .routeId("front-door")
                .errorHandler(noErrorHandler()) // the gateway's route answers the carrier
                .process(exchange -> door.take(exchange.getMessage().getBody(InboundSms.class)));

        from(ARRIVALS)
                .routeId("inbound")
                .errorHandler(noErrorHandler()) // whatever fails rolls the whole batch back
                .process(step(deduplicate)) // known (account, carrier id)?
                .process(step(identify)) // whose is it
                .process(step(understand)) // command or post?
                .process(step(screen)) // before anyone else gets it
                .process(step(converse)) // hold, release or answer
                .process(step(store)); // and the commit follows
    }

    private static Processor step(Step step) {
        return exchange -> step.apply(exchange.getMessage().getBody(Arrivals.class));
    }
}
