package org.dariro.console.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.platform.Cleaning;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one request and gathers all that is wrong with them, so that a caller is told everything at once. */
final class Fields {
    private final List<FieldError> errors = new ArrayList<>();

    /** A text that must be there, cleaned; empty when it is not good. */
    String text(String field, @Nullable String value, int most) {
        Optional<String> text = optional(field, value, most);
        if (text.filter(given -> !given.isEmpty()).isEmpty()) {
            fault(field, "This field is needed, with at most " + most + " characters.");
        }
        return text.orElse("");
    }

    /** A text that may be absent or empty, cleaned. */
    Optional<String> optional(String field, @Nullable String value, int most) {
        if (value == null) {
            return Optional.empty();
        }
        String clean = Cleaning.clean(value);
        if (clean.codePointCount(0, clean.length()) > most) {
            fault(field, "This field has at most " + most + " characters.");
            return Optional.of("");
        }
        return Optional.of(clean);
    }

    /** A text on one line that may be absent or empty. */
    Optional<String> line(String field, @Nullable String value, int most) {
        return optional(field, value == null ? null : value.replaceAll("\\s+", " "), most);
    }

    /** A number in a range; {@code byDefault} when it is absent. */
    int number(String field, @Nullable Integer value, int byDefault, int least, int most) {
        if (value == null) {
            return byDefault;
        }
        if (value < least || value > most) {
            fault(field, "This field is a whole number from " + least + " to " + most + ".");
            return byDefault;
        }
        return value;
    }

    /** One of a few words, written {@code at-once}. */
    <E extends Enum<E>> Optional<E> choice(String field, @Nullable String value, Class<E> type) {
        if (value == null) {
            return Optional.empty();
        }
        Optional<E> chosen = Arrays.stream(type.getEnumConstants())
                .filter(constant -> label(constant).equals(value.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
        if (chosen.isEmpty()) {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Fields::label).collect(Collectors.joining(", "));
            fault(field, "This field is one of: " + known + ".");
        }
        return chosen;
    }

    /** How a constant is written: {@code at-once}. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void fault(String field, String detail) {
        errors.add(new FieldError(field, detail));
    }

    /** What is wrong so far. */
    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Refuses the request when anything is wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw new Refused(Problem.of(400).with(errors));
        }
    }
}
