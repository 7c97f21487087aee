package org.dariro.programme;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Templates;
import org.dariro.platform.Wording;

/**
 * The kinds of groups of {@code templates/groups}. A file that cannot be used stops the start, and the message names it and
 * the line.
 */
@Component
public class GroupTemplates {
    private static final String FOLDER = "groups/";
    private static final Set<String> PLACEHOLDERS = Set.of("group", "date");
    private final Map<String, GroupTemplate> templates = new LinkedHashMap<>();

    @Inject
    public GroupTemplates(Templates files, Messages messages) {
        files.lines(FOLDER + "templates.properties").forEach((id, titles) -> {
            if (!titles.isBlank()) {
                String file = FOLDER + id + ".properties";
                templates.put(id, read(file, id, titles, files.lines(file), messages));
            }
        });
    }

    private static GroupTemplate read(
            String file, String id, String titles, Map<String, String> lines, Messages messages) {
        if (!id.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalStateException(file + ": the name of a template has small letters, digits and hyphens");
        } else if (lines.isEmpty()) {
            throw new IllegalStateException(file + " is missing");
        }
        Map<String, Wording> closing = new HashMap<>();
        Map<String, Wording> goodbye = new HashMap<>();
        lines.forEach((key, text) -> {
            String language = key.substring(key.indexOf('.') + 1);
            if (key.startsWith("closing.") || key.startsWith("goodbye.")) {
                if (!messages.languages().contains(language)) {
                    throw new IllegalStateException(file + ": " + key + " is in no language that the service has");
                }
                (key.startsWith("closing.") ? closing : goodbye).put(language, wording(file, key, text));
            }
        });
        return new GroupTemplate(
                id,
                Arrays.stream(titles.split("\\|", -1)).map(String::strip).toList(),
                number(file, lines, "weeks", 0, 260),
                number(file, lines, "closing-days", 0, Term.MOST_CLOSING_DAYS),
                mode(file, lines.getOrDefault("mode", "at-once")),
                number(file, lines, "window-minutes", 1, 1_440),
                yes(file, lines.getOrDefault("holds-high", "no")),
                closing,
                goodbye);
    }

    private static Wording wording(String file, String key, String text) {
        try {
            Wording wording = Wording.parse(text);
            if (text.isBlank() || !PLACEHOLDERS.containsAll(wording.placeholders())) {
                throw new IllegalArgumentException("no words, or others than {group} and {date} in brackets");
            }
            return wording;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + ": " + key + " has " + e.getMessage(), e);
        }
    }

    private static int number(String file, Map<String, String> lines, String key, int least, int most) {
        String written = lines.getOrDefault(key, Integer.toString(least)).strip();
        if (!written.matches("[0-9]{1,5}") || Integer.parseInt(written) < least || Integer.parseInt(written) > most) {
            throw new IllegalStateException(file + ": " + key + " is a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(written);
    }

    private static ReadingMode mode(String file, String written) {
        return Arrays.stream(ReadingMode.values())
                .filter(mode -> mode.name()
                        .equals(written.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(file + ": mode is at-once, bundled, adaptive, digest or ussd-only"));
    }

    private static boolean yes(String file, String written) {
        return switch (written.strip()) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalStateException(file + ": holds-high is yes or no");
        };
    }

    /** All, in the order of the list. */
    public List<GroupTemplate> all() {
        return List.copyOf(templates.values());
    }

    /** A template by the name of its file. */
    public Optional<GroupTemplate> find(String id) {
        return Optional.ofNullable(templates.get(id));
    }
}
