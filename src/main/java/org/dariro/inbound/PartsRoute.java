package org.dariro.inbound;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.gateways.api.InboundPart;
import org.dariro.gateways.api.Inlet;
import org.dariro.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a part of a text: stored before the carrier is answered, joined with the others, then in at the front door. */
@Dependent
public class PartsRoute extends RouteBuilder {
    /** The route that looks for texts whose time is up; it is started when the service may begin to work. */
    public static final String TIMER = "parts-due";

    private static final Logger LOG = LoggerFactory.getLogger(PartsRoute.class);
    private final Parts parts;

    @Inject
    public PartsRoute(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void configure() {
        onException(Exception.class) // never with its message: drivers repeat values in it
                .handled(true)
                .process(exchange -> LOG.error(
                        "Parts that are due could not be taken, and are tried again: {}",
                        Faults.describe(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))));

        from(Inlet.PART)
                .routeId("parts")
                .errorHandler(noErrorHandler()) // the gateway's route answers the carrier
                .process(exchange -> parts.take(exchange.getMessage().getBody(InboundPart.class)));

        from("timer:parts?period=5000&delay=1000")
                .routeId(TIMER)
                .autoStartup(false)
                .process(exchange -> parts.takeDue());
    }
}
