package org.dariro.bench.screen;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dariro.bench.Figure;
import org.dariro.safeguarding.screening.Severity;

/** Recall and false alarms of many verdicts, by what the texts are. */
final class Scores {
    private final PrintStream out;

    Scores(PrintStream out) {
        this.out = out;
    }

    /** Prints a line for each category, language, severity, phenomenon and source. */
    void print(List<Verdict> verdicts) {
        by("category", verdicts, v -> v.text().category());
        by(
                "category-language",
                verdicts,
                v -> v.text().category() + "/" + v.text().language());
        by("severity", verdicts, v -> v.text().severity());
        by("language", verdicts, v -> v.text().language());
        by("phenomenon", verdicts.stream().filter(v -> v.text().isChallenge()).toList(), v -> v.text()
                .phenomenon()
                .orElse(""));
        by("source", verdicts, v -> v.text().corpus());
        by("part", verdicts, v -> v.text().source());
        ordinary(verdicts);
    }

    private void by(String what, List<Verdict> verdicts, Function<Verdict, String> key) {
        Map<String, List<Verdict>> groups =
                verdicts.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        groups.forEach((name, group) -> {
            List<Verdict> risks = group.stream().filter(v -> v.text().isRisk()).toList();
            List<Verdict> harmless =
                    group.stream().filter(v -> v.text().label().equals("none")).toList();
            Figure figure = new Figure("screen-" + what).with("of", name);
            if (!risks.isEmpty()) {
                long sameCategory = risks.stream()
                        .filter(v -> v.alarms() && v.category().equals(v.text().category()))
                        .count();
                figure.with("risks", risks.size())
                        .with("recall", percent(found(risks), risks.size()), 1)
                        .with("in_category", percent(sameCategory, risks.size()), 1);
            }
            if (!harmless.isEmpty()) {
                figure.with("harmless", harmless.size()).with("alarmed", percent(found(harmless), harmless.size()), 1);
            }
            if (!risks.isEmpty() || !harmless.isEmpty()) {
                figure.print(out);
            }
        });
    }

    private void ordinary(List<Verdict> verdicts) {
        Map<String, List<Verdict>> byLanguage = verdicts.stream()
                .filter(v -> v.text().isOrdinary())
                .collect(Collectors.groupingBy(v -> v.text().language(), TreeMap::new, Collectors.toList()));
        byLanguage.forEach((language, texts) -> {
            Figure figure = new Figure("screen-ordinary")
                    .with("language", language)
                    .with("texts", texts.size())
                    .with(
                            "alarms_per_1000",
                            perThousand(
                                    texts.stream()
                                            .filter(Verdict::alarmsApartFromPersonalData)
                                            .count(),
                                    texts.size()),
                            2);
            for (Severity severity : List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM)) {
                long of = texts.stream()
                        .filter(v -> v.alarmsApartFromPersonalData() && v.alarmsOf(severity))
                        .count();
                figure.with(severity.name().toLowerCase(java.util.Locale.ROOT), perThousand(of, texts.size()), 2);
            }
            long personal = texts.stream().filter(Verdict::isPersonalData).count();
            figure.with("personal_data", perThousand(personal, texts.size()), 2).print(out);
        });
    }

    /** How many alarm. */
    static long found(List<Verdict> verdicts) {
        return verdicts.stream().filter(Verdict::alarms).count();
    }

    static double percent(long part, long whole) {
        return whole == 0 ? Double.NaN : 100.0 * part / whole;
    }

    static double perThousand(long part, long whole) {
        return whole == 0 ? Double.NaN : 1000.0 * part / whole;
    }
}
