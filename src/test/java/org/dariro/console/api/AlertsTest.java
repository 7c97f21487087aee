package org.dariro.console.api;

import static org.dariro.console.api.Wired.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.token.ApiToken;
import org.dariro.member.Staff;
import org.dariro.platform.AuditRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final String THANDI = "+263771000001";
    private static final String RUDO = "+263771000002";
    private static final Caller GRACE = Wired.as("Grace");
    private static final Caller FARAI = Wired.as("Farai");
    private final Wired wired = new Wired();

    @BeforeEach
    void enrol() {
        wired.mentor("Grace");
        wired.enrolInPerson(THANDI, "Thandi");
        wired.enrolInPerson(RUDO, "Rudo");
        wired.got();
    }

    @AfterEach
    void close() {
        wired.close();
    }

    private AlertView danger() {
        wired.text(THANDI, "i want to kill myself tonight");
        wired.got();
        return wired.queue().get(0);
    }

    private static AlertResource.Closing as(String outcome) {
        return new AlertResource.Closing(null, outcome, "Spoke with her", null, null);
    }

    @Test
    void anAlertShowsWhy() {
        AlertView alert = danger();
        assertEquals("critical", alert.severity());
        assertFalse(alert.why().isEmpty());
        AlertView.WhyView why = alert.why().get(0);
        assertEquals("suicide", why.category());
        assertNotNull(why.start());
        assertTrue(why.end() > why.start() && why.end() <= alert.text().length());
    }

    @Test
    void aCriticalAlertIsClosedByTwoPeopleAfterItsPost() {
        AlertView alert = danger();
        Problem waits = refused(409, () -> wired.alert.close(GRACE, alert.id(), as("safe")));
        assertTrue(String.valueOf(waits.detail()).contains("release or reject"), waits.toString());
        wired.holds.reject(GRACE, wired.waiting().get(0).id(), new HoldsResource.Decision(null, "Let us talk first."));
        refused(400, () -> wired.alert.close(GRACE, alert.id(), as("Called; she is with her sister")));
        assertEquals("closing", wired.alert.close(GRACE, alert.id(), as("safe")).state());
        refused(409, () -> wired.alert.close(GRACE, alert.id(), as("safe")));
        AlertView closed = wired.alert.close(FARAI, alert.id(), as("referred"));
        assertEquals("closed", closed.state());
        assertEquals("Grace", closed.closedBy());
        assertEquals("Farai", closed.confirmedBy());
        assertEquals("referred", closed.outcome());
        assertEquals(List.of(), wired.queue());
        refused(409, () -> wired.alert.claim(FARAI, alert.id(), new AlertResource.Claiming(true)));
    }

    @Test
    void whatSomebodyElseHasIsRefusedWithTheirName() {
        AlertView alert = danger();
        AlertView mine = wired.alert.claim(GRACE, alert.id(), new AlertResource.Claiming(null));
        assertEquals("Grace", mine.claimedBy());
        Problem other = refused(409, () -> wired.alert.note(FARAI, alert.id(), new AlertResource.Note("Hm")));
        assertTrue(String.valueOf(other.detail()).startsWith("Grace has this alert until"), other.toString());
        assertEquals(
                "Farai",
                wired.alert
                        .claim(FARAI, alert.id(), new AlertResource.Claiming(true))
                        .claimedBy());
        wired.clock.set(wired.clock.instant().plus(Duration.ofMinutes(15)));
        assertNull(wired.queue().get(0).claimedBy());
    }

    @Test
    void aCaseShowsTheChecklistTheNotesAndTheConversation() {
        AlertView alert = danger();
        wired.alert.step(GRACE, alert.id(), "read", new AlertResource.StepDone(null, "Third time this week"));
        wired.alert.write(GRACE, alert.id(), new AlertResource.Words(null, "Are you safe now?"));
        assertEquals(
                List.of(THANDI + " < Grace, only to you: Are you safe now?\nTo answer Grace alone, begin with MENTOR."),
                wired.got());
        wired.text(THANDI, "MENTOR yes i am with my sister");
        wired.alert.refer(GRACE, alert.id(), new AlertResource.To("Mbare clinic", "Monday"));
        wired.alert.emergency(GRACE, alert.id(), new AlertResource.To("999", ""));
        refused(404, () -> wired.alert.step(GRACE, alert.id(), "dance", new AlertResource.StepDone(null, null)));

        AlertCase shown = wired.alert.show(GRACE, alert.id());
        AlertCase.StepView read = shown.protocol().steps().get(0);
        assertEquals("Grace", read.doneBy());
        assertEquals("Third time this week", read.note());
        assertNull(shown.protocol().reviewed());
        assertNotNull(shown.protocol().steps().get(1).say());
        assertNotNull(shown.hold());
        assertEquals(
                List.of("Are you safe now?", "yes i am with my sister"),
                shown.conversation().stream().map(AlertCase.WordsView::text).toList());
        assertEquals(
                List.of("card-sent", "claimed", "step-done", "wrote", "referred", "emergency-called"),
                shown.actions().stream().map(AlertCase.ActionView::action).toList());

        wired.alert.step(GRACE, alert.id(), "read", new AlertResource.StepDone(false, null));
        assertNull(wired.alert.show(GRACE, alert.id()).protocol().steps().get(0).doneBy());
    }

    @Test
    void whatIsDoneIsOnRecordWithoutAWordThatSomebodyWrote() {
        AlertView alert = danger();
        wired.alert.show(GRACE, alert.id());
        wired.alert.note(GRACE, alert.id(), new AlertResource.Note("Her husband Tafadzwa beats her"));
        wired.holds.reject(GRACE, wired.waiting().get(0).id(), new HoldsResource.Decision(null, "Let us talk first."));
        List<AuditRow> rows = wired.dariro.database.inTransaction(
                tx -> wired.dariro.audit.list(tx, java.util.Optional.of("alert:" + alert.id()), 0, 100));
        assertEquals(
                List.of(
                        "alert-raised",
                        "alert-card-sent",
                        "alert-viewed",
                        "alert-claimed",
                        "alert-noted",
                        "alert-post-rejected"),
                rows.stream()
                        .map(AuditRow::action)
                        .filter(action -> !action.equals("nobody-to-call")) // this group has no staff with a phone
                        .toList());
        assertTrue(rows.stream()
                .noneMatch(row -> row.details().contains("Tafadzwa")
                        || row.details().contains("talk")
                        || row.details().contains("tonight")));
    }

    @Test
    void theQueueComesInPages() {
        for (int i = 0; i < 3; i++) {
            wired.text(THANDI, "some days i wish i was dead " + i);
            wired.text(RUDO, "nobody would miss me, i am a burden to everyone " + i);
        }
        Page<AlertView> first = wired.alerts.list(GRACE, null, null, null, null, null, "4");
        Page<AlertView> rest = wired.alerts.list(GRACE, null, null, null, null, String.valueOf(first.next()), "4");
        assertEquals(4, first.items().size());
        assertEquals(2, rest.items().size());
        assertNull(rest.next());
        List<AlertView> all = new java.util.ArrayList<>(first.items());
        all.addAll(rest.items());
        assertEquals(
                List.of("high", "high", "high", "medium", "medium", "medium"),
                all.stream().map(AlertView::severity).toList());
        assertEquals(6, all.stream().map(AlertView::id).distinct().count());
        assertEquals(
                3,
                wired.alerts
                        .list(GRACE, "now", null, "medium", wired.group, null, null)
                        .items()
                        .size());
        refused(400, () -> wired.alerts.list(GRACE, "later", null, null, null, null, null));
    }

    @Test
    void aPostShowsWhatScreeningFoundInIt() {
        wired.text(THANDI, "good morning");
        wired.text(THANDI, "some days i wish i was dead");
        List<PostsResource.PostView> posts =
                wired.posts.list(wired.group, null, null).items();
        assertNull(posts.get(0).severity());
        assertEquals("high", posts.get(1).severity());
        assertEquals("suicide", posts.get(1).category());
    }

    @Test
    void holdsComeInPages() {
        for (int i = 0; i < 3; i++) {
            wired.text(THANDI, "i want to kill myself tonight " + i);
        }
        Page<HoldView> first = wired.holds.waiting(GRACE, null, "2");
        Page<HoldView> rest = wired.holds.waiting(GRACE, String.valueOf(first.next()), "2");
        assertEquals(2, first.items().size());
        assertEquals(1, rest.items().size());
        assertNull(rest.next());
    }

    @Test
    void whoSaysHowFarTheyHaveReadClosesNothingUnread() {
        wired.text(THANDI, "MENTOR i wish i was dead");
        long alert = wired.queue().get(0).id();
        long seen = wired.alert.show(GRACE, alert).seen();
        wired.text(THANDI, "MENTOR is anybody there");
        Problem unread = refused(409, () -> wired.alert.close(GRACE, alert, safe(seen)));
        assertTrue(String.valueOf(unread.detail()).contains("has written again"), unread.toString());
        AlertCase now = wired.alert.show(GRACE, alert);
        assertEquals("open", now.alert().state());
        assertEquals(
                "is anybody there",
                now.conversation().get(now.conversation().size() - 1).text());
        assertEquals("closed", wired.alert.close(GRACE, alert, safe(now.seen())).state());
        wired.alert.reopen(GRACE, alert, new AlertResource.Note("She wrote again"));
        wired.text(THANDI, "MENTOR thank you");
        assertEquals("closed", wired.alert.close(GRACE, alert, safe(null)).state(), "an older program says nothing");
    }

    private static AlertResource.Closing safe(@Nullable Long seen) {
        return new AlertResource.Closing(null, "safe", null, null, seen);
    }

    @Test
    void whatOnePersonWroteIsTakenAndClosedTogether() {
        AlertView first = danger();
        wired.text(THANDI, "MENTOR i wish i was dead");
        wired.text(RUDO, "some days i wish i was dead");
        wired.alert.claim(GRACE, first.id(), new AlertResource.Claiming(null));
        assertEquals(
                List.of("Grace", "Grace", "nobody"),
                wired.queue().stream()
                        .map(alert -> alert.claimedBy() == null ? "nobody" : alert.claimedBy())
                        .toList());
        assertEquals(1, wired.alert.show(GRACE, first.id()).others().size());
        wired.alert.claim(FARAI, first.id(), new AlertResource.Claiming(true));
        assertEquals("Farai", wired.queue().get(1).claimedBy());
        wired.holds.reject(FARAI, wired.waiting().get(0).id(), new HoldsResource.Decision(null, "Let us talk first."));
        AlertResource.Closing together = new AlertResource.Closing(null, "safe", null, true, null);
        assertEquals("closing", wired.alert.close(FARAI, first.id(), together).state());
        assertEquals(
                List.of("critical Thandi", "high Rudo"),
                wired.queue().stream()
                        .map(alert -> alert.severity() + " " + alert.nickname())
                        .toList());
        assertEquals("closed", wired.alert.close(GRACE, first.id(), together).state());
    }

    @Test
    void aCallerForOtherGroupsSeesNothingOfThisOne() {
        AlertView alert = danger();
        Caller other = Wired.as("Chipo", Set.of(1L));
        Caller here = Wired.as("Chipo", Set.of(wired.group));
        assertEquals(
                List.of(),
                wired.alerts.list(other, null, null, null, null, null, null).items());
        assertEquals(List.of(), wired.holds.waiting(other, null, null).items());
        refused(404, () -> wired.alert.show(other, alert.id()));
        refused(404, () -> wired.alert.claim(other, alert.id(), new AlertResource.Claiming(null)));
        long hold = wired.waiting().get(0).id();
        refused(
                404,
                () -> wired.holds.release(other, hold, new HoldsResource.Decision("Nothing in it", "Nothing in it")));
        assertEquals(
                1,
                wired.alerts
                        .list(here, null, null, null, null, null, null)
                        .items()
                        .size());
        assertEquals(alert.id(), wired.alert.show(here, alert.id()).alert().id());
    }

    @Test
    void anAlertIsHandedToSomebodyWhoExists() {
        AlertView alert = danger();
        refused(400, () -> wired.alert.handOver(GRACE, alert.id(), new AlertResource.To("Nobody", null)));
        wired.staff("Farai", Staff.Role.MENTOR, Set.of(wired.group));
        assertEquals(
                "Farai",
                wired.alert
                        .handOver(GRACE, alert.id(), new AlertResource.To("Farai", "My shift ends"))
                        .claimedBy());
        refused(409, () -> wired.alert.note(GRACE, alert.id(), new AlertResource.Note("One more thing")));
    }

    @Test
    void anAlertIsNotHandedToAPlaceThatNobodyAnswersFor() {
        AlertView alert = danger(); // Grace writes in the group, and is none of the staff
        refused(400, () -> wired.alert.handOver(FARAI, alert.id(), new AlertResource.To("Grace", null)));
        wired.staff("Tariro", Staff.Role.MENTOR, Set.of());
        refused(400, () -> wired.alert.handOver(FARAI, alert.id(), new AlertResource.To("Tariro", null)));
        assertNull(wired.queue().get(0).claimedBy());
        wired.staff("Chipo", Staff.Role.CLINICAL_LEAD, Set.of());
        assertEquals(
                "Chipo",
                wired.alert
                        .handOver(FARAI, alert.id(), new AlertResource.To("chipo", null))
                        .claimedBy());
    }

    @Test
    void aWatchIsListedAndEnded() {
        AlertView alert = danger();
        String until = wired.clock.instant().plus(Duration.ofDays(7)).toString();
        refused(400, () -> wired.alert.watch(GRACE, alert.id(), new AlertResource.Until("next week", null)));
        refused(400, () -> wired.alert.watch(GRACE, alert.id(), new AlertResource.Until("2020-01-01T00:00:00Z", null)));
        wired.alert.watch(GRACE, alert.id(), new AlertResource.Until(until, null));
        WatchesResource.WatchView watch = wired.watches.list(FARAI).items().get(0);
        assertEquals("Thandi", watch.nickname());
        assertEquals(List.of(), wired.watches.end(FARAI, watch.id()).items());
        refused(409, () -> wired.watches.end(FARAI, watch.id()));
    }

    @Test
    void onlyCoordinatorsLearnWhoReported() {
        wired.text(THANDI, "your story is boring");
        wired.text(RUDO, "REPORT Thandi");
        wired.got();
        AlertView alert = wired.queue().get(0);
        assertEquals("report", alert.source());
        assertEquals("your story is boring", alert.text());
        assertEquals(List.of("Rudo"), wired.alert.show(GRACE, alert.id()).reportedBy());
        Caller mentor = new Caller(new ApiToken("Chipo", EnumSet.of(StaffRole.MENTOR), Set.of()), false);
        AlertCase seen = wired.alert.show(mentor, alert.id());
        assertNull(seen.reportedBy());
        assertFalse(seen.toString().contains("Rudo"));
    }

    @Test
    void aReportMayBeAboutAMentorWithoutAPhone() {
        wired.posts.post(Wired.as("Grace"), wired.group, new PostsResource.NewPost("Grace", "You are all lazy"));
        wired.got();
        wired.text(RUDO, "REPORT Grace");
        AlertView alert = wired.queue().get(0);
        assertEquals("Grace", alert.nickname());
        assertEquals("You are all lazy", alert.text());
        wired.alert.note(FARAI, alert.id(), new AlertResource.Note("Spoke with her"));
        assertEquals(
                "Spoke with her",
                wired.alert.show(FARAI, alert.id()).actions().get(1).note());
        String until = wired.clock.instant().plus(Duration.ofDays(1)).toString();
        refused(409, () -> wired.alert.watch(FARAI, alert.id(), new AlertResource.Until(until, null)));
        assertEquals(
                "closed", wired.alert.close(FARAI, alert.id(), as("settled")).state());
    }
}
