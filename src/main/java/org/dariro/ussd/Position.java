package org.dariro.ussd;

/**
 * Where reading goes on: at a post of the group's log, or within it.
 *
 * @param seq the post's number; when there is no such post for this reader, the next one after it
 * @param offset how many characters of it, as a screen writes them, have been shown
 */
record Position(long seq, int offset) {}
