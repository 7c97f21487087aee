package org.dariro.console.api;

import java.util.List;
import org.dariro.platform.Transaction;

/** Words that who signs in keeps to use again. */
public interface OwnWords {
    /** The longest title. */
    int LONGEST_TITLE = 40;
    /** The longest words. */
    int LONGEST = 1_600;
    /** So many somebody keeps at most. */
    int MOST = 100;

    /** Words under a title. */
    record OwnReply(long id, String title, String text) {}

    /** A user's, by title. */
    List<OwnReply> of(Transaction tx, long user);

    /** Keeps words. */
    void add(Transaction tx, long user, String title, String text);

    /** Takes words away; nothing happens when the user has none of this id. */
    void remove(Transaction tx, long user, long id);
}
