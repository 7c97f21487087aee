package org.dariro.console.api;

import java.util.Collection;
import java.util.Map;
import org.dariro.platform.Transaction;

/** How far each user has read a group: its posts, and the private words in it. */
public interface ReadMarks {
    /** A user has seen posts up to a number and private words up to an id; a lower one than before changes nothing. */
    void set(Transaction tx, long user, long group, long seq, long words);

    /** The id of the last private words of a group; 0 when there are none. */
    long lastWords(Transaction tx, long group);

    /** How many posts and private words of members a user has not seen of some groups, by group. */
    Map<Long, Long> unread(Transaction tx, long user, Collection<Long> groups);
}
