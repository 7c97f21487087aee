package org.dariro.gateways.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.ForgedCall;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.OptOut;
import org.dariro.gateways.testkit.Calls;
import org.dariro.gateways.testkit.Inlets;
import org.dariro.gateways.testkit.twilio.FakeTwilio;
import org.dariro.gateways.testkit.twilio.TwilioSigner;
import org.junit.jupiter.api.Test;

/** The calls Twilio makes, in each of their forms. */
class TwilioCallsTest {
    private static final String SMS = "https://sms.example.org/gateways/tw/sms";
    private static final String RECEIPTS = "https://sms.example.org/gateways/tw/receipts";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final InboundSms STOP = new InboundSms("tw", "SM1", "+27821234567", "+27600000001", "Stop", true);

    private final TwilioCalls calls =
            new TwilioCalls(Accounts.account(Map.of()), new Signature(List.of(FakeTwilio.TOKEN)));

    @Test
    void onlyAnOptOutThatTwilioHasTakenIsOne() {
        assertEquals(STOP, calls.sms(post(SMS, "", sms("OptOutType", "STOP"))));
        for (String other : List.of("START", "HELP", "")) {
            assertFalse(calls.sms(post(SMS, "", sms("OptOutType", other))).optOut(), other);
        }
        assertFalse(calls.sms(post(SMS, "", sms("OptIn", "STOP"))).optOut());
    }

    @Test
    void fieldsThatNobodyKnowsYetDoNoHarm() {
        assertEquals(
                "Stop",
                calls.sms(post(SMS, "", sms("NewIn2027", "x") + "&Tag=b&Tag=a")).text());
    }

    @Test
    void aWebhookByGetIsReadFromItsQuery() {
        String query = sms("OptOutType", "STOP");
        assertEquals(STOP, calls.sms(call("GET", SMS, query, "", "", Map.of())));
        assertThrows(
                ForgedCall.class,
                () -> calls.sms(new HttpCall(
                        "GET",
                        "",
                        query + "&Body=",
                        call("GET", SMS, query, "", "", Map.of()).headers(),
                        new byte[0],
                        "")));
    }

    @Test
    void aWebhookInJsonIsReadOnceItsHashIsRight() throws Exception {
        String json = "{\"MessageSid\":\"SM1\",\"From\":\"+27821234567\",\"To\":\"+27600000001\",\"Body\":\"Stop\","
                + "\"OptOutType\":\"STOP\",\"NumMedia\":0}";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        String query = "bodySHA256=" + HexFormat.of().formatHex(hash);
        assertEquals(STOP, calls.sms(call("POST", SMS, query, json, "application/json", Map.of())));
        assertThrows(
                ForgedCall.class, () -> calls.sms(call("POST", SMS, query, json + " ", "application/json", Map.of())));
    }

    @Test
    void aReportCarriesOurReferenceFromItsAddress() {
        TwilioCalls.Receipt receipt = calls.receipt(post(RECEIPTS, "ref=7", report("delivered", "")));
        assertEquals(Optional.of("7"), receipt.report().reference());
        assertEquals(Status.DELIVERED, receipt.report().status());
        assertEquals("SM1", receipt.report().carrierId());
        assertEquals(
                Optional.empty(),
                calls.receipt(post(RECEIPTS, "", report("sent", "") + "&ref=8"))
                        .report()
                        .reference(),
                "not from a field");
    }

    @Test
    void aReportWithAnotherReferenceIsForged() {
        HttpCall genuine = post(RECEIPTS, "ref=7", report("delivered", ""));
        assertThrows(
                ForgedCall.class,
                () -> calls.receipt(new HttpCall("POST", "", "ref=8", genuine.headers(), genuine.body(), "127.0.0.1")));
    }

    @Test
    void aReportThatItsRecipientHasOptedOutIsAnOptOut() {
        TwilioCalls.Receipt receipt = calls.receipt(post(RECEIPTS, "ref=7", report("failed", "21610")));
        assertEquals(Status.FAILED, receipt.report().status());
        assertEquals(Optional.of("21610"), receipt.report().code());
        assertEquals(Optional.of(new OptOut("tw", "+27821234567", "+27600000001")), receipt.optOut());
        assertTrue(calls.receipt(post(RECEIPTS, "ref=7", report("failed", "30003")))
                .optOut()
                .isEmpty());
    }

    @Test
    void theRoutesHandOverAndAnswerWithNothingToSend() throws Exception {
        Inlets inlets = new Inlets();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(inlets);
            camel.addRoutes(new TwilioRoutes(Accounts.account(Map.of()), calls));
            camel.start();
            var carrier = camel.createProducerTemplate();
            HttpAnswer answer = carrier.requestBody(
                    "direct:gateways/tw/sms", post(SMS, "", sms("OptOutType", "STOP")), HttpAnswer.class);
            assertEquals(200, answer.status());
            assertTrue(answer.contentType().startsWith("text/xml"), answer.contentType());
            assertTrue(answer.body().endsWith("<Response/>"), answer.body());
            assertEquals(List.of(STOP), inlets.texts());
            for (String code : List.of("21610", "30003")) {
                answer = carrier.requestBody(
                        "direct:gateways/tw/receipts",
                        post(RECEIPTS, "ref=7", report("failed", code)),
                        HttpAnswer.class);
                assertEquals(200, answer.status());
            }
            assertEquals(2, inlets.reports().size());
            assertEquals(List.of(new OptOut("tw", "+27821234567", "+27600000001")), inlets.optOuts());
        }
    }

    private static String sms(String name, String value) {
        return Calls.form(
                "MessageSid", "SM1", "From", "+27821234567", "To", "+27600000001", "Body", "Stop", name, value);
    }

    private static String report(String status, String code) {
        return Calls.form(
                "MessageSid",
                "SM1",
                "MessageStatus",
                status,
                "ErrorCode",
                code,
                "To",
                "+27821234567",
                "From",
                "+27600000001");
    }

    private static HttpCall post(String url, String query, String form) {
        return call("POST", url, query, form, FORM, Calls.of("POST", "", form).form());
    }

    private static HttpCall call(
            String method, String url, String query, String body, String type, Map<String, List<String>> signed) {
        String signature = new TwilioSigner(FakeTwilio.TOKEN).sign(url + (query.isEmpty() ? "" : "?" + query), signed);
        return new HttpCall(
                method,
                "",
                query,
                Map.of("x-twilio-signature", List.of(signature), "content-type", List.of(type)),
                body.getBytes(StandardCharsets.UTF_8),
                "127.0.0.1");
    }
}
