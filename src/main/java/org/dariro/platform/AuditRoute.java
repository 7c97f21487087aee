package org.dariro.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the audit trail every two seconds, and writes its head to the log every hour, so that it is kept outside too. */
@Dependent
public class AuditRoute extends RouteBuilder {
    /** The routes that time drives; they are started when the service may begin to work. */
    public static final List<String> TIMERS = List.of("audit-seal", "audit-head");

    private static final Logger LOG = LoggerFactory.getLogger(AuditRoute.class);
    private final AuditLog audit;

    @Inject
    public AuditRoute(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void configure() {
        onException(Exception.class) // never with its message: drivers repeat values in it
                .handled(true)
                .process(exchange -> LOG.error(
                        "Sealing the audit trail failed, and is tried again: {}",
                        Faults.describe(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))));

        from("timer:audit-seal?period=2000&delay=2000")
                .routeId("audit-seal")
                .autoStartup(false)
                .process(exchange -> audit.seal());

        from("timer:audit-head?period=3600000&delay=60000")
                .routeId("audit-head")
                .autoStartup(false)
                .process(exchange -> LOG.info("Audit head {}", audit.head().text()));
    }
}
