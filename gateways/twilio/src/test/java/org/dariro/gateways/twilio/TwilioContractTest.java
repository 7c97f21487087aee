package org.dariro.gateways.twilio;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.GatewayFactory;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.UnreadableCall;
import org.dariro.gateways.testkit.Calls;
import org.dariro.gateways.testkit.FakeCarrier;
import org.dariro.gateways.testkit.GatewayContract;
import org.dariro.gateways.testkit.twilio.FakeTwilio;
import org.dariro.gateways.testkit.twilio.TwilioSigner;

/** Twilio keeps the contract. */
class TwilioContractTest extends GatewayContract {

    @Override
    protected GatewayFactory factory() {
        return new TwilioFactory();
    }

    @Override
    protected FakeCarrier openCarrier() {
        return new FakeTwilio(InstantSource.fixed(Instant.parse("2026-03-02T07:00:01Z")));
    }

    @Override
    protected String smsBody(InboundSms text) {
        return Calls.form("MessageSid", text.carrierId(), "From", text.from(), "To", text.to(), "Body", text.text());
    }

    @Override
    protected String receiptBody(DeliveryReport report) {
        String status =
                switch (report.status()) {
                    case ON_ITS_WAY -> "sent";
                    case DELIVERED -> "delivered";
                    case FAILED -> "undelivered";
                };
        return Calls.form(
                "MessageSid",
                report.carrierId(),
                "MessageStatus",
                status,
                "ErrorCode",
                report.code().orElse(""));
    }

    @Override
    protected HttpCall genuine(String path, byte[] body) {
        return signed(path, body, FakeTwilio.TOKEN);
    }

    @Override
    protected HttpCall forged(String path, byte[] body) {
        return signed(path, body, "a guess");
    }

    @Override
    protected Map<String, List<String>> requiredFields() {
        return Map.of(
                "sms", List.of("MessageSid", "From", "To", "Body"), "receipts", List.of("MessageSid", "MessageStatus"));
    }

    private static HttpCall signed(String path, byte[] body, String token) {
        String query = path.equals("receipts") ? "ref=parcel-1" : "";
        String url = PUBLIC_URL + "/gateways/" + ACCOUNT + "/" + path + (query.isEmpty() ? "" : "?" + query);
        return new HttpCall(
                "POST",
                "",
                query,
                Map.of(
                        "x-twilio-signature", List.of(new TwilioSigner(token).sign(url, fields(body))),
                        "content-type", List.of("application/x-www-form-urlencoded; charset=UTF-8")),
                body,
                "127.0.0.1");
    }

    private static Map<String, List<String>> fields(byte[] body) {
        try {
            return Calls.of("POST", "", new String(body, StandardCharsets.UTF_8))
                    .form();
        } catch (UnreadableCall e) {
            return Map.of();
        }
    }
}
