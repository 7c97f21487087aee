package org.dariro.bench.replay;

import java.util.ArrayList;
import java.util.List;
import org.dariro.delivery.Pacing;
import org.dariro.delivery.Unread;
import org.dariro.spend.Segments;
import org.dariro.spend.Spelling;

/** The posts of a trace's group as they are packed. */
final class Drafted {
    private static final double SEGMENT = 160;

    private Drafted() {}

    /** All lines of a group, in the spellings that they may go out in. */
    static List<Unread> posts(Trace.Circle circle) {
        List<Unread> posts = new ArrayList<>();
        for (Trace.Line line : circle.lines()) {
            posts.add(Unread.of(
                    line.number(),
                    circle.nicknames().get(line.sender()),
                    line.text().strip().replaceAll("\\s*[\r\n]+\\s*", " "),
                    Spelling.of("en")));
        }
        return posts;
    }

    /** Segments of one message per post and recipient, {@code Nick: text} as typed. */
    static long naive(Trace.Circle circle) {
        return circle.lines().stream()
                        .mapToLong(line -> Segments.of(circle.nicknames().get(line.sender()) + ": " + line.text())
                                .count())
                        .sum()
                * (circle.nicknames().size() - 1);
    }

    /**
     * Segments if all characters, each post with its name and one to part it from the next, filled segments of 160 septets
     * to the last.
     */
    static double bound(Trace.Circle circle) {
        return posts(circle).stream()
                        .mapToDouble(post -> Pacing.units(post, false) + 1)
                        .sum()
                / SEGMENT
                * (circle.nicknames().size() - 1);
    }

    /**
     * Whether a reader took part in the talk that a line belongs to: they wrote in the two minutes before it.
     *
     * @param number the line's, from 1
     */
    static boolean talks(Trace.Circle circle, int number, int reader) {
        long at = circle.lines().get(number - 1).millis();
        for (int i = number - 2; i >= 0 && at - circle.lines().get(i).millis() <= 120_000; i--) {
            if (circle.lines().get(i).sender() == reader) {
                return true;
            }
        }
        return false;
    }
}
