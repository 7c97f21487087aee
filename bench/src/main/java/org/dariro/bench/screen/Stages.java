package org.dariro.bench.screen;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dariro.bench.Figure;
import org.dariro.safeguarding.screening.Assessment;

/** What each stage finds alone: the lexicons, the second opinion, both. */
final class Stages {
    private final PrintStream out;
    private final Subject subject;

    Stages(PrintStream out, Subject subject) {
        this.out = out;
        this.subject = subject;
    }

    /** Prints a line for each stage and category, and for each stage and language of ordinary texts. */
    void print(List<LabelledText> texts) {
        stage("lexicon", texts, subject::lexicons);
        stage("opinion", texts, subject::opinion);
        stage("both", texts, subject::all);
    }

    private void stage(String stage, List<LabelledText> texts, BiFunction<String, String, Assessment> by) {
        List<Verdict> verdicts = texts.stream()
                .map(text -> new Verdict(text, by.apply(text.text(), text.language()), false))
                .toList();
        grouped(
                        verdicts,
                        v -> v.text().isRisk(),
                        v -> v.text().category() + "/" + v.text().language())
                .forEach((of, group) -> new Figure("screen-stage")
                        .with("stage", stage)
                        .with("of", of)
                        .with("risks", group.size())
                        .with("recall", Scores.percent(Scores.found(group), group.size()), 1)
                        .print(out));
        grouped(verdicts, v -> v.text().isOrdinary(), v -> v.text().language())
                .forEach((language, group) -> new Figure("screen-stage")
                        .with("stage", stage)
                        .with("of", "ordinary/" + language)
                        .with("texts", group.size())
                        .with("alarms_per_1000", Scores.perThousand(alarms(group), group.size()), 2)
                        .print(out));
    }

    private static long alarms(List<Verdict> verdicts) {
        return verdicts.stream().filter(Verdict::alarmsApartFromPersonalData).count();
    }

    private static Map<String, List<Verdict>> grouped(
            List<Verdict> verdicts, Predicate<Verdict> which, Function<Verdict, String> key) {
        return verdicts.stream().filter(which).collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
