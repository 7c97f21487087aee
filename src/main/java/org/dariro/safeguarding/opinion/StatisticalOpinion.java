package org.dariro.safeguarding.opinion;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.platform.Faults;
import org.dariro.platform.Settings;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Opinion;
import org.dariro.safeguarding.screening.SecondOpinion;
import org.dariro.safeguarding.screening.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link SecondOpinion} by a linear model of words; on English texts that it does not take for plainly harmless, what the sentences mean has a vote.
 * It reads a text as a whole, and a long one in pieces too, so that one bad sentence in a long story is not drowned. Linear in the
 * text; safe for any number of threads.
 */
public final class StatisticalOpinion implements SecondOpinion {
    private static final Logger LOG = LoggerFactory.getLogger(StatisticalOpinion.class);
    private static final String SETTING = "DARIRO_SECOND_OPINION";

    /** More words than this are of no text that a phone sends; what follows them is not read. */
    private static final int MOST_WORDS = 4_000;

    private static final int WHOLE = 200;
    private static final int PIECE = 24;
    private static final int STEP = 12;
    private static final int LEAST_LONG = 36;

    /** A piece must say so much more than the whole text, as there are many of them. */
    private static final double PIECE_MARGIN = 1;

    /** So few words are too little to judge by; it takes far more for them, and what is clear stands in the lexicons. */
    private static final int FEW_WORDS = 4;

    private static final double FEW_WORDS_MARGIN = 1.5;

    private static final int MOST_EXPLAINED = 60;

    /** What sentences say counts so much beside words (measured: ADR 31). */
    private static final float VOTE = 0.35f;

    /** Below it, in log odds, sentences are not asked: they cost a hundred times as much, and hardly ever turn what words are so sure of. */
    private static final double DOUBT = -1.5;

    /** So many readings of a text may ask sentences, those that come first: all that a text of 360 words has. */
    static final int MOST_VOTES = 30;

    private final Model model;
    private final Optional<Sentences> sentences;
    private volatile boolean failed;

    /** @param sentences empty to go by words alone */
    StatisticalOpinion(Model model, Optional<Sentences> sentences) {
        this.model = model;
        this.sentences = model.sentences().isPresent() ? sentences : Optional.empty();
    }

    /**
     * As {@code DARIRO_SECOND_OPINION} says: {@code on}, the default; {@code words}, without a vote of sentences; or {@code off}. Without
     * a model that can be read it is off, and the log says so.
     */
    public static SecondOpinion of(Settings settings) {
        String wanted = settings.text(SETTING).orElse("on").toLowerCase(Locale.ROOT);
        if (wanted.equals("off")) {
            LOG.warn("The second opinion is switched off: only the lexicons are searched");
            return NONE;
        }
        if (wanted.equals("words")) {
            LOG.warn("The second opinion goes by words alone");
            return Built.MODEL
                    .<SecondOpinion>map(model -> new StatisticalOpinion(model, Optional.empty()))
                    .orElse(NONE);
        }
        if (!wanted.equals("on")) {
            throw new IllegalArgumentException("The setting " + SETTING + " must be on, words or off.");
        }
        return load().orElse(NONE);
    }

    /** Loaded once for all, and only when it is to be asked. */
    private static final class ReadsSentences {
        static final Optional<Sentences> MODEL = SentenceModel.load();
    }

    /** Read once for all, as it takes time and memory; empty when there is none, which the log has told. */
    private static final class Built {
        static final Optional<Model> MODEL = read();

        private static Optional<Model> read() {
            InputStream file = StatisticalOpinion.class.getClassLoader().getResourceAsStream(ModelFile.IN_CLASSPATH);
            if (file == null) {
                LOG.error("There is no model for the second opinion: only the lexicons are searched");
                return Optional.empty();
            }
            try (InputStream in = new BufferedInputStream(file)) {
                return Optional.of(ModelFile.read(in));
            } catch (IOException e) {
                LOG.error("The model for the second opinion cannot be read: only the lexicons are searched", e);
                return Optional.empty();
            }
        }
    }

    /** With the model that the build made; empty when there is none, which the log tells. */
    public static Optional<SecondOpinion> load() {
        return Built.MODEL.map(model -> {
            if (model.sentences().isEmpty()) {
                LOG.warn("The build could not read sentences: the second opinion goes by words alone");
                return new StatisticalOpinion(model, Optional.empty());
            }
            return new StatisticalOpinion(model, ReadsSentences.MODEL);
        });
    }

    /** How {@code opinion} reads texts, for health: {@code on}, {@code words} alone, or {@code off}, not at all. */
    public static String state(SecondOpinion opinion) {
        if (opinion instanceof StatisticalOpinion statistical) {
            return statistical.sentences.isPresent() && !statistical.failed ? "on" : "words";
        }
        return "off";
    }

    @Override
    public Optional<Opinion> on(String text, String language, Assessment found) {
        if (found.severity().filter(s -> !Severity.HIGH.isGraverThan(s)).isPresent()) {
            return Optional.empty(); // it says no more than high
        }
        List<String> words = model.words(text, MOST_WORDS);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Reading reading = read(words, language);
        Category category = reading.scores().category();
        double above = reading.scores().alarm()
                - model.thresholds().alarm(category, primary(language), reading.voted())
                - fewWordsMargin(words);
        if (!(above >= 0)) {
            return Optional.empty();
        }
        Severity severity = severity(category, above);
        if (found.severity().isPresent()
                && !severity.isGraverThan(found.severity().get())) {
            return Optional.empty();
        }
        return Optional.of(
                new Opinion(category, severity, Scores.logistic(reading.scores().alarm()), explain(reading, category)));
    }

