package org.dariro.gateways.africastalking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.OptOut;
import org.dariro.gateways.api.UssdEnd;
import org.dariro.gateways.testkit.Calls;
import org.dariro.gateways.testkit.LogWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Africa's Talking posts becomes the service's values. */
class CallbacksTest {
    private static final String THANDI = "+254711000001";
    private Called called;

    @BeforeEach
    void open() throws Exception {
        called = new Called(Map.of());
    }

    @AfterEach
    void close() {
        called.close();
    }

    @Test
    void aTextKeepsItsIdWhetherItIsANumberOrNot() {
        for (String id : List.of("15071", "0b1a3c5e-7f90-4a1b-8c2d-3e4f5a6b7c8d")) {
            assertEquals(
                    200,
                    called.post("sms", Calls.form("id", id, "from", THANDI, "to", "20880", "text", "hello"))
                            .status());
            InboundSms last = called.inlets.texts().get(called.inlets.texts().size() - 1);
            assertEquals(new InboundSms("at", id, THANDI, "20880", "hello"), last);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sent, ON_ITS_WAY, ",
        "Submitted, ON_ITS_WAY, ",
        "Buffered, ON_ITS_WAY, ",
        "Success, DELIVERED, ",
        "Failed, FAILED, UserDoesNotExist",
        "Rejected, FAILED, UserInBlackList",
        "AbsentSubscriber, FAILED, ",
        "Expired, FAILED, "
    })
    void eachStatusOfAReportHasItsMeaning(String word, Status status, String reason) {
        String form = Calls.form("id", "ATXid_1", "status", word, "failureReason", reason == null ? "" : reason);
        assertEquals(200, called.post("receipts", form).status());
        Optional<String> code =
                status == Status.FAILED ? Optional.of(reason == null ? word : reason) : Optional.empty();
        var expected = new DeliveryReport("at", "ATXid_1", Optional.empty(), status, code, Optional.empty());
        assertEquals(List.of(expected), called.inlets.reports());
    }

    @Test
    void aReasonThatIsNoPlainWordIsNotKept() {
        called.post("receipts", Calls.form("id", "1", "status", "Failed", "failureReason", "to " + THANDI));
        assertEquals(Optional.of("Failed"), called.inlets.reports().get(0).code());
    }

    @Test
    void anUnknownStatusIsAnsweredAndLoggedWithoutTheCall() {
        try (LogWatch log = LogWatch.open()) {
            String form = Calls.form("id", "ATXid_1", "status", "Pondered", "phoneNumber", THANDI);
            assertEquals(200, called.post("receipts", form).status());
            String lines = String.join("\n", log.lines());
            assertTrue(lines.contains("unknown status"), lines);
            assertFalse(lines.contains("254711000001"));
            assertFalse(lines.contains("Pondered"));
        }
        assertEquals(List.of(), called.inlets.reports());
    }

    @Test
    void anOptOutNamesThePersonAndTheSender() {
        assertEquals(
                200,
                called.post("opt-outs", Calls.form("senderId", "HOPE", "phoneNumber", THANDI))
                        .status());
        assertEquals(List.of(new OptOut("at", THANDI, "HOPE")), called.inlets.optOuts());
        assertEquals(400, called.post("opt-outs", "senderId=HOPE").status());
        assertEquals(400, called.post("opt-outs", "phoneNumber=%2B254711000001").status());
    }

    @Test
    void theEndOfASessionTellsItsCost() {
        assertEquals(200, called.post("ussd-end", end("Success", "KES 0.1500")).status());
        var kes = Optional.of(new Money(new BigDecimal("0.1500"), "KES"));
        assertEquals(List.of(new UssdEnd("at", "s1", THANDI, true, kes, Optional.empty())), called.inlets.ends());
    }

    @Test
    void aSessionThatBrokeOffSaysSo() {
        called.post("ussd-end", end("Incomplete", "0"));
        called.post("ussd-end", end("Failed", ""));
        called.post("ussd-end", end("It failed at " + THANDI, "0.15"));
        assertEquals(
                List.of(Optional.of("Incomplete"), Optional.of("Failed"), Optional.of("UNKNOWN")),
                called.inlets.ends().stream().map(UssdEnd::code).toList());
        assertTrue(called.inlets.ends().stream()
                .noneMatch(end -> end.completed() || end.charge().isPresent()));
    }

    @Test
    void whatCouldNotBeStoredIsAskedForAgain() {
        called.inlets.fail();
        assertEquals(503, called.post("ussd-end", end("Success", "0")).status());
        assertEquals(
                503,
                called.post("opt-outs", Calls.form("senderId", "HOPE", "phoneNumber", THANDI))
                        .status());
    }

    private static String end(String status, String cost) {
        return Calls.form(
                "date",
                "2026-03-02 09:00:00",
                "sessionId",
                "s1",
                "serviceCode",
                "*384#",
                "networkCode",
                "63902",
                "phoneNumber",
                THANDI,
                "status",
                status,
                "cost",
                cost,
                "durationInMillis",
                "4200",
                "hopsCount",
                "2",
                "input",
                "1",
                "lastAppResponse",
                "END Bye",
                "errorMessage",
                "Timed out for " + THANDI);
    }
}
