package org.dariro.gateways.testkit;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.GatewayFactory;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.api.Sent;
import org.dariro.gateways.api.UssdRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/**
 * Sets a gateway up between a fake carrier and a stand-in for the service, afresh for every fact: what a subclass must
 * supply, and what the facts use.
 */
public abstract class GatewayHarness {
    /** The id of the account under test. */
    protected static final String ACCOUNT = "acct";

    /** Where the account believes to be called. */
    protected static final String PUBLIC_URL = "https://dariro.example.org";

    /** The line that texts go to and come from. */
    protected static final String LINE = "+263770000000";

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    /** Stands in for the service. */
    protected final Inlets inlets = new Inlets();

    private FakeCarrier carrier;
    private GatewayAccount account;
    private Gateway gateway;
    private CamelContext camel;
    private ProducerTemplate calls;

    /** Makes the gateway under test. */
    protected abstract GatewayFactory factory();

    /** Opens the other end of the wire. */
    protected abstract FakeCarrier openCarrier();

    /** Further settings of the account, by the last part of their names: a token, a user name. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** The body of the call with which the carrier hands a text over. */
    protected abstract String smsBody(InboundSms text);

    /** The body of the call with which the carrier reports on a message. */
    protected abstract String receiptBody(DeliveryReport report);

    /** The body of the call of one USSD hop; empty where the carrier has no USSD. */
    protected Optional<String> ussdBody(UssdRequest hop) {
        return Optional.empty();
    }

    /**
     * A call to {@code sms}, {@code receipts} or {@code ussd} with this body, as the carrier makes it: signed, with its
     * headers. The body may be rubbish; the signature is right all the same.
     */
    protected abstract HttpCall genuine(String path, byte[] body);

    /** The same call by somebody who does not know the secret. */
    protected abstract HttpCall forged(String path, byte[] body);

    /** The form fields without which a call cannot be understood, for each path. */
    protected abstract Map<String, List<String>> requiredFields();

    /** The facts (by method name) that do not hold for this gateway, each with its reason; they are shown as skipped. */
    protected Map<String, String> deviations() {
        return Map.of();
    }

    @BeforeEach
    final void open(TestInfo fact) throws Exception {
        String name = fact.getTestMethod().orElseThrow().getName();
        assumeFalse(
                deviations().containsKey(name),
                () -> String.valueOf(deviations().get(name)));
        carrier = openCarrier();
        account = new GatewayAccount(
                ACCOUNT,
                PUBLIC_URL,
                setting -> Optional.ofNullable(carrier.settings().get(setting))
                        .or(() -> Optional.ofNullable(settings().get(setting))),
                CLOCK);
        gateway = factory().create(account);
        carrier.serves(gateway);
        camel = new DefaultCamelContext();
        camel.addRoutes(inlets);
        camel.addRoutes(gateway.routes());
        camel.start();
        calls = camel.createProducerTemplate();
    }

    @AfterEach
    final void shut() {
        if (camel != null) {
            camel.stop();
        }
        if (gateway != null) {
            gateway.close();
        }
        if (carrier != null) {
            carrier.close();
        }
    }

    /** The gateway under test. */
    protected final Gateway gateway() {
        return gateway;
    }

    /** The other end of its wire. */
    protected final FakeCarrier carrier() {
        return carrier;
    }

    /**
     * Lets the carrier call, and gives what it is answered; anything thrown at the carrier fails the fact. A carrier that
     * calls over another wire than HTTP overrides it: the call is then only the values in it, and the answer's status
     * says what became of them.
     */
    protected HttpAnswer call(String path, HttpCall call) {
        HttpAnswer answer = calls.requestBody(account.http(path), call, HttpAnswer.class);
        assertNotNull(answer, "The carrier got no answer");
        return answer;
    }

    final HttpAnswer call(String path, String body) {
        return call(path, genuine(path, body.getBytes(StandardCharsets.UTF_8)));
    }

    final HttpAnswer text(InboundSms text) {
        return call("sms", smsBody(text));
    }

    /** Sends to members 1 to {@code count}, and checks that there is one outcome each. */
    final List<Outcome> send(String text, int count) {
        List<Outcome> outcomes = gateway.send(batch(text, 1, count));
        assertTrue(outcomes.size() == count, "One outcome per recipient, not " + outcomes.size());
        return outcomes;
    }

    static InboundSms sms(String id, String text) {
        return new InboundSms(ACCOUNT, id, "+263771000001", LINE, text);
    }

    static Msisdn member(int number) {
        return Msisdn.of("+26377%07d".formatted(1_000_000 + number));
    }

    static Recipient recipient(int number) {
        return new Recipient(member(number), "parcel-" + number);
    }

    /** A text to a member, as it is asked about long after it was sent. */
    static Sent sent(String text, int number) {
        return sent(text, recipient(number));
    }

    static Sent sent(String text, Recipient recipient) {
        return new Sent(LINE, text, recipient, CLOCK.instant().minusSeconds(7_200), List.of());
    }

    /** A batch to {@code count} members from number {@code first} on. */
    static Batch batch(String text, int first, int count) {
        return new Batch(
                LINE,
                text,
                IntStream.range(first, first + count)
                        .mapToObj(GatewayHarness::recipient)
                        .toList());
    }
}
