package org.dariro.delivery;

import org.dariro.spend.LineRules;
import org.dariro.spend.Measure;
import org.dariro.spend.Tally;
import org.jspecify.annotations.Nullable;

/**
 * One text as it grows post by post, in two spellings: as everybody wrote, and the cheap one ({@link Unread#plainText},
 * names that stand above already cut short by {@link Names}). The first is taken unless the second saves a segment.
 */
final class Draft {
    /** A post with its sizes, taken once. */
    record Line(Unread post, Measure words, Measure plainWords, boolean named) {
        static Line of(Unread post) {
            Measure words = Measure.of(post.text());
            return new Line(
                    post,
                    words,
                    post.plainText().equals(post.text()) ? words : Measure.of(post.plainText()),
                    beginsLikeAName(post.text()));
        }
    }

    private static final String NEXT_LINE = "\n";
    private static final Measure NEXT_LINE_MEASURE = Measure.of(NEXT_LINE);

    /** A colon further into a text than this does not end what a reader takes for a nickname. */
    private static final int NAME_REACH = 24;

    private final String opening;
    private final Measure openingMeasure;
    private final Tally written;
    private final Tally cheap;
    private final Names names = new Names();

    private @Nullable StringBuilder writtenText;
    private @Nullable StringBuilder cheapText;
    private @Nullable String last;

    Draft(String opening, LineRules rules) {
        this.opening = opening;
        written = new Tally(rules);
        cheap = new Tally(rules);
        openingMeasure = Measure.of(opening);
        clear();
    }

    /** A draft that can be read, not only counted. */
    static Draft readable(String opening, LineRules rules) {
        Draft draft = new Draft(opening, rules);
        draft.writtenText = new StringBuilder(opening);
        draft.cheapText = new StringBuilder(opening);
        return draft;
    }

    /** Begins a new text. */
    void clear() {
        written.clear();
        cheap.clear();
        names.clear();
        written.add(opening, openingMeasure);
        cheap.add(opening, openingMeasure);
        last = null;
    }

    void add(Line line) {
        Unread post = line.post();
        if (last != null) {
            append(NEXT_LINE, NEXT_LINE_MEASURE, NEXT_LINE, NEXT_LINE_MEASURE);
        }
        if (!post.author().equals(last) || line.named()) {
            String name = post.author() + ": ";
            String shortName = names.next(post.plainAuthor()) + ": ";
            append(name, Measure.of(name), shortName, Measure.of(shortName));
        }
        append(post.text(), line.words(), post.plainText(), line.plainWords());
        last = post.author();
    }

    private void append(String piece, Measure measure, String cheapPiece, Measure cheapMeasure) {
        written.add(piece, measure);
        cheap.add(cheapPiece, cheapMeasure);
        if (writtenText != null && cheapText != null) {
            writtenText.append(piece);
            cheapText.append(cheapPiece);
        }
    }

    /** Segments in the better spelling. */
    int count() {
        return Math.min(written.count(), cheap.count());
    }

    /** The text in the better spelling, of a {@link #readable} draft. */
    String text() {
        StringBuilder text = cheap.count() < written.count() ? cheapText : writtenText;
        return text == null ? "" : text.toString();
    }

    private static boolean beginsLikeAName(String text) {
        int reach = Math.min(text.length(), NAME_REACH);
        for (int k = 1; k < reach; k++) {
            char c = text.charAt(k);
            if (c == '\n') {
                return false;
            }
            if ((c == ':' || c == '\uff1a') && (k + 1 == text.length() || Character.isWhitespace(text.charAt(k + 1)))) {
                return true;
            }
        }
        return false;
    }
}
