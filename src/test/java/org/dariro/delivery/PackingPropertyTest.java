package org.dariro.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.dariro.spend.Segments;
import org.dariro.spend.Spelling;

class PackingPropertyTest {

    /** The shortest and cheapest cover, by trying every way to break the list. */
    @Property(tries = 300)
    void costsAsLittleAsTheBestOfAllBreaks(
            @ForAll("eight") List<Unread> posts,
            @ForAll("tags") Optional<String> tag,
            @ForAll("limits") PackingLimits l) {
        List<Packed> parcels = Packing.pack(posts, tag, l);
        int best = Integer.MAX_VALUE;
        int bestTexts = Integer.MAX_VALUE;
        for (int breaks = 0; breaks < 1 << (posts.size() - 1); breaks++) {
            int sum = 0;
            int texts = 0;
            int from = 0;
            for (int i = 0; i < posts.size(); i++) {
                if (i == posts.size() - 1 || (breaks >> i & 1) == 1) {
                    List<Unread> run = posts.subList(from, i + 1);
                    int count = Math.min(
                            Segments.of(plain(run, tag)).count(),
                            Segments.of(cheap(run, tag)).count());
                    if (run.size() > 1 && count > l.packed()) {
                        sum = 1_000_000;
                    } else if (count > l.whole()) {
                        List<Packed> parts = Packing.pack(run, tag, l);
                        sum += cost(parts);
                        texts += parts.size();
                    } else {
                        sum += count;
                        texts++;
                    }
                    from = i + 1;
                }
            }
            if (sum < best || (sum == best && texts < bestTexts)) {
                best = sum;
                bestTexts = texts;
            }
        }
        assertEquals(best, cost(parcels));
        assertEquals(bestTexts, parcels.size());
    }

    @Property(tries = 300)
    void everyPostIsInOneTextInOrderInOneOfItsSpellings(
            @ForAll("many") List<Unread> posts,
            @ForAll("tags") Optional<String> tag,
            @ForAll("limits") PackingLimits l) {
        List<Packed> parcels = Packing.pack(posts, tag, l);
        List<Long> seqs = new ArrayList<>();
        for (Packed parcel : parcels) {
            assertEquals(Segments.of(parcel.text()), parcel.segments());
            assertTrue(parcel.segments().count() <= (parcel.seqs().size() > 1 ? l.packed() : l.whole()));
            assertTrue(parcel.text().startsWith(tag.map(t -> t + " ").orElse("")));
            assertEquals(parcel.firstSeq(), parcel.seqs().get(0));
            assertEquals(parcel.lastSeq(), parcel.seqs().get(parcel.seqs().size() - 1));
            seqs.addAll(parcel.seqs());
        }
        assertEquals(seqs.stream().sorted(Comparator.naturalOrder()).toList(), seqs);
        assertEquals(
                posts.stream().map(Unread::seq).toList(),
                seqs.stream().distinct().toList());
        for (Unread post : posts) {
            List<Packed> with =
                    parcels.stream().filter(p -> p.seqs().contains(post.seq())).toList();
            if (with.size() == 1) {
                String text = with.get(0).text();
                assertTrue(text.contains(post.text()) || text.contains(post.plainText()));
            } else {
                StringBuilder whole = new StringBuilder();
                with.forEach(p -> whole.append(p.text().substring(p.text().indexOf("): ") + 3)));
                assertTrue(List.of(post.text(), post.plainText()).contains(whole.toString()));
            }
        }
    }

    @Property(tries = 50)
    void theSamePostsGiveTheSameTexts(@ForAll("many") List<Unread> posts, @ForAll("limits") PackingLimits limits) {
        assertEquals(
                Packing.pack(posts, Optional.empty(), limits),
                Packing.pack(new ArrayList<>(posts), Optional.empty(), limits));
    }

