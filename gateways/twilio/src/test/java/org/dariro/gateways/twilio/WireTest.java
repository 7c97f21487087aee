package org.dariro.gateways.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.testkit.FakeHttpCarrier;
import org.dariro.gateways.testkit.LogWatch;
import org.dariro.gateways.testkit.twilio.FakeTwilio;
import org.junit.jupiter.api.Test;

/** What stands on the wire to Twilio, and at which address. */
class WireTest {
    private static final String SERVICE = "MG" + "0123456789abcdef".repeat(2);

    /** Keeps every call, and takes every message. */
    private static final class Recording extends FakeHttpCarrier {
        private final List<HttpCall> calls = new CopyOnWriteArrayList<>();
        private volatile String answer = "{\"sid\":\"SM1\",\"status\":\"queued\"}";

        @Override
        protected HttpAnswer answer(HttpCall call, Behaviour behaviour) {
            calls.add(call);
            return HttpAnswer.json(answer);
        }

        HttpCall only() {
            assertEquals(1, calls.size());
            return calls.get(0);
        }
    }

    @Test
    void aTextIsOneFormWithOurReferenceInItsCallback() {
        try (Recording twilio = new Recording();
                Gateway gateway = Accounts.open(twilio, Map.of())) {
            assertEquals(
                    List.of(new Outcome.Accepted(List.of("SM1"), Optional.empty())),
                    gateway.send(Accounts.batch("hello")));
            HttpCall call = twilio.only();
            assertEquals("2010-04-01/Accounts/" + FakeTwilio.SID + "/Messages.json", call.rest());
            assertEquals(
                    Map.of(
                            "To", List.of("+27821234567"),
                            "From", List.of("+27600000001"),
                            "Body", List.of("hello"),
                            "StatusCallback",
                                    List.of("https://sms.example.org/gateways/tw/receipts?ref=7#rc=5&rp=5xx,ct,rt")),
                    call.form());
            assertFalse(call.header("upgrade").isPresent());
        }
    }

    @Test
    void aMessagingServiceTakesThePlaceOfTheNumber() {
        try (Recording twilio = new Recording();
                Gateway gateway =
                        Accounts.open(twilio, Map.of("MESSAGING_SERVICE", SERVICE, "VALIDITY_SECONDS", "3600"))) {
            gateway.send(Accounts.batch("hello"));
            Map<String, List<String>> form = twilio.only().form();
            assertEquals(List.of(SERVICE), form.get("MessagingServiceSid"));
            assertEquals(List.of("3600"), form.get("ValidityPeriod"));
            assertFalse(form.containsKey("From"));
        }
    }

    @Test
    void aTextOfTheWordNullIsSent() {
        try (FakeTwilio twilio = new FakeTwilio();
                Gateway gateway = Accounts.open(twilio, Map.of())) {
            assertInstanceOf(
                    Outcome.Accepted.class, gateway.send(Accounts.batch("null")).get(0));
            assertEquals("null", twilio.taken().get(0).text());
        }
    }

    @Test
    void anApiKeySendsForItsAccount() {
        try (FakeTwilio twilio = new FakeTwilio();
                Gateway gateway =
                        Accounts.open(twilio, Map.of("API_KEY", FakeTwilio.KEY, "API_SECRET", FakeTwilio.SECRET))) {
            assertInstanceOf(
                    Outcome.Accepted.class,
                    gateway.send(Accounts.batch("hello")).get(0));
            assertEquals(Optional.of(new Money(new BigDecimal("42.50"), "USD")), gateway.balance());
        }
    }

    @Test
    void aWrongTokenLosesNothing() {
        try (FakeTwilio twilio = new FakeTwilio();
                Gateway gateway = Accounts.open(twilio, Map.of("AUTH_TOKEN", "old"))) {
            assertEquals(List.of(new Outcome.RetryLater("20003")), gateway.send(Accounts.batch("hello")));
            assertEquals(Optional.empty(), gateway.balance());
            assertEquals(Optional.empty(), gateway.lookUp(Accounts.sent(List.of()), id -> false));
        }
    }

    @Test
    void aMessageThatHasFailedWhenItIsAnsweredIsRefused() {
        try (Recording twilio = new Recording();
                Gateway gateway = Accounts.open(twilio, Map.of())) {
            twilio.answer = "{\"sid\":\"SM1\",\"status\":\"failed\",\"error_code\":30007}";
            assertEquals(List.of(new Outcome.Refused("30007")), gateway.send(Accounts.batch("hello")));
            twilio.answer = "{\"sid\":\"SM1\",\"status\":\"failed\",\"error_code\":21610}";
            assertEquals(List.of(new Outcome.OptedOut("21610")), gateway.send(Accounts.batch("hello")));
            for (String unreadable : List.of("{}", "null", "", "7", "{\"sid\":\"\"}", "[]")) {
                twilio.answer = unreadable;
                assertInstanceOf(
                        Outcome.Unknown.class,
                        gateway.send(Accounts.batch("hello")).get(0),
                        unreadable);
            }
        }
    }

    @Test
    void anyBaseAddressKeepsItsHostAndPath() {
        Request request = new Request(HttpMethod.GET, "api", "/2010-04-01/Accounts/AC1/Messages.json");
        request.addQueryParam("To", "+1 2");
        for (String base :
                List.of("https://a.b.c.d.carrier.example.org:8443/twilio", "http://localhost:1", "https://192.0.2.7")) {
            assertEquals(
                    base + "/2010-04-01/Accounts/AC1/Messages.json?To=%2B1+2",
                    new Wire.Rebased(request, URI.create(base)).constructURL().toString());
        }
    }

    @Test
    void theSdkLogsNothingAtAll() {
        try (FakeTwilio twilio = new FakeTwilio();
                Gateway gateway = Accounts.open(twilio, Map.of());
                LogWatch log = LogWatch.open()) {
            gateway.send(Accounts.batch("hello"));
            gateway.lookUp(Accounts.sent(List.of()), id -> false);
            assertTrue(
                    log.lines().stream()
                            .noneMatch(line -> line.contains("27821234567")
                                    || line.contains("hello")
                                    || line.contains("Authorization")),
                    () -> String.join("\n", log.lines()));
        }
    }
}
