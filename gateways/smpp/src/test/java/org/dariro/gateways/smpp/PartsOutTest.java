package org.dariro.gateways.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.api.Sent;
import org.dariro.gateways.testkit.FakeCarrier.Behaviour;
import org.dariro.gateways.testkit.Reports;
import org.dariro.gateways.testkit.smpp.ReceiptForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class PartsOutTest {
    private static final String LONG = "Well done, all of you! [€] ".repeat(15);

    @ParameterizedTest
    @EnumSource(Splitting.class)
    void aLongTextArrivesWholeHoweverItIsSplit(Splitting splitting) throws Exception {
        try (Wired wired = Wired.started(Map.of("SPLITTING", splitting.name().toLowerCase(java.util.Locale.ROOT)))) {
            for (String text : List.of(LONG, "Tinokudai 🎉 ".repeat(20), "short")) {
                var accepted = assertInstanceOf(Outcome.Accepted.class, wired.send(text));
                var taken = wired.smsc.taken().get(wired.smsc.taken().size() - 1);
                assertEquals(text, taken.text());
                assertEquals(taken.ids(), accepted.ids());
                int parts = splitting == Splitting.PAYLOAD || text.length() < 20 ? 1 : text.equals(LONG) ? 3 : 4;
                assertEquals(parts, accepted.ids().size(), splitting + " " + text.length());
            }
        }
    }

    @Test
    void aFaultAfterTheFirstPartMakesTheWholeUnknown() throws Exception {
        for (Behaviour fault : List.of(Behaviour.REFUSE, Behaviour.BREAK, Behaviour.RESET, Behaviour.GARBAGE)) {
            try (Wired wired = Wired.started(Map.of())) {
                wired.smsc.behaveFrom(2, fault);
                var unknown = assertInstanceOf(Outcome.Unknown.class, wired.send(LONG), fault.name());
                assertTrue(unknown.code().startsWith("part 2 of 3: "), unknown.code());
                assertTrue(wired.smsc.requests() <= 3, "no part is sent twice");
            }
        }
    }

    @Test
    void aFaultAtTheFirstPartIsToldAsItIs() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            wired.smsc.behave(Behaviour.REFUSE);
            assertEquals(new Outcome.Refused("0x0000000B"), wired.send(LONG));
            wired.smsc.behave(Behaviour.THROTTLE);
            assertInstanceOf(Outcome.Throttled.class, wired.send(LONG));
            assertEquals(2, wired.smsc.requests());
        }
    }

    @Test
    void aLaterPartThatIsThrottledIsTriedAgain() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            wired.smsc.behaveFor(2, 3, Behaviour.THROTTLE);
            assertInstanceOf(Outcome.Accepted.class, wired.send(LONG));
            assertEquals(LONG, wired.smsc.taken().get(0).text());
            assertEquals(5, wired.smsc.requests());
        }
    }

    @Test
    void anAnswerLostInTheMiddleDoesNotKeepTheOtherPartsBack() throws Exception {
        try (Wired wired = Wired.started(Map.of("TIMEOUT_MS", "1000"))) {
            wired.smsc.behaveFor(2, 2, Behaviour.LOSE_ANSWER);
            assertEquals(new Outcome.Unknown("part 2 of 3: no answer"), wired.send(LONG));
            assertEquals(LONG, wired.smsc.taken().get(0).text());
        }
    }

    @Test
    void aTextOfTooManySegmentsIsRefusedAndNotSent() throws Exception {
        try (Wired wired = Wired.started(Map.of("MAX_SEGMENTS", "2"))) {
            assertEquals(new Outcome.Refused("TOO_LONG"), wired.send(LONG));
            assertEquals(0, wired.smsc.requests());
            assertEquals(2, wired.gateway.capabilities().maxSegments());
        }
    }

    @ParameterizedTest
    @EnumSource(ReceiptForm.class)
    void receiptsOfEveryFormBearTheIdThatWasAccepted(ReceiptForm form) throws Exception {
        for (boolean hexadecimal : List.of(false, true)) {
            try (Wired wired = Wired.started(Map.of("ID_FORMAT", hexadecimal ? "hex" : "as-is"))) {
                wired.smsc.receipts(form, hexadecimal);
                wired.smsc.reports(Reports.IN_ORDER);
                var accepted = assertInstanceOf(Outcome.Accepted.class, wired.send("hello"));
                Wired.await("two reports", () -> wired.inlets.reports().size() == 2);
                assertEquals(
                        List.of(Status.ON_ITS_WAY, Status.DELIVERED),
                        wired.inlets.reports().stream()
                                .map(DeliveryReport::status)
                                .toList());
                wired.inlets
                        .reports()
                        .forEach(report -> assertEquals(accepted.ids().get(0), report.carrierId()));
            }
        }
    }

    @Test
    void anEarlyReceiptIsHandedOver() throws Exception {
        try (Wired wired = Wired.started(Map.of())) {
            wired.smsc.reports(Reports.EARLY);
            var accepted = assertInstanceOf(Outcome.Accepted.class, wired.send("hello"));
            assertEquals(
                    accepted.ids(),
                    wired.inlets.reports().stream()
                            .map(DeliveryReport::carrierId)
                            .toList());
        }
    }

    @Test
    void theSmscIsAskedByItsOwnId() throws Exception {
        try (Wired wired = Wired.started(Map.of("ID_FORMAT", "hex"))) {
            wired.smsc.receipts(ReceiptForm.BOTH, true);
            var accepted = assertInstanceOf(Outcome.Accepted.class, wired.send(LONG));
            LookUp.Found found = (LookUp.Found)
                    wired.gateway.lookUp(sent(accepted.ids()), id -> false).orElseThrow();
            assertEquals(Status.ON_ITS_WAY, found.report().status());
            assertTrue(wired.gateway.lookUp(sent(List.of("77")), id -> false).isEmpty());
            assertTrue(wired.gateway.lookUp(sent(List.of()), id -> false).isEmpty());
        }
    }

    private static Sent sent(List<String> ids) {
        return new Sent(Wired.LINE, LONG, new Recipient(Msisdn.of(Wired.THANDI), "41"), java.time.Instant.EPOCH, ids);
    }
}
