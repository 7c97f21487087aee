package org.dariro.console.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dariro.safeguarding.Alert;
import org.jspecify.annotations.Nullable;

/** A text cut where screening found something in it. */
public final class Marked {
    private Marked() {}

    /**
     * A piece of a text.
     *
     * @param term what was found in it, as the lexicon has it; null for what was not
     */
    public record Piece(String text, @Nullable String term) {}

    /** The text in pieces; where finds overlap, the first one counts. */
    static List<Piece> pieces(String text, List<Alert.Why> why) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        List<Alert.Why> found = why.stream()
                .filter(one -> one.end() > one.start() && one.end() <= text.length())
                .sorted(Comparator.comparingInt(Alert.Why::start)
                        .thenComparing(Alert.Why::end, Comparator.reverseOrder()))
                .toList();
        for (Alert.Why one : found) {
            if (one.start() >= done) {
                add(pieces, text.substring(done, one.start()), null);
                add(pieces, text.substring(one.start(), one.end()), one.term());
                done = one.end();
            }
        }
        add(pieces, text.substring(done), null);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, @Nullable String term) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, term));
        }
    }
}
