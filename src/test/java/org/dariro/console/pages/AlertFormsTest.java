package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The forms of an alert's page: what they can, and that nothing typed is lost when something is refused. */
class AlertFormsTest {
    private static final String SUNNY = "+263771000011";
    private static final String LONG = "This is a reason of more than sixty characters, as long as they are.";
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final long group = desk.group("HOPE");
    private final SecurityContext grace = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(group)));
    private final SecurityContext farai = desk.visit(desk.add("Farai", StaffRole.MENTOR, Set.of(group)));
    private final EveryPage all = new EveryPage(desk);
    private final AlertPage page = (AlertPage) all.made(AlertPage.class);
    private final HoldPage holdPage = (HoldPage) all.made(HoldPage.class);

    AlertFormsTest() {
        desk.member(group, SUNNY, "Sunny");
        text("My husband beat me again last night");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void text(String words) {
        desk.text(SUNNY, words);
    }

    private String shown(SecurityContext who) {
        return desk.html(page.show(who, desk.alert(), null));
    }

    private String refused(Object answer) {
        Response response = (Response) answer;
        assertEquals(422, response.getStatus());
        return desk.html(response.getEntity());
    }

    @Test
    void whatIsBegunIsCountedKeptOnTheServerAndSeenByColleagues() {
        String count = desk.html(page.count(grace, desk.alert(), "Are you there\u2019", null));
        assertTrue(count.contains("1 segment<") && count.contains("1 phone") && count.contains("data-swap"), count);
        assertTrue(shown(grace).contains(">Are you there\u2019</textarea>"), shown(grace));
        assertFalse(shown(grace).contains("Grace is writing an answer"));
        String other = shown(farai);
        assertTrue(other.contains("Grace is writing an answer") && !other.contains("Are you there"), other);
        desk.clock.set(desk.clock.instant().plus(Duration.ofSeconds(31)));
        assertFalse(shown(farai).contains("Grace is writing an answer"));
        Response swapped = page.write(grace, desk.alert(), "Are you there\u2019", null, "swap");
        assertTrue(desk.html(swapped.getEntity()).contains(">Are you there&#39;</textarea>"));
        assertEquals(
                303,
                page.write(grace, desk.alert(), "Are you there", null, "send").getStatus());
        assertFalse(shown(grace).contains(">Are you there</textarea>"), shown(grace));
    }

    @Test
    void wordsThatCouldNotBeSentStay() {
        String html = refused(page.write(grace, desk.alert(), "  ", null, "send"));
        assertTrue(html.contains("Please write something."), html);
        page.count(grace, desk.alert(), "Are you", null);
        desk.dariro.database.useTransaction(tx -> desk.dariro.alerts.claim(tx, desk.alert(), "Farai", true));
        String claimed = refused(page.write(grace, desk.alert(), "Are you there", null, "send"));
        assertTrue(claimed.contains(">Are you there</textarea>") && claimed.contains("Take it over first"), claimed);
        assertTrue(shown(grace).contains(">Are you</textarea>"), shown(grace));
    }

    @Test
    void whatWasTypedStandsInTheSameFormWhenItIsRefused() {
        String close = refused(page.close(grace, desk.alert(), "safe", "We spoke at noon", null, null));
        assertTrue(
                close.contains(">We spoke at noon</textarea>") && close.contains("value=\"safe\" required checked"),
                close);
        String help = refused(page.help(grace, desk.alert(), "refer", " ", "She asked for it"));
        assertTrue(help.contains(">She asked for it</textarea>") && help.contains("<details open"), help);
        String until = refused(page.until(grace, desk.alert(), "put-off", "someday", "Not now"));
        assertTrue(until.contains(">Not now</textarea>"), until);
        String over = refused(page.handOver(grace, desk.alert(), "Nobody", "She knows her"));
        assertTrue(over.contains(">She knows her</textarea>"), over);
        desk.dariro.database.useTransaction(tx -> desk.dariro.alerts.claim(tx, desk.alert(), "Farai", true));
        String note = refused(page.note(grace, desk.alert(), "Her aunt lives near"));
        assertTrue(note.contains(">Her aunt lives near</textarea>"), note);
        String step = refused(page.step(grace, desk.alert(), step(), "done", "She is at home"));
        assertTrue(step.contains(">She is at home</textarea>"), step);
    }

    /** A step of the alert's protocol. */
    private String step() {
        return desk.dariro.protocols.of("abuse").steps().get(0).name();
    }

    @Test
    void aStepIsDoneWithANote() {
        assertEquals(
                303,
                page.step(grace, desk.alert(), step(), "done", "She is at home").getStatus());
        assertTrue(shown(grace).contains("<p class=\"hint\" dir=\"auto\">She is at home</p>"), shown(grace));
    }

    @Test
    void otherAlertsOnThePersonAreClosedWithItWhenThatIsChosen() {
        holdPage.decide(grace, desk.hold(), "release", "Her wish", null);
        text("MENTOR he will beat me again");
        assertEquals(2, desk.alerts().size());
        assertTrue(shown(grace).contains("name=\"others\""), shown(grace));
        assertEquals(
                303,
                page.close(grace, desk.alert(), "safe", "", "on", seen(shown(grace)))
                        .getStatus());
        assertEquals(0, desk.alerts().size());
    }

    private static String seen(String html) {
        return html.replaceAll("(?s).*name=\"seen\" value=\"([0-9]+)\".*", "$1");
    }

    private String overtaken(Object answer) {
        Response response = (Response) answer;
        assertEquals(409, response.getStatus());
        return desk.html(response.getEntity());
    }

    @Test
    void wordsThatCameAfterThePageWasShownKeepTheAlertOpen() {
        holdPage.decide(grace, desk.hold(), "release", "Her wish", null);
        String before = seen(shown(grace));
        text("MENTOR I am with my sister now");
        String html = overtaken(page.close(grace, desk.alert(), "safe", "We spoke", null, before));
        assertTrue(html.contains("The person has written since this page was shown."), html);
        assertTrue(html.indexOf("id=\"new\"") < html.indexOf("I am with my sister now"), html);
        assertTrue(html.contains(">We spoke</textarea>") && html.contains("value=\"safe\" required checked"), html);
        assertEquals(1, desk.alerts().size());
        overtaken(page.close(grace, desk.alert(), "safe", "", null, null));
        assertEquals(
                303,
                page.close(grace, desk.alert(), "safe", "", null, seen(html)).getStatus());
        assertEquals(0, desk.alerts().size());
        assertFalse(desk.html(desk.today().show(grace)).contains("I am with my sister now"));
        text("MENTOR one thing more");
        desk.dariro.database.useTransaction(
                tx -> // as if it was on its way in when the alert was closed
                tx.update("update private_words set alert_id = (select max(id) from alerts) where alert_id is null"));
        assertTrue(desk.html(desk.today().show(grace)).contains("one thing more"));
    }

    @Test
    void wordsOfAnotherAlertOnThePersonAreShownAndCountWhenItIsClosedToo() {
        holdPage.decide(grace, desk.hold(), "release", "Her wish", null);
        long first = desk.alert();
        String alone = seen(shown(grace));
        text("MENTOR he will beat me again");
        overtaken(page.close(grace, first, "safe", "", "on", alone));
        assertEquals(2, desk.alerts().size());
        String both = desk.html(page.show(grace, first, null));
        assertTrue(both.contains("dir=\"auto\">he will beat me again</p>"), both);
        text("MENTOR thank you for asking");
        overtaken(page.close(grace, first, "safe", "", "on", seen(both)));
        assertEquals(303, page.close(grace, first, "safe", "", null, seen(both)).getStatus());
        assertEquals(1, desk.alerts().size()); // the words stay with the other
    }

    @Test
    void aDecisionThatIsRefusedShowsTheSamePageWithItsReason() {
        String onGroup = refused(holdPage.decide(grace, desk.hold(), "reject", LONG, "/console/groups/" + group));
        assertTrue(onGroup.contains("value=\"" + LONG + "\"") && onGroup.contains("id=\"reason-fault\""), onGroup);
        assertTrue(onGroup.contains("My husband beat me") && onGroup.contains("id=\"write\""), onGroup);
        String onAlert =
                refused(holdPage.decide(grace, desk.hold(), "reject", LONG, "/console/alerts/" + desk.alert()));
        assertTrue(onAlert.contains("value=\"" + LONG + "\"") && onAlert.contains("1 to 60 characters"), onAlert);
        long hold = desk.hold();
        assertEquals(
                303,
                ((Response) holdPage.decide(farai, hold, "release", "Her wish", "/console/groups/" + group))
                        .getStatus());
        String late = refused(holdPage.decide(farai, hold, "release", "Her wish", "/console/groups/" + group));
        assertTrue(late.contains("Somebody has decided about this post already."), late);
        long other = desk.group("RIVER");
        String elsewhere = refused(holdPage.decide(farai, hold, "reject", LONG, "/console/groups/" + other));
        assertFalse(elsewhere.contains("RIVER"), elsewhere);
    }
}
