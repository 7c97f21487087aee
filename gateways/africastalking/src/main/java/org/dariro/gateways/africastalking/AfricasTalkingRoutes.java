package org.dariro.gateways.africastalking;

import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.dariro.gateways.api.CarrierRoutes;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.UssdReply;

/** What Africa's Talking calls: forms, unsigned, at addresses that end in a secret of the account. */
final class AfricasTalkingRoutes extends CarrierRoutes {
    private final GatewayAccount account;
    private final Callers callers;
    private final Callbacks callbacks;

    AfricasTalkingRoutes(GatewayAccount account, Callers callers) {
        this.account = account;
        this.callers = callers;
        this.callbacks = new Callbacks(account.id());
    }

    @Override
    protected void carrierRoutes() {
        from(account.http("sms"))
                .routeId(account.id() + "-sms")
                .process(reads(callbacks::sms))
                .to(Inlet.SMS)
                .process(AfricasTalkingRoutes::ok);
        from(account.http("receipts"))
                .routeId(account.id() + "-receipts")
                .process(reads(callbacks::receipt))
                .filter(exchange -> exchange.getMessage().getBody() instanceof DeliveryReport)
                .to(Inlet.RECEIPT)
                .end()
                .process(AfricasTalkingRoutes::ok);
        from(account.http("opt-outs"))
                .routeId(account.id() + "-opt-outs")
                .process(reads(callbacks::optOut))
                .to(Inlet.OPT_OUT)
                .process(AfricasTalkingRoutes::ok);
        from(account.http("ussd"))
                .routeId(account.id() + "-ussd")
                .process(reads(callbacks::ussd))
                .to(Inlet.USSD)
                .process(AfricasTalkingRoutes::screen);
        from(account.http("ussd-end"))
                .routeId(account.id() + "-ussd-end")
                .process(reads(callbacks::ussdEnd))
                .to(Inlet.USSD_END)
                .process(AfricasTalkingRoutes::ok);
    }

    private Processor reads(Function<Form, Object> reader) {
        return exchange -> {
            HttpCall call = exchange.getMessage().getMandatoryBody(HttpCall.class);
            exchange.getMessage().setBody(reader.apply(new Form(callers.form(call))));
        };
    }

    private static void ok(Exchange exchange) {
        exchange.getMessage().setBody(HttpAnswer.ok(""));
    }

    private static void screen(Exchange exchange) throws Exception {
        exchange.getMessage()
                .setBody(HttpAnswer.ok(
                        exchange.getMessage().getMandatoryBody(UssdReply.class).prefixed()));
    }
}
