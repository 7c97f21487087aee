package org.dariro.safeguarding.opinion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Category;

/** What the second opinion makes of voices that it has not learnt from: each voice is judged by a model of the others. */
public final class Folds {
    private Folds() {}

    /**
     * How the texts of one voice fared.
     *
     * @param risks how many there are, personal data apart
     * @param byOpinion of these, how many the second opinion alone found
     * @param byLexicons how many the lexicons alone found
     * @param byBoth how many it or the lexicons found
     * @param harmless how many harmless texts there are
     * @param alarmed of these, how many alarmed by the opinion alone
     */
    public record Voice(String name, int risks, int byOpinion, int byLexicons, int byBoth, int harmless, int alarmed) {}

    /**
     * Judges all voices of the training texts in {@code folder}, by {@code folds} models. Takes minutes.
     *
     * @param lexicons whether the lexicons find a risk in a text of a language
     */
    public static List<Voice> judge(Path folder, int folds, BiPredicate<String, String> lexicons) throws IOException {
        List<TrainingText> texts = TrainingTexts.read(folder);
        Map<String, List<TrainingText>> voices = new TreeMap<>();
        texts.stream().filter(TrainingText::written).forEach(t -> voices.computeIfAbsent(
                        t.voice(), v -> new ArrayList<>())
                .add(t));
        List<String> names = List.copyOf(voices.keySet());
        Optional<Sentences> sentences = SentenceModel.load();
        List<Voice> judged = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            List<String> held = new ArrayList<>();
            for (int i = fold; i < names.size(); i += folds) {
                held.add(names.get(i));
            }
            List<TrainingText> others =
                    texts.stream().filter(t -> !held.contains(t.voice())).toList();
            Model model = Training.trainer(folder, sentences).train(others, Training.thresholds(folder), "");
            StatisticalOpinion opinion = new StatisticalOpinion(model, sentences);
            held.forEach(name -> judged.add(judge(name, voices.getOrDefault(name, List.of()), opinion, lexicons)));
        }
        return judged;
    }

    private static Voice judge(
            String name, List<TrainingText> texts, StatisticalOpinion opinion, BiPredicate<String, String> lexicons) {
        int risks = 0;
        int byOpinion = 0;
        int byLexicons = 0;
        int byBoth = 0;
        int harmless = 0;
        int alarmed = 0;
        for (TrainingText text : texts) {
            boolean found = opinion.on(text.text(), text.language(), Assessment.nothing())
                    .isPresent();
            if (text.isHarmless()) {
                harmless++;
                alarmed += found ? 1 : 0;
            } else if (text.category().filter(c -> c != Category.PERSONAL_DATA).isPresent()) {
                risks++;
                byOpinion += found ? 1 : 0;
                boolean listed = lexicons.test(text.text(), text.language());
                byLexicons += listed ? 1 : 0;
                byBoth += found || listed ? 1 : 0;
            }
        }
        return new Voice(name, risks, byOpinion, byLexicons, byBoth, harmless, alarmed);
    }
}
