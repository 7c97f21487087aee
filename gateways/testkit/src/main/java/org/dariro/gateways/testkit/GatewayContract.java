package org.dariro.gateways.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.api.UssdReply;
import org.dariro.gateways.api.UssdRequest;
import org.dariro.gateways.testkit.FakeCarrier.Behaviour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The facts that hold for every gateway. A gateway's test extends it, says how its carrier calls and supplies a
 * {@link FakeCarrier}; what cannot hold for a carrier is declared in {@link #deviations} with its reason. These are the
 * facts of the way in; the way out stands in {@link SendingFacts}.
 */
public abstract class GatewayContract extends SendingFacts {
    private static final List<String> RUBBISH =
            List.of("", "{]", "<xml/>", "from=%zz&text=%", "\u0000\u0001\ufffd", "a=b&".repeat(500));

    @Test
    final void everyDeviationNamesAFact() {
        List<String> facts = Stream.of(GatewayContract.class, SendingFacts.class)
                .flatMap(kit -> Arrays.stream(kit.getDeclaredMethods()))
                .map(Method::getName)
                .toList();
        deviations().forEach((fact, reason) -> {
            assertTrue(facts.contains(fact), "There is no fact " + fact);
            assertFalse(reason.isBlank(), "The deviation " + fact + " has no reason");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JOIN HOPE",
                " two  spaces, +1 = 100% & more; \"quoted\" ",
                "one\nline\r\nand another",
                "Ndatenda ♥ 你好 🎉 ŋ",
                "control \u0007 and \u001b",
            })
    final void aTextArrivesAsItWasTyped(String typed) {
        InboundSms text = sms("mo-1", typed);
        assertEquals(200, text(text).status());
        assertEquals(List.of(text), inlets.texts());
    }

    @Test
    final void anEmptyTextArrives() {
        assertEquals(200, text(sms("mo-1", "")).status());
        assertEquals(List.of(sms("mo-1", "")), inlets.texts());
    }

    @Test
    final void aLongTextArrivesWhole() {
        String typed = "I want to tell you all of it. ".repeat(50);
        assertEquals(200, text(sms("mo-1", typed)).status());
        assertEquals(List.of(sms("mo-1", typed)), inlets.texts());
    }

    @Test
    final void aRepeatedTextIsHandedOverAgainUnchanged() {
        text(sms("mo-1", "hello"));
        assertEquals(200, text(sms("mo-1", "hello")).status());
        assertEquals(List.of(sms("mo-1", "hello"), sms("mo-1", "hello")), inlets.texts());
    }

    @Test
    final void theCarrierIsAnsweredOnlyAfterTheTextIsStored() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch stored = new CountDownLatch(1);
        inlets.beforeTaking(() -> {
            entered.countDown();
            awaitOrFail(stored);
        });
        CompletableFuture<HttpAnswer> answer = CompletableFuture.supplyAsync(() -> text(sms("mo-1", "hello")));
        awaitOrFail(entered);
        assertThrows(TimeoutException.class, () -> answer.get(50, TimeUnit.MILLISECONDS));
        stored.countDown();
        assertEquals(200, answer.get(10, TimeUnit.SECONDS).status());
    }

    @Test
    final void whatCouldNotBeStoredIsAnsweredSoThatTheCarrierCallsAgain() {
        inlets.fail();
        assertEquals(503, text(sms("mo-1", "hello")).status());
        assertEquals(
                503, call("receipts", receiptBody(report(Status.DELIVERED))).status());
        ussdBody(hop("")).ifPresent(body -> assertEquals(503, call("ussd", body).status()));
    }

    @Test
    final void rubbishIsRefusedAndNeverThrown() {
        for (String path : requiredFields().keySet()) {
            for (String body : RUBBISH) {
                HttpAnswer answer = call(path, body);
                assertEquals(400, answer.status(), path + ": " + answer.body());
            }
        }
        nothingWasHandedOver();
    }

    @Test
    final void aCallWithoutANeededFieldIsRefused() {
        requiredFields()
                .forEach((path, fields) -> fields.forEach(field -> {
                    String body = Calls.formWithout(bodies(path), field);
                    assertEquals(400, call(path, body).status(), path + " without " + field);
                }));
        nothingWasHandedOver();
    }

    @Test
    final void aForgedCallIsRefused() {
        for (String path : requiredFields().keySet()) {
            byte[] body = bodies(path).getBytes(StandardCharsets.UTF_8);
            assertEquals(403, call(path, forged(path, body)).status(), path);
        }
        nothingWasHandedOver();
    }

    @Test
    final void aReportIsHandedOverEvenForAMessageNotYetAnswered() {
        for (Status status : Status.values()) {
            HttpAnswer answer = call("receipts", receiptBody(report(status)));
            assertTrue(answer.status() >= 200 && answer.status() < 300, "status " + answer.status());
        }
        assertEquals(
                Arrays.asList(Status.values()),
                inlets.reports().stream().map(DeliveryReport::status).toList());
        for (DeliveryReport report : inlets.reports()) {
            assertEquals(ACCOUNT, report.account());
            assertEquals("mt-1", report.carrierId());
            if (gateway().capabilities().echoesReference()) {
                assertEquals(Optional.of("parcel-1"), report.reference());
            }
        }
    }

    @Test
    final void aUssdHopIsHandedOverAsItIsAndAnsweredWithTheScreen() {
        assumeTrue(ussdBody(hop("")).isPresent(), "This carrier has no USSD");
        for (String typed : List.of("", "1", "1*2*a*b \u00e9")) {
            for (boolean more : List.of(true, false)) {
                inlets.show(new UssdReply("1 Read\n2 Post", more));
                HttpAnswer answer = call("ussd", ussdBody(hop(typed)).orElseThrow());
                assertEquals(200, answer.status());
                assertEquals((more ? "CON " : "END ") + "1 Read\n2 Post", answer.body());
                assertTrue(answer.contentType().startsWith("text/plain"), answer.contentType());
                assertEquals(hop(typed), inlets.hops().get(inlets.hops().size() - 1));
            }
        }
    }

    @Test
    final void noNumberAndNoTextIsLoggedOrShown() {
        String words = "canary-" + "sang";
        String digits = "26377" + "8123456";
        Msisdn number = Msisdn.of("+" + digits);
        var batch = new org.dariro.gateways.api.Batch(LINE, words, List.of(new Recipient(number, "parcel-9")));
        List<Object> shown = new ArrayList<>();
        try (LogWatch log = LogWatch.open()) {
            for (boolean failing : List.of(false, true)) {
                if (failing) {
                    inlets.fail();
                }
                text(new InboundSms(ACCOUNT, "mo-1", "+" + digits, LINE, words));
                ussdBody(new UssdRequest(ACCOUNT, "s1", "+" + digits, "*384#", words))
                        .ifPresent(body -> call("ussd", body));
                shown.add(call("sms", "text=" + words + "&from=" + digits).body());
                shown.add(call("receipts", "text=" + words + "&from=%" + digits).body());
            }
            for (Behaviour behaviour : Behaviour.values()) {
                carrier().behave(behaviour);
                shown.add(gateway().send(batch));
                shown.add(gateway().lookUp(sent(words, batch.recipients().get(0)), id -> false));
                shown.add(gateway().connection());
                shown.add(gateway().balance());
            }
            shown.add(List.of(
                    inlets.texts(),
                    inlets.hops(),
                    inlets.reports(),
                    batch,
                    gateway(),
                    gateway().routes()));
            shown.addAll(log.lines());
        }
        String all = shown.stream().map(Object::toString).collect(Collectors.joining("\n"));
        assertFalse(all.contains(words), () -> "a text is shown: " + line(all, words));
        assertFalse(all.contains(digits), () -> "a number is shown: " + line(all, digits));
    }

    private String bodies(String path) {
        return switch (path) {
            case "sms" -> smsBody(sms("mo-1", "hello"));
            case "receipts" -> receiptBody(report(Status.DELIVERED));
            default -> ussdBody(hop("1")).orElseThrow();
        };
    }

    private void nothingWasHandedOver() {
        assertEquals(List.of(), inlets.texts());
        assertEquals(List.of(), inlets.hops());
        assertEquals(List.of(), inlets.reports());
    }

    private static UssdRequest hop(String typed) {
        return new UssdRequest(ACCOUNT, "session-1", "+263771000001", "*384#", typed);
    }

    private static DeliveryReport report(Status status) {
        Optional<String> code = status == Status.FAILED ? Optional.of("30003") : Optional.empty();
        return new DeliveryReport(ACCOUNT, "mt-1", Optional.of("parcel-1"), status, code, Optional.empty());
    }

    private static String line(String all, String canary) {
        return all.lines()
                .filter(line -> line.contains(canary))
                .findFirst()
                .orElse("")
                .replace(canary, "(canary)");
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS), "waited too long");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
