package org.dariro.console.api;

import static org.dariro.console.api.Wired.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.platform.AuditRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the API keeps about somebody, and does to them: the same as the pages. */
class MemberRecordsTest {
    private final Wired wired = new Wired();
    private final MoveResource move = new MoveResource(
            wired.dariro.database,
            wired.dariro.groups,
            wired.dariro.memberships,
            wired.dariro.members,
            wired.dariro.moving);
    private final PauseResource pause = new PauseResource(
            wired.dariro.database,
            wired.dariro.groups,
            wired.dariro.memberships,
            wired.dariro.members,
            wired.dariro.moderation);
    private final ErasureResource erasure = new ErasureResource(
            wired.dariro.database, wired.dariro.groups, wired.dariro.memberships, wired.dariro.erasure);
    private final OverviewResource overview =
            new OverviewResource(wired.dariro.database, wired.dariro.groups, wired.dariro.overview);
    private final Caller ruth = Wired.as("Ruth");

    @AfterEach
    void close() {
        wired.close();
    }

    private long thandi() {
        return wired.enrolInPerson("+263771000001", "Thandi").id();
    }

    private List<String> audited() {
        return wired.dariro.database.inTransaction(tx -> wired.dariro.audit.list(tx, Optional.empty(), 0, 100).stream()
                .map(AuditRow::action)
                .toList());
    }

    @Test
    void somebodyIsShownWithHowTheyTakePart() {
        long id = thandi();
        wired.mentor("Grace");
        wired.text("+263771000001", "Hello all");
        MemberResource.PersonView view = wired.member.show(wired.group, id);
        assertEquals(1, view.posts());
        assertEquals(0, view.unread());
        assertEquals("Thandi", view.member().nickname());
        assertTrue(
                audited().containsAll(List.of("group-created", "member-enrolled")),
                audited().toString());
    }

    @Test
    void notesGuardiansAndReferrersAreKept() {
        long id = thandi();
        wired.member.note(ruth, wired.group, id, new MemberResource.NewNote("Prefers to be called at noon"));
        assertEquals("Ruth", wired.member.notes(wired.group, id).items().get(0).by());
        refused(400, () -> wired.member.note(ruth, wired.group, id, new MemberResource.NewNote("")));
        refused(404, () -> wired.member.guardian(wired.group, id));
        wired.member.guardian(
                ruth, wired.group, id, new MemberResource.NewGuardian("Mrs Moyo", "mother", "Form 12, 2 March"));
        assertEquals("mother", wired.member.guardian(wired.group, id).relation());
        assertEquals(
                "CLINIC-4",
                wired.member
                        .refer(wired.group, id, new MemberResource.Referrer("clinic-4"))
                        .code());
        refused(400, () -> wired.member.refer(wired.group, id, new MemberResource.Referrer("!")));
        assertEquals(
                List.of("given"),
                wired.member.consents(wired.group, id).items().stream()
                        .map(MemberResource.ConsentView::event)
                        .toList());
        assertEquals(
                List.of(new ReferralsResource.ReferralView("CLINIC-4", 1)),
                new ReferralsResource(wired.dariro.database, wired.dariro.placeRecords)
                        .list(ruth)
                        .items());
    }

    @Test
    void nobodyIsMovedWhileAnAlertOnThemIsOpenInThisGroup() {
        long id = thandi();
        long river = wired.groups
                .create(
                        ruth,
                        new GroupForm.NewGroup(
                                "River", null, wired.lineId, null, "ZW", null, null, null, null, null, null, null))
                .id();
        wired.text("+263771000001", "some days i wish i was dead");
        AlertView alert = wired.queue().get(0);
        Problem open = refused(
                409, () -> move.move(ruth, wired.group, id, new MoveResource.Move(river, "Nearer to her home")));
        assertTrue(String.valueOf(open.detail()).contains("Close it first"), open.toString());
        wired.alert.close(ruth, alert.id(), new AlertResource.Closing(null, "safe", null, null, null));
        assertEquals(
                river,
                move.move(ruth, wired.group, id, new MoveResource.Move(river, "Nearer to her home"))
                        .group());
    }

