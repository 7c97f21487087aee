package org.dariro.programme;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second whether something of the programme is due. */
@Dependent
public class ProgrammeRoute extends RouteBuilder {
    /** One turn: does what is due by now. */
    public static final String TURN = "direct:programme";

    /** The route that time drives; it is started when the service may begin to work. */
    public static final String TIMER = "programme-due";

    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeRoute.class);
    private final GuestSessions guests;
    private final Sending sending;
    private final WellbeingRounds wellbeing;
    private final DailyCounts counts;

    @Inject
    public ProgrammeRoute(GuestSessions guests, Sending sending, WellbeingRounds wellbeing, DailyCounts counts) {
        this.guests = guests;
        this.sending = sending;
        this.wellbeing = wellbeing;
        this.counts = counts;
    }

    @Override
    public void configure() {
        onException(Exception.class) // never with its message: drivers repeat values in it
                .handled(true)
                .process(exchange -> LOG.error(
                        "The programme could not go on; tried again: {}",
                        Faults.describe(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))));

        from(TURN).routeId("programme").errorHandler(noErrorHandler()).process(exchange -> turn());

        from("timer:programme?period=1000&delay=1500")
                .routeId(TIMER)
                .autoStartup(false)
                .process(exchange -> turn());
    }

    /** Guests come and go before words are sent, which may be theirs. */
    private void turn() {
        guests.turn();
        sending.turn();
        wellbeing.turn();
        counts.turn();
    }
}