    /** The words that decided, what they scored, and whether sentences had a vote on it. */
    private record Reading(List<String> words, Scores scores, boolean voted) {}

    /** What a text scores, in log odds, and for which category; for calibrating. Empty without words. */
    Optional<Scores> scores(String text, String language) {
        List<String> words = model.words(text, MOST_WORDS);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(read(words, language).scores());
    }

    private Reading read(List<String> words, String language) {
        int votes = primary(language).equals(Sentences.LANGUAGE) ? MOST_VOTES : 0;
        Reading most = reading(words.subList(0, Math.min(words.size(), WHOLE)), votes > 0);
        votes -= most.voted() ? 1 : 0;
        if (words.size() > LEAST_LONG) {
            for (int start = 0; start < words.size() - STEP; start += STEP) {
                Reading piece = reading(words.subList(start, Math.min(words.size(), start + PIECE)), votes > 0);
                votes -= piece.voted() ? 1 : 0;
                if (piece.scores().alarm() - PIECE_MARGIN > most.scores().alarm()) {
                    most = piece;
                }
            }
        }
        return most;
    }

    private Reading reading(List<String> words, boolean mayVote) {
        float[] sums = model.sums(words);
        Scores byWords = Scores.of(sums);
        if (!mayVote || byWords.alarm() - fewWordsMargin(words) < DOUBT) {
            return new Reading(words, byWords, false);
        }
        return vote(words)
                .map(vote -> new Reading(words, mixed(sums, vote), true))
                .orElseGet(() -> new Reading(words, byWords, false));
    }

    private static double fewWordsMargin(List<String> words) {
        return words.size() < FEW_WORDS ? FEW_WORDS_MARGIN : 0;
    }

    /** What sentences say; empty where they are not asked. After a fault they are not asked again until the next start. */
    private Optional<float[]> vote(List<String> words) {
        if (failed) {
            return Optional.empty();
        }
        try {
            return sentences.map(reads -> model.sentences().orElseThrow().sums(reads.read(words)));
        } catch (RuntimeException | LinkageError e) {
            failed = true;
            LOG.error("Sentences could not be read: words decide alone until the next start: {}", Faults.describe(e));
            return Optional.empty();
        }
    }

    private static Scores mixed(float[] byWords, float[] bySentence) {
        float[] sums = new float[byWords.length];
        for (int head = 0; head < sums.length; head++) {
            sums[head] = byWords[head] + VOTE * (bySentence[head] - byWords[head]);
        }
        return Scores.of(sums);
    }

    /** Never critical: what that brings about, a hold and people woken at night, asks for a surer ground. */
    private Severity severity(Category category, double above) {
        boolean toLife =
                switch (category) {
                    case SUICIDE, SELF_HARM, OVERDOSE, ABUSE, VIOLENCE -> true;
                    case HOPELESSNESS, MEDICATION, BULLYING, PERSONAL_DATA -> false;
                };
        return toLife && above >= model.thresholds().high() ? Severity.HIGH : Severity.MEDIUM;
    }

    private String explain(Reading reading, Category category) {
        List<Examples.Example> nearest = model.examples().nearest(reading.words(), 3);
        return "Second opinion, by words" + (reading.voted() ? " and sentences" : "")
                + ": it reads like texts of " + label(category)
                + ". What weighed most: "
                + strongest(reading).stream().map(w -> "\"" + w + "\"").collect(Collectors.joining(", "))
                + "."
                + (nearest.isEmpty()
                        ? ""
                        : " Nearest examples: "
                                + nearest.stream()
                                        .map(StatisticalOpinion::name)
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    /** The two or three stretches of up to three words without which the score falls most. */
    private List<String> strongest(Reading reading) {
        List<String> words = reading.words().subList(0, Math.min(reading.words().size(), MOST_EXPLAINED));
        record Stretch(int from, int to, double weight) {}
        double whole = model.scores(words).alarm();
        List<Stretch> stretches = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + 3); to++) {
                List<String> rest = new ArrayList<>(words.subList(0, from));
                rest.addAll(words.subList(to, words.size()));
                double without = model.scores(rest).alarm();
                stretches.add(new Stretch(from, to, whole - without - 0.3 * (to - from)));
            }
        }
        stretches.sort(Comparator.comparingDouble(s -> -s.weight()));
        List<Stretch> chosen = new ArrayList<>();
        for (Stretch stretch : stretches) {
            boolean apart = chosen.stream().allMatch(c -> c.to() <= stretch.from() || stretch.to() <= c.from());
            if (apart && chosen.size() < 3 && (stretch.weight() > 0 || chosen.isEmpty())) {
                chosen.add(stretch);
            }
        }
        return chosen.stream()
                .map(s -> String.join(" ", words.subList(s.from(), s.to())))
                .toList();
    }

    private static String name(Examples.Example example) {
        return example.category()
                .map(c -> label(c)
                        + example.severity()
                                .map(s -> " (" + s.name().toLowerCase(Locale.ROOT) + ")")
                                .orElse(""))
                .orElse("harmless");
    }

    private static String label(Category category) {
        return category.label().replace('-', ' ');
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }
}
