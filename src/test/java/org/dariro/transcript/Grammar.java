package org.dariro.transcript;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.gateways.api.Money;
import org.dariro.safeguarding.rota.Span;
import org.dariro.safeguarding.rota.WeeklyHours;
import org.dariro.transcript.Transcript.Step;

/** The lines that a transcript may have. The README in {@code src/test/transcripts} explains them by example. */
final class Grammar {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");
    private static final Pattern DURATION = Pattern.compile("(\\d+)(s|m|h|d)");

    private record Rule(Pattern form, Function<MatchResult, Step> step) {}

    private static final List<Rule> RULES = new ArrayList<>();

    static {
        rule("given (group .*)", m -> {
            List<Stage.Circle> circles = Setting.read(m.group(1));
            return on -> on.act(stage -> circles.forEach(stage::group));
        });
        rule(
                "staff (\\w+) (\\+\\d+)(?: (\\w\\w))?(?: as (mentor|clinical lead|coordinator))?(?: of (.*))?",
                m -> on -> on.act(stage -> stage.staff(Roster.colleague(m))));
        rule("rota (\\S+) (\\S+ \\S+(?: \\S+/\\S+)?) (\\w+(?:, \\w+)*)", m -> {
            WeeklyHours hours = Roster.hours(m.group(2));
            return on -> on.act(
                    stage -> stage.rota(m.group(1), hours, List.of(m.group(3).split(", "))));
        });
        rule("cover (\\S+) (\\S+ \\S+(?: \\S+/\\S+)?)", m -> {
            WeeklyHours hours = Roster.hours(m.group(2));
            return on -> on.act(stage -> stage.cover(m.group(1), hours));
        });
        rule("swap (\\S+) (\\w+) to (\\w+) (\\d.*)", m -> {
            Span span = Roster.span(m.group(4));
            return on -> on.act(stage -> stage.swap(m.group(1), m.group(2), m.group(3), span));
        });
        rule("gaps of (\\S+): (.*)", m -> on -> on.gaps(m.group(1), m.group(2)));
        rule(
                "mentor (\\w+) claims alert (\\d+)",
                m -> on -> on.act(stage -> stage.claim(m.group(1), Integer.parseInt(m.group(2)))));
        rule(
                "mentor (\\w+) lets alert (\\d+) go",
                m -> on -> on.act(stage -> stage.letGo(m.group(1), Integer.parseInt(m.group(2)))));
        rule("restart", m -> on -> on.act(Stage::restart));
        DeskGrammar.rules(Grammar::rule);
        rule(
                "group (\\S+) lasts until (\\S+) with (\\d+) days of leave",
                m -> on -> on.act(stage -> stage.until(m.group(1), m.group(2), Integer.parseInt(m.group(3)))));
        CalendarGrammar.rules(Grammar::rule);
        rule("group (\\S+) ends", m -> on -> on.act(stage -> stage.end(m.group(1))));
        rule("@ \\+(\\w+)", m -> {
            Duration by = duration(m.group(1));
            return on -> on.act(stage -> stage.moveTo(stage.now().plus(by)));
        });
        rule(
                "@ (\\d{4}.*)",
                m -> {
                    var time = LocalDateTime.parse(m.group(1), TIME).toInstant(ZoneOffset.UTC);
                    return on -> on.act(stage -> stage.moveTo(time));
                });

        rule("ussd (\\+\\d+) (\\*\\S+)", m -> on -> on.dial(m.group(1), m.group(2)));
        rule("ussd (\\+\\d+) > ?(.*)", m -> on -> on.enter(m.group(1), said(m.group(2))));
        rule("ussd (\\+\\d+) again", m -> on -> on.enterAgain(m.group(1)));
        rule("ussd (\\+\\d+) drops", m -> on -> on.drop(m.group(1)));
        rule("ussd (\\+\\d+) (ends )?< ?(.*)", m -> on -> on.sees(m.group(1), m.group(2) != null, m.group(3)));

        rule("(\\+\\d+|from \\S+) >(?: (\\([^)]*\\)))?(?: (.*))?", m -> {
            String from = m.group(1).replaceFirst("from ", "");
            Options options = Options.read(m.group(2));
            String text = said((options.isNone() && m.group(2) != null ? m.group(2) + " " : "")
                    + (m.group(3) == null ? "" : m.group(3)));
            return on -> on.text(options.id(), from, options.to(), options.letters() > 0 ? letters(options) : text);
        });
        rule("(\\+\\d+) <", m -> on -> on.gotNothing(m.group(1)));
        rule("(\\+\\d+) < (.*)", m -> on -> on.got(m.group(1), m.group(2)));

        rule("((?:alert|held|private) .*)", m -> on -> on.told(m.group(1)));
        rule(
                "mentor (\\w+) releases (\\S+?)'s? post(?: because (.*))?",
                m -> on -> on.act(stage -> stage.release(m.group(1), m.group(2), reason(m))));
        rule(
                "mentor (\\w+) rejects (\\S+?)'s? post(?: because (.*))?",
                m -> on -> on.act(stage -> stage.reject(m.group(1), m.group(2), reason(m))));
        rule("mentor (\\w+) posts (.*)", m -> on -> on.act(stage -> stage.post(m.group(1), said(m.group(2)))));
        rule(
                "mentor (\\w+) to (\\w+): (.*)",
                m -> on -> on.act(stage -> stage.tell(m.group(1), m.group(2), said(m.group(3)))));

        carrier("answers again", m -> Map.of());
        carrier("loses (\\d+)%", m -> Map.of("lossPct", number(m)));
        carrier("throttles", m -> Map.of("throttlePct", 100));
        carrier("is away", m -> Map.of("retryLaterPct", 100));
        carrier("refuses", m -> Map.of("refusePct", 100));
        carrier("loses its answers", m -> Map.of("unknownPct", 100));
        carrier("blocks (\\+\\d+)", m -> Map.of("optedOut", List.of(m.group(1))));
        rule(
                "carrier reports (\\+\\d+) (delivered|failed)(?: for (\\S+) ([A-Z]{3}))?",
                m -> on -> on.act(stage ->
                        stage.report(m.group(1), m.group(2), m.group(3) == null ? "" : m.group(4) + " " + m.group(3))));
        rule(
                "(other )?line costs (\\S+) ([A-Z]{3})(?: in ([A-Z]{2}))?",
                m -> on -> on.act(stage -> stage.price(
                        m.group(1) == null ? Stage.LINE : Stage.OTHER_LINE,
                        m.group(4) == null ? "ZW" : m.group(4),
                        m.group(2),
                        m.group(3))));
        rule("budget (\\S+) stands (.*)", m -> on -> on.budget(m.group(1), m.group(2)));
        rule(
                "budget (\\S+) (\\S+) ([A-Z]{3})(?: reserve (\\S+))? until (\\S+)",
                m -> {
                    Money amount = new Money(new BigDecimal(m.group(2)), m.group(3));
                    BigDecimal reserve =
                            m.group(4) == null ? amount.amount().movePointLeft(1) : new BigDecimal(m.group(4));
                    LocalDate until = LocalDate.parse(m.group(5));
                    return on -> on.act(stage -> stage.budget(m.group(1), amount, reserve, until));
                });
        rule("spend (\\S+) (.*)", m -> on -> on.spend(m.group(1), m.group(2)));
        rule("last text to (\\+\\d+) is (\\w+)", m -> on -> on.standing(m.group(1), m.group(2)));
    }

