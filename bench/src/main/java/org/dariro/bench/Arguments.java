package org.dariro.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after the name of a bench: {@code --name value} pairs, and plain ones. */
public final class Arguments {
    private final Map<String, String> options = new HashMap<>();
    private final List<String> plain = new ArrayList<>();

    /**
     * Reads them.
     *
     * @param known the names of the options, without the hyphens
     * @throws IllegalArgumentException for an option that is unknown or has no value
     */
    public Arguments(List<String> words, Set<String> known) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                plain.add(word);
                continue;
            }
            if (!known.contains(word.substring(2))) {
                throw new IllegalArgumentException("There is no option " + word + ".");
            }
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException("The option " + word + " needs a value.");
            }
            options.put(word.substring(2), words.get(++i));
        }
    }

    /** The words that are no options. */
    public List<String> plain() {
        return plain;
    }

    /** The value of an option. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** A whole number of at least {@code least}. */
    public int number(String name, int byDefault, int least) {
        String value = options.get(name);
        if (value == null) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("The option --" + name + " needs a whole number from " + least + ".");
    }
}
