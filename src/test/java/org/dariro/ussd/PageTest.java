package org.dariro.ussd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dariro.group.LoggedPost;
import org.dariro.group.Post;
import org.dariro.group.Role;
import org.dariro.spend.Encoding;
import org.dariro.spend.Segments;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String MORE = "1 Next 0 Back";
    private static final String LAST = "0 Back";

    private static LoggedPost post(long seq, String nickname, String text) {
        Instant at = Instant.EPOCH;
        return new LoggedPost(new Post(seq, 1, seq, 7, text, Post.State.RELEASED, at), nickname, Role.MEMBER, at);
    }

    private static Page page(List<LoggedPost> posts, int offset) {
        return Page.of(posts, true, offset, MORE, LAST);
    }

    @Test
    void postsThatFitShareAPage() {
        assertEquals(
                new Page("Thandi: Hello\nRudo: Hi Thandi\n0 Back", 2, Optional.empty()),
                page(List.of(post(1, "Thandi", "Hello"), post(2, "Rudo", "Hi Thandi")), 0));
    }

    @Test
    void aPostThatDoesNotFitBesideOthersBeginsTheNextPage() {
        Page page = page(List.of(post(1, "Thandi", "Hello"), post(5, "Rudo", "x".repeat(138))), 0);
        assertEquals(new Page("Thandi: Hello\n" + MORE, 1, Optional.of(new Position(5, 0))), page);
    }

    @Test
    void aLongPostGoesOnOnTheNextPageBehindTwoDots() {
        List<LoggedPost> posts = List.of(post(3, "Thandi", "one two ".repeat(30)));
        Page first = page(posts, 0);
        assertEquals(0, first.readTo());
        assertTrue(first.text().startsWith("Thandi: one two one"), first.text());
        Page second = page(posts, first.next().orElseThrow().offset());
        assertTrue(second.text().startsWith("Thandi: .."), second.text());
        assertEquals(3, second.readTo());
        assertTrue(second.next().isEmpty());
    }

    @Test
    void whereFurtherPostsFollowThePageIsNotTheLast() {
        Page page = Page.of(List.of(post(8, "Rudo", "Hi")), false, 0, MORE, LAST);
        assertEquals(new Page("Rudo: Hi\n" + MORE, 8, Optional.of(new Position(9, 0))), page);
    }

    @Property
    void everyPageFitsAndTogetherTheyHaveAllWordsOnce(@ForAll("posts") List<String> texts) {
        List<LoggedPost> posts = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            posts.add(post(i + 1, "A", texts.get(i)));
            all.append(Lettering.line(texts.get(i)).replaceAll("\\s", ""));
        }
        StringBuilder read = new StringBuilder();
        Position from = new Position(1, 0);
        long readTo = 0;
        for (Optional<Position> next = Optional.of(from); next.isPresent(); ) {
            Position at = next.get();
            Page page = page(
                    posts.stream().filter(one -> one.post().seq() >= at.seq()).toList(), at.offset());
            Segments size = Segments.of(page.text());
            assertEquals(Encoding.GSM_7, size.encoding());
            assertTrue(size.units() <= 160, page.text());
            for (String line :
                    page.text().substring(0, page.text().lastIndexOf('\n')).split("\n", -1)) {
                String words = line.substring(3);
                read.append(
                        (at.offset() > 0 && read.length() > 0 && line.startsWith("A: ..") ? words.substring(2) : words)
                                .replaceAll("\\s", ""));
            }
            readTo = Math.max(readTo, page.readTo());
            next = page.next();
        }
        assertEquals(all.toString(), read.toString());
        assertEquals(posts.size(), readTo);
    }

    @Provide
    Arbitrary<List<String>> posts() {
        return Arbitraries.strings()
                .withChars("abcdef ghijk €[]éŵ\n’нет")
                .ofMinLength(1)
                .ofMaxLength(500)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
