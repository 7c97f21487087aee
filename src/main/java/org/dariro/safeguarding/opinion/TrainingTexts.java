package org.dariro.safeguarding.opinion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;

/** Reads {@code training-texts/}; its README tells the form of the files. */
final class TrainingTexts {
    /** The tags of the languages that are learnt, by their codes of three letters (ISO 639-3). */
    private static final Map<String, String> TAGS = Map.of(
            "eng", "en", "spa", "es", "swa", "sw", "sna", "sn", "nde", "nd", "zul", "zu", "xho", "xh", "nya", "ny",
            "bem", "bem");

    private static final String WRITTEN = ".tsv";
    private static final String FRAMES = ".frames";
    private static final String SENTENCES = ".sentences";
    private static final String LANGUAGE = "language:";

    private TrainingTexts() {}

    /**
     * The texts that were written, those made of frames, and harmless sentences.
     *
     * @throws IllegalArgumentException when a line cannot be understood; it names the file, of rows the line, too
     */
    static List<TrainingText> read(Path folder) throws IOException {
        List<TrainingText> texts = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            List<String> lines = Files.readAllLines(file);
            if (name.endsWith(WRITTEN)) {
                String voice = name.substring(0, name.length() - WRITTEN.length());
                for (int i = 0; i < lines.size(); i++) {
                    if (!lines.get(i).isBlank()) {
                        texts.add(written(voice, i + 1, lines.get(i)));
                    }
                }
            } else if (name.endsWith(FRAMES)) {
                texts.addAll(new Frames(name, lines).make());
            } else if (name.endsWith(SENTENCES)) {
                texts.addAll(sentences(name, lines));
            }
        }
        return texts;
    }

    /** All files below {@code folder}, by name. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        }
    }

    /** Spellings, one a line: {@code spell: u, yu = you}; other lines say nothing here. */
    static Map<String, List<String>> spellings(List<String> lines) {
        Map<String, List<String>> spellings = new TreeMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (line.startsWith("spell:") && equals > 0) {
                List<String> words = List.of(line.substring(equals + 1).strip().split("\\s+"));
                for (String spelling : line.substring("spell:".length(), equals).split(",")) {
                    spellings.put(spelling.strip(), words);
                }
            }
        }
        return spellings;
    }

    /** The severity with this label; empty for {@code none}. */
    static Optional<Severity> severity(String label) {
        return label.equals("none") ? Optional.empty() : Optional.of(Severity.valueOf(label.toUpperCase(Locale.ROOT)));
    }

    /**
     * The language that a line such as {@code language: en} names; empty when the line is none of these.
     *
     * @throws IllegalArgumentException when it names one that is not learnt
     */
    static Optional<String> languageLine(String line, String file) {
        return line.startsWith(LANGUAGE)
                ? Optional.of(tag(line.substring(LANGUAGE.length()).strip(), file))
                : Optional.empty();
    }

    /** By either code: a text under another would be judged by another language's thresholds, and not be read as sentences. */
    private static String tag(String code, String where) {
        String tag = TAGS.getOrDefault(code, code);
        if (!TAGS.containsValue(tag)) {
            throw new IllegalArgumentException(where + ": knows no language \"" + code + "\", only "
                    + String.join(", ", new TreeSet<>(TAGS.values())) + ".");
        }
        return tag;
    }

    /** Harmless ones, one a line, after remarks and the line that names their language. */
    private static List<TrainingText> sentences(String name, List<String> lines) {
        String voice = name.substring(0, name.length() - SENTENCES.length());
        String language = "";
        List<TrainingText> texts = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            Optional<String> named = languageLine(line, name);
            if (named.isPresent()) {
                language = named.get();
            } else if (language.isEmpty()) {
                throw new IllegalArgumentException(name + ": wants a line \"language: en\" before the sentences.");
            } else {
                texts.add(new TrainingText(voice, Optional.empty(), Optional.empty(), language, line, false));
            }
        }
        return texts;
    }

    private static TrainingText written(String voice, int line, String row) {
        String[] cells = row.split("\t", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException(voice + WRITTEN + ", line " + line + ": wants five columns.");
        }
        Optional<Category> category = Category.labelled(cells[1]);
        Optional<Severity> severity = severity(cells[0]);
        if (category.isPresent() != severity.isPresent() || (category.isEmpty() && !cells[1].equals("none"))) {
            throw new IllegalArgumentException(
                    voice + WRITTEN + ", line " + line + ": severity and category do not go together.");
        }
        String tag = tag(cells[2], voice + WRITTEN + ", line " + line);
        return new TrainingText(voice, category, severity, tag, cells[4], true);
    }
}
