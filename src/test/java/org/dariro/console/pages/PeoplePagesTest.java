package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.User;
import org.dariro.conversation.Enrolment;
import org.dariro.gateways.api.InboundSms;
import org.dariro.group.Role;
import org.dariro.member.Staff;
import org.dariro.platform.AuditRow;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.AlertOutcome;
import org.dariro.safeguarding.AlertQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The people of the programme, and how they are called. */
class PeoplePagesTest {
    private static final String NUMBER = "+263772000001";
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final long hope = desk.group("HOPE");
    private final Visit visit =
            desk.visit(desk.add("Chipo", Set.of(StaffRole.ADMINISTRATOR, StaffRole.COORDINATOR), Set.of()));
    private final StaffEntry entry = new StaffEntry(
            desk.users,
            desk.roll,
            desk.dariro.staffRules,
            desk.dariro.groups,
            desk.dariro.memberships,
            desk.dariro.members,
            desk.dariro.messages,
            desk.dariro.rotas,
            desk.dariro.alertHistory,
            desk.dariro.audit);
    private final PeopleForm form = new PeopleForm(desk.users, desk.roll, entry);
    private final PeoplePage people =
            new PeoplePage(desk.dariro.database, desk.users, desk.dariro.groups, desk.roll, form, entry, desk.settings);
    private final StaffPage page = new StaffPage(
            desk.dariro.database,
            desk.users,
            desk.roll,
            desk.dariro.groups,
            entry,
            people,
            form,
            desk.dariro.numbering);

    @AfterEach
    void close() {
        desk.close();
    }

    private MultivaluedMap<String, String> given(String name, String... more) {
        MultivaluedMap<String, String> given = new MultivaluedHashMap<>(Map.of(
                "name",
                name,
                "email",
                name.replaceAll("\\W", "").toLowerCase(java.util.Locale.ROOT) + "@example.org",
                "roles",
                "mentor",
                "groups",
                Long.toString(hope),
                "language",
                "sn",
                "zone",
                "Africa/Harare"));
        for (int i = 0; i < more.length; i += 2) {
            given.putSingle(more[i], more[i + 1]);
        }
        return given;
    }

    private String invited(String name, String... more) {
        Response answer = people.invite(visit, given(name, more));
        return answer.getStatus() + desk.html(answer.getEntity());
    }

    private Staff staff(String name) {
        return desk.dariro.database.inTransaction(
                tx -> desk.roll.named(tx, name).orElseThrow());
    }

