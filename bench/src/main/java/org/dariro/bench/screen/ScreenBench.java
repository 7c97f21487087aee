package org.dariro.bench.screen;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dariro.bench.Arguments;

/**
 * {@code bench/run screen FILE...}: what screening finds and overlooks in labelled texts. Misses and false alarms go to a
 * file, predictions to another; nothing of a text is printed.
 */
public final class ScreenBench {
    private static final String SPEED = "--speed";
    private static final String FOLDS = "--folds";
    private final PrintStream out;
    private final Path root;

    /** Prints its figures to {@code out}; lists go below {@code root}, the project's directory, unless told otherwise. */
    public ScreenBench(PrintStream out, Path root) {
        this.out = out;
        this.root = root;
    }

    /** Runs it; always good, as a figure that misses its target is a figure. */
    public boolean run(List<String> words) throws IOException {
        List<String> rest = new ArrayList<>(words);
        boolean speed = rest.remove(SPEED);
        boolean folds = rest.remove(FOLDS);
        Arguments arguments = new Arguments(rest, Set.of("predictions", "listed", "opinion"));
        if (arguments.plain().isEmpty() && !speed && !folds) {
            throw new IllegalArgumentException("usage: bench/run screen FILE.tsv|FILE.jsonl... [--speed] [--folds]"
                    + " [--predictions OUT.tsv] [--listed OUT.tsv] [--opinion off]");
        }
        Subject subject = new Subject(!arguments.text("opinion").orElse("on").equals("off"));
        List<LabelledText> texts = new ArrayList<>();
        for (String file : arguments.plain()) {
            texts.addAll(TextFile.read(Path.of(file)));
        }
        if (!texts.isEmpty()) {
            List<Verdict> verdicts = texts.stream().map(subject::judge).toList();
            new Scores(out).print(verdicts);
            new Targets(out, verdicts).print();
            new Stages(out, subject).print(texts);
            Path listed = arguments.text("listed").map(Path::of).orElse(root.resolve("bench/target/screen-listed.tsv"));
            list(listed, verdicts);
            out.println("Misses and false alarms: " + listed);
            if (arguments.text("predictions").isPresent()) {
                predict(Path.of(arguments.text("predictions").get()), verdicts);
            }
        }
        if (speed) {
            new Speed(out, subject).run(texts);
        }
        if (folds) {
            new VoiceFolds(out, subject).print(root.resolve("training-texts"));
        }
        return true;
    }

    private static void predict(Path file, List<Verdict> verdicts) throws IOException {
        try (PrintWriter writer = writer(file)) {
            writer.println("id\tseverity\tcategory\tstage\tterms");
            verdicts.forEach(v ->
                    writer.println(String.join("\t", v.text().id(), v.severity(), v.category(), v.stage(), v.terms())));
        }
    }

    private static void list(Path file, List<Verdict> verdicts) throws IOException {
        try (PrintWriter writer = writer(file)) {
            writer.println("what\tid\tlanguage\tsource\twanted\tfound\tstage\tterms\ttext");
            for (Verdict v : verdicts) {
                boolean risk = v.text().isRisk();
                if (risk != v.alarms()) {
                    writer.println(String.join(
                            "\t",
                            risk ? "miss" : "false-alarm",
                            v.text().id(),
                            v.text().language(),
                            v.text().source()
                                    + v.text().phenomenon().map(p -> "/" + p).orElse(""),
                            v.text().severity() + " " + v.text().category(),
                            v.severity() + " " + v.category(),
                            v.stage(),
                            v.terms(),
                            v.text().text().replace('\n', ' ').replace('\t', ' ')));
                }
            }
        }
    }

    private static PrintWriter writer(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }
}
