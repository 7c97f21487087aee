package org.dariro.group;

import java.time.Instant;

/**
 * That a post was released, without its words.
 *
 * @param author the author's place in the group
 * @param length of its text in octets, about
 */
public record Said(long groupId, long seq, long author, Instant at, int length) {}
