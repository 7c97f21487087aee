package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.SecurityContext;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.dariro.member.Staff;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mentor's pages over a whole service: what they show, and what they do. */
class MentorPagesTest {
    private static final String SEEN = String.valueOf(Integer.MAX_VALUE);
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final List<String> sent = new ArrayList<>();
    private final long group = desk.group("HOPE");
    private SecurityContext grace;
    private GroupPage page;
    private AlertPage alertPage;
    private HoldPage holdPage;

    @BeforeEach
    void begin() {
        desk.member(group, "+263771000011", "Sunny");
        desk.member(group, "+263771000012", "Moon");
        ((SimulatorGateway) desk.dariro.accounts.get("sim").gateway())
                .listener(text -> sent.add(text.to().e164() + " < " + text.text()));
        grace = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(group)));
        page = desk.groupPage();
        EveryPage all = new EveryPage(desk);
        alertPage = (AlertPage) all.made(AlertPage.class);
        holdPage = (HoldPage) all.made(HoldPage.class);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String shown() {
        return desk.html(page.show(grace, group, null, null, null));
    }

    @Test
    void whatAMentorWritesGoesOutUnderTheirNickname() {
        assertEquals(
                303,
                page.post(grace, group, "Good morning", null, null, null, "send")
                        .getStatus());
        desk.dariro.runDue();
        assertEquals(
                List.of("+263771000011 < Grace: Good morning", "+263771000012 < Grace: Good morning"),
                sent.stream().sorted().toList());
        assertTrue(shown().contains("All 2 have it"), shown());
    }

    @Test
    void whoHasReadByDiallingIsCountedAndNamedInAMixedGroup() {
        Membership star = desk.member(group, "+263771000014", "Star");
        mode(star, ReadingMode.USSD_ONLY);
        mode(desk.member(group, "+263771000016", "Plum"), ReadingMode.BUNDLED);
        page.post(grace, group, "Good morning", null, null, null, "send");
        desk.dariro.runDue();
        assertTrue(shown().contains("2 delivered") && shown().contains("2 wait for it"), shown());
        assertFalse(shown().contains("by dialling"));
        dials("Star");
        dials("Plum"); // before the bundle went
        dials("Moon"); // who had it by SMS already
        desk.member(group, "+263771000015", "Late");
        String html = shown();
        assertTrue(html.contains("2 read it by dialling") && html.contains("<p>Plum, Star</p>"), html);
        assertTrue(html.contains("1 waits for it"), html); // Late joined with what was there
        for (int i = 0; i < 41; i++) {
            page.post(grace, group, "One more", null, null, null, "send");
        }
        desk.dariro.runDue();
        String older = desk.html(page.show(grace, group, "3", null, null));
        assertTrue(older.contains("<p>Plum, Star</p>"), older);
    }

    private void mode(Membership place, ReadingMode mode) {
        desk.dariro.database.useTransaction(tx -> desk.dariro.memberships.save(
                tx, desk.dariro.memberships.find(tx, place.id()).orElseThrow().reading(mode)));
    }

    /** Somebody reads all by dialling. */
    private void dials(String nickname) {
        desk.dariro.database.useTransaction(tx -> {
            Membership place = desk.dariro.memberships.in(tx, group).stream()
                    .filter(one -> one.name().equals(nickname))
                    .findFirst()
                    .orElseThrow();
            desk.dariro.log.dialled(tx, place, desk.dariro.log.lastSeq(tx, group));
        });
    }

    @Test
    void nothingEmptyAndNothingOfNobodyIsSent() {
        assertEquals(
                422, page.post(grace, group, "  ", null, null, null, "send").getStatus());
        assertEquals(
                422,
                page.post(grace, group, "Hello", "Moon", null, null, "send").getStatus());
        desk.dariro.runDue();
        assertEquals(List.of(), sent);
    }

    @Test
    void lengthIsCountedAndDearCharactersAreSwapped() {
        String count = desk.html(page.count(grace, group, "Good morning", null, null));
        assertTrue(count.contains("1 segment<"), count);
        assertTrue(count.contains("2 phones"), count);
        String dear = desk.html(page.count(grace, group, "Good morning \u0939", null, null));
        assertTrue(dear.contains("\u0939"), dear);
        String smile = desk.html(page.count(grace, group, "You\u2019re kind \ud83d\ude42", null, null));
        assertTrue(smile.contains("Swap them") && smile.contains("</b> → :)"), smile);
        Page swapped = (Page) page.post(grace, group, "You\u2019re kind \ud83d\ude42", null, null, null, "swap")
                .getEntity();
        assertTrue(desk.html(swapped).contains(">You&#39;re kind :)</textarea>"), desk.html(swapped));
    }

    @Test
    void hostileWordsStayWords() {
        desk.text("+263771000011", "<script>alert(1)</script> {visit.user.email} \u202e\" onload=x");
        String html = shown();
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; {visit.user.email}"), html);
        assertFalse(html.contains("<script>alert"), html);
    }

    @Test
    void aMaskedPostSaysSoAndShowsNoNumber() {
        desk.text("+263771000011", "Call me on 0771234567");
        assertTrue(shown().contains("Masked"), shown());
        assertFalse(shown().contains("0771234567"), shown());
    }

    @Test
    void anAlertIsWorkedFromItsPageToItsEnd() {
        desk.text("+263771000011", "Hello all");
        desk.text("+263771000011", "My husband beat me again last night");
        sent.clear();
        long alert = desk.alert();
        String html = desk.html(alertPage.show(grace, alert, "reach"));
        assertTrue(html.contains("<mark title=\"husband beat me\">husband beat me</mark>"), html);
        assertTrue(html.contains("Hello all"), html);
        assertTrue(html.contains("data-say=\"How are you now?\""), html);
        assertEquals(303, alertPage.claim(grace, alert, null).getStatus());
        assertEquals(
                303,
                alertPage.write(grace, alert, "Are you safe now?", null, null).getStatus());
        desk.dariro.runDue();
        assertEquals(1, sent.size());
        assertTrue(sent.get(0).contains(": Are you safe now?"), sent.toString());
        assertEquals(422, alertPage.close(grace, alert, "safe", "", null, SEEN).getStatus()); // its post still waits
        long hold = desk.hold();
        assertEquals(422, status(holdPage.decide(grace, hold, "reject", "", null)));
        assertEquals(422, status(holdPage.decide(grace, hold, "release", " ", null)));
        assertEquals(
                303,
                status(holdPage.decide(grace, hold, "release", "No risk to the group", "/console/groups/" + group)));
        assertEquals(303, alertPage.note(grace, alert, "We spoke.").getStatus());
        assertEquals(303, alertPage.close(grace, alert, "safe", "", null, SEEN).getStatus());
        String closed = desk.html(alertPage.show(grace, alert, null));
        assertTrue(closed.contains("Spoken with, and safe for now"), closed);
        assertTrue(closed.contains("We spoke."), closed);
        assertTrue(desk.html(desk.today().show(grace)).contains("No alert is open."));
    }

    @Test
    void aRiskyPostThatWasDeliveredIsMarkedAndLeadsToItsAlert() {
        desk.dariro.database.useTransaction(tx -> tx.update("update groups set hold_high = false"));
        desk.text("+263771000012", "Good morning");
        assertTrue(shown().contains("This is a risk"), shown());
        desk.text("+263771000011", "My husband beat me again last night");
        long alert = desk.alert();
        String html = shown();
        String post = html.substring(html.indexOf("id=\"post-2\""));
        assertTrue(post.contains("badge high") && post.contains("High"), post);
        assertTrue(post.contains("/console/alerts/" + alert + "\""), post);
        assertFalse(post.contains("/missed\""), post);
        assertEquals(303, alertPage.close(grace, alert, "safe", "", null, SEEN).getStatus());
        String closed = shown();
        String after = closed.substring(closed.indexOf("id=\"post-2\""));
        assertTrue(after.contains("badge high") && after.contains("/missed\""), after);
        assertFalse(after.contains("/console/alerts/" + alert + "\""), after);
    }

    @Test
    void callsAndTheCrisisCardStandOnTheAlertAndUnansweredAlertsComeFirst() {
        desk.text("+263771000012", "i want to kill myself tonight");
        String nobody = desk.html(desk.today().show(grace));
        assertTrue(nobody.contains("Nobody has answered") && nobody.contains("Alert 10<"), nobody);
        String alone = desk.html(alertPage.show(grace, desk.alert(), null));
        String form = alone.substring(alone.indexOf("id=\"closes\""));
        assertTrue(
                form.substring(0, form.indexOf("</form>")).contains("name=\"seen\""),
                "what was seen stays as it was while somebody fills the form in");
        assertTrue(alone.contains("none of the staff") && !alone.contains("Everybody on the list"), alone);
        Staff rudo = desk.dariro.database.inTransaction(tx -> desk.roll.add(
                tx,
                new Staff(
                        0,
                        "Rudo",
                        Staff.Role.MENTOR,
                        Optional.of(desk.dariro
                                .members
                                .findOrRegister(tx, Msisdn.of("+263771000077"), "en")
                                .id()),
                        "en",
                        ZoneId.of("Africa/Harare"),
                        List.of(new Staff.Service(group, 1, Optional.empty())),
                        false)));
        desk.text("+263771000011", "i want to kill myself tonight");
        desk.text("+263771000011", "i will end my life");
        List<Alert> alerts = desk.dariro.database.inTransaction(
                tx -> desk.dariro.alerts.list(tx, AlertQuery.all(AlertQuery.Kind.NOW)));
        long first = alerts.get(1).id();
        String html = desk.html(alertPage.show(grace, first, null));
        assertTrue(html.contains("Alert 11 ") && html.contains("<b>Rudo</b> was called by SMS"), html);
        assertTrue(
                html.contains("one more person is called") && html.contains("The crisis card was sent: 10:00."), html);
        String again = desk.html(alertPage.show(grace, alerts.get(2).id(), null));
        assertTrue(again.contains("not sent again: it was sent shortly before, 10:00."), again);
        desk.dariro.database.useTransaction(tx -> desk.dariro.alerts.claim(tx, first, rudo.actor(), false));
        String taken = desk.html(alertPage.show(grace, first, null));
        assertTrue(
                taken.contains("was called by SMS, and took it: 10:00") && !taken.contains("one more person"), taken);
        String today = desk.html(desk.today().show(grace));
        assertEquals(1, today.split("Nobody has answered", -1).length - 1, today);
        assertTrue(today.indexOf("Nobody has answered") < today.indexOf("Alert 11<"), today);
    }

    @Test
    void anAlertIsReferredWatchedAndPutOff() {
        desk.text("+263771000011", "My husband beat me again last night");
        long alert = desk.alert();
        assertEquals(422, alertPage.help(grace, alert, "refer", " ", "").getStatus());
        assertEquals(
                303, alertPage.help(grace, alert, "refer", "Musasa shelter", "").getStatus());
        assertEquals(303, alertPage.help(grace, alert, "emergency", "999", "").getStatus());
        assertEquals(422, alertPage.until(grace, alert, "watch", "tomorrow", "").getStatus());
        assertEquals(
                303,
                alertPage.until(grace, alert, "watch", "2026-03-09T09:00", "").getStatus());
        String html = desk.html(alertPage.show(grace, alert, null));
        assertTrue(html.contains("Musasa shelter") && html.contains("called for help · 999"), html);
        assertTrue(html.contains("Watched over until 9 Mar 09:00, by Grace"), html);
        assertTrue(html.contains("/console/members/"), html);
        assertEquals(303, alertPage.until(grace, alert, "end-watch", "", "").getStatus());
        assertEquals(
                422,
                alertPage.until(grace, alert, "put-off", "2026-03-03T09:00", "").getStatus()); // its post waits
        long hold = desk.hold();
        holdPage.decide(grace, hold, "release", "It is her wish", null);
        assertEquals(
                303,
                alertPage.until(grace, alert, "put-off", "2026-03-03T09:00", "").getStatus());
        String later = desk.html(alertPage.show(grace, alert, null));
        assertTrue(later.contains("Put off until 3 Mar 09:00") && !later.contains("Watched over until"), later);
    }

    @Test
    void whoClosedACriticalAlertFirstIsOfferedOnlyToOpenItAgain() {
        desk.text("+263771000011", "i want to kill myself tonight");
        long alert = desk.alert();
        long hold = desk.hold();
        holdPage.decide(grace, hold, "reject", "Let us talk first.", null);
        SecurityContext farai = desk.visit(desk.add("Farai", StaffRole.MENTOR, Set.of(group)));
        assertTrue(desk.html(alertPage.show(farai, alert, null)).contains("<option>Grace"));
        assertEquals(303, alertPage.close(grace, alert, "safe", "", null, SEEN).getStatus());
        String first = desk.html(alertPage.show(grace, alert, null));
        assertFalse(first.contains("value=\"claim\"") || first.contains("/close\""), first);
        assertTrue(first.contains("/reopen\"") && first.contains("<option>Farai"), first);
        String second = desk.html(alertPage.show(farai, alert, null));
        assertTrue(second.contains("value=\"claim\"") && second.contains("/close\""), second);
        assertTrue(second.contains("/reopen\"") && !second.contains("<option>Grace"), second);
        assertEquals(422, alertPage.claim(grace, alert, null).getStatus());
        assertEquals(422, alertPage.handOver(farai, alert, "Grace", "").getStatus());
        assertEquals(303, alertPage.reopen(grace, alert, "She wrote again").getStatus());
    }

    private static int status(Object answer) {
        return ((jakarta.ws.rs.core.Response) answer).getStatus();
    }

    @Test
    void thePulseChangesWithWhatIsShownAndNotOtherwise() {
        Pulse pulse = desk.pulse();
        String before = desk.dariro.database.inTransaction(tx -> pulse.of(tx, group));
        assertEquals(before, desk.dariro.database.inTransaction(tx -> pulse.of(tx, group)));
        desk.text("+263771000011", "Hello");
        assertFalse(before.equals(desk.dariro.database.inTransaction(tx -> pulse.of(tx, group))));
    }

    @Test
    void whosePostWasReportedCanBeMutedThere() {
        desk.text("+263771000011", "Nobody wants you here");
        assertFalse(desk.html(alertPage.show(grace, alertOf("+263771000012", "i want to die"), null))
                .contains("/mute"));
        String html = desk.html(alertPage.show(grace, alertOf("+263771000012", "REPORT Sunny"), null));
        assertTrue(html.contains("/mute\"") && html.contains("name=\"to\" value=\"/console/alerts/"), html);
    }

    /** The newest alert after somebody's text. */
    private long alertOf(String from, String words) {
        desk.text(from, words);
        return desk
                .dariro
                .database
                .inTransaction(tx -> desk.dariro.alerts.list(tx, AlertQuery.all(AlertQuery.Kind.ALL)))
                .stream()
                .mapToLong(one -> one.id())
                .max()
                .orElseThrow();
    }
}
