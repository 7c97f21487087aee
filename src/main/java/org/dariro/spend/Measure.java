package org.dariro.spend;

import org.dariro.gateways.api.Gsm7;

/**
 * The size of a piece of text, taken once, so that a {@link Tally} can add the piece to many texts by arithmetic.
 *
 * @param gsm7 whether GSM-7 can write it
 * @param septets its septets, 0 when it is not GSM-7
 * @param units its UTF-16 units, which it costs in a UCS-2 text
 * @param escapes whether it has characters of two septets, which depend on where segments end
 * @param pairs whether it has surrogate pairs, which depend on where segments end
 */
public record Measure(boolean gsm7, int septets, int units, boolean escapes, boolean pairs) {

    /** Measures {@code piece} in one pass. */
    public static Measure of(CharSequence piece) {
        int length = piece.length();
        boolean gsm7 = true;
        boolean pairs = false;
        int septets = 0;
        for (int i = 0; i < length; i++) {
            int width = Gsm7.septets(piece.charAt(i));
            septets += width;
            if (width == 0) {
                gsm7 = false;
                pairs |= Segments.opensPair(piece, i);
            }
        }
        return gsm7
                ? new Measure(true, septets, length, septets > length, false)
                : new Measure(false, 0, length, false, pairs);
    }
}
