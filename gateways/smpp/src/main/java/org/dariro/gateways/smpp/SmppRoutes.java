package org.dariro.gateways.smpp;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExtendedStartupListener;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.InboundPart;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of what an SMSC delivers: read, then handed to the inlet of its kind. The binds open once it can be walked. */
final class SmppRoutes extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(SmppRoutes.class);
    private final String account;
    private final Reading reading;
    private final Runnable started;
    private volatile @Nullable ProducerTemplate template;

    /** @param started called when the routes run */
    SmppRoutes(String account, Reading reading, Runnable started) {
        this.account = account;
        this.reading = reading;
        this.started = started;
    }

    @Override
    public void configure() throws Exception {
        template = getContext().createProducerTemplate();
        from(deliveries())
                .routeId(account + "-deliver")
                .errorHandler(noErrorHandler()) // the session answers the SMSC
                .process(this::read)
                .choice()
                .when(body().isInstanceOf(DeliveryReport.class))
                .to(Inlet.RECEIPT)
                .when(body().isInstanceOf(InboundPart.class))
                .to(Inlet.PART)
                .when(body().isInstanceOf(InboundSms.class))
                .to(Inlet.SMS)
                .end();
        getContext().addStartupListener(new ExtendedStartupListener() {
            @Override
            public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
                if (alreadyStarted) {
                    started.run();
                }
            }

            @Override
            public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
                started.run();
            }
        });
    }

    /** Not below {@code direct:gateways/}: nobody may call it by HTTP. */
    private String deliveries() {
        return "direct:smpp/" + account + "/deliver";
    }

    private void read(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof Delivery delivery) {
            Optional<Object> read = reading.read(delivery);
            if (read.isEmpty()) {
                LOG.warn("A receipt at account {} has no id or no known state and says nothing", account);
            }
            exchange.getMessage().setBody(read.orElse(null));
        }
    }

    /**
     * Sends a {@link Delivery}, or a value that is read already, on its way; returns when it is stored.
     *
     * @throws IllegalStateException when it was not
     */
    void take(Object delivered) {
        ProducerTemplate ready = template;
        if (ready == null) {
            throw new IllegalStateException("The routes are not there yet");
        }
        Exchange exchange = ready.send(deliveries(), sent -> sent.getMessage().setBody(delivered));
        if (exchange.getException() != null) {
            throw new IllegalStateException("Not stored", exchange.getException());
        }
    }
}