    private User user(String name) {
        return desk.dariro.database.inTransaction(tx -> desk.users.all(tx).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private long staffCount() {
        return desk.dariro.database.inTransaction(
                tx -> desk.roll.all(tx).stream().filter(one -> !one.ended()).count());
    }

    private void enrol(String nickname, String number) {
        desk.dariro.database.inTransaction(tx -> desk.dariro
                .enrolment
                .enrol(
                        tx,
                        desk.dariro.groups.get(tx, hope),
                        new Enrolment.Wish(number, nickname, "", Role.MENTOR, Optional.empty()),
                        "Chipo")
                .match(done -> done, faults -> {
                    throw new IllegalStateException(faults.toString());
                }));
    }

    private List<String> callable() {
        return desk.dariro.database.inTransaction(tx -> {
            Set<Long> reachable = desk.dariro.callees.reachable(tx, hope);
            return desk.dariro.staff.of(tx, hope).stream()
                    .filter(one -> reachable.contains(one.id()))
                    .map(Staff::name)
                    .toList();
        });
    }

    @Test
    void whoIsInvitedWithANumberIsCalled() {
        assertTrue(invited("Tendai", "number", NUMBER, "turn", "4").startsWith("200"));
        Staff tendai = staff("Tendai");
        assertEquals(List.of("Tendai"), callable());
        assertEquals("sn", tendai.language());
        assertEquals(4, tendai.serviceIn(hope).orElseThrow().turn());
        String all = desk.html(people.show(visit));
        assertFalse(all.contains("7720000"), all);
        assertFalse(desk.html(people.person(visit, user("Tendai").id())).contains("7720000"));
    }

    @Test
    void whoCannotBeCalledIsMarkedAndMended() {
        invited("Tendai");
        assertTrue(desk.html(people.show(visit)).contains("Cannot be called: no phone"));
        RotaPage rota = new RotaPage(
                desk.dariro.database,
                desk.dariro.groups,
                desk.roll,
                desk.dariro.rotas,
                desk.dariro.callees,
                desk.clock);
        String gaps = desk.html(rota.show(visit, hope));
        assertTrue(gaps.contains("/console/people/staff/" + staff("Tendai").id()), gaps);
        long id = user("Tendai").id();
        assertEquals(
                303, people.change(visit, id, given("Tendai", "number", NUMBER)).getStatus());
        assertEquals(List.of("Tendai"), callable());
        people.change(visit, id, given("Tendai")); // an empty field leaves it
        assertEquals(List.of("Tendai"), callable());
        people.change(visit, id, given("Tendai", "drop-number", "yes"));
        assertEquals(List.of(), callable());
    }

    @Test
    void aWrongNumberIsToldAndWhatWasFilledInStays() {
        String html = invited("Tendai", "number", "0772", "turn", "7");
        assertTrue(html.startsWith("4"), html);
        assertTrue(html.contains("value=\"0772\"") && html.contains("value=\"7\"") && html.contains("Tendai"), html);
        assertTrue(invited("Tendai", "number", Desk.LINE).startsWith("4"));
        assertTrue(invited("Tendai", "zone", "Mars/North").startsWith("4"));
        assertTrue(invited("Tendai", "turn", "100").startsWith("4"));
        assertTrue(invited("Tendai", "language", "xx").startsWith("4"));
    }

    @Test
    void aNumberIsShownForAReasonAndOnRecord() {
        invited("Tendai", "number", NUMBER);
        long id = staff("Tendai").id();
        Response refused = page.number(visit, id, new MultivaluedHashMap<>());
        assertEquals(422, refused.getStatus());
        assertFalse(desk.html(refused.getEntity()).contains(NUMBER));
        Response shown = page.number(visit, id, new MultivaluedHashMap<>(Map.of("reason", "check")));
        assertTrue(desk.html(shown.getEntity()).contains(NUMBER));
        List<String> audited = desk.dariro.database.inTransaction(
                tx -> desk.dariro.audit.list(tx, Optional.of("staff:" + id), 0, 100).stream()
                        .map(AuditRow::action)
                        .toList());
        assertTrue(audited.contains("number-shown"), audited.toString());
    }

    @Test
    void aMentorWithAPhoneWhoIsInvitedStaysOnePerson() {
        enrol("Tendai", NUMBER);
        long before = staffCount();
        assertTrue(invited("Tendai M", "as", "tendai").startsWith("200"));
        assertEquals(before, staffCount());
        assertEquals(user("Tendai M").staff(), Optional.of(staff("Tendai M").id()));
        assertEquals(List.of("Tendai M"), callable());
        assertTrue(staff("Tendai M").serviceIn(hope).orElseThrow().membership().isPresent());
    }

    @Test
    void theNumberAloneTellsWhoItIsToo() {
        enrol("Tendai", NUMBER);
        long before = staffCount();
        assertTrue(invited("Tendai", "number", NUMBER).startsWith("200"));
        assertEquals(before, staffCount());
        String again = invited("Rudo", "number", NUMBER);
        assertTrue(again.startsWith("4") && again.contains("signs in already"), again);
    }

    @Test
    void whoIsInvitedWithANumberAndEnrolledLaterHasThePlace() {
        invited("Tendai", "number", NUMBER, "turn", "3");
        enrol("Tendai", NUMBER);
        assertEquals(3, staff("Tendai").serviceIn(hope).orElseThrow().turn());
        assertTrue(staff("Tendai").serviceIn(hope).orElseThrow().membership().isPresent());
    }

    @Test
    void whoWasTwoBecomesOneWhenThePlaceIsChosen() {
        enrol("Tendai", NUMBER);
        invited("Tendai Moyo");
        long id = user("Tendai Moyo").id();
        assertEquals(
                303,
                people.change(visit, id, given("Tendai Moyo", "as", "Tendai")).getStatus());
        assertEquals(List.of("Tendai Moyo"), callable());
        List<String> serving = desk.dariro.database.inTransaction(
                tx -> desk.roll.of(tx, hope).stream().map(Staff::name).toList());
        assertEquals(List.of("Tendai Moyo"), serving);
    }

    @Test
    void whoBecomesOneIsNotTheSecondWhoClosesAnAlert() {
        desk.member(hope, "+263771000011", "Sunny");
        desk.dariro.camel.send(
                "direct:inlet-sms",
                new InboundSms("sim", "t1", "+263771000011", Desk.LINE, "i want to kill myself tonight"));
        invited("Tendai Moyo");
        long alert = desk.dariro.database.inTransaction(tx -> {
            desk.dariro.safeguard.waiting(tx).forEach(held -> desk.dariro.safeguard.reject(tx, held, "Nomsa", ""));
            long id = desk.dariro
                    .alerts
                    .list(tx, AlertQuery.all(AlertQuery.Kind.OPEN))
                    .get(0)
                    .id();
            desk.dariro.alerts.letGo(tx, id, "Nomsa");
            desk.dariro.alerts.close(tx, id, "Tendai Moyo", AlertOutcome.SAFE, "");
            return id;
        });
        long before = staff("Tendai Moyo").id();
        enrol("Tendai", NUMBER);
        assertEquals(
                303,
                people.change(visit, user("Tendai Moyo").id(), given("Tendai Moyo", "number", NUMBER))
                        .getStatus());
        assertNotEquals(before, staff("Tendai Moyo").id());
        AlertFault refused = assertThrows(
                AlertFault.class,
                () -> desk.dariro.database.useTransaction(
                        tx -> desk.dariro.alerts.close(tx, alert, "Tendai Moyo", AlertOutcome.SAFE, "")));
        assertEquals(AlertFault.Reason.SECOND_PERSON, refused.reason());
    }

    @Test
    void namesAreKeptApartAndSomeAreKept() {
        assertTrue(invited("Grace").startsWith("200"));
        String twice = invited("grace", "email", "other@example.org");
        assertTrue(twice.startsWith("4") && twice.contains("Names tell who did what"), twice);
        assertTrue(invited("service").startsWith("4"));
        assertTrue(invited("user 7").startsWith("4"));
        invited("Rudo");
        assertEquals(
                422,
                people.change(visit, user("Rudo").id(), given("GRACE", "email", "rudo@example.org"))
                        .getStatus());
    }

    @Test
    void aMembersNicknameIsNobodysVoice() {
        desk.member(hope, "+263771000011", "Sunny");
        assertTrue(invited("Tendai", "as", "Sunny").startsWith("4"));
    }

    @Test
    void whoLosesTheRoleAndGetsItBackIsTheSamePerson() {
        invited("Tendai", "roles", "mentor");
        long staff = staff("Tendai").id();
        long id = user("Tendai").id();
        people.change(visit, id, given("Tendai", "roles", "auditor"));
        assertEquals(303, people.change(visit, id, given("Tendai")).getStatus());
        assertEquals(staff, staff("Tendai").id());
    }

    @Test
    void aMentorWithoutAnAccountHasTheGroupsZoneAndItCanBeChanged() {
        enrol("Tendai", NUMBER);
        long id = staff("Tendai").id();
        assertEquals("Africa/Harare", staff("Tendai").zone().getId());
        assertTrue(desk.html(people.show(visit)).contains("/console/people/staff/" + id));
        assertEquals(200, page.show(visit, id).getStatus());
        assertEquals(
                303,
                page.change(visit, id, given("Tendai", "zone", "Africa/Nairobi"))
                        .getStatus());
        assertEquals("Africa/Nairobi", staff("Tendai").zone().getId());
        assertEquals(List.of("Tendai"), callable());
        assertEquals(
                422, page.change(visit, id, given("Tendai", "number", "12")).getStatus());
    }
}
