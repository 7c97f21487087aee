package org.dariro.transcript;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import org.dariro.transcript.Transcript.Step;

/** The lines of a transcript about what is planned for groups. */
final class CalendarGrammar {
    private static final String TIME = "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)";

    private CalendarGrammar() {}

    private interface Deed {
        void on(Planner planner);
    }

    private static Function<MatchResult, Step> does(Function<MatchResult, Deed> reader) {
        return m -> {
            Deed deed = reader.apply(m);
            return on -> on.act(stage -> deed.on(stage.calendar()));
        };
    }

    private static LocalDateTime time(String written) {
        return LocalDateTime.parse(written, Calendar.TIME);
    }

    static void rules(BiConsumer<String, Function<MatchResult, Step>> rule) {
        rule.accept("schedule (\\S+(?:, \\S+)*) " + TIME + "( weekly)? as (\\w+)(?: to (\\w+))?: (.*)", does(m -> {
            List<String> groups = List.of(m.group(1).split(", "));
            String to = m.group(5) == null ? "" : m.group(5);
            return p ->
                    p.schedule(groups, time(m.group(2)), m.group(3) != null, m.group(4), to, Grammar.said(m.group(6)));
        }));
        rule.accept(
                "reschedule (\\S+) (\\d+) " + TIME + ": (.*)",
                does(m -> p -> p.change(
                        m.group(1), Integer.parseInt(m.group(2)), time(m.group(3)), Grammar.said(m.group(4)))));
        rule.accept(
                "cancel scheduled (\\S+) (\\d+)", does(m -> p -> p.cancel(m.group(1), Integer.parseInt(m.group(2)))));
        rule.accept(
                "send scheduled (\\S+) (\\d+) now",
                does(m -> p -> p.sendNow(m.group(1), Integer.parseInt(m.group(2)))));
        rule.accept(
                "topics (\\S+) (\\S+) from (\\S+)",
                does(m -> p -> p.topics(m.group(1), m.group(2), LocalDate.parse(m.group(3)))));
        rule.accept(
                "guest (\\w+) in (\\S+) " + TIME + " to (\\d\\d:\\d\\d)",
                does(m -> p -> p.guest(
                        m.group(2),
                        m.group(1),
                        time(m.group(3)),
                        time(m.group(3).substring(0, 11) + m.group(4)))));
        rule.accept("guest (\\w+) in (\\S+) ends", does(m -> p -> p.endGuest(m.group(2), m.group(1))));
        rule.accept(
                "wellbeing (\\S+) ([A-Z][a-z]+) (\\d\\d):00 every (\\d) weeks: (.*)",
                does(m -> p -> p.wellbeing(
                        m.group(1),
                        DayOfWeek.valueOf(m.group(2).toUpperCase(Locale.ROOT)),
                        Integer.parseInt(m.group(3)),
                        Integer.parseInt(m.group(4)),
                        List.of(m.group(5).split(", ")))));
        rule.accept("counts (\\S+) (\\d\\d):00", does(m -> p -> p.counts(m.group(1), Integer.parseInt(m.group(2)))));
        rule.accept("counts (\\S+) off", does(m -> p -> p.noCounts(m.group(1))));
        rule.accept("wellbeing (\\S+) off", does(m -> p -> p.noWellbeing(m.group(1))));
        rule.accept(
                "answers of (\\S+): (.*)",
                m -> on -> on.sees(stage -> stage.calendar().answers(m.group(1)), m.group(2)));
        rule.accept(
                "scheduled (\\S+): (.*)",
                m -> on -> on.sees(stage -> stage.calendar().shown(m.group(1)), m.group(2)));
    }
}
