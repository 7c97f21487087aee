package org.dariro.ussd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.group.GroupLog;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;

/**
 * A page of unread posts. A post is read when the page that shows its end is committed, before the page goes out: it
 * will not be sent by SMS. So that no word is lost with a dropped session, the page last shown is shown again on a redial
 * soon after ({@link Sessions}).
 *
 * @param next where the next page begins; empty on the last page
 */
record Reading(Optional<Position> next) implements Screen {
    static final String NAME = "read";

    /** More than fit on one page. */
    private static final int POSTS = 30;

    static Turn open(Hop hop) {
        Membership reader = lock(hop);
        return page(hop, reader, new Position(reader.cursor() + 1, 0));
    }

    /** The place with its cursor as it is now; the packer does not move it until the end of the transaction. */
    private static Membership lock(Hop hop) {
        return hop.can().log.lockReader(hop.tx(), hop.speaker().place().id());
    }

    private static Turn page(Hop hop, Membership reader, Position from) {
        GroupLog log = hop.can().log;
        List<LoggedPost> unread = log.unread(hop.tx(), reader, from.seq(), POSTS + 1);
        List<LoggedPost> posts = unread.stream()
                .limit(POSTS)
                .filter(post ->
                        post.post().seq() > reader.cursor() || post.post().seq() == from.seq())
                .toList();
        if (posts.isEmpty()) {
            return hop.notice("ussd-read-empty");
        }
        boolean within = posts.get(0).post().seq() == from.seq();
        Page page = Page.of(
                posts,
                unread.size() <= POSTS,
                within ? from.offset() : 0,
                hop.say("ussd-read-more", Map.of()),
                hop.say("ussd-read-last", Map.of()));
        if (page.readTo() > 0) {
            log.dialled(hop.tx(), reader, page.readTo());
        }
        return hop.show(new Reading(page.next()), page.text());
    }

    @Override
    public Turn answer(Hop hop, String input) {
        if (input.equals("0")) {
            return Menu.open(hop);
        }
        if (input.equals("1") && next.isPresent()) {
            Membership reader = lock(hop);
            Position from = next.get();
            // what was sent by SMS meanwhile is passed over, but a post that was begun here is read to its end
            long seq = from.offset() > 0 ? from.seq() : Math.max(from.seq(), reader.cursor() + 1);
            return page(hop, reader, new Position(seq, from.offset()));
        }
        return hop.again(this, input);
    }

    @Override
    public String saved() {
        return next.map(from -> NAME + " " + from.seq() + " " + from.offset()).orElse(NAME);
    }

    static Reading parse(String... words) {
        return new Reading(
                words.length == 2
                        ? Optional.of(new Position(Long.parseLong(words[0]), Integer.parseInt(words[1])))
                        : Optional.empty());
    }
}
