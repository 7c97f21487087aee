package org.dariro.ussd;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.UssdRequest;

/** The way of a dialled hop: taken, committed, answered with the next screen. */
@Dependent
public class UssdRoute extends RouteBuilder {
    private final Sessions sessions;

    @Inject
    public UssdRoute(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void configure() {
        from(Inlet.USSD)
                .routeId("ussd")
                .errorHandler(noErrorHandler()) // the gateway's route answers the carrier
                .process(exchange -> exchange.getMessage()
                        .setBody(sessions.answer(exchange.getMessage().getBody(UssdRequest.class))));
    }
}
