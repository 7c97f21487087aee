package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.programme.Scheduled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of the programme over a whole service: what they show, and what they do. */
class ProgrammePagesTest {
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final List<String> sent = new ArrayList<>();
    private final long hope = desk.group("HOPE");
    private final long peace = desk.group("PEACE");
    private SecurityContext ruth;
    private SecurityContext grace;
    private ProgrammePage all;
    private GroupProgrammePage page;

    @BeforeEach
    void begin() {
        desk.member(hope, "+263771000011", "Sunny");
        desk.member(peace, "+263771000012", "Moon");
        ((SimulatorGateway) desk.dariro.accounts.get("sim").gateway())
                .listener(text -> sent.add(text.to().e164() + " < " + text.text()));
        ruth = desk.visit(desk.add("Ruth", StaffRole.COORDINATOR, Set.of()));
        grace = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(hope)));
        all = new ProgrammePage(desk.dariro.database, desk.dariro.groups, desk.agenda());
        page = new GroupProgrammePage(
                desk.dariro.database,
                desk.dariro.groups,
                desk.agenda(),
                desk.dariro.schedule,
                desk.dariro.topics,
                desk.dariro.guests,
                desk.dariro.rounds);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<String> groups(long... ids) {
        List<String> groups = new ArrayList<>();
        for (long id : ids) {
            groups.add(Long.toString(id));
        }
        return groups;
    }

    private String first(long group) {
        List<Scheduled> open = desk.dariro.database.inTransaction(tx -> desk.dariro.schedule.open(tx, List.of(group)));
        return Long.toString(open.get(0).id());
    }

    @Test
    void wordsForSeveralGroupsArePricedPlannedAndSent() {
        Page counted =
                (Page) all.plan(ruth, groups(hope, peace), "How was your week?", "", "2026-03-03T09:00", null, "count")
                        .getEntity();
        assertTrue(desk.html(counted).contains("1 segment, to 1 phone"), desk.html(counted));
        assertEquals(
                422,
                all.plan(ruth, List.of(), "Hello", "", "2026-03-03T09:00", null, "add")
                        .getStatus());
        assertEquals(
                422,
                all.plan(ruth, groups(hope), "Hello", "", "soon", null, "add").getStatus());
        assertEquals(
                303,
                all.plan(ruth, groups(hope, peace), "How was your week?", "", "2026-03-03T09:00", "on", "add")
                        .getStatus());
        String html = desk.html(all.show(ruth));
        assertTrue(html.contains("HOPE") && html.contains("PEACE") && html.contains("every week"), html);
        String own = desk.html(all.show(grace));
        assertTrue(
                own.contains("How was your week?") && !own.contains("PEACE") && !own.contains("What would it cost"),
                own);
        desk.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
        desk.dariro.runDue();
        assertEquals(2, sent.size());
        assertTrue(desk.html(page.show(ruth, hope)).contains("Sent lately"));
    }

    @Test
    void mentorsChangeOnlyWhatTheyLeftThemselves() {
        all.plan(ruth, groups(hope), "How was your week?", "", "2026-03-03T09:00", null, "add");
        String html = desk.html(page.show(grace, hope));
        assertTrue(html.contains("How was your week?") && !html.contains("Do not send"), html);
        String id = first(hope);
        assertThrows(PageFault.class, () -> page.change(grace, hope, id, null, null, null, "cancel"));
        assertThrows(PageFault.class, () -> page.change(ruth, peace, id, null, null, null, "cancel"));
        assertEquals(
                422,
                page.change(ruth, hope, id, "", "2026-03-03T10:00", null, "save")
                        .getStatus());
        assertEquals(
                303,
                page.change(ruth, hope, id, "And now?", "2026-03-03T10:00", null, "save")
                        .getStatus());
        assertTrue(desk.html(page.show(ruth, hope)).contains("And now?"));
        assertEquals(
                303, page.change(ruth, hope, id, null, null, null, "cancel").getStatus());
        desk.groupPage().post(grace, hope, "Good morning", null, null, "2026-03-03T09:00", "later");
        assertEquals(
                303,
                page.change(grace, hope, first(hope), null, null, null, "send").getStatus());
        desk.dariro.runDue();
        assertEquals(List.of("+263771000011 < Grace: Good morning"), sent);
    }

    @Test
    void aPlanOfTopicsAndAGuestArePlannedAndEnded() {
        assertEquals(422, page.topics(ruth, hope, "twelve-weeks", "", "").getStatus());
        assertEquals(422, page.topics(ruth, hope, "none", "2026-03-09", "").getStatus());
        assertEquals(
                303,
                page.topics(ruth, hope, "twelve-weeks", "2026-03-09", "Grace").getStatus());
        assertTrue(desk.html(page.show(ruth, hope)).contains("Welcome, all of you."));
        assertEquals(
                422,
                page.guests(ruth, hope, "Sunny", "2026-03-03T18:00", "2026-03-03T19:00", null)
                        .getStatus());
        assertEquals(
                303,
                page.guests(ruth, hope, "Moyo", "2026-03-03T18:00", "2026-03-03T19:00", null)
                        .getStatus());
        String html = desk.html(page.show(ruth, hope));
        assertTrue(html.contains("<b>Moyo</b>") && html.contains("planned"), html);
        long session = desk.dariro.database.inTransaction(
                tx -> desk.dariro.guests.of(tx, List.of(hope)).get(0).id());
        assertThrows(PageFault.class, () -> page.guests(ruth, peace, null, null, null, Long.toString(session)));
        assertEquals(
                303,
                page.guests(ruth, hope, null, null, null, Long.toString(session))
                        .getStatus());
        assertTrue(desk.html(page.show(ruth, hope)).contains("cancelled"));
        assertFalse(desk.html(all.show(grace)).contains("Invite a guest"));
    }
}
