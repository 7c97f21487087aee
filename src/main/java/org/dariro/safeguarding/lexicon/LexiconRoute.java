package org.dariro.safeguarding.lexicon;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every two seconds whether lexicons have changed, in the programme's own directory or by anybody on any node. */
@Dependent
public class LexiconRoute extends RouteBuilder {
    /** The route that time drives; it is started when the service may begin to work. */
    public static final String TIMER = "lexicons";

    private static final Logger LOG = LoggerFactory.getLogger(LexiconRoute.class);
    private final Keeper keeper;

    @Inject
    public LexiconRoute(Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public void configure() {
        onException(Exception.class) // never with its message: drivers repeat values in it
                .handled(true)
                .process(exchange -> LOG.error(
                        "Changed lexicons could not be taken up; tried again: {}",
                        Faults.describe(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))));

        from("timer:lexicons?period=2000&delay=2000")
                .routeId(TIMER)
                .autoStartup(false)
                .process(exchange -> keeper.turn());
    }
}
