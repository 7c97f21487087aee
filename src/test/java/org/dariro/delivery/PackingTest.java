package org.dariro.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.gateway.Line;
import org.dariro.gateway.Reach;
import org.dariro.gateways.api.Capabilities;
import org.dariro.gateways.api.Charging;
import org.dariro.gateways.api.NationalLanguage;
import org.dariro.spend.Encoding;
import org.dariro.spend.LineRules;
import org.dariro.spend.Segments;
import org.dariro.spend.Spelling;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final PackingLimits LIMITS = new PackingLimits(3, 10);

    @Test
    void nothingUnreadIsNoText() {
        assertEquals(List.of(), Packing.pack(List.of(), Optional.empty(), LIMITS));
    }

    @Test
    void onePostIsALineWithItsAuthor() {
        Packed parcel = packed(post(7, "Rudo", "good morning")).get(0);
        assertEquals("Rudo: good morning", parcel.text());
        assertEquals(List.of(7L), parcel.seqs());
        assertEquals(new Segments(Encoding.GSM_7, 1, 18), parcel.segments());
    }

    @Test
    void shortPostsShareOneSegment() {
        List<Packed> parcels = packed(post(1, "Rudo", "hello all"), post(2, "Tino", "hi Rudo"));
        assertEquals(List.of("Rudo: hello all\nTino: hi Rudo"), texts(parcels));
        assertEquals(1, parcels.get(0).firstSeq());
        assertEquals(2, parcels.get(0).lastSeq());
    }

    @Test
    void postsInARowByOneAuthorShareTheName() {
        assertEquals(
                List.of("Rudo: hello\nare you there\nTino: yes\nRudo: good"),
                texts(packed(
                        post(1, "Rudo", "hello"),
                        post(2, "Rudo", "are you there"),
                        post(3, "Tino", "yes"),
                        post(4, "Rudo", "good"))));
    }

    @Test
    void aTextThatBeginsLikeANameKeepsItsAuthor() {
        assertEquals(
                List.of("Rudo: hello\nRudo: Tino: I quit\n:) ok"),
                texts(packed(post(1, "Rudo", "hello"), post(2, "Rudo", "Tino: I quit"), post(3, "Rudo", ":) ok"))));
    }

    @Test
    void aTextIsRespelledOnlyWhereThatSavesASegment() {
        Spelling english = Spelling.of("en");
        Unread brief = Unread.of(1, "Rudo", "it’s 😂", english);
        assertEquals(List.of("Rudo: it’s 😂"), texts(packed(brief)));
        Unread longer = Unread.of(2, "Tino", "don’t " + "x".repeat(80), english);
        assertEquals(List.of("Tino: don't " + "x".repeat(80)), texts(packed(longer)));
        assertEquals(List.of("Rudo: it's :'D\nTino: don't " + "x".repeat(80)), texts(packed(brief, longer)));
        Unread mentors = new Unread(3, "Grace", "don’t " + "x".repeat(80));
        assertEquals(2, packed(mentors).get(0).segments().count());
    }

    @Test
    void namesAreCutShortOnlyWhereThatSavesASegment() {
        assertEquals(
                List.of("Rudo: hello\nTino: hi\nRudo: ok"),
                texts(packed(post(1, "Rudo", "hello"), post(2, "Tino", "hi"), post(3, "Rudo", "ok"))));
        List<Packed> parcels =
                packed(post(1, "Rudo", "a".repeat(70)), post(2, "Ruth", "b".repeat(69)), post(3, "Rudo", "ok"));
        assertEquals(List.of("Rudo: " + "a".repeat(70) + "\nRuth: " + "b".repeat(69) + "\nRud: ok"), texts(parcels));
        assertEquals(160, parcels.get(0).text().length());
    }

    @Test
    void theTagStartsEveryText() {
        List<Packed> parcels = Packing.pack(
                List.of(post(1, "Rudo", "a".repeat(440)), post(2, "Tino", "b".repeat(440))),
                Optional.of("@HOPE"),
                LIMITS);
        assertEquals(2, parcels.size());
        assertTrue(parcels.stream().allMatch(p -> p.text().startsWith("@HOPE ")));
    }

    @Test
    void aPostInUcs2DoesNotDragALongOneAlong() {
        List<Packed> parcels = packed(post(1, "Rudo", "a".repeat(150)), post(2, "Tino", "ŵ".repeat(60)));
        assertEquals(
                List.of(Encoding.GSM_7, Encoding.UCS_2),
                parcels.stream().map(p -> p.segments().encoding()).toList());
    }

    @Test
    void shortPostsTravelInUcs2WhereThatIsCheaper() {
        assertEquals(List.of("Rudo: ok\nTino: ŵ"), texts(packed(post(1, "Rudo", "ok"), post(2, "Tino", "ŵ"))));
    }

    @Test
    void fewerTextsAreTakenWhereSegmentsAreEqual() {
        // 2 segments either way: 306 septets joined, or two texts
        assertEquals(
                1,
                packed(post(1, "Rudo", "a".repeat(140)), post(2, "Tino", "b".repeat(140)))
                        .size());
    }

    @Test
    void aPostOverThePackedLimitGoesAloneAndWhole() {
        String text = "word ".repeat(200);
        List<Packed> parcels = packed(post(1, "Rudo", "hi"), post(2, "Tino", text), post(3, "Rudo", "bye"));
        assertEquals(List.of("Rudo: hi", "Tino: " + text, "Rudo: bye"), texts(parcels));
        assertEquals(7, parcels.get(1).segments().count());
    }

    @Test
    void aPostOverTheCarriersLimitIsCutAtASpaceAndNumbered() {
        List<Packed> parcels = Packing.pack(
                List.of(post(1, "Rudo", "one two three four ".repeat(12))), Optional.empty(), new PackingLimits(1, 1));
        assertEquals(2, parcels.size());
        assertTrue(parcels.get(0).text().startsWith("Rudo (1/2): one two"));
        assertTrue(parcels.get(0).text().endsWith(" "));
        assertTrue(parcels.get(1).text().startsWith("Rudo (2/2): "));
        assertEquals(List.of(1L), parcels.get(1).seqs());
    }

    @Test
    void aPostOfManyPartsIsNumberedWithTwoDigits() {
        List<Packed> parcels =
                Packing.pack(List.of(post(1, "Rudo", "😀".repeat(400))), Optional.empty(), new PackingLimits(1, 1));
        assertTrue(parcels.get(0).text().startsWith("Rudo (1/" + parcels.size() + "): "));
        assertTrue(parcels.size() > 9);
        assertTrue(parcels.stream().allMatch(p -> p.segments().count() == 1));
        assertEquals(
                "😀".repeat(400),
                parcels.stream()
                        .map(p -> p.text().substring(p.text().indexOf("): ") + 3))
                        .collect(Collectors.joining()));
    }

    @Test
    void aHeadingThatLeavesNoRoomStillEnds() {
        List<Packed> parcels =
                Packing.pack(List.of(post(1, "ŵ".repeat(80), "hi")), Optional.empty(), new PackingLimits(1, 1));
        assertEquals(2, parcels.size());
    }

    @Test
    void aLineMayCarryLessThanItsAccount() {
        Capabilities account = new Capabilities(1, true, 10, true, true, true, Charging.NOT_TOLD, 1);
        Line line = new Line(1, "a", "+263770000000", "", Reach.EVERYWHERE, Optional.of(2), Optional.empty());
        assertEquals(new PackingLimits(2, 2), PackingLimits.of(3, line, account));
    }

    @Test
    void aLineWhoseAccountPassesTheSpanishTableOnKeepsItsAccentsCheaply() {
        LineRules spanish = new LineRules(8, Set.of(NationalLanguage.SPANISH));
        List<Unread> posts = List.of(
                Unread.of(1, "Lucía", "Mañana iré al médico, ¿quién más va? " + "Sí. ".repeat(12), Spelling.of("es")),
                Unread.of(2, "Ana", "Yo también", Spelling.of("es")));
        List<Packed> usual = Packing.pack(posts, Optional.empty(), LIMITS);
        List<Packed> tabled = Packing.pack(posts, Optional.empty(), new PackingLimits(3, 10, spanish));
        assertEquals(
                List.of(false, true),
                List.of(usual.get(0).text().contains("Sí"), tabled.get(0).text().contains("Sí")));
        assertEquals(
                List.of(1, 1),
                List.of(
                        usual.get(0).segments().count(),
                        tabled.get(0).segments().count()));
    }

    @Test
    void anAccountThatDoesNotJoinMessagesGetsOneSegmentATime() {
        Capabilities account = new Capabilities(1, false, 10, true, true, true, Charging.NOT_TOLD, 1);
        Line line = new Line(1, "a", "+263770000000", "", Reach.EVERYWHERE);
        assertEquals(new PackingLimits(1, 1), PackingLimits.of(3, line, account));
        assertThrows(IllegalArgumentException.class, () -> new PackingLimits(3, 2));
    }

    @Test
    void twoHundredPostsArePacked() {
        List<Unread> posts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            posts.add(post(i + 1, "Nick" + i % 15, "a post of ordinary length, as people write them, number " + i));
        }
        List<Packed> parcels = Packing.pack(posts, Optional.empty(), new PackingLimits(10, 10));
        assertEquals(200, parcels.stream().mapToInt(p -> p.seqs().size()).sum());
        assertTrue(parcels.size() < 20);
    }

    private static List<Packed> packed(Unread... posts) {
        return Packing.pack(List.of(posts), Optional.empty(), LIMITS);
    }

    private static Unread post(long seq, String author, String text) {
        return new Unread(seq, author, text);
    }

    private static List<String> texts(List<Packed> parcels) {
        return parcels.stream().map(Packed::text).toList();
    }
}
