package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.delivery.Deliveries;
import org.dariro.delivery.Delivery;
import org.dariro.delivery.DeliveryListDao;
import org.dariro.delivery.ParcelState;
import org.dariro.delivery.TestTexts;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountsPageTest {
    private static final String THANDI = "+263771000001";
    private static final String RUDO = "+263771000002";
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional", "DARIRO_ACCOUNT_SIM_PER_DAY", "900"));
    private final Deliveries deliveries = new Deliveries(new DeliveryListDao());
    private final AccountsPage page = new AccountsPage(
            desk.dariro.database,
            desk.dariro.figures,
            desk.dariro.health,
            desk.dariro.lines,
            desk.dariro.groups,
            deliveries,
            desk.dariro.reconciliation,
            new TestTexts(
                    desk.dariro.database,
                    desk.dariro.accounts,
                    desk.dariro.health,
                    desk.dariro.audit,
                    desk.ids,
                    desk.clock));
    private final Visit admin = desk.visit(desk.add("Nomsa", StaffRole.ADMINISTRATOR, Set.of()));

    @AfterEach
    void close() {
        desk.close();
    }

    private void carrier(String json) {
        HttpCall put = new HttpCall("PUT", "", "", Map.of(), json.getBytes(StandardCharsets.UTF_8), "");
        HttpAnswer answer = desk.dariro.camel.request("direct:gateways/sim/conditions", put, HttpAnswer.class);
        assertEquals(200, answer.status());
    }

    private String html(Response response) {
        return desk.html(response.getEntity());
    }

    private long lost() {
        long group = desk.group("Hope");
        desk.member(group, THANDI, "Thandi");
        desk.member(group, RUDO, "Rudo");
        carrier("{\"receipts\":false,\"unknownPct\":100}");
        desk.dariro.camel.send("direct:inlet-sms", new InboundSms("sim", "m1", THANDI, Desk.LINE, "hello"));
        desk.dariro.runDue();
        return unknown().get(0).id();
    }

    private List<Delivery> unknown() {
        return desk.dariro.database.inTransaction(
                tx -> deliveries.list(tx, Optional.empty(), Optional.of(ParcelState.UNKNOWN), 0, 10));
    }

    private long line() {
        return desk.dariro.lines.at("sim").get(0).id();
    }

    @Test
    void anAccountIsShownInPlainWords() {
        desk.group("Hope");
        String well = desk.html(page.show(admin));
        assertTrue(well.contains("Texts go out"), well);
        assertTrue(well.contains("0 of at most 900"), well);
        assertTrue(well.contains("Nothing went wrong in the last hour"), well);
        assertTrue(well.contains("the carrier does not tell"), well);
        for (int i = 0; i < 8; i++) {
            desk.dariro.health.heard("sim", i, new Outcome.RetryLater("NO_CONNECTION"));
            desk.clock.set(desk.clock.instant().plus(Duration.ofSeconds(3)));
        }
        String down = desk.html(page.show(admin));
        assertTrue(down.contains("Down: nothing goes out"), down);
        assertTrue(down.contains("No connection to the carrier (NO_CONNECTION)"), down);
        Visit coordinator = desk.visit(desk.add("Tendai", StaffRole.COORDINATOR, Set.of()));
        assertFalse(desk.html(page.show(coordinator)).contains("Send a test text"));
    }

    @Test
    void aTestTextTellsWhatTheCarrierAnswered() {
        desk.group("Hope");
        String taken = html(page.test(admin, "sim", " +263771234567", line()));
        assertTrue(taken.contains("The carrier has taken it"), taken);
        carrier("{\"receipts\":false,\"refusePct\":100}");
        String refused = html(page.test(admin, "sim", "+263771234567", line()));
        assertTrue(refused.contains("The carrier has refused it: Refused (REFUSED)"), refused);
        Response wrong = page.test(admin, "sim", "\"><script>", line());
        assertEquals(422, wrong.getStatus());
        assertTrue(html(wrong).contains("aria-invalid=\"true\""), html(wrong));
        assertFalse(html(wrong).contains("\"><script>"), html(wrong));
    }

    @Test
    void aPersonDecidesWhatNobodyKnows() {
        long id = lost();
        String shown = desk.html(page.show(admin));
        assertTrue(shown.contains("<b>Rudo</b>"), shown);
        assertTrue(shown.contains("Sent once."), shown);
        Response without = page.decide(admin, id, "arrived", " ");
        assertEquals(422, without.getStatus());
        assertTrue(html(without).contains("Please say how you know"));
        assertEquals(422, page.decide(admin, id, "burnt", "x").getStatus());
        assertEquals(303, page.decide(admin, id, "arrived", "Rudo has it").getStatus());
        assertEquals(List.of(), unknown());
        assertTrue(html(page.decide(admin, id, "lost", "again")).contains("is known by now"));
        assertFalse(desk.html(page.show(admin)).contains("What became of it?"));
    }

    @Test
    void codesAreSaidInWordsAndOthersShownAsTheyAre() {
        assertEquals("Not a mobile number (21614)", CarrierCode.words(admin, "twilio", "21614"));
        assertEquals("21614", CarrierCode.words(admin, "smpp", "21614"));
        assertEquals("Faster than the operator takes (0x00000058)", CarrierCode.words(admin, "smpp", "0x00000058"));
        assertEquals(
                "A fault in the operator\u2019s system (0x00000008 system error)",
                CarrierCode.words(admin, "smpp", "0x00000008 system error"));
        assertEquals(
                "No credit left: top up the account (InsufficientBalance)",
                CarrierCode.words(admin, "africastalking", "InsufficientBalance"));
        assertEquals("Weird-1", CarrierCode.words(admin, "", "Weird-1"));
    }
}
