package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.gateways.api.InboundSms;
import org.dariro.group.Membership;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page where it is set how members are asked how they are, and where their answers are shown. */
class WellbeingPagesTest {
    private static final String NUMBER = "+263771000011";
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final long hope = desk.group("HOPE");
    private final Membership sunny = desk.member(hope, NUMBER, "Sunny");
    private final Visit ruth = desk.visit(desk.add("Ruth", StaffRole.COORDINATOR, Set.of()));
    private final Visit grace = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(hope)));
    private final WellbeingPage page = new WellbeingPage(
            desk.dariro.database, desk.dariro.groups, desk.dariro.rounds, desk.dariro.wellbeing, desk.dariro.messages);
    private int texts;

    @AfterEach
    void close() {
        desk.close();
    }

    private Response set(String asks, String hour, String... items) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        if (!asks.isEmpty()) {
            form.add("asks", asks);
        }
        form.add("weekday", "tue");
        form.add("hour", hour);
        form.add("everyWeeks", "1");
        form.put("items", List.of(items));
        return page.set(ruth, hope, form);
    }

    private void askedAndAnswered(String day, String answer) {
        desk.clock.set(Instant.parse("2026-03-" + day + "T08:00:00Z"));
        desk.dariro.runDue();
        desk.dariro.camel.send("direct:inlet-sms", new InboundSms("sim", "w" + texts++, NUMBER, Desk.LINE, answer));
        desk.dariro.runDue();
    }

    private String member(Visit visit) {
        return desk.html(desk.dariro.database.inTransaction(tx -> desk.memberFile()
                .page(tx, visit, desk.dariro.memberships.find(tx, sunny.id()).orElseThrow(), Entered.BLANK)));
    }

    @Test
    void aCoordinatorTurnsTheQuestionsOnAndOff() {
        String none = desk.html(page.show(ruth, hope, null));
        assertTrue(none.contains("Members are not asked") && none.contains("How are you this week?"), none);
        assertEquals(303, set("on", "17", "general", "isolation").getStatus());
        String on = desk.html(page.show(ruth, hope, "saved"));
        assertTrue(
                on.contains("Tuesday 17:00 (Africa/Harare)") && on.contains("How the week was") && on.contains("Saved"),
                on);
        assertEquals(303, set("", "17", "general").getStatus());
        assertTrue(desk.html(page.show(ruth, hope, null)).contains("Members are not asked"));
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndTheFormStays() {
        Response wrong = set("on", "17");
        assertEquals(422, wrong.getStatus());
        String html = desk.html((Page) wrong.getEntity());
        assertTrue(html.contains("Choose at least one question.") && html.contains("id=\"items-fault\""), html);
        assertTrue(html.contains("value=\"on\" checked"), html);
        assertEquals(422, set("on", "3", "general").getStatus());
    }

    @Test
    void mentorsReadHowTheirGroupIsAskedAndSetNothing() {
        set("on", "10", "general");
        askedAndAnswered("03", "4");
        String html = desk.html(page.show(grace, hope, null));
        assertTrue(html.contains("1 asked, 1 answered"), html);
        assertFalse(html.contains("<form method=\"post\" action=\"/console/groups/" + hope + "/wellbeing"), html);
    }

    @Test
    void answersAreShownOnThePageOfTheMemberAndAttentionOnToday() {
        assertFalse(member(grace).contains("Latest answers"));
        set("on", "10", "general");
        askedAndAnswered("03", "4");
        String one = member(grace);
        assertTrue(one.contains("Latest answers") && one.contains("4 of 5") && !one.contains("<polyline"), one);
        assertFalse(desk.html(desk.today().show(grace)).contains("May need a word"));
        askedAndAnswered("10", "1");
        String two = member(grace);
        assertTrue(
                two.contains("1 of 5, very low")
                        && two.contains("points=\"24,28 308,76\"")
                        && two.contains("A private word may help."),
                two);
        String today = desk.html(desk.today().show(grace));
        assertTrue(today.contains("May need a word") && today.contains("Sunny · HOPE"), today);
        Visit auditor = desk.visit(desk.add("Aud", StaffRole.AUDITOR, Set.of()));
        assertFalse(desk.html(desk.today().show(auditor)).contains("May need a word"));
    }
}
