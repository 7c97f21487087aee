package org.dariro.safeguarding.screening;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dariro.platform.Templates;

/**
 * The languages that people of a country mix when they write.
 *
 * @param byCountry languages as lexicons name them, by ISO 3166 code
 */
public record SpokenLanguages(Map<String, List<String>> byCountry) {
    /** The file that tells them. */
    public static final String FILE = "lexicons/countries.properties";

    /** Of no country. */
    public static final SpokenLanguages NONE = new SpokenLanguages(Map.of());

    public SpokenLanguages {
        byCountry = Map.copyOf(byCountry);
    }

    /** Reads {@link #FILE}. */
    public static SpokenLanguages load(Templates templates) {
        return new SpokenLanguages(templates.lines(FILE).entrySet().stream()
                .collect(Collectors.toMap(line -> line.getKey().strip().toUpperCase(Locale.ROOT), line -> Stream.of(
                                line.getValue().split(",", -1))
                        .map(String::strip)
                        .filter(language -> !language.isEmpty())
                        .toList())));
    }

    /** Those of a country; none when the table does not have it. */
    List<String> of(String country) {
        return byCountry.getOrDefault(country.toUpperCase(Locale.ROOT), List.of());
    }
}