    private Grammar() {}

    private static void rule(String form, Function<MatchResult, Step> step) {
        RULES.add(new Rule(Pattern.compile(form), step));
    }

    private static void carrier(String form, Function<MatchResult, Map<String, Object>> conditions) {
        carrier("carrier " + form, Stage.LINE, conditions);
        carrier("other carrier " + form, Stage.OTHER_LINE, conditions);
    }

    private static void carrier(String form, String line, Function<MatchResult, Map<String, Object>> conditions) {
        rule(form, m -> {
            Map<String, Object> now = conditions.apply(m);
            return on -> on.act(stage -> stage.carrier(line, now));
        });
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException when it is not understood
     */
    static Step step(String line) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.form().matcher(line);
            if (matcher.matches()) {
                return rule.step().apply(matcher.toMatchResult());
            }
        }
        throw new IllegalArgumentException("not a line of a transcript: " + line);
    }

    /** How a text is sent: {@code (id 7)}, {@code (to +263770000009)}, {@code (1601 letters)}. */
    private record Options(String id, String to, int letters) {
        private static final Pattern FORM = Pattern.compile("\\((?:id (\\S+)|to (\\S+)|(\\d+) letters)\\)");

        static Options read(String written) {
            Matcher matcher = FORM.matcher(written == null ? "" : written);
            if (!matcher.matches()) {
                return new Options("", "", 0);
            }
            return new Options(
                    matcher.group(1) == null ? "" : matcher.group(1),
                    matcher.group(2) == null ? "" : matcher.group(2),
                    matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
        }

        boolean isNone() {
            return id.isEmpty() && to.isEmpty() && letters == 0;
        }
    }

    private static String letters(Options options) {
        return "one two three four five ".repeat(options.letters() / 24 + 1).substring(0, options.letters());
    }

    /** A text as the phone sends it: {@code \n} is a line break, {@code \}{@code u0007} any character. */
    static String said(String written) {
        String text = written.replace("\\n", "\n");
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    static Duration duration(String written) {
        Matcher matcher = DURATION.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a time is like 10s, 3m, 2h or 7d, not " + written);
        }
        return Duration.parse((written.endsWith("d") ? "P" : "PT") + written.toUpperCase(java.util.Locale.ROOT));
    }

    private static String reason(MatchResult m) {
        return m.group(3) == null ? "" : m.group(3);
    }

    private static int number(MatchResult m) {
        return Integer.parseInt(m.group(1));
    }
}
