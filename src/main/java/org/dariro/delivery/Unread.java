package org.dariro.delivery;

/**
 * A released post that a member has not read yet.
 *
 * @param seq its number in the group's log
 * @param author the nickname it goes out under
 * @param text its words, as released
 */
public record Unread(long seq, String author, String text) {}
