package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.api.ReportDesk;
import org.dariro.gateways.api.InboundSms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the reports say of a week in a group. */
class ReportsPageTest {
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final long group = desk.group("HOPE");
    private final ReportDesk reports = new ReportDesk(
            desk.dariro.database, desk.dariro.programmeReports, desk.dariro.spendNames, desk.dariro.lines, desk.clock);
    private final ReportsPage page = new ReportsPage(reports);
    private Visit nomsa;

    @BeforeEach
    void begin() {
        desk.clock.set(Instant.parse("2026-03-02T09:00:00Z"));
        nomsa = desk.visit(desk.add("Nomsa", StaffRole.COORDINATOR, Set.of()));
        desk.member(group, "+263771000011", "Sunny");
        desk.member(group, "+263771000012", "Moon");
        desk.member(group, "+263771000013", "Star");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void text(String id, String from, String words) {
        desk.dariro.camel.send("direct:inlet-sms", new InboundSms("sim", id, from, Desk.LINE, words));
        desk.dariro.runDue();
    }

    private ReportDesk.Period all() {
        return reports.period("2026-02-01", "2026-04-30");
    }

    @Test
    void whoReadsAndDoesNotPostIsSilentAndCounted() {
        assertEquals(List.of(), reports.engagement(all()));
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(6)));
        text("1", "+263771000011", "Good morning");
        desk.clock.set(desk.clock.instant().plus(Duration.ofDays(9)));
        text("2", "+263771000012", "Hello all");
        ReportDesk.WeekView last = reports.engagement(all()).get(0);
        assertEquals("2026-03-09", last.week());
        assertEquals(1, last.posters());
        assertEquals(2, last.bySms());
        assertEquals(2, last.silent());
        assertEquals("HOPE", last.name());
        assertEquals(2, reports.engagement(all()).size());
        assertEquals(4, reports.deliveries(all()).get(0).texts());
    }

    @Test
    void whoDialsReads() {
        text("1", "+263771000011", "Good morning");
        desk.dariro.database.useTransaction(tx -> desk.dariro.log.dialled(
                tx,
                desk.dariro.memberships.in(tx, group).stream()
                        .filter(place -> place.name().equals("Star"))
                        .findFirst()
                        .orElseThrow(),
                1));
        assertEquals(1, reports.engagement(all()).get(0).byUssd());
    }

    @Test
    void alertsAreMeasuredUntilTheyAreClaimed() {
        text("1", "+263771000011", "i want to kill myself tonight");
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(7)));
        ReportDesk.ResponseView open = reports.responses(all()).get(0);
        assertEquals("critical", open.severity());
        assertEquals(1, open.alerts());
        assertEquals(0, open.claimed());
        String html = desk.html(page.show(nomsa, "2026-03-01", "2026-03-31"));
        assertTrue(html.contains("<th scope=\"row\">Critical</th>"), html);
    }

    @Test
    void reportsAreTablesToo() {
        text("1", "+263771000011", "Good morning");
        String table =
                (String) page.table("engagement", "2026-03-01", "2026-03-31").getEntity();
        assertTrue(table.contains("2026-03-02," + group + ",HOPE,1,2,0,2,1"), table);
        assertTrue(((String) page.table("deliveries", null, null).getEntity()).contains("'" + Desk.LINE));
        assertThrows(PageFault.class, () -> page.table("salaries", null, null));
        assertTrue(desk.html(page.show(nomsa, "x", "y")).contains("Who took part"));
    }
}
