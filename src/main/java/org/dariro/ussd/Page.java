package org.dariro.ussd;

import java.util.List;
import java.util.Optional;
import org.dariro.group.LoggedPost;

/**
 * One screen of unread posts: as many as fit, each on a line of its own behind its author's nickname. A post longer than a
 * screen goes on on the next page, behind two dots.
 *
 * @param text what the screen shows, at most 160 septets of GSM-7
 * @param readTo the number of the last post that this page shows to its end; 0 if it shows none to its end
 * @param next where the next page begins; empty when this is the last
 */
record Page(String text, long readTo, Optional<Position> next) {
    /** A nickname has at most twelve characters, and few of them are written with two. */
    private static final int NICKNAME = 24;

    private static final String GOES_ON = "..";

    /**
     * Lays out a page.
     *
     * @param posts unread posts, in order, at least one
     * @param all whether no further post follows
     * @param offset how much of the first post an earlier page has shown
     * @param more what stands under a page when more follows
     * @param last what stands under the last page
     */
    static Page of(List<LoggedPost> posts, boolean all, int offset, String more, String last) {
        int room = Lettering.SCREEN - 1 - Math.max(Lettering.width(more), Lettering.width(last));
        StringBuilder lines = new StringBuilder(Lettering.SCREEN);
        long readTo = 0;
        int from = offset;
        for (LoggedPost post : posts) {
            String words = Lettering.line(post.post().text());
            from = Math.min(from, words.length());
            String opening = opening(post) + (from > 0 ? GOES_ON : "");
            int left = room - (lines.isEmpty() ? 0 : 1) - Lettering.width(opening);
            String rest = words.substring(from);
            if (Lettering.width(rest) <= left) {
                lines.append(lines.isEmpty() ? "" : "\n").append(opening).append(rest);
                room = left - Lettering.width(rest);
                readTo = post.post().seq();
                from = 0;
            } else if (lines.isEmpty()) {
                int end = piece(rest, left);
                lines.append(opening).append(rest.substring(0, end).stripTrailing());
                return page(
                        lines,
                        more,
                        readTo,
                        Optional.of(new Position(post.post().seq(), from + end)));
            } else {
                return page(
                        lines,
                        more,
                        readTo,
                        Optional.of(new Position(post.post().seq(), 0)));
            }
        }
        return all
                ? page(lines, last, readTo, Optional.empty())
                : page(lines, more, readTo, Optional.of(new Position(readTo + 1, 0)));
    }

    private static Page page(StringBuilder lines, String footer, long readTo, Optional<Position> next) {
        return new Page(lines.append('\n').append(footer).toString(), readTo, next);
    }

    private static String opening(LoggedPost post) {
        String nickname = Lettering.line(post.nickname());
        return nickname.substring(0, Lettering.fitting(nickname, NICKNAME)) + ": ";
    }

    /** Up to a space, if one is near the end. */
    private static int piece(String rest, int septets) {
        int end = Lettering.fitting(rest, septets);
        int space = rest.lastIndexOf(' ', end - 1);
        return space >= end * 3 / 4 ? space + 1 : end;
    }
}
