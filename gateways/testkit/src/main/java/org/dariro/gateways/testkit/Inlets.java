package org.dariro.gateways.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.InboundPart;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.OptOut;
import org.dariro.gateways.api.UssdEnd;
import org.dariro.gateways.api.UssdReply;
import org.dariro.gateways.api.UssdRequest;

/** Stands in for the service behind the gateway: keeps what is handed over, or fails to, as a full disk would. */
public final class Inlets extends RouteBuilder {
    private final List<InboundSms> texts = new CopyOnWriteArrayList<>();
    private final List<InboundPart> parts = new CopyOnWriteArrayList<>();
    private final List<UssdRequest> hops = new CopyOnWriteArrayList<>();
    private final List<DeliveryReport> reports = new CopyOnWriteArrayList<>();
    private final List<OptOut> optOuts = new CopyOnWriteArrayList<>();
    private final List<UssdEnd> ends = new CopyOnWriteArrayList<>();
    private volatile UssdReply screen = new UssdReply("Welcome", true);
    private volatile Runnable before = () -> {};

    @Override
    public void configure() {
        // As in the service, a failure goes back to the gateway's route and is logged, if at all, by the gateway.
        errorHandler(noErrorHandler());
        from(Inlet.SMS).process(exchange -> keep(texts, exchange.getMessage().getMandatoryBody(InboundSms.class)));
        from(Inlet.PART).process(exchange -> keep(parts, exchange.getMessage().getMandatoryBody(InboundPart.class)));
        from(Inlet.RECEIPT)
                .process(exchange -> keep(reports, exchange.getMessage().getMandatoryBody(DeliveryReport.class)));
        from(Inlet.OPT_OUT)
                .process(exchange -> keep(optOuts, exchange.getMessage().getMandatoryBody(OptOut.class)));
        from(Inlet.USSD_END)
                .process(exchange -> keep(ends, exchange.getMessage().getMandatoryBody(UssdEnd.class)));
        from(Inlet.USSD).process(exchange -> {
            keep(hops, exchange.getMessage().getMandatoryBody(UssdRequest.class));
            exchange.getMessage().setBody(screen);
        });
    }

    /** Every opt-out handed over, oldest first. */
    public List<OptOut> optOuts() {
        return List.copyOf(optOuts);
    }

    /** Every end of a USSD session handed over, oldest first. */
    public List<UssdEnd> ends() {
        return List.copyOf(ends);
    }

    /** Every text handed over, oldest first. */
    public List<InboundSms> texts() {
        return List.copyOf(texts);
    }

    /** Every part of a text handed over, oldest first. */
    public List<InboundPart> parts() {
        return List.copyOf(parts);
    }

    /** Every USSD hop handed over, oldest first. */
    public List<UssdRequest> hops() {
        return List.copyOf(hops);
    }

    /** Every report handed over, oldest first. */
    public List<DeliveryReport> reports() {
        return List.copyOf(reports);
    }

    /** Answers every hop with this screen from now on. */
    public void show(UssdReply next) {
        screen = next;
    }

    /** Stores nothing from now on: every value that is handed over fails. */
    public void fail() {
        before = () -> {
            throw new IllegalStateException("The disk is full");
        };
    }

    /** Does this before it takes a value; what it throws reaches the gateway. */
    public void beforeTaking(Runnable action) {
        before = action;
    }

    private <T> void keep(List<T> list, T value) {
        before.run();
        list.add(value);
    }
}
