package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuietMomentsTest {
    private static final String THANDI = "+263771000001";
    private static final String RUDO = "+263771000002";
    private static final Caller GRACE = Wired.as("Grace");
    private final Wired wired = new Wired();
    private long thandi;

    @BeforeEach
    void enrol() {
        wired.mentor("Grace");
        thandi = wired.enrolInPerson(THANDI, "Thandi").id();
        wired.enrolInPerson(RUDO, "Rudo");
        wired.got();
    }

    @AfterEach
    void close() {
        wired.close();
    }

    private void later(Duration time) {
        wired.clock.set(wired.clock.instant().plus(time));
    }

    @Test
    void whatNobodyAnsweredIsShownAndANewcomersFirstPostBeforeAll() {
        wired.text(RUDO, "hello");
        wired.text(THANDI, "first words of mine");
        wired.text(THANDI, "and second words");
        assertEquals(List.of(), wired.attention.show(GRACE).unanswered());
        later(Duration.ofHours(4));
        List<AttentionView.UnansweredView> wanted = wired.attention.show(GRACE).unanswered();
        assertEquals(
                List.of("hello", "first words of mine", "and second words"),
                wanted.stream().map(AttentionView.UnansweredView::text).toList());
        assertEquals(
                List.of(true, true, false),
                wanted.stream().map(AttentionView.UnansweredView::first).toList());
        wired.messages.tell(
                Wired.as("Grace"), wired.group, thandi, new MessagesResource.NewMessage("Grace", "Welcome"));
        assertEquals(
                List.of("hello", "first words of mine", "and second words"), // nobody has posted since
                wired.attention.show(GRACE).unanswered().stream()
                        .map(AttentionView.UnansweredView::text)
                        .toList());
        wired.posts.post(Wired.as("Grace"), wired.group, new PostsResource.NewPost("Grace", "Welcome both"));
        assertEquals(List.of(), wired.attention.show(GRACE).unanswered());
        assertEquals(
                List.of(), wired.attention.show(Wired.as("Chipo", Set.of(1L))).silent());
    }

    @Test
    void whoIsSilentIsShown() {
        later(Duration.ofDays(6));
        wired.text(THANDI, "hello");
        later(Duration.ofDays(2));
        List<AttentionView.SilentView> silent = wired.attention.show(GRACE).silent();
        assertEquals(
                List.of("Rudo"),
                silent.stream().map(AttentionView.SilentView::nickname).toList());
        assertNull(silent.get(0).lastWrote());
        later(Duration.ofDays(6));
        assertNotNull(wired.attention.show(GRACE).silent().get(1).lastWrote());
    }

    @Test
    void aMuteIsForSomeDaysWithAReason() {
        assertThrows(Refused.class, () -> wired.mute.mute(GRACE, wired.group, thandi, new MuteResource.Muting(3, " ")));
        assertThrows(
                Refused.class,
                () -> wired.mute.mute(GRACE, wired.group, thandi, new MuteResource.Muting(31, "Insults")));
        MemberView muted = wired.mute.mute(GRACE, wired.group, thandi, new MuteResource.Muting(null, "Insults"));
        assertEquals(wired.clock.instant().plus(Duration.ofDays(3)), muted.mutedUntil());
        assertTrue(wired.got().get(0).contains("Days: 3."));
        wired.text(THANDI, "good morning");
        assertEquals("muted", wired.waiting().get(0).reason());
        assertNull(wired.mute.unmute(GRACE, wired.group, thandi).mutedUntil());
    }
}
