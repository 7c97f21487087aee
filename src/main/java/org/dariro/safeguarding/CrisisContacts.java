package org.dariro.safeguarding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dariro.platform.Reloading;
import org.dariro.platform.Templates;

/**
 * Where someone in danger can turn to, per country: the lines of {@code protocols/crisis/<COUNTRY>.properties}, and
 * general advice without any number for a country that has no file. Checked at the start; a file of the programme's own
 * is read anew when it changes, and one that cannot be used is reported while what was read before stays.
 */
public final class CrisisContacts {
    /** Leaves room for the words around them on a screen of 160 characters. */
    static final int LONGEST = 100;

    private static final String DEFAULT = "default";

    private final Reloading<Map<String, Map<String, String>>> byCountry;

    private CrisisContacts(Reloading<Map<String, Map<String, String>>> byCountry) {
        this.byCountry = byCountry;
    }

    /**
     * Loads the files of all ISO 3166 countries that have one.
     *
     * @throws IllegalStateException naming the file when a line is missing or too long, or the date is none
     */
    public static CrisisContacts load(Templates templates) {
        return new CrisisContacts(Reloading.of(templates, "protocols/crisis", () -> read(templates)));
    }

    private static Map<String, Map<String, String>> read(Templates templates) {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (String country : Locale.getISOCountries()) {
            read(templates, country).ifPresent(lines -> all.put(country, lines));
        }
        all.put(
                DEFAULT,
                read(templates, DEFAULT).orElseThrow(() -> new IllegalStateException(file(DEFAULT) + " is missing")));
        return all;
    }

    private static String file(String country) {
        return "protocols/crisis/" + country + ".properties";
    }

    private static Optional<Map<String, String>> read(Templates templates, String country) {
        Map<String, String> lines = templates.lines(file(country));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        lines.forEach((key, line) -> {
            if (key.startsWith("contacts") && (line.isBlank() || line.length() > LONGEST)) {
                throw new IllegalStateException(
                        file(country) + ": " + key + " needs 1 to " + LONGEST + " characters, not " + line.length());
            }
        });
        if (!lines.containsKey("contacts")) {
            throw new IllegalStateException(file(country) + " lacks contacts");
        }
        try {
            checked(lines);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(file(country) + ": checked is no date like 2026-03-01", e);
        }
        return Optional.of(lines);
    }

    private static Optional<LocalDate> checked(Map<String, String> lines) {
        String date = lines.getOrDefault("checked", "").trim();
        return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
    }

    /**
     * One line of at most 100 characters.
     *
     * @param country ISO 3166 alpha-2; one without a file gets the general advice
     * @param language a code; one without its own line gets the country's common line
     */
    public String contacts(String country, String language) {
        Map<String, String> lines = lines(country);
        String common = lines.getOrDefault("contacts", "");
        return lines.getOrDefault("contacts." + language, common);
    }

    private Map<String, String> lines(String country) {
        Map<String, Map<String, String>> now = byCountry.get();
        Map<String, String> general = now.getOrDefault(DEFAULT, Map.of());
        return now.getOrDefault(country.toUpperCase(Locale.ROOT), general);
    }

    /** When somebody last verified the country's numbers; empty if nobody has, or if there are none. */
    public Optional<LocalDate> checked(String country) {
        return checked(lines(country));
    }

    /** Where the country's lines are from, in one line for staff; empty when nobody wrote it. */
    public String source(String country) {
        return lines(country).getOrDefault("source", "").strip();
    }

    /** Whether there is no file for a country, so that it gets general advice without any number. */
    public boolean isGeneral(String country) {
        return !countries().contains(country.toUpperCase(Locale.ROOT));
    }

    /** The countries with a file of their own. */
    public Set<String> countries() {
        Set<String> countries = new TreeSet<>(byCountry.get().keySet());
        countries.remove(DEFAULT);
        return countries;
    }
}
