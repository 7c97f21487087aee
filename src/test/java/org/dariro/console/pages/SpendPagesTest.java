package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.console.StaffRole;
import org.dariro.console.api.SpendReports;
import org.dariro.gateway.Price;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coordinator's pages of the spend over a whole service. */
class SpendPagesTest {
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final long group = desk.group("HOPE");
    private final SpendSheet sheet = desk.spendSheet();
    private final SpendReports reports = new SpendReports(
            desk.dariro.spending,
            desk.dariro.database,
            desk.dariro.groups,
            desk.dariro.spendNames,
            desk.dariro.spendTexts,
            desk.dariro.spendOverview,
            desk.clock);
    private final SpendForm form = new SpendForm(desk.dariro.budgeting, sheet);
    private final SpendTextSheet textSheet = new SpendTextSheet(
            desk.dariro.database, desk.dariro.groups, desk.dariro.spendTexts, desk.dariro.spendNames, sheet);
    private final SpendPage page = new SpendPage(sheet, form, textSheet, reports);
    private final GroupSpendPage groupPage = new GroupSpendPage(sheet, form, textSheet, reports);
    private Visit nomsa;
    private int texts;

    @BeforeEach
    void begin() {
        desk.clock.set(Instant.parse("2026-03-02T09:00:00Z"));
        nomsa = desk.visit(desk.add("Nomsa", StaffRole.COORDINATOR, Set.of()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void talk() {
        desk.member(group, "+263771000011", "Sunny");
        desk.member(group, "+263771000012", "Moon");
        desk.dariro.database.useTransaction(tx -> desk.dariro.prices.add(
                tx,
                new Price(
                        0,
                        desk.dariro.lines.all().get(0).id(),
                        "ZW",
                        Optional.empty(),
                        Optional.empty(),
                        new Money(new BigDecimal("0.10"), "USD"),
                        LocalDate.parse("2026-01-01"),
                        "test",
                        Instant.EPOCH)));
        say();
    }

    private void say() {
        desk.dariro.camel.send(
                "direct:inlet-sms", new InboundSms("sim", "t" + texts++, "+263771000011", Desk.LINE, "Good morning"));
        desk.dariro.runDue();
    }

    private static MultivaluedMap<String, String> given(String amount, String until) {
        MultivaluedMap<String, String> given = new MultivaluedHashMap<>();
        given.putSingle("amount", amount);
        given.putSingle("currency", "USD");
        given.putSingle("until", until);
        given.putSingle("reserve", "");
        given.putSingle("from", "");
        return given;
    }

    private String shown() {
        return desk.html(page.show(nomsa, null, null, null, null));
    }

    private String ofGroup(String by) {
        return desk.html(groupPage.show(nomsa, group, by, null, null, null));
    }

    @Test
    void withNothingSpentThePageSaysSo() {
        String html = shown();
        assertTrue(html.contains("No budget is set."), html);
        assertTrue(html.contains("Nothing was spent in this time."), html);
    }

    @Test
    void whatWasSpentStandsByGroupReaderAndKind() {
        talk();
        String html = shown();
        assertTrue(html.contains("0.10\u00a0USD"), html);
        assertTrue(
                html.contains("/console/spend/texts?by=group&amp;from=2026-03-01&amp;to=2026-03-02&amp;item=" + group),
                html);
        assertTrue(ofGroup(null).contains("Moon</a>"), ofGroup(null));
        assertTrue(ofGroup("kind").contains("Posts</a>"), ofGroup("kind"));
        assertTrue(ofGroup("cause").contains("Sunny</a>"), ofGroup("cause"));
        assertTrue(desk.html(page.show(nomsa, "member", null, null, null)).contains("Moon \u00b7 HOPE"));
    }

    @Test
    void whatCannotBeUnderstoodIsNotAskedFor() {
        String html = desk.html(page.show(nomsa, "<b>", "yesterday", "2026-13-01", "x"));
        assertTrue(html.contains("Nothing was spent in this time."), html);
        assertFalse(html.contains("<b>\""), html);
    }

    @Test
    void aBudgetIsSetByItsFormAndDrawn() {
        talk();
        Response wrong = groupPage.set(nomsa, group, given("much", "2026-01-01"));
        assertEquals(422, wrong.getStatus());
        String html = desk.html(wrong.getEntity());
        assertTrue(html.contains("aria-describedby=\"budget-amount-fault"), html);
        assertTrue(html.contains("value=\"much\""), html);
        assertTrue(html.contains("This day is over."), html);
        Response done = groupPage.set(nomsa, group, given("50.00", "2026-05-31"));
        assertEquals("/console/groups/" + group + "/spend", done.getHeaderString("Location"));
        desk.clock.set(desk.clock.instant().plus(Duration.ofDays(3)));
        say();
        String set = ofGroup(null);
        assertTrue(set.contains("<polyline class=\"spent\" points=\"38.0,174.0 "), set);
        assertTrue(set.contains("<polygon class=\"band\""), set);
        assertTrue(
                set.contains("0.10\u00a0USD of 45.00\u00a0USD for posts is spent. It is to last until May 31, 2026."),
                set);
        assertTrue(set.contains("Members read as they and the group have chosen."), set);
        assertTrue(shown().contains("0.10 of 45.00\u00a0USD"), shown());
    }

    @Test
    void aBudgetAlarmStandsOnTodayAndLeadsToTheSpend() {
        talk();
        assertFalse(desk.html(desk.today().show(nomsa)).contains("The money is used up"));
        MultivaluedMap<String, String> small = given("0.21", "2026-05-31");
        small.putSingle("reserve", "0.01");
        assertEquals(303, groupPage.set(nomsa, group, small).getStatus());
        say();
        say();
        say();
        desk.dariro.budgetWatch.turn();
        String today = desk.html(desk.today().show(nomsa));
        assertTrue(today.contains("<a class=\"item\" href=\"/console/groups/" + group + "/spend\">"), today);
        assertTrue(today.contains("The money is used up, and posts wait."), today);
        assertTrue(ofGroup(null).contains("Set a new budget: what waits then goes out."), ofGroup(null));
        Visit mentor = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(group)));
        assertFalse(desk.html(desk.today().show(mentor)).contains("The money is used up"));
    }

    @Test
    void aSumLeadsToItsTexts() {
        talk();
        desk.clock.set(desk.clock.instant().plus(Duration.ofDays(2)));
        desk.dariro.spendDays.bringUp();
        for (int i = 0; i < 60; i++) { // slowly: a flood would be held
            desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(10)));
            say();
        }
        String html = desk.html(groupPage.texts(nomsa, group, "cause", "2026-03-01", "2026-03-31", sunny(), null));
        assertTrue(html.contains("Texts: Sunny"), html);
        assertTrue(html.contains("1 \u00d7 0.10\u00a0USD"), html);
        assertFalse(html.contains("+26377100001"), html);
        assertFalse(html.contains("Good morning"), html);
        Matcher next = Pattern.compile("after=([0-9]+)").matcher(html);
        assertTrue(next.find(), html);
        String older = desk.html(page.texts(nomsa, "day", "2026-03-01", "2026-03-31", "2026-03-04", next.group(1)));
        assertTrue(older.contains("To the newest"), older);
        String all = desk.html(page.texts(nomsa, "kind", "2026-03-01", "2026-03-03", "GROUP", null));
        assertEquals(2, all.split("<tr>", -1).length - 1, all);
        assertTrue(desk.html(page.texts(nomsa, "line", "2026-03-01", "2026-03-31", "'; drop", "x"))
                .contains("Texts: All together"));
        String table = (String) groupPage
                .textTable(group, "member", "2026-03-01", "2026-03-31", null)
                .getEntity();
        assertEquals(62, table.lines().count(), table);
        assertTrue(table.contains(",HOPE,Moon,group,'" + Desk.LINE + ","), table);
    }

    private String sunny() {
        return Long.toString(desk.dariro.database.inTransaction(tx -> desk.dariro.memberships.in(tx, group).stream()
                .filter(place -> "Sunny".equals(place.name()))
                .findFirst()
                .orElseThrow()
                .id()));
    }

    @Test
    void theExportIsATable() {
        talk();
        Response csv = groupPage.table(group, "line", "2026-03-01", "2026-03-02");
        assertEquals(
                "attachment; filename=\"spend-group-" + group + "-line-2026-03-01-2026-03-02.csv\"",
                csv.getHeaderString("Content-Disposition"));
        String table = (String) csv.getEntity();
        assertTrue(table.contains(",'" + Desk.LINE + ","), table);
        assertTrue(((String) page.table("kind", null, null).getEntity()).contains("GROUP"));
    }
}
