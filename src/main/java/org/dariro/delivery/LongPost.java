package org.dariro.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * What is too long for one text, cut into several: a post as {@code Nick (1/3): ...}, our own words as {@code (1/3) ...}.
 * The pieces put together are the whole, to the character; they end after a space where one is near.
 */
final class LongPost {
    private LongPost() {}

    /** Cuts {@code post} into texts of as many segments as a line carries, each starting with {@code opening}. */
    static List<Packed> split(Unread post, String opening, PackingLimits limits) {
        return split(post.text(), (part, total) -> opening + post.author() + " (" + part + "/" + total + "): ", limits)
                .stream()
                .map(text -> new Packed(
                        text,
                        post.seq(),
                        post.seq(),
                        List.of(post.seq()),
                        limits.rules().segments(text)))
                .toList();
    }

    /** The texts that our own words take on a line, one where they fit. */
    static List<String> split(String words, PackingLimits limits) {
        return limits.rules().segments(words).count() <= limits.whole()
                ? List.of(words)
                : split(words, (part, total) -> "(" + part + "/" + total + ") ", limits);
    }

    private static List<String> split(String whole, BinaryOperator<String> heading, PackingLimits limits) {
        // the marks take room, and how much depends on how many parts there are: try with one digit, then with two
        for (int digits = 1; ; digits++) {
            String nines = "9".repeat(digits);
            List<String> pieces = cut(whole, heading.apply(nines, nines), limits);
            String total = String.valueOf(pieces.size());
            if (total.length() <= digits) {
                List<String> texts = new ArrayList<>(pieces.size());
                for (String piece : pieces) {
                    texts.add(heading.apply(String.valueOf(texts.size() + 1), total) + piece);
                }
                return texts;
            }
        }
    }

    private static List<String> cut(String text, String heading, PackingLimits limits) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        do {
            int end = start + longest(text.substring(start), heading, limits);
            pieces.add(text.substring(start, end));
            start = end;
        } while (start < text.length());
        return pieces;
    }

    /** How much of {@code rest} fits behind the heading; at least one character, so that it always ends. */
    private static int longest(String rest, String heading, PackingLimits limits) {
        int low = Math.min(1, rest.length());
        int high = Math.min(rest.length(), limits.whole() * 160);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (limits.rules().segments(heading + rest.substring(0, middle)).count() <= limits.whole()) {
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
