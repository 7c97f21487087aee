package org.dariro.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One message cut at its placeholders, so that filling it is a walk along the pieces: a value is copied as it is, and a
 * placeholder that somebody types as their nickname stays six harmless letters.
 *
 * @param pieces literal, placeholder, literal, placeholder, … literal
 */
public record Wording(List<String> pieces) {
    public Wording {
        pieces = List.copyOf(pieces);
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException when a curly bracket is not part of a well-formed placeholder
     */
    public static Wording parse(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a { without its }");
            }
            String name = text.substring(open + 1, close);
            if (name.isEmpty() || !name.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                throw new IllegalArgumentException("{" + name + "} is not a placeholder");
            }
            pieces.add(literal(text.substring(from, open)));
            pieces.add(name);
            from = close + 1;
        }
        pieces.add(literal(text.substring(from)));
        return new Wording(pieces);
    }

    private static String literal(String text) {
        if (text.indexOf('}') >= 0) {
            throw new IllegalArgumentException("a } without its {");
        }
        return text;
    }

    /** The names in curly brackets. */
    public Set<String> placeholders() {
        Set<String> names = new TreeSet<>();
        for (int i = 1; i < pieces.size(); i += 2) {
            names.add(pieces.get(i));
        }
        return names;
    }

    /**
     * The message with its values; those that it does not use are ignored.
     *
     * @throws IllegalArgumentException naming the placeholder for which there is no value
     */
    public String fill(Map<String, String> values) {
        StringBuilder filled = new StringBuilder(200);
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            if (i % 2 == 0) {
                filled.append(piece);
            } else {
                String value = values.get(piece);
                if (value == null) {
                    throw new IllegalArgumentException("no value for {" + piece + "}");
                }
                filled.append(value);
            }
        }
        return filled.toString();
    }
}