    private boolean isFree(long group) {
        return wired.dariro.database.inTransaction(
                tx -> tx.query("select id from groups where id = ? for update skip locked")
                        .bind(0, group)
                        .mapTo(Long.class)
                        .findOne()
                        .isPresent());
    }

    @Test
    void nothingIsWrittenInTheOldGroupWhileItIsAskedWhetherSomebodyMayGo() {
        long id = thandi();
        wired.text("+263771000001", "some days i wish i was dead");
        wired.dariro.database.useTransaction(tx -> {
            Membership place = wired.dariro.memberships.find(tx, id).orElseThrow();
            Group group = wired.dariro.groups.get(tx, wired.group);
            assertTrue(CompletableFuture.supplyAsync(() -> isFree(wired.group)).join());
            wired.dariro.moving.move(tx, place, group, "Nearer", "Ruth"); // refused, and the group is locked still
            assertFalse(CompletableFuture.supplyAsync(() -> isFree(wired.group)).join());
        });
        assertTrue(isFree(wired.group));
    }

    @Test
    void aNumberIsShownToAPersonForAReason() {
        long id = thandi();
        refused(400, () -> wired.member.number(ruth, wired.group, id, new MemberResource.Asking(null)));
        Caller program = Wired.program("sync");
        refused(409, () -> wired.member.number(program, wired.group, id, new MemberResource.Asking("check")));
        assertEquals(
                "+263771000001",
                wired.member
                        .number(ruth, wired.group, id, new MemberResource.Asking("check"))
                        .number());
        assertEquals(1, audited().stream().filter("number-shown"::equals).count());
    }

    @Test
    void somebodyIsPausedMovedAndErased() {
        long id = thandi();
        long line = wired.groups.show(wired.group).line();
        long other = wired.groups
                .create(
                        ruth,
                        new GroupForm.NewGroup(
                                "River", null, line, null, "ZW", null, null, null, null, "twelve-weeks", null, null))
                .id();
        assertEquals("twelve-weeks", wired.groups.show(other).template());
        assertEquals(7, wired.groups.show(other).closingDays());
        refused(400, () -> pause.pause(ruth, wired.group, id, new PauseResource.Pause(31)));
        assertTrue(
                pause.pause(ruth, wired.group, id, new PauseResource.Pause(3)).pausedUntil() != null);
        assertTrue(pause.resume(ruth, wired.group, id).pausedUntil() == null);
        refused(400, () -> move.move(ruth, wired.group, id, new MoveResource.Move(null, "Nearer")));
        Caller here = Wired.as("Farai", Set.of(wired.group));
        refused(400, () -> move.move(here, wired.group, id, new MoveResource.Move(other, "Nearer")));
        MoveResource.MovedView moved = move.move(ruth, wired.group, id, new MoveResource.Move(other, "Nearer"));
        assertEquals(other, moved.group());
        refused(409, () -> move.move(ruth, wired.group, id, new MoveResource.Move(other, "Again")));
        long there = moved.member().id();
        assertEquals(1, overview.list(ruth).items().get(1).members());
        assertEquals(1, overview.list(Wired.as("Farai", Set.of(other))).items().size());
        refused(400, () -> erasure.erase(ruth, other, there, new ErasureResource.Confirmation("Rudo")));
        refused(
                403,
                () -> erasure.erase(
                        Wired.as("Farai", Set.of(other)), other, there, new ErasureResource.Confirmation("Thandi")));
        assertEquals(
                2,
                erasure.erase(ruth, other, there, new ErasureResource.Confirmation("Thandi"))
                        .places()
                        .size());
        refused(409, () -> erasure.erase(ruth, other, there, new ErasureResource.Confirmation("-")));
        refused(409, () -> wired.member.note(ruth, other, there, new MemberResource.NewNote("Hello")));
        assertTrue(wired.member.notes(other, there).items().isEmpty());
    }
}
