package org.dariro.bench.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads files of texts. Tab separated without quotes, with the names of the columns in the first line ({@code text} and
 * {@code label}, {@code category}, {@code severity}, {@code lang}, {@code phenomenon}, {@code source} as far as there are);
 * or one JSON object a line ({@code id, lang, source, text}), which are taken for ordinary texts.
 */
final class TextFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GREY = "grey";

    private TextFile() {}

    /** The texts of {@code file}, those of the label {@code grey} left out. */
    static List<LabelledText> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file + ".");
        }
        List<String> lines =
                Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        return file.toString().endsWith(".jsonl") ? ordinary(lines) : labelled(file, lines);
    }

    private static List<LabelledText> ordinary(List<String> lines) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank()) {
                JsonNode row = JSON.readTree(line);
                texts.add(new LabelledText(
                        row.path("id").asText(),
                        row.path("text").asText(),
                        "ordinary",
                        "none",
                        "none",
                        LabelledText.tag(row.path("lang").asText("en")),
                        Optional.empty(),
                        row.path("source").asText("")));
            }
        }
        return texts;
    }

    private static List<LabelledText> labelled(Path file, List<String> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + " is empty.");
        }
        Map<String, Integer> columns = new HashMap<>();
        String[] names = lines.get(0).split("\t", -1);
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i].strip(), i);
        }
        if (!columns.containsKey("text")) {
            throw new IllegalArgumentException(file + " has no column 'text'.");
        }
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            Row row = new Row(columns, List.of(lines.get(i).split("\t", -1)));
            String severity = row.get("severity").orElse("none");
            String label = row.get("label").orElse(severity.equals("none") ? "none" : "risk");
            if (!lines.get(i).isBlank() && !label.equals(GREY)) {
                texts.add(new LabelledText(
                        row.get("id").orElse(stem + "-" + i),
                        row.get("text").orElse(""),
                        label,
                        row.get("category").orElse("none"),
                        severity,
                        LabelledText.tag(row.get("lang").orElse("en")),
                        row.get("phenomenon"),
                        row.get("source").orElse(stem)));
            }
        }
        return texts;
    }

    private record Row(Map<String, Integer> columns, List<String> cells) {
        Optional<String> get(String name) {
            Integer column = columns.get(name);
            return column == null || column >= cells.size() || cells.get(column).isEmpty()
                    ? Optional.empty()
                    : Optional.of(cells.get(column));
        }
    }
}
