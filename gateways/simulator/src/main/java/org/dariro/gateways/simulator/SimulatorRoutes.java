package org.dariro.gateways.simulator;

import java.util.function.Function;
import org.apache.camel.Exchange;
import org.dariro.gateways.api.CarrierRoutes;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.UssdReply;

/** What the simulator answers: the calls of a carrier, and those of the page. */
final class SimulatorRoutes extends CarrierRoutes {
    private static final String ID = "sms-id";

    private final GatewayAccount account;
    private final CarrierCalls calls;
    private final PhonesPage phones;
    private final InboxPage inbox;
    private final SetupPage setup;
    private final Weather weather;
    private final Receipts receipts;

    SimulatorRoutes(
            GatewayAccount account,
            String run,
            PhonesPage phones,
            InboxPage inbox,
            SetupPage setup,
            Weather weather,
            Receipts receipts) {
        this.account = account;
        this.calls = new CarrierCalls(account.id(), run);
        this.phones = phones;
        this.inbox = inbox;
        this.setup = setup;
        this.weather = weather;
        this.receipts = receipts;
    }

    @Override
    protected void carrierRoutes() {
        receipts.connect(getContext());
        from(account.http("sms"))
                .routeId(account.id() + "-sms")
                .process(this::readSms)
                .to(Inlet.SMS)
                .process(exchange ->
                        answer(exchange, Json.answer(Json.object().put("id", exchange.getProperty(ID, String.class)))));
        from(account.http("ussd"))
                .routeId(account.id() + "-ussd")
                .process(exchange -> exchange.getMessage().setBody(calls.ussd(call(exchange))))
                .to(Inlet.USSD)
                .process(exchange -> answer(
                        exchange,
                        HttpAnswer.ok(exchange.getMessage()
                                .getMandatoryBody(UssdReply.class)
                                .prefixed())));
        from(account.http("receipts"))
                .routeId(account.id() + "-receipts")
                .process(exchange -> exchange.getMessage().setBody(calls.receipt(call(exchange))))
                .to(Inlet.RECEIPT)
                .process(exchange -> answer(exchange, HttpAnswer.ok("")));
        page("phones", phones::answer);
        page("inbox", inbox::answer);
        page("setup", setup::answer);
        page("conditions", this::conditions);
    }

    private void page(String path, Function<HttpCall, HttpAnswer> page) {
        from(account.http(path))
                .routeId(account.id() + "-" + path)
                .process(exchange -> answer(exchange, page.apply(call(exchange))));
    }

    private void readSms(Exchange exchange) throws Exception {
        var text = calls.sms(call(exchange));
        exchange.setProperty(ID, text.carrierId());
        exchange.getMessage().setBody(text);
    }

    private HttpAnswer conditions(HttpCall call) {
        switch (call.method()) {
            case "PUT" -> weather.set(ConditionsJson.read(call));
            case "GET" -> {}
            default -> {
                return HttpAnswer.error(405, "Conditions are read by GET and set by PUT.");
            }
        }
        return Json.answer(ConditionsJson.write(weather.conditions()));
    }

    private static HttpCall call(Exchange exchange) throws Exception {
        return exchange.getMessage().getMandatoryBody(HttpCall.class);
    }

    private static void answer(Exchange exchange, HttpAnswer answer) {
        exchange.getMessage().setBody(answer);
    }
}
