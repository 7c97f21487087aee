package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.console.StaffRole;
import org.dariro.group.Group;
import org.dariro.platform.AuditRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The groups' pages over a whole service: the list, a new group, its settings, and its card. */
class GroupPagesTest {
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final long hope = desk.group("HOPE");
    private final Visit coordinator = desk.visit(desk.add("Ruth", StaffRole.COORDINATOR, Set.of()));
    private final GroupEntry entry = new GroupEntry(desk.dariro.lines, desk.dariro.messages);
    private final GroupsPage list = new GroupsPage(desk.dariro.database, desk.dariro.groups, desk.dariro.overview);
    private final NewGroupPage fresh =
            new NewGroupPage(desk.dariro.database, desk.dariro.convening, desk.dariro.groupTemplates, entry);
    private final GroupSettingsPage settings = new GroupSettingsPage(
            desk.dariro.database,
            desk.dariro.groups,
            desk.dariro.groupLines,
            desk.dariro.convening,
            entry,
            desk.dariro.safeguard,
            desk.dariro.dailyCounts);
    private final JoinCardPage card = new JoinCardPage(desk.dariro.database, desk.dariro.groups, desk.dariro.joinCards);

    @AfterEach
    void close() {
        desk.close();
    }

    private static MultivaluedMap<String, String> form(String... pairs) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    private String line() {
        return Long.toString(desk.dariro.lines.all().get(0).id());
    }

    private Optional<Group> group(String code) {
        return desk.dariro.database.inTransaction(tx -> desk.dariro.groups.byCode(tx, code));
    }

    private List<String> audited() {
        return desk.dariro.database.inTransaction(tx -> desk.dariro.audit.list(tx, Optional.empty(), 0, 100).stream()
                .map(AuditRow::action)
                .filter(action -> action.startsWith("group-"))
                .toList());
    }

    private String html(Response response) {
        return desk.html(response.getEntity());
    }

