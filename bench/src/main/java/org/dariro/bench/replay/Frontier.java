package org.dariro.bench.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draws saving over delay: the fixed windows, the adaptive mode, and what nobody can beat. */
final class Frontier {
    private static final int LEFT = 70;
    private static final int TOP = 50;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 330;
    private static final double LEAST_DELAY = 10;
    private static final double MOST_DELAY = 3_600;
    private static final double MOST_SAVING = 65;
    private static final double[] DELAYS = {10, 30, 60, 180, 300, 900, 1_800, 3_600};
    private static final String[] DELAY_NAMES = {"10 s", "30 s", "1 min", "3 min", "5 min", "15 min", "30 min", "1 h"};

    private final List<Point> points;

    enum Kind {
        FIXED("#7a7a7a", "fixed windows", 13),
        ADAPTIVE("#0b6e4f", "adaptive", 9),
        OPTIMUM("#b3541e", "with the same deadline nobody can save more, not even with foresight", 5);

        private final String colour;
        private final String meaning;
        private final int row;

        Kind(String colour, String meaning, int row) {
            this.colour = colour;
            this.meaning = meaning;
            this.row = row;
        }
    }

    /** A way of reading: how late half of it is, and what it saves. */
    record Point(String group, Kind kind, String name, double delay, double saving, double bound) {}

    Frontier(List<Point> points) {
        this.points = points.stream()
                .filter(point -> point.group().equals("all") && point.delay() >= LEAST_DELAY)
                .sorted(Comparator.comparingDouble(Point::delay))
                .toList();
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 450\" font-family=\"sans-serif\""
                + " font-size=\"13\" role=\"img\">\n<title>Saving against naive fan-out, over the median delay</title>\n"
                + "<rect width=\"760\" height=\"450\" fill=\"#fff\"/>\n");
        axes(svg);
        double bound = points.stream().mapToDouble(Point::bound).max().orElse(0);
        line(svg, LEFT, y(bound), LEFT + WIDTH, y(bound), "#444", "4 4");
        text(svg, LEFT + 8, y(bound) - 6, "start", "#444", "all characters in perfectly filled segments");
        for (Kind kind : Kind.values()) {
            curve(svg, kind);
        }
        legend(svg);
        return svg.append("</svg>\n").toString();
    }

    private static void axes(StringBuilder svg) {
        for (int saving = 0; saving <= 60; saving += 10) {
            line(svg, LEFT, y(saving), LEFT + WIDTH, y(saving), "#ddd", "");
            text(svg, LEFT - 8, y(saving) + 4, "end", "#222", saving + " %");
        }
        for (int i = 0; i < DELAYS.length; i++) {
            line(svg, x(DELAYS[i]), TOP, x(DELAYS[i]), TOP + HEIGHT, "#eee", "");
            text(svg, x(DELAYS[i]), TOP + HEIGHT + 18, "middle", "#222", DELAY_NAMES[i]);
        }
        text(svg, LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, "middle", "#222", "half of all posts are on the phones after");
        text(svg, LEFT - 50, TOP - 22, "start", "#222", "segments saved against one message per post and recipient");
    }

    private void curve(StringBuilder svg, Kind kind) {
        List<Point> own = points.stream().filter(point -> point.kind() == kind).toList();
        StringBuilder path = new StringBuilder();
        for (Point point : own) {
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.delay()), y(point.saving())));
        }
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + kind.colour + "\" points=\""
                + path.toString().strip() + "\"/>\n");
        for (Point point : own) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"><title>%s: %.1f %%</title></circle>%n",
                    x(point.delay()),
                    y(point.saving()),
                    kind.colour,
                    point.name().isEmpty() ? "nobody can save more" : point.name(),
                    point.saving()));
        }
    }

    private static void legend(StringBuilder svg) {
        for (Kind kind : Kind.values()) {
            double y = y(kind.row);
            line(svg, LEFT + 150, y - 4, LEFT + 175, y - 4, kind.colour, "");
            text(svg, LEFT + 182, y, "start", "#222", kind.meaning);
        }
    }

    private static double x(double delay) {
        double most = Math.log(MOST_DELAY / LEAST_DELAY);
        return LEFT + WIDTH * Math.log(Math.min(MOST_DELAY, delay) / LEAST_DELAY) / most;
    }

    private static double y(double saving) {
        return TOP + HEIGHT * (1 - saving / MOST_SAVING);
    }

    private static void line(
            StringBuilder svg, double x1, double y1, double x2, double y2, String colour, String dash) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\""));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String colour, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                colour,
                words));
    }
}
