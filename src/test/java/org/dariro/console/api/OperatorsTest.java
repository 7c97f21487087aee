package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.dariro.delivery.Deliveries;
import org.dariro.delivery.DeliveryListDao;
import org.dariro.delivery.TestTexts;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.platform.AuditRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators see of an account and do about it. */
class OperatorsTest {
    private static final String THANDI = "+263771000001";
    private static final String RUDO = "+263771000002";

    private static final Caller NOMSA = Wired.as("Nomsa");

    private final Wired wired = new Wired();
    private final AccountsResource accounts = new AccountsResource(wired.dariro.figures, wired.dariro.health);
    private final AccountTestResource tests = new AccountTestResource(
            wired.dariro.accounts,
            wired.dariro.lines,
            new TestTexts(
                    wired.dariro.database,
                    wired.dariro.accounts,
                    wired.dariro.health,
                    wired.dariro.audit,
                    wired.dariro.ids,
                    java.time.InstantSource.system()));
    private final UnknownDeliveryResource unknown = new UnknownDeliveryResource(
            wired.dariro.database, new Deliveries(new DeliveryListDao()), wired.dariro.reconciliation);

    @AfterEach
    void close() {
        wired.close();
    }

    private void carrier(String json) {
        HttpCall put = new HttpCall("PUT", "", "", Map.of(), json.getBytes(StandardCharsets.UTF_8), "");
        HttpAnswer answer = wired.dariro.camel.request("direct:gateways/sim/conditions", put, HttpAnswer.class);
        assertEquals(200, answer.status());
    }

    private FiguresView figures() {
        return accounts.list().items().get(0).figures();
    }

    /** A post of Thandi's to Rudo, whose answer is lost. */
    private long lost() {
        wired.enrolInPerson(THANDI, "Thandi");
        wired.enrolInPerson(RUDO, "Rudo");
        wired.dariro.runDue();
        carrier("{\"receipts\":false,\"unknownPct\":100}");
        wired.text(THANDI, "hello");
        return wired.deliveries
                .list(wired.group, "unknown", null, null)
                .items()
                .get(0)
                .id();
    }

    @Test
    void anAccountTellsWhatWentOutAndWhatDidNot() {
        wired.enrolInPerson(THANDI, "Thandi");
        wired.enrolInPerson(RUDO, "Rudo");
        wired.dariro.runDue();
        int before = figures().accepted();
        wired.text(THANDI, "one");
        assertEquals(before + 1, figures().accepted());
        carrier("{\"receipts\":false,\"retryLaterPct\":100}");
        wired.text(THANDI, "two");
        assertEquals(Map.of("AWAY", 1), figures().codes());
        assertEquals(1, figures().waiting());
    }

    @Test
    void aTestTextReachesThePhoneAndTellsWhatTheCarrierAnswered() {
        assertEquals(
                "accepted",
                tests.test(NOMSA, "sim", new AccountTestResource.Wanted(THANDI, null))
                        .outcome());
        assertTrue(wired.sent.get(wired.sent.size() - 1).startsWith(THANDI + " < Dariro test text"));
        carrier("{\"receipts\":false,\"refusePct\":100}");
        AccountTestResource.Answer answer = tests.test(NOMSA, "sim", new AccountTestResource.Wanted(THANDI, null));
        assertEquals("refused", answer.outcome());
        assertEquals("REFUSED", answer.code());
    }

    @Test
    void aTestTextStandsInTheTrailWithoutTheNumber() {
        tests.test(NOMSA, "sim", new AccountTestResource.Wanted(THANDI, null));
        AuditRow row = wired.dariro
                .database
                .inTransaction(tx -> wired.dariro.audit.list(tx, Optional.of("line:" + wired.lineId), 0, 10).stream()
                        .filter(one -> one.action().equals("test-text-sent"))
                        .findFirst())
                .orElseThrow();
        assertEquals("Nomsa", row.actor());
        assertEquals("account sim", row.details());
    }

    @Test
    void aTestTextNeedsANumberAndALineOfTheAccount() {
        Refused refused = assertThrows(
                Refused.class, () -> tests.test(NOMSA, "sim", new AccountTestResource.Wanted("tomorrow", 7L)));
        assertEquals(2, refused.problem().errors().size());
        assertThrows(Refused.class, () -> tests.test(NOMSA, "nowhere", new AccountTestResource.Wanted(THANDI, null)));
    }

    @Test
    void whatNobodyCanFindOutIsAPersons() {
        long id = lost();
        assertEquals("unknown", unknown.evidence(id).state());
        var after = unknown.resolve(
                NOMSA, id, new UnknownDeliveryResource.Decision("arrived", "Somebody else", "Rudo has it"));
        assertEquals("accepted", after.state());
        assertThrows(
                Refused.class,
                () -> unknown.resolve(NOMSA, id, new UnknownDeliveryResource.Decision("lost", "Nomsa", "again")));
    }

    @Test
    void whatAPersonSendsAgainIsSent() {
        long id = lost();
        carrier("{\"receipts\":false}");
        wired.sent.clear();
        unknown.resolve(NOMSA, id, new UnknownDeliveryResource.Decision("resend", "Nomsa", "Rudo has nothing"));
        wired.dariro.runDue();
        assertEquals(java.util.List.of(RUDO + " < Thandi: hello"), wired.sent);
    }

    @Test
    void aDecisionNeedsAnOutcomeAndAReason() {
        long id = lost();
        Refused refused = assertThrows(
                Refused.class, () -> unknown.resolve(NOMSA, id, new UnknownDeliveryResource.Decision(null, "", " ")));
        assertEquals(2, refused.problem().errors().size());
        assertThrows(Refused.class, () -> unknown.evidence(123_456_789));
    }
}
