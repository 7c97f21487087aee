package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MentorTest {
    private static final String THANDI = "+263771000001";
    private static final String RUDO = "+263771000002";
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

    private PostsResource.MentorPostView post(String as, String text) {
        return wired.posts.post(Wired.as("Grace"), wired.group, new PostsResource.NewPost(as, text));
    }

    private static int refused(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(Refused.class, call).problem().status();
    }

    @Test
    void aMentorsPostReachesEverybody() {
        assertEquals(1, post("grace", "Good morning").seq());
        assertEquals(List.of(THANDI + " < Grace: Good morning", RUDO + " < Grace: Good morning"), wired.got());
    }

    @Test
    void aMentorsWordsAreScreenedButGoOutAsTheyAre() {
        PostsResource.MentorPostView post = post("Grace", "If you want to kill yourself call 0800 123 456 now");
        assertEquals("If you want to kill yourself call 0800 123 456 now", post.text());
        assertTrue(wired.got().get(0).endsWith("call 0800 123 456 now"));
        assertEquals(List.of(), wired.waiting());
        assertEquals(List.of(), wired.queue());
        assertNull(post("Grace", "Good morning").screening().severity());
    }

    @Test
    void onlyAMentorOfTheGroupPosts() {
        assertEquals(400, refused(() -> post("Thandi", "Hello")));
        assertEquals(400, refused(() -> post("Grace", " \u0007 ")));
        assertEquals(400, refused(() -> post("Grace", "x".repeat(1_601))));
        wired.groups.close(Wired.as("Grace"), wired.group);
        assertEquals(409, refused(() -> post("Grace", "Hello")));
    }

    @Test
    void privateWordsReachOnePersonOnly() {
        MessagesResource.MessageView told = wired.messages.tell(
                Wired.as("Grace"), wired.group, thandi, new MessagesResource.NewMessage("Grace", "Can we talk?"));
        assertEquals(1, told.segments());
        assertEquals(
                List.of(THANDI + " < Grace, only to you: Can we talk?\nTo answer Grace alone, begin with MENTOR."),
                wired.got());
        wired.text(THANDI, "MENTOR yes please");
        List<PrivateWordsResource.PrivateWordsView> words =
                wired.privateWords.list(wired.group, null, null).items();
        assertEquals(
                List.of("Can we talk?", "yes please"),
                words.stream().map(one -> one.text()).toList());
        assertEquals("Grace", words.get(0).mentor());
        assertNull(words.get(1).mentor());
        String next = Long.toString(words.get(0).id());
        assertEquals(1, wired.privateWords.list(wired.group, next, "1").items().size());
    }

    @Test
    void whoHasStoppedGetsNoPrivateWords() {
        wired.text(THANDI, "STOP");
        wired.got();
        assertEquals(
                409,
                refused(() -> wired.messages.tell(
                        Wired.as("Grace"),
                        wired.group,
                        thandi,
                        new MessagesResource.NewMessage("Grace", "Come back"))));
        assertEquals(List.of(), wired.got());
    }

    @Test
    void aHeldPostIsDecidedOnce() {
        wired.text(THANDI, "i want to kill myself tonight");
        wired.got();
        HoldView hold = wired.waiting().get(0);
        assertEquals("Thandi", hold.nickname());
        assertEquals(
                400,
                refused(() -> wired.holds.reject(
                        Wired.as("Grace"), hold.id(), new HoldsResource.Decision(null, "x".repeat(61)))));
        HoldView rejected = wired.holds.reject(
                Wired.as("Grace"), hold.id(), new HoldsResource.Decision("Somebody else", "Let us talk first."));
        assertEquals("rejected", rejected.decision());
        assertEquals("Grace", rejected.decidedBy());
        assertTrue(wired.got().get(0).contains("Let us talk first."));
        HoldsResource.Decision again = new HoldsResource.Decision(null, "She is well");
        assertEquals(409, refused(() -> wired.holds.release(Wired.as("Grace"), hold.id(), again)));
        assertEquals(404, refused(() -> wired.holds.release(Wired.as("Grace"), 1, again)));
    }

    @Test
    void deliveriesAndTheSummaryAddUp() {
        post("Grace", "Good morning");
        wired.got();
        Page<DeliveryView> page = wired.deliveries.list(wired.group, null, null, "3");
        assertEquals(3, page.items().size());
        Page<DeliveryView> rest = wired.deliveries.list(wired.group, null, String.valueOf(page.next()), null);
        assertNull(rest.next());
        DeliveryView last = rest.items().get(rest.items().size() - 1);
        assertEquals("group", last.kind());
        assertEquals(1L, last.firstSeq());
        assertEquals("gsm-7", last.encoding());
        SummaryResource.SummaryView summary = wired.summary.show(wired.group);
        assertEquals(2, summary.members().get("active"));
        assertEquals(1, summary.mentors());
        assertEquals(1, summary.posts());
        assertEquals(
                page.items().size() + rest.items().size(),
                summary.deliveries().stream()
                        .mapToLong(SummaryResource.CountView::parcels)
                        .sum());
        assertEquals(400, refused(() -> wired.deliveries.list(wired.group, "lost", null, null)));
        assertEquals(400, refused(() -> wired.deliveries.list(wired.group, null, "x", "0")));
    }
}
