package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.group.Membership;
import org.dariro.platform.AuditRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What members write to the mentors alone is seen, and stays in sight until somebody has answered. */
class PrivateWordsShownTest {
    private static final String SUNNY = "+263771000011";
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final long hope = desk.group("HOPE");
    private final long river = desk.group("RIVER");
    private final Membership sunny = desk.member(hope, SUNNY, "Sunny");
    private final SecurityContext grace = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(hope)));
    private final SecurityContext farai = desk.visit(desk.add("Farai", StaffRole.MENTOR, Set.of(river)));
    private final GroupPage page = desk.groupPage();
    private final MemberPage member = (MemberPage) new EveryPage(desk).made(MemberPage.class);

    @AfterEach
    void close() {
        desk.close();
    }

    private void text(String words) {
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(2)));
        desk.text(SUNNY, words);
    }

    private String today(SecurityContext who) {
        return desk.html(desk.today().show(who));
    }

    private String about(String before) {
        return desk.html(member.show(grace, sunny.id(), null, before));
    }

    private void answer(String words) {
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(2)));
        String to = Long.toString(sunny.id());
        assertEquals(303, page.post(grace, hope, words, null, to, null, "send").getStatus());
    }

    @Test
    void wordsWaitOnTodayUntilAMentorAnswers() {
        assertTrue(today(grace).contains("Everybody who wrote to the mentors has an answer."));
        text("MENTOR can we talk");
        text("MENTOR it is about home");
        String html = today(grace);
        assertTrue(html.contains("can we talk") && html.contains("2 texts"), html);
        assertTrue(html.contains("/console/members/" + sunny.id() + "#private"), html);
        assertTrue(html.contains("2 new"), html);
        assertFalse(today(farai).contains("can we talk"));
        String thread = about(null);
        assertTrue(thread.contains("it is about home") && thread.contains("This waits for an answer"), thread);
        assertTrue(thread.contains("?to=" + sunny.id() + "#write"), thread);
        answer("Of course");
        assertFalse(today(grace).contains("can we talk"));
        String answered = about(null);
        assertTrue(answered.contains("Of course") && !answered.contains("This waits for an answer"), answered);
        text("MENTOR thank you");
        assertTrue(today(grace).contains("thank you") && today(grace).contains("1 text<"), today(grace));
    }

    @Test
    void whoSaysThatNoAnswerIsNeededStandsOnRecord() {
        text("MENTOR thank you for yesterday");
        assertEquals(
                303,
                member.settle(grace, sunny.id(), String.valueOf(Long.MAX_VALUE / 10))
                        .getStatus());
        assertFalse(today(grace).contains("thank you for yesterday"));
        assertTrue(about(null).contains("thank you for yesterday"));
        List<String> did = desk.dariro.database.inTransaction(
                tx -> desk.dariro.audit.list(tx, java.util.Optional.empty(), 0, 1_000).stream()
                        .map(AuditRow::action)
                        .filter("private-words-settled"::equals)
                        .toList());
        assertEquals(List.of("private-words-settled"), did);
        text("MENTOR one thing more");
        assertTrue(today(grace).contains("one thing more"));
    }

    @Test
    void openingTheGroupReadsThemAndTheyAreMarkedAsNewOnce() {
        text("Good morning");
        page.show(grace, hope, null, null, null);
        text("MENTOR can we talk");
        assertTrue(today(grace).contains("1 new"), today(grace));
        String html = desk.html(page.show(grace, hope, null, null, null));
        assertTrue(
                html.indexOf("New from here") > 0 && html.indexOf("New from here") < html.indexOf("can we talk"), html);
        assertTrue(html.contains("/console/members/" + sunny.id() + "#private"), html);
        assertFalse(today(grace).contains("1 new"));
        assertFalse(desk.html(page.show(grace, hope, null, null, null)).contains("New from here"));
    }

    @Test
    void oldWordsStandInTheirPlaceOfTheConversationAndOnTheMembersPage() {
        text("MENTOR this was long ago");
        for (int i = 0; i < 45; i++) {
            text("Post " + i);
        }
        assertFalse(desk.html(page.show(grace, hope, null, null, null)).contains("this was long ago"));
        String older = desk.html(page.show(grace, hope, "6", null, null));
        assertTrue(older.contains("this was long ago") && older.contains("Post 4") && !older.contains("Post 5"), older);
        for (int i = 0; i < 25; i++) {
            text("MENTOR word " + i + ".");
        }
        String latest = about(null);
        assertTrue(latest.contains("word 24.") && latest.contains("word 5.") && !latest.contains("word 4."), latest);
        String before = latest.replaceAll("(?s).*\\?words=([0-9]+).*", "$1");
        String first = about(before);
        assertTrue(first.contains("word 4.") && first.contains("this was long ago"), first);
        assertFalse(first.contains("word 5."), first);
    }

    @Test
    void wordsOfAnOpenAlertAreLeftToItUntilItIsPutOff() {
        text("MENTOR i want to kill myself tonight");
        assertTrue(today(grace).contains("Everybody who wrote to the mentors has an answer."), today(grace));
        long alert = desk.dariro
                .database
                .inTransaction(tx -> desk.dariro.alerts.list(
                        tx, org.dariro.safeguarding.AlertQuery.all(org.dariro.safeguarding.AlertQuery.Kind.NOW)))
                .get(0)
                .id();
        desk.dariro.database.useTransaction(tx -> desk.dariro.alerts.putOff(
                tx, alert, "Grace", desk.clock.instant().plus(Duration.ofHours(20)), ""));
        assertTrue(today(grace).contains("kill myself tonight"), today(grace));
    }
}
