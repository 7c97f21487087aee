package org.dariro.programme;

/**
 * What somebody needs to join a group, to be printed; its words are in the group's language.
 *
 * @param number to text to
 * @param text what to text
 * @param link opens a phone's own place to write with both filled in (RFC 5724)
 * @param how to join, in a sentence
 * @param cost what a text costs whom
 * @param safe what to know before
 * @param square what the square is for
 */
public record JoinCard(
        String language,
        String number,
        String text,
        String link,
        String how,
        String cost,
        String safe,
        String square) {}
