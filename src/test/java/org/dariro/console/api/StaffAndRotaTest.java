package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.console.api.RotaForm.Hours;
import org.dariro.console.api.RotaForm.Week;
import org.dariro.console.api.StaffForm.Service;
import org.dariro.console.api.StaffForm.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Staff, their rota, and whom we call. */
class StaffAndRotaTest {
    private static final String GRACE = "+263772000001";
    private static final String TENDAI = "+263772000002";
    private static final List<String> ALL = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private final Wired wired = new Wired();
    private final Caller nomsa = Wired.as("Nomsa");
    private final StaffResource staff = new StaffResource(
            wired.dariro.database,
            wired.dariro.staff,
            wired.dariro.members,
            new StaffForm(wired.dariro.staffRules, wired.dariro.groups, wired.dariro.messages),
            wired.dariro.audit);
    private final RotaResource rota = new RotaResource(
            wired.dariro.database,
            wired.dariro.groups,
            wired.dariro.staff,
            wired.dariro.rotas,
            wired.dariro.callees,
            wired.clock);
    private final EscalationsResource escalations = new EscalationsResource(
            wired.dariro.database, wired.dariro.escalation, wired.dariro.alerts, wired.dariro.staff, wired.clock);
    private final AuditResource audit = new AuditResource(wired.dariro.database, wired.dariro.audit);

    @AfterEach
    void close() {
        wired.close();
    }

    private StaffResource.StaffView make(String name, String number, int turn) {
        return staff.create(
                nomsa,
                new Wanted(
                        name,
                        "mentor",
                        number,
                        "sn",
                        "Africa/Harare",
                        List.of(new Service(wired.group, turn, null)),
                        null));
    }

    private static int refused(Runnable call) {
        return assertThrows(Refused.class, call::run).problem().status();
    }

