package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.platform.Component;
import org.dariro.platform.Templates;

/**
 * The words of the pages: {@code templates/pages/messages/<language>/*.properties}, a file for a few pages that belong
 * together. English says which there are; a language that lacks one, or has other placeholders in it, stops the start. {@code {1}} is the first value. A key that ends in
 * {@code _one} is taken instead when the first value is 1.
 */
@Component
public final class Words {
    /** The language that is always there. */
    public static final String ENGLISH = "en";
    /** The languages of the pages, by their own names. */
    public static final Map<String, String> LANGUAGES = languages();

    private static final List<String> FILES = List.of(
            "console",
            "alerts",
            "reports",
            "studies",
            "tokens",
            "webhooks",
            "spend",
            "groups",
            "mentor",
            "members",
            "people",
            "lexicons",
            "signin",
            "programme",
            "wellbeing",
            "accounts",
            "office");
    private static final Pattern PLACE = Pattern.compile("\\{([1-9])}");
    private final Map<String, Map<String, String>> bundles = new LinkedHashMap<>();

    @Inject
    public Words(Templates templates) {
        for (String language : LANGUAGES.keySet()) {
            bundles.put(language, bundle(templates, language));
        }
        bundles.forEach((language, bundle) -> check(language, english(), bundle));
    }

    private static Map<String, String> bundle(Templates templates, String language) {
        Map<String, String> bundle = new LinkedHashMap<>();
        for (String file : FILES) {
            templates
                    .lines("pages/messages/" + language + "/" + file + ".properties")
                    .forEach((key, text) -> {
                        if (bundle.putIfAbsent(key, text) != null) {
                            throw new IllegalStateException("pages/messages/" + language + "/" + file
                                    + ".properties: another file has " + key + " too");
                        }
                    });
        }
        return bundle;
    }

    private static Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        languages.put(ENGLISH, "English");
        languages.put("es", "Espa\u00f1ol");
        languages.put("sw", "Kiswahili");
        return languages;
    }

    private Map<String, String> english() {
        return bundles.getOrDefault(ENGLISH, Map.of());
    }

    private static void check(String language, Map<String, String> english, Map<String, String> own) {
        Set<String> missing = new TreeSet<>(english.keySet());
        missing.removeAll(own.keySet());
        Set<String> unknown = new TreeSet<>(own.keySet());
        unknown.removeAll(english.keySet());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalStateException(
                    "pages/messages/" + language + " lacks " + missing + " and has what English does not: " + unknown);
        }
        english.forEach((key, text) -> {
            if (!places(text).equals(places(own.getOrDefault(key, "")))) {
                throw new IllegalStateException(
                        "pages/messages/" + language + ": " + key + " has other placeholders than English");
            }
        });
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    /** How a constant is written in keys and classes: {@code clinical-lead}. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All keys. */
    Set<String> keys() {
        return Set.copyOf(english().keySet());
    }

    /** The words in a language; English for one that the pages do not have. */
    public Spoken in(String language) {
        return new Spoken(
                bundles.containsKey(language) ? language : ENGLISH, bundles.getOrDefault(language, english()));
    }

    /** The language that a browser asks for. */
    public Spoken asked(Optional<String> acceptLanguage) {
        try {
            return in(acceptLanguage
                    .map(Locale.LanguageRange::parse)
                    .map(ranges -> Locale.lookupTag(ranges, LANGUAGES.keySet()))
                    .orElse(ENGLISH));
        } catch (IllegalArgumentException e) {
            return in(ENGLISH); // a header that no browser sends
        }
    }

    /** The words of one language. */
    public record Spoken(String language, Map<String, String> bundle) {
        /** A sentence, its values filled in as they are. */
        public String text(String key, List<?> values) {
            boolean one = !values.isEmpty() && "1".equals(String.valueOf(values.get(0)));
            String text = one && bundle.containsKey(key + "_one") ? bundle.get(key + "_one") : bundle.get(key);
            if (text == null) {
                throw new IllegalArgumentException("The pages have no words for " + key);
            }
            Matcher matcher = PLACE.matcher(text);
            StringBuilder filled = new StringBuilder();
            while (matcher.find()) {
                int place = Integer.parseInt(matcher.group(1)) - 1;
                if (place >= values.size()) {
                    throw new IllegalArgumentException("The words for " + key + " lack a value");
                }
                matcher.appendReplacement(filled, Matcher.quoteReplacement(String.valueOf(values.get(place))));
            }
            return matcher.appendTail(filled).toString();
        }

        /** The words for a key that may be missing. */
        Optional<String> known(String key) {
            return Optional.ofNullable(bundle.get(key));
        }

        String time(Instant instant, Instant now, ZoneId zone) {
            ZonedDateTime at = instant.atZone(zone);
            LocalDate today = LocalDate.ofInstant(now, zone);
            Locale locale = Locale.forLanguageTag(language);
            String hour = DateTimeFormatter.ofPattern("HH:mm", locale).format(at);
            if (at.toLocalDate().equals(today)) {
                return hour;
            } else if (at.getYear() == today.getYear()) {
                return DateTimeFormatter.ofPattern("d MMM", locale).format(at) + " " + hour;
            }
            return DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(at) + " " + hour;
        }

        String ago(Instant instant, Instant now) {
            Duration since = Duration.between(instant, now);
            if (since.toMinutes() < 1) {
                return text("ago-now", List.of());
            } else if (since.toHours() < 1) {
                return text("ago-minutes", List.of(since.toMinutes()));
            } else if (since.toDays() < 2) {
                return text("ago-hours", List.of(since.toHours()));
            }
            return text("ago-days", List.of(since.toDays()));
        }
    }
}
