package org.dariro.spend;

import java.util.ArrayList;
import java.util.List;
import org.dariro.gateways.api.Gsm7;

/**
 * What a text is billed as: its encoding, its number of segments (3GPP TS 23.038, TS 23.040) and its units.
 *
 * <p>A text is GSM-7 when {@link Gsm7} can write all of it, else UCS-2. A character of two units (escape pair, surrogate
 * pair) is never split over two segments: the one that it does not fit into stays a unit short. A lone surrogate is one
 * unit. {@link Tally} counts a text that grows piece by piece.
 *
 * @param count segments, at least 1: an empty text is billed too
 * @param units septets in GSM-7, UTF-16 units in UCS-2
 */
public record Segments(Encoding encoding, int count, int units) {

    /** Counts {@code text} exactly, in one or two passes over it, creating nothing but the result. */
    public static Segments of(CharSequence text) {
        int length = text.length();
        int septets = 0;
        for (int i = 0; i < length; i++) {
            int width = Gsm7.septets(text.charAt(i));
            if (width == 0) {
                int count = length <= Encoding.UCS_2.alone() ? 1 : parts(Encoding.UCS_2, ucs2End(text, 0));
                return new Segments(Encoding.UCS_2, count, length);
            }
            septets += width;
        }
        int count = 1;
        if (septets > Encoding.GSM_7.alone()) {
            count = parts(Encoding.GSM_7, septets == length ? septets : gsm7End(text, 0));
        }
        return new Segments(Encoding.GSM_7, count, septets);
    }

    /** The segments of {@code text} one by one, as a carrier that joins messages sends them; together they are the text. */
    public static List<String> split(String text) {
        Segments segments = of(text);
        if (segments.count() == 1) {
            return List.of(text);
        }
        boolean gsm7 = segments.encoding() == Encoding.GSM_7;
        int joined = segments.encoding().joined();
        List<String> parts = new ArrayList<>(segments.count());
        int start = 0;
        int end = 0;
        for (int i = 0; i < text.length(); i++) {
            int width = gsm7 ? Gsm7.septets(text.charAt(i)) : opensPair(text, i) ? 2 : 1;
            int next = advance(end, width, joined);
            if ((next - 1) / joined > parts.size()) {
                parts.add(text.substring(start, i));
                start = i;
            }
            end = next;
            if (!gsm7 && width == 2) {
                i++;
            }
        }
        parts.add(text.substring(start));
        return List.copyOf(parts);
    }

    /*
     * Where a text ends, in units from its start, counting the units left empty before a two-unit character that did not
     * fit into the rest of a segment. So the number of segments is that end divided by a segment's size, rounded up, and
     * text without two-unit characters only adds its length.
     */

    static int gsm7End(CharSequence text, int start) {
        int end = start;
        for (int i = 0; i < text.length(); i++) {
            end = advance(end, Gsm7.septets(text.charAt(i)), Encoding.GSM_7.joined());
        }
        return end;
    }

    static int ucs2End(CharSequence text, int start) {
        int end = start;
        for (int i = 0; i < text.length(); i++) {
            if (opensPair(text, i)) {
                end = advance(end, 2, Encoding.UCS_2.joined());
                i++;
            } else {
                end++;
            }
        }
        return end;
    }

    static int parts(Encoding encoding, int end) {
        return (end + encoding.joined() - 1) / encoding.joined();
    }

    static boolean opensPair(CharSequence text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static int advance(int end, int width, int joined) {
        return width == 2 && end % joined == joined - 1 ? end + 3 : end + width;
    }
}
