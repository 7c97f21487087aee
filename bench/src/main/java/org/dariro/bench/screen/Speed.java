package org.dariro.bench.screen;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.dariro.bench.Figure;
import org.dariro.safeguarding.screening.Assessment;

/** How many texts a second one core screens, how long one takes, and what texts made to be slow do. */
final class Speed {
    private static final long WARM_UP = 3_000_000_000L;
    private static final long MEASURED = 5_000_000_000L;
    private static final int SAMPLES = 2_000_000;
    private static final int LONGEST = 64 * 1024;

    private final PrintStream out;
    private final Subject subject;

    Speed(PrintStream out, Subject subject) {
        this.out = out;
        this.subject = subject;
    }

    /** Measures with the ordinary texts of {@code texts}, or with a few made ones when there is none. */
    void run(List<LabelledText> texts) {
        List<LabelledText> ordinary =
                texts.stream().filter(LabelledText::isOrdinary).toList();
        List<String> english = ordinary.stream()
                .filter(t -> t.language().equals("en"))
                .map(LabelledText::text)
                .toList();
        List<String> sample = english.isEmpty() ? made() : english;
        stage("lexicon", sample, subject::lexicons);
        stage("opinion", sample, subject::opinion);
        stage("all", sample, subject::all);
        adversarial().forEach((name, piece) -> {
            String whole = piece.repeat(LONGEST / piece.length());
            stage("lexicon-160-" + name, List.of(cut(whole, 160)), subject::lexicons, WARM_UP / 6, MEASURED / 10);
            stage("lexicon-64k-" + name, List.of(cut(whole, LONGEST)), subject::lexicons, WARM_UP / 6, MEASURED / 10);
            stage("opinion-64k-" + name, List.of(cut(whole, LONGEST)), subject::opinion, WARM_UP / 6, MEASURED / 10);
        });
    }

    private void stage(String name, List<String> texts, BiFunction<String, String, Assessment> stage) {
        stage(name, texts, stage, WARM_UP, MEASURED);
    }

    private void stage(
            String name, List<String> texts, BiFunction<String, String, Assessment> stage, long warmUp, long measured) {
        pass(texts, stage, warmUp, new long[0]);
        long[] nanos = new long[SAMPLES];
        long began = System.nanoTime();
        int count = pass(texts, stage, measured, nanos);
        double seconds = (System.nanoTime() - began) / 1e9;
        long characters = 0;
        for (int i = 0; i < count; i++) {
            characters += texts.get(i % texts.size()).length();
        }
        long[] sorted = Arrays.copyOf(nanos, Math.min(count, SAMPLES));
        Arrays.sort(sorted);
        new Figure("screen-speed")
                .with("stage", name)
                .with("texts_per_s", Math.round(count / seconds))
                .with("megabytes_per_s", characters / seconds / 1e6, 2)
                .with("p50_us", at(sorted, 0.5), 1)
                .with("p99_us", at(sorted, 0.99), 1)
                .with("p999_us", at(sorted, 0.999), 1)
                .print(out);
    }

    private static int pass(
            List<String> texts, BiFunction<String, String, Assessment> stage, long nanos, long[] samples) {
        long end = System.nanoTime() + nanos;
        int count = 0;
        int found = 0;
        long before = System.nanoTime();
        while (before < end) {
            found +=
                    stage.apply(texts.get(count % texts.size()), "en").matches().size();
            long after = System.nanoTime();
            if (count < samples.length) {
                samples[count] = after - before;
            }
            count++;
            before = after;
        }
        return found < 0 ? 0 : count; // uses what was found, so that nothing is optimised away
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (quantile * (sorted.length - 1))] / 1e3;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    private static List<String> made() {
        return List.of(
                "Hi all, hope you had a good week. I went to the clinic on Tuesday and the queue was long",
                "ok see u there at 5",
                "My sister is coming to visit so I cannot come to the meeting, sorry",
                "Has anyone tried the new tablets? They make me sleepy");
    }

    /** Texts that make careless matchers slow: long runs, near-matches within near-matches, everything at once. */
    private static Map<String, String> adversarial() {
        Map<String, String> pieces = new LinkedHashMap<>();
        pieces.put("one-letter", "a");
        pieces.put("stretched", "diiiiiiiiiiiie");
        pieces.put("near-matches", "i want to i want to i want to kill i want to ");
        pieces.put("nested", "i do not want to want to not want to live with not to want ");
        pieces.put("joined", "iwanttokillmyselfiwantto");
        pieces.put("signs", "k1!l|$3lf@");
        pieces.put("spelled-out", "k i l l ");
        pieces.put("typos", "suicidd myselff husbamd treatmnet ");
        pieces.put("digits", "0771 234-");
        pieces.put("stars", "k*ll s*ic*de ");
        return pieces;
    }
}
