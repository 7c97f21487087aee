package org.dariro.programme;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every minute whether the time of a group is over, and whether words of erased members can go. */
@Dependent
public class ClosingRoute extends RouteBuilder {
    /** One turn: takes leave of whatever group is due. */
    public static final String TURN = "direct:closing";

    /** The route that time drives; it is started when the service may begin to work. */
    public static final String TIMER = "closing-due";

    private static final Logger LOG = LoggerFactory.getLogger(ClosingRoute.class);
    private final Closing closing;
    private final Erasure erasure;

    @Inject
    public ClosingRoute(Closing closing, Erasure erasure) {
        this.closing = closing;
        this.erasure = erasure;
    }

    @Override
    public void configure() {
        onException(Exception.class) // never with its message: drivers repeat values in it
                .handled(true)
                .process(exchange -> LOG.error(
                        "Groups could not take leave; tried again: {}",
                        Faults.describe(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))));

        from(TURN).routeId("closing").errorHandler(noErrorHandler()).process(exchange -> turn());

        from("timer:closing?period=60000&delay=5000")
                .routeId(TIMER)
                .autoStartup(false)
                .process(exchange -> turn());
    }

    private void turn() {
        closing.turn();
        erasure.turn();
    }
}
