package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.api.MemberImport;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.group.Membership;
import org.dariro.platform.AuditRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The members' pages over a whole service: who is there, enrolling, importing, one person, and the rota. */
class MemberPagesTest {
    private static final String NUMBER = "+263771000011";
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final List<String> sent = new ArrayList<>();
    private final long hope = desk.group("HOPE");
    private final long river = desk.group("RIVER");
    private final Membership sunny = desk.member(hope, NUMBER, "Sunny");
    private final Visit coordinator = desk.visit(desk.add("Ruth", StaffRole.COORDINATOR, Set.of()));
    private final Visit grace = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(hope)));
    private final MembersPage list = new MembersPage(
            desk.dariro.database,
            desk.dariro.groups,
            desk.dariro.memberships,
            desk.dariro.members,
            desk.dariro.enrolment,
            desk.dariro.placeRecords,
            desk.dariro.messages,
            desk.clock);
    private final ImportPage load = new ImportPage(
            desk.dariro.database,
            desk.dariro.groups,
            new MemberImport(desk.dariro.enrolment, desk.dariro.placeRecords));
    private final MemberPage page = new MemberPage(
            desk.dariro.database,
            desk.dariro.groups,
            desk.memberFile(),
            desk.dariro.placeRecords,
            desk.dariro.numbering,
            desk.dariro.tending,
            desk.dariro.moderation,
            desk.dariro.moving,
            desk.dariro.erasure,
            desk.dariro.waitingWords);
    private final RotaPage rota = new RotaPage(
            desk.dariro.database, desk.dariro.groups, desk.roll, desk.dariro.rotas, desk.dariro.callees, desk.clock);

    @BeforeEach
    void listen() {
        ((SimulatorGateway) desk.dariro.accounts.get("sim").gateway())
                .listener(text -> sent.add(text.to().e164() + " < " + text.text()));
    }

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

    private void text(String words) {
        desk.text(NUMBER, words);
    }

    private String html(Response response) {
        return desk.html(response.getEntity());
    }

    private String members(String search) {
        return desk.html(list.show(coordinator, hope, search, null));
    }

    private String shown(Visit visit) {
        return desk.html(page.show(visit, sunny.id(), null, null));
    }

    private List<String> audited(String prefix) {
        return desk.dariro.database.inTransaction(tx -> desk.dariro.audit.list(tx, Optional.empty(), 0, 1_000).stream()
                .map(AuditRow::action)
                .filter(action -> action.startsWith(prefix))
                .toList());
    }

    @Test
    void theListFindsPeopleByNickname() {
        desk.member(hope, "+263771000012", "Moon");
        String all = members(null);
        assertTrue(all.contains("Sunny") && all.contains("Moon") && all.contains("Grace"), all);
        assertFalse(all.contains("771000011"), all);
        assertFalse(members("SUN").contains("Moon"));
        assertTrue(members("zzz").contains("No nickname here"));
        assertFalse(desk.html(list.show(grace, hope, null, null)).contains("Enrol somebody"));
    }

    @Test
    void somebodyIsEnrolledAndWhoSentThemIsNoted() {
        Response done = list.enrol(
                coordinator,
                hope,
                form(
                        "number",
                        "+263771000013",
                        "nickname",
                        "Star",
                        "language",
                        "en",
                        "consent",
                        "in-person",
                        "note",
                        "Sr Moyo, form 3",
                        "referrer",
                        "clinic-4"));
        assertEquals(303, done.getStatus());
        assertEquals(List.of("member-enrolled"), audited("member-enrolled"));
        assertEquals(
                Map.of("CLINIC-4", 1L),
                desk.dariro.database.inTransaction(tx -> desk.dariro.placeRecords.referrals(tx, Set.of())));
        Response wrong = list.enrol(
                coordinator,
                hope,
                form("number", "12", "nickname", "Sunny", "language", "en", "consent", "in-person", "note", ""));
        assertEquals(422, wrong.getStatus());
        String html = html(wrong);
        for (String field : List.of("number", "nickname", "consent")) {
            assertTrue(html.contains("id=\"" + field + "-fault\""), field + html);
        }
    }

    @Test
    void aTableIsShownBeforeAnythingIsWritten() {
        String table =
                "number,nickname,consent,referrer\n+263771000021,Star,,clinic\n+263771000021,Moon,,\n0771,Sunny,maybe,\n";
        Response preview = load.load(coordinator, hope, table, "preview");
        assertEquals(200, preview.getStatus());
        String html = html(preview);
        assertTrue(html.contains("One person would be enrolled."), html);
        assertTrue(html.contains("2 rows have mistakes") && html.contains("Nothing is written yet."), html);
        assertTrue(html.contains("This number stands in an earlier row too"), html);
        desk.dariro.runDue();
        assertEquals(List.of(), sent);
        assertFalse(members(null).contains("Star"));
        String done = html(load.load(coordinator, hope, table, "confirm"));
        desk.dariro.runDue();
        assertTrue(done.contains("One person was enrolled.") && done.contains("2 rows were left out."), done);
        assertFalse(done.contains("771000021"), done);
        assertEquals(1, sent.size());
        assertTrue(members(null).contains("Star"));
    }

    @Test
    void whatIsNoTableIsSaidSo() {
        Response wrong = load.load(coordinator, hope, "name\nSunny\n", "preview");
        assertEquals(422, wrong.getStatus());
        assertTrue(html(wrong).contains("This is no table that can be used."), html(wrong));
        assertTrue(html(load.load(coordinator, hope, "number\n+263", "edit")).contains("number\n+263</textarea>"));
    }

    @Test
    void thePageShowsHowSomebodyTakesPartAndNeverTheNumber() {
        text("Hello all");
        text("My husband beat me again last night");
        String html = shown(grace);
        assertTrue(html.contains("Sunny") && html.contains("Abuse"), html);
        assertTrue(html.contains("<dd>1 · 1 not released</dd>"), html);
        assertFalse(html.contains("771000011"), html);
        assertFalse(html.contains("Erase for good"), html);
        assertTrue(shown(coordinator).contains("Erase for good"));
        assertEquals(2, audited("member-read").size());
    }

    @Test
    void theNumberIsShownOnceForAReasonAndThatIsOnRecord() {
        assertEquals(
                422, page.number(grace, sunny.id(), form("reason", "curious")).getStatus());
        assertEquals(List.of(), audited("number-shown"));
        String html = html(page.number(grace, sunny.id(), form("reason", "emergency")));
        assertTrue(html.contains(NUMBER), html);
        assertEquals(List.of("number-shown"), audited("number-shown"));
        assertFalse(shown(grace).contains("771000011"));
    }

    @Test
    void notesAndGuardiansAreKeptAndStayWords() {
        assertEquals(422, page.note(grace, sunny.id(), form("text", "  ")).getStatus());
        assertEquals(
                303,
                page.note(grace, sunny.id(), form("text", "<b>{name}</b> \u202e"))
                        .getStatus());
        assertEquals(
                303,
                page.guardian(
                                coordinator,
                                sunny.id(),
                                form("guardian", "=Mrs Moyo", "relation", "aunt", "how", "Form 9, 2 March"))
                        .getStatus());
        assertEquals(
                422,
                page.guardian(coordinator, sunny.id(), form("guardian", "x")).getStatus());
        String html = shown(coordinator);
        assertTrue(html.contains("&lt;b&gt;{name}&lt;/b&gt;") && html.contains("=Mrs Moyo"), html);
        assertEquals(List.of("member-noted"), audited("member-noted"));
        assertEquals(List.of("guardian-noted"), audited("guardian-noted"));
    }

    @Test
    void somebodyIsChangedAndToldOnce() {
        assertEquals(
                303,
                page.change(grace, sunny.id(), form("nickname", "Sunny", "language", "es", "mode", "at-once"))
                        .getStatus());
        desk.dariro.runDue();
        assertEquals(1, sent.size(), sent.toString());
        assertTrue(shown(grace).contains("espa") || shown(grace).contains("Espa"), shown(grace));
        assertEquals(
                422, page.change(grace, sunny.id(), form("nickname", "Grace")).getStatus());
    }

    @Test
    void aPauseIsGivenAndEnded() {
        assertEquals(422, page.pause(grace, sunny.id(), form("days", "99")).getStatus());
        assertEquals(
                303,
                page.pause(grace, sunny.id(), form("days", "3", "do", "pause")).getStatus());
        assertTrue(shown(grace).contains("Quiet until"));
        assertEquals(303, page.pause(grace, sunny.id(), form("do", "resume")).getStatus());
        assertFalse(shown(grace).contains("Quiet until"));
    }

    @Test
    void aMemberIsReadFirstForSomeDaysAndNoMore() {
        Response wrong = page.mute(grace, sunny.id(), form("mute-days", "31", "mute-why", "Insults & more"));
        assertEquals(422, wrong.getStatus());
        assertTrue(html(wrong).contains("value=\"Insults &amp; more\"")
                && html(wrong).contains("value=\"31\""));
        assertTrue(html(wrong).contains("id=\"mute-days-fault\""), html(wrong));
        assertTrue(html(page.mute(grace, sunny.id(), form("mute-days", "2"))).contains("id=\"mute-why-fault\""));
        assertEquals(List.of(), sent);
        Response done = page.mute(grace, sunny.id(), form("mute-days", "2", "mute-why", "Insults"));
        assertEquals("/console/members/" + sunny.id() + "?done=changed", done.getHeaderString("Location"));
        desk.dariro.runDue();
        assertEquals(1, sent.size(), sent.toString());
        String html = shown(coordinator);
        assertTrue(html.contains("Read first until") && html.contains("value=\"unmute\""), html);
        assertFalse(html.contains("value=\"mute\""), html);
        assertEquals(303, page.mute(grace, sunny.id(), form("do", "unmute")).getStatus());
        assertFalse(shown(grace).contains("Read first until"));
        assertEquals(List.of("member-muted"), audited("member-muted"));
        assertEquals(List.of("member-unmuted"), audited("member-unmuted"));
        Visit lead = desk.visit(desk.add("Farai", StaffRole.CLINICAL_LEAD, Set.of()));
        assertFalse(shown(lead).contains("value=\"mute\"")); // as by the API
    }

    @Test
    void nobodyIsMovedWhileAnAlertOnThemIsOpen() {
        desk.dariro.camel.send(
                "direct:inlet-sms",
                new InboundSms("sim", "risk", "+263771000011", Desk.LINE, "some days i wish i was dead"));
        desk.dariro.runDue();
        Response open = page.move(coordinator, sunny.id(), form("why", "Nearer", "to", "" + river));
        assertEquals(422, open.getStatus());
        assertTrue(desk.html((Page) open.getEntity()).contains("An alert about this person is open"));
    }

    @Test
    void somebodyIsMovedRemovedAndErased() {
        assertEquals(
                422,
                page.move(coordinator, sunny.id(), form("why", "", "to", "" + river))
                        .getStatus());
        assertEquals(
                422,
                page.move(coordinator, sunny.id(), form("why", "Nearer", "to", "999"))
                        .getStatus());
        Response moved = page.move(coordinator, sunny.id(), form("why", "Nearer", "to", "" + river));
        assertEquals(303, moved.getStatus());
        String at = moved.getHeaderString("Location");
        long there = Long.parseLong(at.replaceAll("\\D", ""));
        assertTrue(desk.html(page.show(coordinator, there, "moved", null)).contains("Moved. They were told by SMS."));
        assertTrue(shown(coordinator).contains("Was moved"));
        assertEquals(
                303, page.remove(coordinator, there, form("why", "Asked to go")).getStatus());
        assertEquals(
                422, page.erase(coordinator, there, form("confirm", "Moon")).getStatus());
        assertEquals(
                303, page.erase(coordinator, there, form("confirm", "sunny")).getStatus());
        assertTrue(shown(coordinator).contains("This person was erased"));
        assertEquals(
                List.of("member-moved", "member-removed", "member-erased"),
                audited("member-").stream()
                        .filter(one -> !one.equals("member-read"))
                        .toList());
    }

    @Test
    void theRotaIsSetDayByDay() {
        String before = desk.html(rota.show(coordinator, hope));
        assertTrue(before.contains("Nobody is on duty") && before.contains("Nobody is on the rota yet"), before);
        String staff = Long.toString(desk.dariro.database.inTransaction(
                tx -> desk.roll.of(tx, hope).get(0).id()));
        MultivaluedMap<String, String> shift =
                form("do", "add-shift", "staff", staff, "from", "00:00", "to", "00:00", "zone", "Africa/Harare");
        assertEquals(422, rota.change(coordinator, hope, shift).getStatus());
        List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").forEach(day -> shift.add("days", day));
        assertEquals(303, rota.change(coordinator, hope, shift).getStatus());
        String after = desk.html(rota.show(coordinator, hope));
        assertTrue(after.contains("00:00–24:00") && !after.contains("Nobody is on duty"), after);
        assertFalse(desk.html(rota.show(grace, hope)).contains("Add a shift"));
        MultivaluedMap<String, String> cover =
                form("do", "add-cover", "from", "08:00", "to", "17:00", "zone", "Africa/Harare", "days", "mon");
        assertEquals(303, rota.change(coordinator, hope, cover).getStatus());
        assertTrue(desk.html(rota.show(coordinator, hope)).contains("08:00–17:00"));
        String key = staff + " 1234567 0 1440 Africa/Harare";
        assertEquals(
                303,
                rota.change(coordinator, hope, form("do", "drop-shift", "at", key))
                        .getStatus());
        assertTrue(desk.html(rota.show(coordinator, hope)).contains("Nobody is on the rota yet"));
        assertEquals(List.of("rota-set", "rota-set"), audited("rota-set"));
    }
}