    @Property(tries = 200)
    void theCostsOfTheFirstPostsAreThoseOfPackingThem(
            @ForAll("eight") List<Unread> posts, @ForAll("limits") PackingLimits limits) {
        List<Integer> costs = Packing.costs(posts, Optional.empty(), limits);
        for (int k = 0; k <= posts.size(); k++) {
            assertEquals(cost(Packing.pack(posts.subList(0, k), Optional.empty(), limits)), costs.get(k));
        }
    }

    private static int cost(List<Packed> parcels) {
        return parcels.stream().mapToInt(p -> p.segments().count()).sum();
    }

    /** What a text looks like, written once more: a name where the author changes or the words look like a name. */
    private static String plain(List<Unread> run, Optional<String> tag) {
        StringBuilder text = new StringBuilder();
        tag.ifPresent(t -> text.append(t).append(' '));
        String last = "";
        for (Unread post : run) {
            if (!last.isEmpty()) {
                text.append('\n');
            }
            if (!post.author().equals(last) || post.text().startsWith("Ann: ")) {
                text.append(post.author()).append(": ");
            }
            text.append(post.text());
            last = post.author();
        }
        return text.toString();
    }

    /** The cheap spelling, written once more: letters that GSM-7 lacks replaced, a name that stands above cut short. */
    private static String cheap(List<Unread> run, Optional<String> tag) {
        StringBuilder text = new StringBuilder();
        tag.ifPresent(t -> text.append(t).append(' '));
        List<String> names = new ArrayList<>();
        String last = "";
        for (Unread post : run) {
            if (!last.isEmpty()) {
                text.append('\n');
            }
            if (!post.author().equals(last) || post.text().startsWith("Ann: ")) {
                String name = post.plainAuthor();
                text.append(names.contains(name) ? brief(name, names) : name).append(": ");
                names.add(name);
            }
            text.append(post.plainText());
            last = post.author();
        }
        return text.toString();
    }

    private static String brief(String name, List<String> names) {
        for (int length = 1; length < name.length(); length++) {
            String start = name.substring(0, length);
            if (names.stream().noneMatch(other -> !other.equals(name) && other.startsWith(start))) {
                return start;
            }
        }
        return name;
    }

    @Provide
    Arbitrary<List<Unread>> eight() {
        return posts(1, 8);
    }

    @Provide
    Arbitrary<List<Unread>> many() {
        return posts(0, 40);
    }

    @Provide
    Arbitrary<Optional<String>> tags() {
        return Arbitraries.of(Optional.empty(), Optional.of("@HOPE"));
    }

    @Provide
    Arbitrary<PackingLimits> limits() {
        return Arbitraries.of(
                new PackingLimits(1, 1), new PackingLimits(1, 10), new PackingLimits(3, 4), new PackingLimits(6, 10));
    }

    private static Arbitrary<List<Unread>> posts(int least, int most) {
        Arbitrary<String> words = Arbitraries.of("a", "hello ", "€", "ok then ", "long".repeat(9), "x".repeat(70))
                .list()
                .ofMaxSize(9)
                .map(l -> String.join("", l));
        Arbitrary<String> wide =
                Arbitraries.of("a", "😀", "ŵ", "hello ").list().ofMaxSize(30).map(l -> String.join("", l));
        Arbitrary<String> texts = Arbitraries.frequencyOf(
                Tuple.of(8, words), Tuple.of(2, wide), Tuple.of(1, Arbitraries.of("Ann: no", "", "y".repeat(700))));
        Arbitrary<List<String>> authors = Arbitraries.of("Ann", "Ben", "Anna", "Ŵil")
                .list()
                .ofMinSize(most)
                .ofMaxSize(most);
        return Combinators.combine(texts.list().ofMinSize(least).ofMaxSize(most), authors)
                .as((t, a) -> {
                    List<Unread> posts = new ArrayList<>();
                    for (int i = 0; i < t.size(); i++) {
                        posts.add(Unread.of(10 + 2L * i, a.get(i), t.get(i), Spelling.of("en")));
                    }
                    return posts;
                });
    }
}