    private static String wrong(Runnable call) {
        return assertThrows(Refused.class, call::run).problem().errors().stream()
                .map(FieldError::field)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private Week always(long person) {
        return new Week(List.of(new Hours(person, ALL, "00:00", "24:00", "Africa/Harare")));
    }

    @Test
    void whoIsForSomeGroupsSeesTheirPeopleOnly() {
        StaffResource.StaffView grace = make("Grace", GRACE, 0);
        assertEquals(
                "Grace",
                staff.show(Wired.as("Rudo", Set.of(wired.group)), grace.id()).name());
        assertEquals(404, refused(() -> staff.show(Wired.as("Rudo", Set.of(wired.group + 1)), grace.id())));
    }

    @Test
    void aNumberGoesInAndNeverComesBack() throws IOException {
        StaffResource.StaffView grace = make("Grace", GRACE, 0);
        assertTrue(grace.phone());
        assertFalse(grace.stopped());
        assertEquals("Africa/Harare", grace.zone());
        String all = new String(Json.write(staff.list(Wired.as("Grace"))), StandardCharsets.UTF_8);
        assertFalse(all.contains("7720000"), all);

        assertEquals("number", wrong(() -> make("Other", GRACE, 1)));
        assertEquals("name", wrong(() -> make("grace", TENDAI, 1)));
        assertEquals("number", wrong(() -> make("Other", Wired.LINE, 1)));
        assertEquals(
                "name zone", wrong(() -> staff.create(nomsa, new Wanted(null, null, null, null, null, null, null))));
        assertEquals(
                "language role zone groups",
                wrong(() -> staff.create(
                        nomsa,
                        new Wanted("X", "boss", null, "xx", "Mars/North", List.of(new Service(1L, 0, null)), null))));
    }

    @Test
    void aMentorOfTheGroupIsLinkedByNumberOrByNickname() {
        MemberView place = wired.members.enrol(
                Wired.as("Grace"),
                wired.group,
                new MembersResource.NewMember(GRACE, "Grace", null, "mentor", null, null));
        assertEquals("number", wrong(() -> make("Grace M", GRACE, 0))); // of the staff already
        assertEquals(
                place.id(),
                staff.list(Wired.as("Grace")).items().get(0).groups().get(0).member());
        MemberView other = wired.mentor("Auntie");
        StaffResource.StaffView tendai = make("Tendai", TENDAI, 1);
        assertNull(tendai.groups().get(0).member());
        Wanted auntie = new Wanted(null, null, null, null, null, List.of(new Service(wired.group, 1, "auntie")), null);
        assertEquals(
                other.id(),
                staff.change(nomsa, tendai.id(), auntie).groups().get(0).member());
    }

    @Test
    void aMentorWithAPhoneIsOfTheStaffFromEnrolmentUntilRemoval() {
        MemberView place = wired.members.enrol(
                Wired.as("Grace"),
                wired.group,
                new MembersResource.NewMember(GRACE, "Grace", null, "mentor", null, null));
        StaffResource.StaffView grace = staff.list(Wired.as("Grace")).items().get(0);
        assertEquals("Grace", grace.name());
        assertEquals(place.id(), grace.groups().get(0).member());
        wired.enrolInPerson("+263771000001", "Thandi");
        wired.got();
        wired.text(GRACE, "STOP");
        wired.text("+263771000001", "i want to kill myself tonight");
        assertTrue(escalations.list(nomsa).items().get(0).calls().isEmpty()); // who has said STOP is not called
        assertTrue(escalations.list(nomsa).items().get(0).unanswered());
        wired.text(GRACE, "START");
        wired.clock.set(Instant.parse("2026-03-02T09:03:00Z"));
        wired.got();
        assertEquals(1, escalations.list(nomsa).items().get(0).calls().size());
        wired.dariro.database.useTransaction(tx -> wired.dariro.moderation.remove(
                tx,
                wired.dariro.groups.get(tx, wired.group),
                wired.dariro.memberships.find(tx, place.id()).orElseThrow(),
                "left the programme",
                "Nomsa"));
        assertEquals(List.of(), staff.show(nomsa, grace.id()).groups());
    }

    @Test
    void whoHasLeftIsCalledNoMore() {
        StaffResource.StaffView grace = make("Grace", GRACE, 0);
        StaffResource.StaffView left =
                staff.change(nomsa, grace.id(), new Wanted(null, null, null, null, null, null, true));
        assertTrue(left.ended());
        assertEquals("Grace", left.name());
        assertEquals("staff", wrong(() -> rota.set(nomsa, wired.group, always(grace.id()))));
        assertEquals(404, refused(() -> staff.show(nomsa, 77)));
    }

    @Test
    void gapsAreSevenDaysAheadAndASwapMovesADuty() {
        long grace = make("Grace", GRACE, 0).id();
        long tendai = make("Tendai", TENDAI, 1).id();
        assertEquals(
                List.of(new RotaResource.SpanView(
                        Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("2026-03-09T09:00:00Z"))),
                rota.gaps(wired.group).items());
        rota.set(nomsa, wired.group, always(grace));
        assertEquals(List.of(), rota.gaps(wired.group).items());
        rota.change(
                nomsa,
                wired.group,
                new RotaForm.NewChange(grace, false, "2026-03-04T10:00:00Z", "2026-03-04T12:00:00Z", "away"));
        assertEquals(
                List.of(new RotaResource.SpanView(
                        Instant.parse("2026-03-04T10:00:00Z"), Instant.parse("2026-03-04T12:00:00Z"))),
                rota.gaps(wired.group).items());
        rota.cover(nomsa, wired.group, new Week(List.of(new Hours(null, List.of("mon"), "08:00", "20:00", "UTC"))));
        assertEquals(List.of(), rota.gaps(wired.group).items());

        RotaForm.Swap swap = new RotaForm.Swap(grace, tendai, "2026-03-03T10:00:00Z", "2026-03-03T12:00:00Z", null);
        assertEquals(3, rota.swap(nomsa, wired.group, swap).changes().size());
        assertEquals(
                List.of("Grace", "Grace", "Tendai", "Grace", "", "Grace", "Grace"),
                rota.duties(wired.group).items().stream()
                        .map(duty -> duty.staff().stream()
                                .map(RotaResource.OnDutyView::name)
                                .collect(Collectors.joining(" ")))
                        .toList());
        assertEquals(409, refused(() -> rota.swap(nomsa, wired.group, swap)));
        assertEquals(
                "days from to zone",
                wrong(() ->
                        rota.cover(nomsa, wired.group, new Week(List.of(new Hours(null, null, "8", "25:00", "X"))))));
        assertEquals(404, refused(() -> rota.show(1)));
    }

    @Test
    void whatNobodyAnswersIsListedFirstAndEachCallIsOnRecord() {
        make("Grace", GRACE, 0);
        wired.enrolInPerson("+263771000001", "Thandi");
        wired.got();
        wired.text("+263771000001", "i want to kill myself tonight");
        assertEquals(
                1, wired.got().stream().filter(text -> text.startsWith(GRACE)).count());
        EscalationsResource.EscalationView view =
                escalations.list(nomsa).items().get(0);
        assertEquals(10, view.number());
        assertEquals("critical", view.severity());
        assertFalse(view.unanswered());
        assertEquals(Instant.parse("2026-03-02T09:03:00Z"), view.nextAt());
        assertEquals("Grace", view.calls().get(0).name());

        for (int minutes : List.of(3, 10, 20, 30)) {
            wired.clock.set(Instant.parse("2026-03-02T09:00:00Z").plusSeconds(60L * minutes));
            wired.got();
        }
        assertTrue(escalations.list(nomsa).items().get(0).unanswered());
        assertEquals(
                0,
                escalations.list(Wired.as("Musa", java.util.Set.of(1L))).items().size());

        wired.text(GRACE, "ACK 10");
        view = escalations.list(nomsa).items().get(0);
        assertEquals("Grace", view.heldBy());
        assertNull(view.nextAt());
        List<String> actions =
                audit.list("alert:" + view.alert(), null, null, null, null, null, null, null).items().stream()
                        .map(AuditResource.RowView::action)
                        .toList();
        assertEquals(
                List.of(
                        "alert-raised",
                        "alert-card-sent",
                        "paged",
                        "paged",
                        "paged",
                        "paged",
                        "paged",
                        "alert-unanswered",
                        "alert-claimed",
                        "page-answered"),
                actions);
        wired.dariro.audit.seal();
        assertNull(audit.verify(null).bad());
        assertNull(audit.verify(audit.head().head()).bad());
        assertEquals(400, refused(() -> audit.verify("nonsense")));
    }
}
