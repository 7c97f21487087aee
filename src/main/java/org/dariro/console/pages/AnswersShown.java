package org.dariro.console.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dariro.programme.Wellbeing;
import org.dariro.programme.WellbeingItem;

/**
 * What somebody answered about how they are, as a page shows it. Pure.
 *
 * @param rows the answers, the latest first
 * @param courses of each question that was answered more than once, how the answers went
 */
public record AnswersShown(List<Row> rows, List<Course> courses) {
    private static final int MOST = 30;
    private static final int LATEST = 12;
    private static final int LEFT = 24;
    private static final int RIGHT = 308;
    private static final int BEST = 12;
    private static final int STEP = 16;

    public AnswersShown {
        rows = List.copyOf(rows);
        courses = List.copyOf(courses);
    }

    /** An answer; {@code low} for one that a mentor might take up. */
    public record Row(Instant at, String item, String level, boolean low) {}

    /** A place in a drawing. */
    public record Dot(int x, int y) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d,%d", x, y);
        }
    }

    /** The latest answers to one question, the oldest first, as dots on a line. */
    public record Course(String item, List<Dot> dots) {
        public Course {
            dots = List.copyOf(dots);
        }

        /** The dots as an SVG line has them. */
        public String line() {
            return String.join(" ", dots.stream().map(Dot::toString).toList());
        }
    }

    /** Shows answers, the latest first. */
    static AnswersShown of(List<Wellbeing.Answer> answers) {
        Map<String, List<Integer>> byItem = new LinkedHashMap<>();
        for (Wellbeing.Answer one : answers) {
            List<Integer> values = byItem.computeIfAbsent(one.item(), item -> new ArrayList<>());
            if (values.size() < LATEST) {
                values.add(one.value());
            }
        }
        List<Course> courses = new ArrayList<>();
        byItem.forEach((item, values) -> {
            Collections.reverse(values);
            if (values.size() > 1) {
                courses.add(new Course(item, dots(values)));
            }
        });
        return new AnswersShown(
                answers.stream()
                        .limit(MOST)
                        .map(one -> new Row(
                                one.answeredAt(),
                                one.item(),
                                Integer.toString(one.value()),
                                one.value() <= WellbeingItem.LOW))
                        .toList(),
                courses);
    }

    private static List<Dot> dots(List<Integer> values) {
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            dots.add(new Dot(
                    LEFT + i * (RIGHT - LEFT) / (values.size() - 1),
                    BEST + (WellbeingItem.HIGHEST - values.get(i)) * STEP));
        }
        return dots;
    }
}
