package org.dariro.bench.replay;

/**
 * A text that reached a phone.
 *
 * @param millis when, since the beginning of the trace
 * @param to the place of its reader in the group
 * @param ofPosts whether it carries posts, and is no answer of the service
 * @param firstPost the number of the first post in it by the service's own record; 0 if there is none
 * @param lastPost the last
 */
record Mt(
        String group, long millis, int to, String text, int segments, boolean ofPosts, long firstPost, long lastPost) {}
