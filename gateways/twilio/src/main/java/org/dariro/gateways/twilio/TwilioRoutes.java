package org.dariro.gateways.twilio;

import org.apache.camel.Exchange;
import org.dariro.gateways.api.CarrierRoutes;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Inlet;

/** What Twilio is answered: nothing to send (an empty TwiML document), once what it brought is stored. */
final class TwilioRoutes extends CarrierRoutes {
    private static final HttpAnswer NOTHING_TO_SEND =
            new HttpAnswer(200, "text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
    private static final String OPT_OUT = "opt-out";

    private final GatewayAccount account;
    private final TwilioCalls calls;

    TwilioRoutes(GatewayAccount account, TwilioCalls calls) {
        this.account = account;
        this.calls = calls;
    }

    @Override
    protected void carrierRoutes() {
        from(account.http("sms"))
                .routeId(account.id() + "-sms")
                .process(exchange -> exchange.getMessage().setBody(calls.sms(call(exchange))))
                .to(Inlet.SMS)
                .process(exchange -> exchange.getMessage().setBody(NOTHING_TO_SEND));
        from(account.http("receipts"))
                .routeId(account.id() + "-receipts")
                .process(this::readReceipt)
                .to(Inlet.RECEIPT)
                .filter(exchange -> exchange.getProperty(OPT_OUT) != null)
                .process(exchange -> exchange.getMessage().setBody(exchange.getProperty(OPT_OUT)))
                .to(Inlet.OPT_OUT)
                .end()
                .process(exchange -> exchange.getMessage().setBody(HttpAnswer.ok("")));
    }

    private void readReceipt(Exchange exchange) throws Exception {
        TwilioCalls.Receipt receipt = calls.receipt(call(exchange));
        receipt.optOut().ifPresent(optOut -> exchange.setProperty(OPT_OUT, optOut));
        exchange.getMessage().setBody(receipt.report());
    }

    private static HttpCall call(Exchange exchange) throws Exception {
        return exchange.getMessage().getMandatoryBody(HttpCall.class);
    }
}
