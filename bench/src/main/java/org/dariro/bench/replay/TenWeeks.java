package org.dariro.bench.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Ten weeks of a group, made of a shorter recording: each day is one or several days of the same weekday laid over one
 * another, the last of them thinned, so that some weeks are livelier than others and now and then a burst of two to four
 * days has three times as much said. The same seed gives the same weeks.
 */
final class TenWeeks {
    static final int DAYS = 70;
    private static final long DAY = 86_400_000;
    private static final double BURST = 3;
    private static final double BURSTS_A_DAY = 0.03;

    private TenWeeks() {}

    static Trace.Circle of(Trace.Circle recorded, long seed) {
        int sourceDays = (int) (recorded.lines().stream()
                                .mapToLong(Trace.Line::millis)
                                .max()
                                .orElse(0)
                        / DAY)
                + 1;
        List<List<Trace.Line>> source = new ArrayList<>();
        for (int day = 0; day < sourceDays; day++) {
            source.add(new ArrayList<>());
        }
        recorded.lines().forEach(line -> source.get((int) (line.millis() / DAY)).add(line));
        Random random = new Random(seed);
        List<Trace.Line> lines = new ArrayList<>();
        double week = 1;
        int burst = 0;
        for (int day = 0; day < DAYS; day++) {
            if (day % 7 == 0) {
                week = Math.exp(0.35 * random.nextGaussian());
            }
            if (burst == 0 && random.nextDouble() < BURSTS_A_DAY) {
                burst = 2 + random.nextInt(3);
            }
            double liveliness = week * Math.exp(0.25 * random.nextGaussian()) * (burst > 0 ? BURST : 1);
            burst = Math.max(0, burst - 1);
            lines.addAll(day(source, day, liveliness, random));
        }
        lines.sort(Comparator.comparingLong(Trace.Line::millis));
        List<Trace.Line> numbered = new ArrayList<>(lines.size());
        for (Trace.Line line : lines) {
            numbered.add(new Trace.Line(line.group(), numbered.size() + 1, line.millis(), line.sender(), line.text()));
        }
        return new Trace.Circle(recorded.name(), recorded.nicknames(), recorded.languages(), numbered);
    }

    private static List<Trace.Line> day(List<List<Trace.Line>> source, int day, double liveliness, Random random) {
        List<Trace.Line> lines = new ArrayList<>();
        int weeks = Math.max(1, source.size() / 7);
        for (double left = liveliness; left > 0; left--) {
            int from = Math.min(source.size() - 1, random.nextInt(weeks) * 7 + day % 7);
            for (Trace.Line line : source.get(from)) {
                if (left >= 1 || random.nextDouble() < left) {
                    long jitter = lines.isEmpty() ? 0 : random.nextInt(600_000);
                    long time = Math.min(DAY - 1, line.millis() % DAY + jitter);
                    lines.add(new Trace.Line(line.group(), 0, day * DAY + time, line.sender(), line.text()));
                }
            }
        }
        return lines;
    }
}
