package org.dariro.delivery;

import java.util.ArrayList;
import java.util.List;
import org.dariro.spend.Segments;

/**
 * A post too long for one text, cut into several: {@code Nick (1/3): ...}. The pieces put together are the post, to the
 * character; they end after a space where one is near.
 */
final class LongPost {
    private LongPost() {}

    /** Cuts {@code post} into texts of at most {@code most} segments, each starting with {@code opening}. */
    static List<Packed> split(Unread post, String opening, int most) {
        // the marks take room, and how much depends on how many parts there are: try with one digit, then with two
        for (int digits = 1; ; digits++) {
            String nines = "9".repeat(digits);
            List<String> pieces = cut(post.text(), heading(post, opening, nines, nines), most);
            if (String.valueOf(pieces.size()).length() <= digits) {
                return number(post, opening, pieces);
            }
        }
    }

    private static List<Packed> number(Unread post, String opening, List<String> pieces) {
        List<Packed> parcels = new ArrayList<>(pieces.size());
        String total = String.valueOf(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            String text = heading(post, opening, String.valueOf(i + 1), total) + pieces.get(i);
            parcels.add(new Packed(text, post.seq(), post.seq(), List.of(post.seq()), Segments.of(text)));
        }
        return parcels;
    }

    private static String heading(Unread post, String opening, String part, String total) {
        return opening + post.author() + " (" + part + "/" + total + "): ";
    }

    private static List<String> cut(String text, String heading, int most) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        do {
            int end = start + longest(text.substring(start), heading, most);
            pieces.add(text.substring(start, end));
            start = end;
        } while (start < text.length());
        return pieces;
    }

    /** How much of {@code rest} fits behind the heading; at least one character, so that it always ends. */
    private static int longest(String rest, String heading, int most) {
        int low = Math.min(1, rest.length());
        int high = Math.min(rest.length(), most * 160);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Segments.of(heading + rest.substring(0, middle)).count() <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low == rest.length()) {
            return low;
        }
        int space = Math.max(rest.lastIndexOf(' ', low - 1), rest.lastIndexOf('\n', low - 1));
        if (space >= low * 3 / 4) {
            return space + 1;
        }
        boolean splitsPair =
                Character.isHighSurrogate(rest.charAt(low - 1)) && Character.isLowSurrogate(rest.charAt(low));
        return splitsPair ? (low > 1 ? low - 1 : 2) : low;
    }
}
