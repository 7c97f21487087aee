package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.gateways.api.InboundSms;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertOutcome;
import org.dariro.safeguarding.AlertQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every alert stands on a list, whatever became of it. */
class AlertsPageTest {
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final long hope = desk.group("HOPE");
    private final long river = desk.group("RIVER");
    private final SecurityContext grace = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(hope)));
    private final SecurityContext ruth = desk.visit(desk.add("Ruth", StaffRole.COORDINATOR, Set.of()));
    private final AlertsPage page = (AlertsPage) new EveryPage(desk).made(AlertsPage.class);
    private int texts;

    AlertsPageTest() {
        desk.member(hope, "+263771000011", "Sunny");
        desk.member(river, "+263771000012", "Moon");
        desk.dariro.database.useTransaction(tx -> tx.update("update groups set hold_high = false"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void text(String from, String words) {
        desk.dariro.camel.send("direct:inlet-sms", new InboundSms("sim", "t" + texts++, from, Desk.LINE, words));
    }

    private String shown(SecurityContext who, String state) {
        return desk.html(page.show(who, state, null, null, null));
    }

    private List<Alert> open() {
        return desk.dariro.database.inTransaction(
                tx -> desk.dariro.alerts.list(tx, AlertQuery.all(AlertQuery.Kind.NOW)));
    }

    @Test
    void alertsThatArePutOffOrClosedStandOnTheirLists() {
        text("+263771000011", "My husband beat me again last night");
        text("+263771000011", "he will beat me again tonight");
        long first = open().get(0).id();
        long second = open().get(1).id();
        desk.dariro.database.useTransaction(tx -> desk.dariro.alerts.putOff(
                tx, first, "Grace", desk.clock.instant().plus(Duration.ofDays(2)), ""));
        desk.dariro.database.useTransaction(tx -> desk.dariro.alerts.close(tx, second, "Grace", AlertOutcome.SAFE, ""));
        assertTrue(shown(grace, null).contains("There is no such alert."));
        String later = shown(grace, "put-off");
        assertTrue(later.contains("/console/alerts/" + first + "\"") && later.contains("Put off until"), later);
        assertFalse(later.contains("/console/alerts/" + second + "\""), later);
        String closed = shown(grace, "closed");
        assertTrue(closed.contains("/console/alerts/" + second + "\"") && closed.contains("Closed by Grace"), closed);
        assertTrue(desk.html(desk.today().show(grace)).contains("href=\"/console/alerts\""));
    }

    @Test
    void aMentorSeesTheirOwnGroupsAlone() {
        text("+263771000011", "My husband beat me again last night");
        text("+263771000012", "i want to kill myself tonight");
        String own = shown(grace, "all");
        assertTrue(own.contains("husband beat me") && !own.contains("kill myself"), own);
        String asked = desk.html(page.show(grace, "all", null, Long.toString(river), null));
        assertFalse(asked.contains("kill myself"), asked);
        String all = shown(ruth, "all");
        assertTrue(all.contains("husband beat me") && all.contains("kill myself"), all);
        String one = desk.html(page.show(ruth, "all", "critical", Long.toString(river), null));
        assertTrue(one.contains("kill myself") && !one.contains("husband beat me"), one);
    }

    @Test
    void theFiftyFirstStandsOnTheNextPage() {
        for (int i = 0; i < 51; i++) {
            desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(3)));
            text("+263771000011", "My husband beat me again, number " + i + ".");
        }
        assertEquals(51, open().size());
        String first = shown(grace, "now");
        assertTrue(first.contains("number 49.") && !first.contains("number 50."), first);
        String after = first.replaceAll("(?s).*&amp;after=([0-9]+).*", "$1");
        String second = desk.html(page.show(grace, "now", "", "", after));
        assertTrue(second.contains("number 50.") && !second.contains("number 49."), second);
        assertTrue(desk.html(desk.today().show(grace)).contains("<title>(51) Today"));
    }
}
