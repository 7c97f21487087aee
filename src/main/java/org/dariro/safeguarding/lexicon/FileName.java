package org.dariro.safeguarding.lexicon;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a lexicon.
 *
 * @param language its folder: {@code en}
 * @param name without {@code .txt}: small letters, digits and hyphens
 */
public record FileName(String language, String name) implements Comparable<FileName> {
    private static final Pattern FORM = Pattern.compile("([a-z]{2,3})/([a-z0-9][a-z0-9-]{0,39})");
    private static final Comparator<FileName> ORDER =
            Comparator.comparing(FileName::language).thenComparing(FileName::name);

    /** The file with this language and name; empty when there can be none. */
    public static Optional<FileName> of(String language, String name) {
        Matcher matcher = FORM.matcher(language + "/" + name);
        return matcher.matches() ? Optional.of(new FileName(language, name)) : Optional.empty();
    }

    @Override
    public int compareTo(FileName other) {
        return ORDER.compare(this, other);
    }

    /** Stands for all files of a language. */
    static FileName all(String language) {
        return new FileName(language, "");
    }

    /** As it is shown and logged: {@code en/suicide}. */
    @Override
    public String toString() {
        return name.isEmpty() ? language : language + "/" + name;
    }
}
