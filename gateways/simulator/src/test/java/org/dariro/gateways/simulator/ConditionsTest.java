package org.dariro.gateways.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.testkit.Calls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private Simulated simulated;

    @BeforeEach
    void open() throws Exception {
        simulated = new Simulated(Map.of("MAX_SEGMENTS", "2"));
    }

    @AfterEach
    void close() {
        simulated.close();
    }

    @Test
    void conditionsAreReadAsTheyWereSet() {
        String set = simulated
                .conditions("{\"lossPct\":5,\"optedOut\":[\"+263771000001\"],\"lateReceiptsMs\":250}")
                .body();
        assertEquals(set, simulated.get("conditions", "", "").body());
        assertTrue(set.contains("\"lossPct\":5") && set.contains("\"optedOut\":[\"+263771000001\"]"), set);
        assertEquals(200, simulated.conditions(set).status());
        assertTrue(simulated.conditions("{}").body().contains("\"lossPct\":0"), "a fair day again");
    }

    @Test
    void aWrongConditionIsNamedAndChangesNothing() {
        String before = simulated.get("conditions", "", "").body();
        for (String wrong : List.of(
                "{\"lossPct\":101}", "{\"lossPct\":\"5\"}", "{\"receipts\":1}", "{\"optedOut\":[\"Thandi\"]}")) {
            HttpAnswer answer = simulated.conditions(wrong);
            assertEquals(400, answer.status());
            assertTrue(answer.body().contains(wrong.substring(2, wrong.indexOf(':') - 1)), answer.body());
        }
        assertEquals(400, simulated.conditions("{\"rain\":1}").status());
        assertEquals(400, simulated.conditions("[]").status());
        assertEquals(
                405, simulated.call("conditions", Calls.of("DELETE", "", "")).status());
        assertEquals(before, simulated.get("conditions", "", "").body());
    }

    @Test
    void everyTextHasAReceipt() {
        simulated.send("hello", Simulated.THANDI);
        DeliveryReport report = awaitReports(1).get(0);
        assertEquals(Status.DELIVERED, report.status());
        assertEquals("parcel-1", report.reference().orElseThrow());
    }

    @Test
    void anEarlyReceiptComesBeforeTheAnswerAndADuplicateTwice() {
        simulated.conditions("{\"earlyReceipts\":true,\"duplicateReceipts\":true}");
        var accepted =
                (Outcome.Accepted) simulated.send("hello", Simulated.THANDI).get(0);
        List<DeliveryReport> reports = simulated.inlets.reports();
        assertEquals(2, reports.size());
        assertEquals(reports.get(0), reports.get(1));
        assertEquals(accepted.ids(), List.of(reports.get(0).carrierId()));
    }

    @Test
    void aLostTextIsAcceptedNeverShownAndReportedAsFailed() {
        simulated.conditions("{\"lossPct\":100,\"earlyReceipts\":true}");
        List<Delivered> shown = new ArrayList<>();
        simulated.gateway.listener(shown::add);
        assertInstanceOf(
                Outcome.Accepted.class,
                simulated.send("hello", Simulated.THANDI).get(0));
        assertEquals(List.of(), shown);
        assertEquals(Status.FAILED, simulated.inlets.reports().get(0).status());
        assertTrue(simulated.get("phones", "263771000001", "").body().endsWith("\"messages\":[]}"));
        var found = (LookUp.Found) simulated
                .gateway
                .lookUp(Simulated.asked("parcel-1"), id -> false)
                .orElseThrow();
        assertEquals(Status.FAILED, found.report().status());
    }

    @Test
    void ofLostAnswersEverySecondTextWasTaken() {
        simulated.conditions("{\"unknownPct\":100,\"receipts\":false}");
        List<Delivered> taken = new ArrayList<>();
        simulated.gateway.listener(taken::add);
        for (int i = 0; i < 10; i++) {
            assertInstanceOf(
                    Outcome.Unknown.class,
                    simulated.send("hello", Simulated.THANDI).get(0));
        }
        assertEquals(5, taken.size());
    }

    @Test
    void theSameSeedThrowsTheSameDice() throws Exception {
        List<List<String>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            try (Simulated seeded = new Simulated(Map.of("SEED", "42"))) {
                seeded.conditions("{\"refusePct\":30,\"throttlePct\":20,\"receipts\":false}");
                List<String> outcomes = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    outcomes.add(seeded.send("hello", Simulated.THANDI)
                            .get(0)
                            .getClass()
                            .getSimpleName());
                }
                runs.add(outcomes);
            }
        }
        assertEquals(runs.get(0), runs.get(1));
        assertTrue(runs.get(0).containsAll(List.of("Accepted", "Refused", "Throttled")), "all were thrown");
    }

    @Test
    void aTextOfTooManySegmentsIsRefused() {
        assertEquals(List.of(new Outcome.Refused("TOO_LONG")), simulated.send("a".repeat(307), Simulated.THANDI));
    }

    @Test
    void afterForgettingNothingIsSureToBeUntaken() {
        simulated.send("hello", Simulated.THANDI);
        simulated.call("phones", Calls.of("DELETE", "", ""));
        assertTrue(simulated
                .gateway
                .lookUp(Simulated.asked("parcel-1"), id -> false)
                .isEmpty());
    }

    @Test
    void aWrongSettingStopsTheStartAndIsNamed() {
        for (String name : List.of("KEEP", "MAX_RECIPIENTS", "BASE_URL", "PHONES", "SEED")) {
            var thrown =
                    assertThrows(IllegalArgumentException.class, () -> new Simulated(Map.of(name, "secret-nonsense")));
            assertTrue(thrown.getMessage().contains("DARIRO_ACCOUNT_SIM_" + name), thrown.getMessage());
            assertTrue(!thrown.getMessage().contains("secret-nonsense"), thrown.getMessage());
        }
    }

    private List<DeliveryReport> awaitReports(int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (simulated.inlets.reports().size() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return simulated.inlets.reports();
    }
}
