package org.dariro.gateways.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.GatewayFactory;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.UssdRequest;
import org.dariro.gateways.testkit.Calls;
import org.dariro.gateways.testkit.GatewayContract;

/** The calls of the simulator's wire, whatever takes its batches. */
abstract class SimulatorContract extends GatewayContract {
    static final String OPEN = "The simulator checks no caller: it is for trying and testing only";

    @Override
    protected GatewayFactory factory() {
        return new SimulatorFactory();
    }

    @Override
    protected String smsBody(InboundSms text) {
        return Calls.form("from", text.from(), "to", text.to(), "text", text.text(), "id", text.carrierId());
    }

    @Override
    protected String receiptBody(DeliveryReport report) {
        String status = report.status().name().toLowerCase(Locale.ROOT);
        return Calls.form(
                "id",
                report.carrierId(),
                "reference",
                report.reference().orElse(""),
                "status",
                status,
                "code",
                report.code().orElse(""));
    }

    @Override
    protected Optional<String> ussdBody(UssdRequest hop) {
        return Optional.of(Calls.form(
                "session", hop.sessionId(), "from", hop.from(), "to", hop.serviceCode(), "text", hop.text()));
    }

    @Override
    protected HttpCall genuine(String path, byte[] body) {
        return Calls.post(body);
    }

    @Override
    protected HttpCall forged(String path, byte[] body) {
        return Calls.post(body);
    }

    @Override
    protected Map<String, List<String>> requiredFields() {
        return Map.of(
                "sms", List.of("from", "to", "text"),
                "ussd", List.of("session", "from", "to"),
                "receipts", List.of("id", "status"));
    }
}
