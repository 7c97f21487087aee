package org.dariro.gateways.api;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * The inbound routes of a gateway. What a carrier is answered when a call is bad is the same for all: unreadable 400,
 * forged 403, and 503 when the service could not store it, which makes the carrier call again.
 */
public abstract class CarrierRoutes extends RouteBuilder {

    @Override
    public final void configure() {
        onException(UnreadableCall.class).handled(true).process(exchange -> answer(exchange, 400, message(exchange)));
        onException(ForgedCall.class).handled(true).process(exchange -> answer(exchange, 403, message(exchange)));
        onException(Exception.class)
                .handled(true)
                .logHandled(false)
                .process(exchange -> answer(exchange, 503, "Not stored; please call again."));
        carrierRoutes();
    }

    /** Declares the routes, each with an id that starts with the account's. */
    protected abstract void carrierRoutes();

    private static String message(Exchange exchange) {
        return String.valueOf(
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class).getMessage());
    }

    private static void answer(Exchange exchange, int status, String sentence) {
        exchange.getMessage().setBody(HttpAnswer.error(status, sentence));
    }
}
