package org.dariro.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.delivery.pace.Adaptive;
import org.dariro.delivery.pace.LatePrice;
import org.dariro.delivery.pace.Patience;
import org.dariro.delivery.pace.Talk;
import org.dariro.delivery.pace.Verdict;
import org.dariro.delivery.pace.Waiting;
import org.dariro.spend.Encoding;
import org.dariro.spend.Segments;

/**
 * Decides for all readers of a group at one moment who gets what now: {@link Adaptive} over what {@link Packing} says that
 * the posts cost. Readers who wait for the same posts get the same answer, which is worked out once. Made for one moment.
 */
public final class Pacing {
    private final Instant now;
    private final Talk talk;
    private final Patience patience;
    private final double price;
    private final Adaptive adaptive;
    private final Map<Same, Verdict> decided = new HashMap<>();
    private int late;
    private int inTime;

    private record Same(List<Unread> posts, Optional<String> tag, PackingLimits limits) {}

    /**
     * A post that somebody waits for.
     *
     * @param at when it was released
     * @param author its author's place in the group
     * @param urgent whether nobody should wait for it
     */
    public record Awaited(Unread post, Instant at, long author, boolean urgent) {}

    /** @param price the group's {@link LatePrice} */
    public Pacing(Instant now, Talk talk, Patience patience, double price) {
        this.now = now;
        this.talk = talk;
        this.patience = patience;
        this.price = price;
        adaptive = new Adaptive(patience);
    }

    /** What a reader with these unread posts gets now. */
    public Verdict decide(long reader, List<Awaited> unread, Optional<String> tag, PackingLimits limits) {
        return adaptive.isAwaited(reader, posts(unread), talk)
                ? new Verdict(unread.size(), Optional.empty())
                : decided.computeIfAbsent(
                        new Same(unread.stream().map(Awaited::post).toList(), tag, limits),
                        same -> weigh(reader, unread, tag, limits));
    }

    /** A copy of a post that was released at a time has gone out. */
    public void sent(Instant released) {
        if (released.plus(patience.target()).isBefore(now)) {
            late++;
        } else {
            inTime++;
        }
    }

    private Verdict weigh(long reader, List<Awaited> unread, Optional<String> tag, PackingLimits limits) {
        List<Unread> posts = unread.stream().map(Awaited::post).toList();
        Waiting waiting = new Waiting(posts(unread), Packing.costs(posts, tag, limits), reader);
        return adaptive.decide(now, waiting, talk, price);
    }

    private static List<Waiting.Post> posts(List<Awaited> unread) {
        List<Waiting.Post> posts = new ArrayList<>(unread.size());
        String author = "";
        for (Awaited one : unread) {
            posts.add(new Waiting.Post(
                    one.at(),
                    one.author(),
                    units(one.post(), one.post().author().equals(author)),
                    one.urgent()));
            author = one.post().author();
        }
        return posts;
    }

    /** The room that a post takes in a text, in septets: with its name, or without behind another of the same author. */
    public static double units(Unread post, boolean nameless) {
        Segments size = Segments.of((nameless ? "" : post.plainAuthor() + ": ") + post.plainText());
        return size.encoding() == Encoding.GSM_7
                ? size.units()
                : size.units() * (double) Encoding.GSM_7.joined() / Encoding.UCS_2.joined();
    }

    /** Whether a text calls somebody by name, written as the name is: not every "hope" means Hope. */
    public static boolean names(String text, String nickname) {
        if (nickname.length() < 2) {
            return false;
        }
        for (int at = text.indexOf(nickname); at >= 0; at = text.indexOf(nickname, at + 1)) {
            int end = at + nickname.length();
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** The price that decisions are made with. */
    double price() {
        return price;
    }

    /** Most segments of a joined text. */
    int segments() {
        return patience.segments();
    }

    /** The group's price after what has gone out. */
    public double priceAfter() {
        return LatePrice.after(price, late, inTime);
    }
}
