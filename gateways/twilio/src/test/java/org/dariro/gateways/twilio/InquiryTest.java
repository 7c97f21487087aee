package org.dariro.gateways.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.testkit.FakeHttpCarrier;
import org.dariro.gateways.testkit.twilio.FakeTwilio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What became of a message, and what it cost. */
class InquiryTest {
    private static final Instant AT = Accounts.NOW.minusSeconds(7_200);

    private Instant time = AT;
    private final FakeTwilio twilio = new FakeTwilio(() -> time);
    private final Gateway gateway = Accounts.open(twilio, Map.of());

    @AfterEach
    void close() {
        gateway.close();
        twilio.close();
    }

    @Test
    void theChargeIsToldOnceTheMessageHasArrived() {
        String id = send("hello ".repeat(30));
        assertEquals(Optional.empty(), fetched(id).charge());
        DeliveryReport delivered = fetched(id);
        assertEquals(Status.DELIVERED, delivered.status());
        assertEquals(Optional.of("7"), delivered.reference());
        assertEquals(
                Optional.of(new Charge(new Money(new BigDecimal("0.01500"), "USD"), Optional.of(2))),
                delivered.charge());
    }

    @Test
    void aMessageThatTwilioNoLongerHasIsNotTakenForUnsent() {
        assertEquals(Optional.empty(), gateway.lookUp(Accounts.sent(List.of("SM7")), id -> false));
    }

    @Test
    void theOneNearestInTimeIsIt() {
        time = AT.minusSeconds(3_000);
        send("hello");
        time = AT.minusSeconds(2);
        String near = send("hello");
        time = AT.plusSeconds(1_000);
        send("hello");
        assertEquals(near, found(Set.of()).carrierId());
    }

    @Test
    void whatBelongsToAnotherIsLeftOut() {
        String others = send("hello");
        assertInstanceOf(LookUp.NotFound.class, search(Set.of(others), AT).orElseThrow());
        String ours = send("hello");
        assertEquals(ours, found(Set.of(others)).carrierId());
    }

    @Test
    void aTextIsFoundBehindManyOthers() {
        String id = send("hello");
        for (int i = 0; i < 250; i++) {
            send("other " + i);
        }
        assertEquals(id, found(Set.of()).carrierId());
    }

    @Test
    void aLongHistoryProvesNothingWhileTwilioMayStillHoldTheText() {
        time = AT.minus(Duration.ofDays(2));
        for (int i = 0; i < 120; i++) {
            send("other " + i);
        }
        assertEquals(Optional.empty(), search(Set.of(), AT));
        assertInstanceOf(
                LookUp.NotFound.class,
                search(Set.of(), Accounts.NOW.minus(Duration.ofHours(11))).orElseThrow());
    }

    @Test
    void nothingIsSureBeforeTheListMustShowIt() {
        assertEquals(Optional.empty(), search(Set.of(), Accounts.NOW.minusSeconds(299)));
        assertInstanceOf(
                LookUp.NotFound.class,
                search(Set.of(), Accounts.NOW.minusSeconds(300)).orElseThrow());
    }

    @Test
    void anotherTextOrAnOlderOneIsNotIt() {
        send("Hello");
        send("hello ");
        time = AT.minus(Duration.ofHours(25));
        send("hello");
        assertInstanceOf(LookUp.NotFound.class, search(Set.of(), AT).orElseThrow());
    }

    @Test
    void theTextOfATrialAccountIsRecognised() {
        String id = send("Sent from your Twilio trial account - hello");
        assertEquals(id, found(Set.of()).carrierId());
    }

    @Test
    void aTextThatTwilioHasBlankedOutProvesNothing() {
        try (FakeHttpCarrier blank = new FakeHttpCarrier() {
                    @Override
                    protected HttpAnswer answer(HttpCall call, Behaviour behaviour) {
                        return HttpAnswer.json(
                                "{\"page_size\":50,\"next_page_uri\":null,\"messages\":[{\"sid\":\"SM1\","
                                        + "\"body\":\"\",\"direction\":\"outbound-api\",\"status\":\"delivered\","
                                        + "\"date_created\":\"Mon, 02 Mar 2026 07:00:00 +0000\"}]}");
                    }
                };
                Gateway asking = Accounts.open(blank, Map.of())) {
            assertEquals(Optional.empty(), asking.lookUp(Accounts.sent(List.of()), id -> false));
        }
    }

    @Test
    void aMessagingServiceChoosesTheSenderAndIsStillFound() {
        String service = "MG" + "0123456789abcdef".repeat(2);
        try (Gateway pooled = Accounts.open(twilio, Map.of("MESSAGING_SERVICE", service))) {
            pooled.send(Accounts.batch("hello"));
            var answer = pooled.lookUp(Accounts.sent(List.of()), id -> false);
            assertInstanceOf(LookUp.Found.class, answer.orElseThrow());
        }
    }

    private String send(String text) {
        Outcome outcome = gateway.send(Accounts.batch(text)).get(0);
        return assertInstanceOf(Outcome.Accepted.class, outcome).ids().get(0);
    }

    private DeliveryReport fetched(String id) {
        return ((LookUp.Found)
                        gateway.lookUp(Accounts.sent(List.of(id)), any -> false).orElseThrow())
                .report();
    }

    private Optional<LookUp> search(Set<String> others, Instant at) {
        Set<String> asked = new HashSet<>();
        Optional<LookUp> answer = gateway.lookUp(Accounts.sent(at, List.of()), id -> {
            asked.add(id);
            return others.contains(id);
        });
        assertTrue(asked.containsAll(others), "asked about each");
        return answer;
    }

    private DeliveryReport found(Set<String> others) {
        return assertInstanceOf(LookUp.Found.class, search(others, AT).orElseThrow())
                .report();
    }
}
