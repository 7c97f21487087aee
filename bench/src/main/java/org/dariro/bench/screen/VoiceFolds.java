package org.dariro.bench.screen;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.dariro.bench.Figure;
import org.dariro.safeguarding.opinion.Folds;

/** How the second opinion does on voices it has not learnt from, of our own training texts. */
final class VoiceFolds {
    private static final int FOLDS = 5;
    private final PrintStream out;
    private final Subject subject;

    VoiceFolds(PrintStream out, Subject subject) {
        this.out = out;
        this.subject = subject;
    }

    /** Prints a line for each voice of {@code trainingTexts}, and one for all. Takes minutes. */
    void print(Path trainingTexts) throws IOException {
        List<Folds.Voice> voices =
                Folds.judge(trainingTexts, FOLDS, (text, language) -> !subject.lexicons(text, language)
                        .matches()
                        .isEmpty());
        voices.forEach(this::print);
        print(new Folds.Voice(
                "all",
                voices.stream().mapToInt(Folds.Voice::risks).sum(),
                voices.stream().mapToInt(Folds.Voice::byOpinion).sum(),
                voices.stream().mapToInt(Folds.Voice::byLexicons).sum(),
                voices.stream().mapToInt(Folds.Voice::byBoth).sum(),
                voices.stream().mapToInt(Folds.Voice::harmless).sum(),
                voices.stream().mapToInt(Folds.Voice::alarmed).sum()));
    }

    private void print(Folds.Voice voice) {
        new Figure("screen-fold")
                .with("voice", voice.name())
                .with("risks", voice.risks())
                .with("opinion", Scores.percent(voice.byOpinion(), voice.risks()), 1)
                .with("lexicon", Scores.percent(voice.byLexicons(), voice.risks()), 1)
                .with("both", Scores.percent(voice.byBoth(), voice.risks()), 1)
                .with("harmless", voice.harmless())
                .with("alarmed", Scores.percent(voice.alarmed(), voice.harmless()), 1)
                .print(out);
    }
}
