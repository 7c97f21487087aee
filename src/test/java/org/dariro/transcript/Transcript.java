package org.dariro.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A story in steps, one a line.
 *
 * @param file where it stands
 * @param title its first line, without the {@code #}
 */
record Transcript(String file, String title, List<Line> lines) {

    /** A line, and the step that it is. */
    record Line(int number, String written, Step step) {}

    /** What a line does in a performance. */
    interface Step {
        void play(Performance on);
    }

    static Transcript read(Path file) {
        try {
            return parse(file.toString().replace('\\', '/'), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the lines of a file.
     *
     * @throws IllegalArgumentException naming file and line when one is not understood
     */
    static Transcript parse(String file, List<String> written) {
        if (written.isEmpty() || !written.get(0).startsWith("# ")) {
            throw new IllegalArgumentException(file + ":1: a transcript begins with # and its title");
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < written.size(); i++) {
            String line = written.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    lines.add(new Line(i + 1, line, Grammar.step(line)));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(file + ":" + (i + 1) + ": " + e.getMessage(), e);
                }
            }
        }
        return new Transcript(file, written.get(0).substring(2).strip(), lines);
    }
}
