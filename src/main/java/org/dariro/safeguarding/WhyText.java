package org.dariro.safeguarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dariro.safeguarding.Alert.Why;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Match;

/** What screening found, as it is kept with an alert: one line each. */
final class WhyText {
    private static final int MOST = 20;
    private static final String TAB = "\t";

    private WhyText() {}

    static List<Why> of(Assessment assessment) {
        List<Why> why = new ArrayList<>();
        assessment
                .opinion()
                .ifPresent(opinion -> why.add(new Why(
                        opinion.category().label(), label(opinion.severity()), line(opinion.explanation()), 0, 0)));
        for (Match match : assessment.matches()) {
            if (why.size() < MOST) {
                why.add(new Why(
                        match.category().label(),
                        label(match.severity()),
                        line(match.term()),
                        match.start(),
                        match.end()));
            }
        }
        return why;
    }

    private static String label(Enum<?> severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }

    static String write(List<Why> why) {
        StringBuilder lines = new StringBuilder();
        why.forEach(one -> lines.append(String.join(
                        TAB,
                        one.category(),
                        one.severity(),
                        Integer.toString(one.start()),
                        Integer.toString(one.end()),
                        one.term()))
                .append('\n'));
        return lines.toString();
    }

    static List<Why> read(String lines) {
        return lines.lines()
                .map(line -> line.split(TAB, 5))
                .filter(parts -> parts.length == 5)
                .map(parts ->
                        new Why(parts[0], parts[1], parts[4], Integer.parseInt(parts[2]), Integer.parseInt(parts[3])))
                .toList();
    }
}
