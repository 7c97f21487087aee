package org.dariro.delivery;

import org.dariro.group.LoggedPost;
import org.dariro.group.Role;
import org.dariro.spend.Spelling;

/**
 * A released post that a member has not read yet, as it was written and in the cheaper spelling that it may go out in.
 *
 * @param seq its number in the group's log
 * @param author the nickname it goes out under
 * @param text its words, as released
 * @param plainAuthor the nickname in GSM-7 where that is possible, else {@code author}
 * @param plainText the words in GSM-7 where their meaning allows, else {@code text}
 */
public record Unread(long seq, String author, String text, String plainAuthor, String plainText) {

    /** A post that goes out as it was written. */
    public Unread(long seq, String author, String text) {
        this(seq, author, text, author, text);
    }

    /** A post that may go out in another spelling. */
    public static Unread of(long seq, String author, String text, Spelling spelling) {
        return new Unread(
                seq,
                author,
                text,
                spelling.plain(author).orElse(author),
                spelling.plain(text).orElse(text));
    }

    /** A post from a group's log. A mentor's words are never changed. */
    static Unread of(LoggedPost post, Spelling spelling) {
        return post.role() == Role.MENTOR
                ? new Unread(post.post().seq(), post.nickname(), post.post().text())
                : of(post.post().seq(), post.nickname(), post.post().text(), spelling);
    }

    /** Whether there is another spelling than the one it was written in. */
    boolean respelled() {
        return !plainText.equals(text) || !plainAuthor.equals(author);
    }

    /** The post in its plain spelling, for good. */
    Unread plain() {
        return new Unread(seq, plainAuthor, plainText);
    }
}
