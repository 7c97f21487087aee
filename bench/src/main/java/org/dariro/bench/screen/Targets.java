package org.dariro.bench.screen;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.dariro.bench.Figure;
import org.dariro.safeguarding.screening.Severity;

/** The few figures that screening is judged by, each with its target; a figure with no text to it is {@code none}. */
final class Targets {
    private static final Set<String> AFRICAN = Set.of("sw", "sn", "nd", "zu", "xh", "ny", "bem");
    private static final Set<String> HIDDEN = Set.of("joined", "elongation", "typo", "txtspeak", "lang-txtspeak");
    private final PrintStream out;
    private final List<Verdict> verdicts;

    Targets(PrintStream out, List<Verdict> verdicts) {
        this.out = out;
        this.verdicts = verdicts;
    }

    void print() {
        double[] recalls = {
            recall("suicide-en", v -> is(v, "suicide", "en")),
            recall("suicide-es", v -> is(v, "suicide", "es")),
            recall("self-harm", v -> is(v, "self-harm", "en")),
            recall("hopelessness", v -> is(v, "hopelessness", "en")),
            recall("abuse", v -> is(v, "abuse", "en")),
            recall("medication", v -> is(v, "medication", "en"))
        };
        double mean =
                DoubleStream.of(recalls).filter(Double::isFinite).average().orElse(Double.NaN);
        target("mean-recall", mean, "at least 85");
        ordinary("english", v -> v.text().language().equals("en"), "at most 5", "at most 0.3");
        ordinary("african", v -> AFRICAN.contains(v.text().language()), "at most 3", "none");
        challenge("all", v -> true, "at least 75");
        challenge("critical", v -> v.text().severity().equals("critical"), "at least 90");
        challenge("obfuscated", Targets::isHidden, "at least 85");
        challenge("other-languages", v -> !v.text().language().equals("en"), "at least 60");
        List<Verdict> harmless = verdicts.stream()
                .filter(v -> v.text().isChallenge() && v.text().label().equals("none"))
                .toList();
        target("challenge-harmless-alarmed", Scores.percent(Scores.found(harmless), harmless.size()), "at most 8");
        List<Verdict> contacts = verdicts.stream().filter(Targets::isContact).toList();
        long found = contacts.stream().filter(Verdict::isPersonalData).count();
        target("phone-and-email", Scores.percent(found, contacts.size()), "at least 90");
        List<Verdict> personal = verdicts.stream()
                .filter(v -> v.text().isRisk() && v.text().isPersonalData())
                .toList();
        found = personal.stream().filter(Verdict::isPersonalData).count();
        target("all-personal-data", Scores.percent(found, personal.size()), "none");
    }

    private double recall(String name, Predicate<Verdict> which) {
        List<Verdict> risks = verdicts.stream()
                .filter(v -> v.text().isRisk() && !v.text().isChallenge() && which.test(v))
                .toList();
        double recall = Scores.percent(Scores.found(risks), risks.size());
        new Figure("screen-target")
                .with("of", "recall-" + name)
                .with("texts", risks.size())
                .with("is", recall, 1)
                .print(out);
        return recall;
    }

    private void challenge(String name, Predicate<Verdict> which, String target) {
        List<Verdict> risks = verdicts.stream()
                .filter(v -> v.text().isRisk() && v.text().isChallenge() && which.test(v))
                .toList();
        target("challenge-" + name, Scores.percent(Scores.found(risks), risks.size()), target);
    }

    private void ordinary(String name, Predicate<Verdict> which, String target, String criticalTarget) {
        List<Verdict> texts = verdicts.stream()
                .filter(v -> v.text().isOrdinary() && which.test(v))
                .toList();
        List<Verdict> alarms =
                texts.stream().filter(Verdict::alarmsApartFromPersonalData).toList();
        target("false-alarms-per-1000-" + name, Scores.perThousand(alarms.size(), texts.size()), target);
        long critical =
                alarms.stream().filter(v -> v.alarmsOf(Severity.CRITICAL)).count();
        target("critical-false-alarms-per-1000-" + name, Scores.perThousand(critical, texts.size()), criticalTarget);
    }

    private void target(String name, double value, String target) {
        new Figure("screen-target")
                .with("of", name)
                .with("is", value, 2)
                .with("wanted", target)
                .print(out);
    }

    private static boolean is(Verdict verdict, String category, String language) {
        return verdict.text().category().equals(category)
                && verdict.text().language().equals(language);
    }

    private static boolean isHidden(Verdict verdict) {
        String how = verdict.text().phenomenon().orElse("");
        return how.startsWith("obfuscation") || HIDDEN.contains(how);
    }

    private static boolean isContact(Verdict verdict) {
        String source = verdict.text().source();
        String how = verdict.text().phenomenon().orElse("");
        boolean named =
                source.contains("PHONE") || source.contains("EMAIL") || how.contains("phone") || how.equals("email");
        return verdict.text().isRisk() && verdict.text().isPersonalData() && named;
    }
}
