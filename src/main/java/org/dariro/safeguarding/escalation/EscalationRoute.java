package org.dariro.safeguarding.escalation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second whether somebody must be called. */
@Dependent
public class EscalationRoute extends RouteBuilder {
    /** One turn: calls whoever must be called by now. */
    public static final String TURN = "direct:escalation";

    /** The route that time drives; it is started when the service may begin to work. */
    public static final String TIMER = "escalation-due";

    private static final Logger LOG = LoggerFactory.getLogger(EscalationRoute.class);
    private final Escalation escalation;

    @Inject
    public EscalationRoute(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void configure() {
        onException(Exception.class) // never with its message: drivers repeat values in it
                .handled(true)
                .process(exchange -> LOG.error(
                        "Nobody could be called; tried again: {}",
                        Faults.describe(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))));

        from(TURN).routeId("escalation").errorHandler(noErrorHandler()).process(exchange -> escalation.turn());

        from("timer:escalation?period=1000&delay=1000")
                .routeId(TIMER)
                .autoStartup(false)
                .process(exchange -> escalation.turn());
    }
}
