package org.dariro.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Looks every second whether another system is to be called. */
@Dependent
public class WebhookRoute extends RouteBuilder {
    /** The route that time drives; it is started when the service may begin to work. */
    public static final String TIMER = "webhooks-due";

    private final Calling calling;

    @Inject
    public WebhookRoute(Calling calling) {
        this.calling = calling;
    }

    @Override
    public void configure() {
        onException(Exception.class) // never with its message: drivers repeat values in it
                .handled(true)
                .process(exchange -> Calling.failed(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));

        from("timer:webhooks?period=1000&delay=2000")
                .routeId(TIMER)
                .autoStartup(false)
                .process(exchange -> calling.turn());
    }
}
