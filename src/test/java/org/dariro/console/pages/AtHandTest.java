package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.api.SearchDesk;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the group's page keeps at hand for a mentor: private words, drafts, saved replies, later, what is new; and search. */
class AtHandTest {
    private static final String SUNNY = "+263771000011";
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final List<String> sent = new ArrayList<>();
    private final long group = desk.group("HOPE");
    private SecurityContext grace;
    private SecurityContext tariro;
    private GroupPage page;
    private Membership sunny;

    @BeforeEach
    void begin() {
        sunny = desk.member(group, SUNNY, "Sunny");
        desk.member(group, "+263771000012", "Moon");
        ((SimulatorGateway) desk.dariro.accounts.get("sim").gateway())
                .listener(text -> sent.add(text.to().e164() + " < " + text.text()));
        grace = desk.visit(desk.add("Grace", StaffRole.MENTOR, Set.of(group)));
        tariro = desk.visit(desk.add("Tariro", StaffRole.COORDINATOR, Set.of()));
        page = desk.groupPage();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void text(String words) {
        desk.text(SUNNY, words);
    }

    private String shown(SecurityContext who) {
        return desk.html(page.show(who, group, null, null, null));
    }

    private int post(String text, Long to, String at, String what) {
        return page.post(grace, group, text, null, to == null ? null : to.toString(), at, what)
                .getStatus();
    }

    private List<String> got() {
        desk.dariro.runDue();
        List<String> got = List.copyOf(sent);
        sent.clear();
        return got;
    }

    @Test
    void beforeANumberOrWordsOfDangerGoOutTheUserIsAskedOnce() {
        var asked = page.post(grace, group, "Call me on 0771 000 001", null, null, null, "send");
        String html = desk.html((Page) asked.getEntity());
        assertTrue(html.contains("Send all the same?") && html.contains("Call me on 0771 000 001</textarea>"), html);
        assertTrue(html.contains("value=\"sure\"") && html.contains("value=\"sure-later\""), html);
        assertEquals(List.of(), got());
        assertEquals(303, post("Call me on 0771 000 001", null, "", "sure"));
        assertEquals(2, got().size());
        assertEquals(422, post("who says i want to kill myself tonight is heard", null, "", "send"));
        assertEquals(422, post("write to thandi@example.org", sunny.id(), "", "send"));
        assertEquals(List.of(), got());
        assertEquals(303, post("Good morning all", null, "", "send"));
        assertEquals(2, got().size());
    }

    @Test
    void aMentorAnswersOneMemberInPrivate() {
        text("MENTOR can we talk");
        String html = shown(grace);
        assertTrue(html.contains("can we talk") && html.contains("Only to the mentors"), html);
        assertTrue(html.contains("?to=" + sunny.id() + "#write"), html);
        String open = desk.html(page.show(grace, group, null, Long.toString(sunny.id()), null));
        assertTrue(open.contains("value=\"" + sunny.id() + "\" selected"), open);
        got();
        assertEquals(303, post("Of course", sunny.id(), null, "send"));
        assertEquals(
                List.of(SUNNY + " < Grace, only to you: Of course\nTo answer Grace alone, begin with MENTOR."), got());
        assertTrue(shown(grace).contains("Only to Sunny"), shown(grace));
        long other = desk.group("PEACE");
        Membership far = desk.member(other, "+263771000013", "Far");
        assertThrows(PageFault.class, () -> post("Hello", far.id(), null, "send"));
    }

    @Test
    void wordsAreLeftForLaterAndShownAsWaiting() {
        assertEquals(422, post("Good morning", null, "", "later"));
        assertEquals(422, post("Good morning", null, "2026-03-02T09:59", "later")); // it is ten in Harare
        assertEquals(303, post("Good morning", null, "2026-03-03T07:00", "later"));
        assertEquals(List.of(), got());
        assertTrue(shown(grace).contains("Waiting to be sent"), shown(grace));
        desk.clock.set(Instant.parse("2026-03-03T05:00:00Z"));
        assertEquals(2, got().size());
        assertFalse(shown(grace).contains("Waiting to be sent"));
    }

    @Test
    void aDraftSurvivesUntilItIsSent() {
        page.count(grace, group, "I was thinking of", null, null);
        page.count(grace, group, "Only for you", null, Long.toString(sunny.id()));
        page = desk.groupPage(); // another node
        assertTrue(shown(grace).contains(">I was thinking of</textarea>"), shown(grace));
        assertTrue(desk.html(page.show(grace, group, null, Long.toString(sunny.id()), null))
                .contains(">Only for you</textarea>"));
        assertFalse(shown(tariro).contains(">I was thinking of<"));
        assertTrue(shown(tariro).contains("Grace is writing an answer."), shown(tariro));
        post("I was thinking of you all", null, null, "send");
        assertTrue(shown(grace).contains("aria-describedby=\"count\"></textarea>"), shown(grace));
        assertFalse(shown(tariro).contains("Grace is writing"));
    }

    @Test
    void nothingIsLeftForSomebodyWhoWasErased() {
        page.count(grace, group, "Only for you", null, Long.toString(sunny.id()));
        assertEquals(303, post("How did it go?", sunny.id(), "2026-03-03T07:00", "later"));
        page.count(grace, group, "Only for you", null, Long.toString(sunny.id()));
        desk.dariro.database.useTransaction(tx -> {
            Membership place = desk.dariro.memberships.find(tx, sunny.id()).orElseThrow();
            desk.dariro.erasure.erase(tx, place, "Sunny", "Ruth").match(done -> done, faults -> {
                throw new IllegalStateException(faults.toString());
            });
        });
        assertFalse(desk.html(page.show(grace, group, null, Long.toString(sunny.id()), null))
                .contains("Only for you"));
        desk.dariro.database.useTransaction(
                tx -> assertEquals(List.of(), desk.dariro.schedule.open(tx, List.of(group))));
    }

    @Test
    void savedRepliesAreTheProgrammesAndOnesOwn() {
        RepliesPage replies = new RepliesPage(desk.dariro.database, desk.dariro.savedReplies, desk.ownReplies());
        assertEquals(422, replies.change(grace, "", "Words", null).getStatus());
        assertEquals(422, replies.change(grace, "x".repeat(41), "Words", null).getStatus());
        assertEquals(
                303,
                replies.change(grace, "Sleep", "Tea helps me to sleep.", null).getStatus());
        assertTrue(desk.html(replies.show(grace)).contains("Tea helps me to sleep."));
        assertFalse(desk.html(replies.show(tariro)).contains("Tea helps"));
        String html = shown(grace);
        assertTrue(
                html.contains("data-say=\"Tea helps me to sleep.\"") && html.contains("say=how-are-you-now#write"),
                html);
        String filled = desk.html(page.show(grace, group, null, null, "how-are-you-now"));
        assertTrue(filled.contains(">How are you now?</textarea>"), filled);
        long own = desk.dariro.database.inTransaction(tx ->
                desk.ownReplies().of(tx, ((Visit) grace).user().id()).get(0).id());
        replies.change(tariro, null, null, Long.toString(own));
        assertTrue(shown(grace).contains("Tea helps"));
        replies.change(grace, null, null, Long.toString(own));
        assertFalse(shown(grace).contains("Tea helps"));
    }

    @Test
    void whatIsNewIsMarkedOnceAndCountedOnToday() {
        text("One");
        assertFalse(shown(grace).contains("New from here")); // all is new: that says nothing
        text("Two");
        text("Three");
        assertTrue(
                desk.html(desk.today().show(grace)).contains("2 new"),
                desk.html(desk.today().show(grace)));
        String html = shown(grace);
        assertTrue(html.indexOf("New from here") > html.indexOf(">One<"), html);
        assertTrue(html.indexOf("New from here") < html.indexOf(">Two<"), html);
        assertTrue(desk.html(page.thread(grace, group, "1", "0"))
                .contains("New from here")); // it stays while the page is open
        assertFalse(shown(grace).contains("New from here"));
        assertFalse(desk.html(desk.today().show(grace)).contains("2 new"));
    }

    @Test
    void whoReadsByDiallingIsSaid() {
        desk.dariro.database.useTransaction(tx -> desk.dariro.memberships.save(
                tx, desk.dariro.memberships.find(tx, sunny.id()).orElseThrow().reading(ReadingMode.USSD_ONLY)));
        post("Good morning", null, null, "send");
        got();
        assertTrue(shown(grace).contains("1 delivered") && shown(grace).contains("1 waits for it"), shown(grace));
        desk.dariro.database.useTransaction(tx -> {
            Membership reader = desk.dariro.memberships.find(tx, sunny.id()).orElseThrow();
            desk.dariro.log.dialled(tx, reader, 1);
        });
        assertTrue(shown(grace).contains("1 read it by dialling"), shown(grace));
    }

    @Test
    void aSearchFindsWordsAndPeopleInOnesOwnGroupsAndIsOnRecord() {
        text("The clínic was closed");
        long other = desk.group("PEACE");
        Membership far = desk.member(other, "+263771000013", "Clinicus");
        desk.dariro.camel.send(
                "direct:inlet-sms", new InboundSms("sim", "far", "+263771000013", Desk.LINE, "clinic far away"));
        desk.dariro.runDue();
        SearchPage search = new SearchPage(
                desk.dariro.database,
                desk.dariro.groups,
                new SearchDesk(desk.dariro.memberships, desk.dariro.log, desk.dariro.audit));
        String html = desk.html(search.show(grace, "CLINIC", null));
        assertTrue(html.contains("The clínic was closed") && html.contains("the last 500 posts"), html);
        assertFalse(html.contains("far away") || html.contains("/members/" + far.id()), html);
        String all = desk.html(search.show(tariro, "clinic", null));
        assertTrue(all.contains("far away") && all.contains("/console/members/" + far.id()), all);
        assertTrue(desk.html(search.show(grace, "sun", null)).contains("/console/members/" + sunny.id()));
        assertTrue(desk.html(search.show(grace, "x", null)).contains("at least two letters"));
        assertTrue(
                desk.html(search.show(grace, "<script>alert(1)</script>", null)).contains("Nothing was found"));
        desk.dariro.audit.seal();
        assertTrue(
                desk.dariro.database.inTransaction(tx -> desk.dariro.audit.list(tx, Optional.empty(), 0, 100)).stream()
                        .anyMatch(row -> row.action().equals("searched")));
    }

    @Test
    void todayShowsShiftsGapsAndWhoIsSilent() {
        desk.clock.set(desk.clock.instant().plus(Duration.ofDays(8)));
        String html = desk.html(desk.today().show(desk.visit(((Visit) grace).user())));
        assertTrue(html.contains("Silent for a while") && html.contains("/console/members/" + sunny.id()), html);
        assertTrue(html.contains("Nobody is on duty") && html.contains("You are not on the rota"), html);
    }
}