    @Test
    void theListShowsEachWhatIsTheirs() {
        long river = desk.group("RIVER");
        desk.member(river, "+263771000011", "Sunny");
        String all = desk.html(list.show(coordinator, null));
        assertTrue(all.contains("HOPE") && all.contains("RIVER") && all.contains("168 hours in 7 days"), all);
        Visit grace = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(river)));
        String own = desk.html(list.show(grace, null));
        assertTrue(own.contains("RIVER") && !own.contains("HOPE") && !own.contains("/groups/new"), own);
        assertTrue(desk.html(list.show(grace, "1")).contains("No group has ended"));
    }

    @Test
    void aGroupIsMadeFromATemplate() {
        String page = desk.html(fresh.show(coordinator, null));
        assertTrue(page.contains("12 weeks with a closing ritual") && page.contains("value=\"7\""), page);
        Response made = fresh.create(
                coordinator,
                form(
                        "template",
                        "twelve-weeks",
                        "name",
                        "River",
                        "line",
                        line(),
                        "language",
                        "sn",
                        "country",
                        "ZW",
                        "mode",
                        "at-once",
                        "window",
                        "5",
                        "high",
                        "on",
                        "endsOn",
                        "",
                        "closingDays",
                        "7"));
        assertEquals(303, made.getStatus());
        Group river = group("RIVER").orElseThrow();
        assertTrue(river.holdsHigh());
        String shown = desk.html(settings.show(coordinator, river.id(), null));
        assertTrue(
                shown.contains("value=\""
                        + org.dariro.programme.GroupReader.day(river, desk.clock.instant())
                                .plusWeeks(12) + "\""),
                shown);
        assertEquals(List.of("group-created"), audited());
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        Response wrong = fresh.create(
                coordinator,
                form(
                        "template",
                        "",
                        "name",
                        "x",
                        "code",
                        "HOPE",
                        "line",
                        "1",
                        "language",
                        "en",
                        "country",
                        "",
                        "mode",
                        "at-once",
                        "window",
                        "none",
                        "endsOn",
                        "1999-01-01",
                        "closingDays",
                        "99"));
        assertEquals(422, wrong.getStatus());
        String html = html(wrong);
        for (String field : List.of("name", "line", "country", "windowSeconds", "endsOn", "closingDays")) {
            assertTrue(html.contains("id=\"" + field + "-fault\""), field);
        }
        assertTrue(html.contains("value=\"x\""), html);
        Response taken = fresh.create(
                coordinator,
                form(
                        "name",
                        "Hope two",
                        "code",
                        "hope",
                        "line",
                        line(),
                        "language",
                        "en",
                        "country",
                        "ZW",
                        "mode",
                        "at-once",
                        "window",
                        "5",
                        "closingDays",
                        ""));
        assertTrue(html(taken).contains("Another group has this code already"));
    }

    @Test
    void settingsAreSavedAndAudited() {
        Response saved = settings.save(
                coordinator,
                hope,
                form(
                        "name",
                        "Hope <b>",
                        "language",
                        "es",
                        "country",
                        "ZW",
                        "mode",
                        "bundled",
                        "window",
                        "15",
                        "contacts",
                        "Call 116",
                        "endsOn",
                        "",
                        "closingDays",
                        "0"));
        assertEquals(303, saved.getStatus());
        Group hopeNow = group("HOPE").orElseThrow();
        assertEquals("Hope <b>", hopeNow.name());
        assertEquals(900, hopeNow.window().toSeconds());
        assertFalse(hopeNow.holdsHigh());
        String html = desk.html(settings.show(coordinator, hope, "1"));
        assertTrue(html.contains("Hope &lt;b&gt;") && html.contains("Saved."), html);
        assertEquals(List.of("group-changed"), audited());
    }

    @Test
    void mentorsAreToldOnceADayWhenThatIsWanted() {
        String before = desk.html(settings.show(coordinator, hope, null));
        assertTrue(before.contains("name=\"sends\" value=\"on\">") && before.contains("Africa/Harare"), before);
        assertTrue(before.contains("<option value=\"16\" selected>") && !before.contains("The next:"), before);
        assertEquals(
                303,
                settings.daily(coordinator, hope, form("sends", "on", "hour", "9"))
                        .getStatus());
        String on = desk.html(settings.show(coordinator, hope, "1"));
        assertTrue(on.contains("name=\"sends\" value=\"on\" checked>") && on.contains("The next:"), on);
        assertTrue(on.contains("<option value=\"9\" selected>"), on);
        Response wrong = settings.daily(coordinator, hope, form("hour", "23"));
        assertEquals(422, wrong.getStatus());
        assertTrue(html(wrong).contains("id=\"hour-fault\">Please choose an hour"));
        assertEquals(303, settings.daily(coordinator, hope, form("hour", "9")).getStatus());
        assertFalse(desk.html(settings.show(coordinator, hope, null)).contains("The next:"));
        assertEquals(
                Set.of("daily-counts-on", "daily-counts-off"),
                desk.dariro.database.inTransaction(tx -> desk.dariro.audit.list(tx, Optional.empty(), 0, 100).stream()
                        .filter(row ->
                                row.action().startsWith("daily-") && row.actor().endsWith("Ruth"))
                        .map(AuditRow::action)
                        .collect(Collectors.toSet())));
        settings.close(coordinator, hope, form("code", "HOPE"));
        assertEquals(
                422,
                settings.daily(coordinator, hope, form("sends", "on", "hour", "9"))
                        .getStatus());
    }

    @Test
    void aGroupIsClosedOnlyByWhoeverTypesItsCode() {
        assertEquals(
                422, settings.close(coordinator, hope, form("code", "OTHER")).getStatus());
        assertFalse(group("HOPE").orElseThrow().closed());
        assertEquals(
                303, settings.close(coordinator, hope, form("code", "hope")).getStatus());
        assertTrue(group("HOPE").orElseThrow().closed());
        assertTrue(desk.html(list.show(coordinator, "1")).contains("HOPE"));
        assertTrue(desk.html(settings.show(coordinator, hope, null)).contains("This group is closed"));
        assertEquals(List.of("group-closed"), audited());
    }

    @Test
    void theCardSaysWhatToTextInTheGroupsLanguage() {
        settings.save(
                coordinator,
                hope,
                form(
                        "name",
                        "Hope",
                        "language",
                        "es",
                        "country",
                        "ZW",
                        "mode",
                        "at-once",
                        "window",
                        "5",
                        "endsOn",
                        "",
                        "closingDays",
                        "0"));
        String html = desk.html(card.show(coordinator, hope));
        assertTrue(html.contains("JOIN HOPE") && html.contains(Desk.LINE) && html.contains("lang=\"es\""), html);
        assertTrue(html.contains("sms:" + Desk.LINE + "?body=JOIN%20HOPE"), html);
    }

    @Test
    void crisisLinesThatNobodyCheckedAreMarkedUntilTheGroupHasItsOwn() {
        Visit chipo = desk.visit(desk.add("Chipo", StaffRole.COORDINATOR, Set.of()));
        String html = desk.html(settings.show(chipo, hope, null));
        assertTrue(html.contains("Childline, free: 116") && html.contains("Not checked"), html);
        assertTrue(html.contains("as widely published"), html);
        assertTrue(desk.html(desk.today().show(chipo)).contains("/settings#crisis"));
        Visit mentor = desk.visit(desk.add("Tendai", StaffRole.MENTOR, Set.of(hope)));
        assertFalse(desk.html(desk.today().show(mentor)).contains("/settings#crisis"));
        desk.dariro.database.useTransaction(tx -> {
            Group group = desk.dariro.groups.get(tx, hope);
            desk.dariro.groups.change(
                    tx,
                    new Group(
                            group.id(),
                            group.name(),
                            group.code(),
                            group.lineId(),
                            group.language(),
                            group.country(),
                            group.mode(),
                            group.window(),
                            "call our nurse",
                            group.holdsHigh(),
                            group.closed()));
        });
        String own = desk.html(settings.show(chipo, hope, null));
        assertTrue(own.contains("call our nurse") && !own.contains("Not checked"), own);
        assertFalse(desk.html(desk.today().show(chipo)).contains("/settings#crisis"));
    }
}
