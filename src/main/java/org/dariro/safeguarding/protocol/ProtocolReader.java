package org.dariro.safeguarding.protocol;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of {@code protocols/<category>.properties}, and says what is wrong with them. */
final class ProtocolReader {
    /** An answer to a member fits two billed parts with the mentor's name before it. */
    static final int LONGEST_SAY = 260;

    private static final int LONGEST = 600;
    private static final Pattern STEP = Pattern.compile("step\\.([a-z0-9-]{1,30})");
    private static final Pattern SAY = Pattern.compile("say\\.([a-z0-9-]{1,30})(?:\\.([a-z]{2,3}))?");

    private final String file;
    private final Map<String, String> lines;
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> says = new LinkedHashMap<>();

    private ProtocolReader(String file, Map<String, String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Reads one file.
     *
     * @throws IllegalStateException naming the file and the line when one is unknown, missing, empty or too long
     */
    static Protocol read(String file, String category, Map<String, String> lines) {
        return new ProtocolReader(file, lines).read(category);
    }

    private Protocol read(String category) {
        lines.forEach(this::line);
        says.keySet().stream()
                .filter(step -> !words.containsKey(step))
                .findFirst()
                .ifPresent(step -> {
                    throw new IllegalStateException(file + ": say." + step + " belongs to no step");
                });
        if (words.isEmpty()) {
            throw new IllegalStateException(file + " has no steps");
        }
        return new Protocol(
                category,
                needed("title"),
                words.entrySet().stream()
                        .map(step -> new Protocol.Step(
                                step.getKey(), step.getValue(), says.getOrDefault(step.getKey(), Map.of())))
                        .toList(),
                needed("emergency"),
                lines.getOrDefault("avoid", "").strip(),
                needed("source"),
                reviewed());
    }

    private void line(String key, String value) {
        Matcher step = STEP.matcher(key);
        Matcher say = SAY.matcher(key);
        if (step.matches()) {
            words.put(step.group(1), checked(key, value, LONGEST));
        } else if (say.matches()) {
            String language = say.group(2) == null ? "en" : say.group(2);
            says.computeIfAbsent(say.group(1), name -> new LinkedHashMap<>())
                    .put(language, checked(key, value, LONGEST_SAY));
        } else if (!key.matches("title|emergency|avoid|source|reviewed")) {
            throw new IllegalStateException(file + ": " + key + " is not known here");
        }
    }

    private String needed(String key) {
        return checked(key, lines.getOrDefault(key, ""), LONGEST);
    }

    private String checked(String key, String value, int most) {
        String text = value.strip();
        if (text.isEmpty() || text.length() > most) {
            throw new IllegalStateException(file + ": " + key + " needs 1 to " + most + " characters");
        }
        return text;
    }

    private Optional<LocalDate> reviewed() {
        String date = lines.getOrDefault("reviewed", "").strip();
        try {
            return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(file + ": reviewed is no date like 2026-03-01", e);
        }
    }
}
