package org.dariro.ussd;

/**
 * What answers one input.
 *
 * @param screen what the next input will be read by
 * @param text what the phone shows, at most 160 septets of GSM-7
 * @param more whether the session goes on
 * @param place the membership that the session is at
 * @param acted whether words were taken that must not be taken twice
 */
record Turn(Screen screen, String text, boolean more, long place, boolean acted) {
    Turn afterActing() {
        return new Turn(screen, text, more, place, true);
    }
}
