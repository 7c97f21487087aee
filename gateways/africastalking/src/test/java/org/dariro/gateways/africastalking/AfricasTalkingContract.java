package org.dariro.gateways.africastalking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.GatewayFactory;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.UssdRequest;
import org.dariro.gateways.testkit.Calls;
import org.dariro.gateways.testkit.FakeCarrier;
import org.dariro.gateways.testkit.GatewayContract;
import org.dariro.gateways.testkit.africastalking.FakeAfricasTalking;

/** The calls of Africa's Talking's wire, whichever endpoint takes the texts. */
abstract class AfricasTalkingContract extends GatewayContract {
    private static final String NOT_ASKED =
            "Africa's Talking has no call that tells what became of a message, and takes no reference of ours";

    @Override
    protected GatewayFactory factory() {
        return new AfricasTalkingFactory();
    }

    @Override
    protected FakeCarrier openCarrier() {
        return new FakeAfricasTalking();
    }

    @Override
    protected String smsBody(InboundSms text) {
        return Calls.form(
                "date",
                "2026-03-02 09:00:00",
                "from",
                text.from(),
                "id",
                text.carrierId(),
                "to",
                text.to(),
                "text",
                text.text(),
                "linkId",
                "SampleLinkId123",
                "networkCode",
                "63902");
    }

    @Override
    protected String receiptBody(DeliveryReport report) {
        String status =
                switch (report.status()) {
                    case ON_ITS_WAY -> "Buffered";
                    case DELIVERED -> "Success";
                    case FAILED -> "Rejected";
                };
        return Calls.form(
                "id", report.carrierId(), "status", status, "phoneNumber", "+254711000001", "networkCode", "63902");
    }

    @Override
    protected Optional<String> ussdBody(UssdRequest hop) {
        return Optional.of(Calls.form(
                "sessionId",
                hop.sessionId(),
                "phoneNumber",
                hop.from(),
                "networkCode",
                "63902",
                "serviceCode",
                hop.serviceCode(),
                "text",
                hop.text()));
    }

    @Override
    protected HttpCall genuine(String path, byte[] body) {
        return Called.call(FakeAfricasTalking.SECRET, body);
    }

    @Override
    protected HttpCall forged(String path, byte[] body) {
        return Called.call(FakeAfricasTalking.SECRET.replace('9', '8'), body);
    }

    @Override
    protected Map<String, List<String>> requiredFields() {
        return Map.of(
                "sms", List.of("id", "from", "to", "text"),
                "receipts", List.of("id", "status"),
                "ussd", List.of("sessionId", "phoneNumber", "serviceCode"));
    }

    @Override
    protected Map<String, String> deviations() {
        return Map.of(
                "lookingUpFindsWhatWasTaken", NOT_ASKED,
                "lookingUpSaysWhatWasNeverTaken", NOT_ASKED,
                "lookingUpLeavesOutWhatBelongsToAnotherMessage", NOT_ASKED);
    }
}
