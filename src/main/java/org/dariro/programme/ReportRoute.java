package org.dariro.programme;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the sums that reports are read from up to date. */
@Dependent
public class ReportRoute extends RouteBuilder {
    /** The route that time drives; it is started when the service may begin to work. */
    public static final String TIMER = "reports-due";

    private static final Logger LOG = LoggerFactory.getLogger(ReportRoute.class);
    private final ProgrammeReports reporting;

    @Inject
    public ReportRoute(ProgrammeReports reporting) {
        this.reporting = reporting;
    }

    @Override
    public void configure() {
        onException(Exception.class) // never with its message: drivers repeat values in it
                .handled(true)
                .process(exchange -> LOG.error(
                        "Reports could not be made; tried again: {}",
                        Faults.describe(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))));

        from("timer:reports?period=300000&delay=90000")
                .routeId(TIMER)
                .autoStartup(false)
                .process(exchange -> reporting.turn());
    }
}
