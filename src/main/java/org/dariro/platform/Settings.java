package org.dariro.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of the service, by the names operators use: {@code DARIRO_HOME}. Any of them may be given as a file
 * instead, {@code DARIRO_DB_PASSWORD_FILE}. A bad value stops the start with a sentence that names the setting and never
 * repeats the value.
 */
public final class Settings {
    private final Function<String, Optional<String>> source;

    public Settings(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** Settings from a map; for tests and tools. */
    public static Settings of(Map<String, String> values) {
        return new Settings(name -> Optional.ofNullable(values.get(name)));
    }

    /**
     * The value of a setting, empty when it is not set or blank.
     *
     * @throws IllegalArgumentException when the file of {@code name + "_FILE"} cannot be read
     */
    public Optional<String> text(String name) {
        Optional<String> value = source.apply(name).map(String::strip).filter(text -> !text.isEmpty());
        return value.isPresent() ? value : source.apply(name + "_FILE").map(file -> read(name, file));
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file.strip())).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("The file given in " + name + "_FILE cannot be read.", e);
        }
    }

    /** A whole number between {@code least} and {@code most}. */
    public int number(String name, int byDefault, int least, int most) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with a number out of range
        }
        throw new IllegalArgumentException(
                "The setting " + name + " must be a whole number from " + least + " to " + most + ".");
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String name, boolean byDefault) {
        return text(name)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("The setting " + name + " must be true or false.");
                })
                .orElse(byDefault);
    }

    /** A list separated by commas, empty when not set. */
    public List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** The data directory {@code DARIRO_HOME}, {@code ./data} by default; made when it is missing. */
    public Path home() {
        Path home = Path.of(text("DARIRO_HOME").orElse("data")).toAbsolutePath().normalize();
        try {
            return Files.createDirectories(home);
        } catch (IOException e) {
            throw new IllegalArgumentException("The directory of DARIRO_HOME cannot be made.", e);
        }
    }
}
