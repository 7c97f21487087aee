package org.dariro.bench.segments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dariro.bench.Arguments;
import org.dariro.bench.Figure;
import org.dariro.spend.Encoding;
import org.dariro.spend.Segments;

/**
 * {@code bench/run segments}: compares encoding, segments and units with a file of counts. A row is a JSON object with
 * {@code id}, {@code text}, {@code spec: {encoding, segments}} and, if it is known, {@code units}.
 */
public final class SegmentsBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final PrintStream out;

    /** Prints its figures to {@code out}. */
    public SegmentsBench(PrintStream out) {
        this.out = out;
    }

    /** Runs it; false when a row differs. Rows that do are named by their id, never by their text. */
    public boolean run(List<String> words) throws IOException {
        Arguments arguments = new Arguments(words, Set.of());
        if (arguments.plain().size() != 1) {
            throw new IllegalArgumentException("usage: bench/run segments FILE.jsonl");
        }
        Path file = Path.of(arguments.plain().get(0));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file + ".");
        }
        int rows = 0;
        int mismatches = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (line.isBlank()) {
                continue;
            }
            JsonNode row = JSON.readTree(line);
            rows++;
            if (!agrees(row)) {
                mismatches++;
            }
        }
        new Figure("segments").with("rows", rows).with("mismatches", mismatches).print(out);
        return mismatches == 0;
    }

    private boolean agrees(JsonNode row) {
        String text = row.path("text").asText();
        Segments counted = Segments.of(text);
        String encoding = counted.encoding() == Encoding.GSM_7 ? "GSM-7" : "UCS-2";
        JsonNode spec = row.path("spec");
        boolean agrees = spec.path("encoding").asText().equals(encoding)
                && spec.path("segments").asInt() == counted.count()
                && Segments.split(text).size() == counted.count()
                && (!row.has("units") || row.path("units").asInt() == counted.units());
        if (!agrees) {
            new Figure("segments-mismatch")
                    .with("id", row.path("id").asText())
                    .with("encoding", encoding)
                    .with("segments", counted.count())
                    .with("units", counted.units())
                    .with("spec_encoding", spec.path("encoding").asText())
                    .with("spec_segments", spec.path("segments").asInt())
                    .with("spec_units", row.path("units").asInt(-1))
                    .print(out);
        }
        return agrees;
    }
}
