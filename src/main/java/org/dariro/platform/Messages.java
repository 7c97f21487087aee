package org.dariro.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words members read, in every language the service has. Loaded and checked once at start: a missing sentence or a
 * misspelt placeholder stops the start rather than a conversation. Immutable.
 *
 * <p>English is authoritative: it says which messages there are and which placeholders each has.
 */
public final class Messages {
    /** The language that is always there. */
    public static final String ENGLISH = "en";

    private static final String LANGUAGES = "messages/languages.properties";

    private final Map<String, List<String>> names;
    private final Map<String, Map<String, Wording>> wordings;
    private final Map<String, String> byName;

    private Messages(Map<String, List<String>> names, Map<String, Map<String, Wording>> wordings) {
        this.names = names;
        this.wordings = wordings;
        Map<String, String> all = new LinkedHashMap<>();
        names.forEach((code, known) -> {
            all.putIfAbsent(folded(code), code);
            known.forEach(name -> all.putIfAbsent(folded(name), code));
        });
        this.byName = all;
    }

    /**
     * Loads every language of {@code messages/languages.properties}.
     *
     * @throws IllegalStateException naming file and key when a language lacks a message of English, has one that English
     *     lacks, or has other placeholders in it
     */
    public static Messages load(Templates templates) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        templates
                .lines(LANGUAGES)
                .forEach((code, known) -> names.put(code, List.of(known.trim().split("\\s*,\\s*"))));
        if (!names.containsKey(ENGLISH)) {
            throw new IllegalStateException(LANGUAGES + " lacks " + ENGLISH);
        }
        Map<String, Wording> english = wordings(templates, ENGLISH);
        Map<String, Map<String, Wording>> all = new LinkedHashMap<>();
        for (String language : names.keySet()) {
            Map<String, Wording> own = wordings(templates, language);
            check(file(language), english, own);
            all.put(language, own);
        }
        return new Messages(names, all);
    }

    private static String file(String language) {
        return "messages/" + language + "/messages.properties";
    }

    private static Map<String, Wording> wordings(Templates templates, String language) {
        Map<String, Wording> wordings = new LinkedHashMap<>();
        templates.lines(file(language)).forEach((key, text) -> {
            try {
                wordings.put(key, Wording.parse(text));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(file(language) + ": " + key + " has " + e.getMessage(), e);
            }
            if (text.isBlank()) {
                throw new IllegalStateException(file(language) + ": " + key + " is empty");
            }
        });
        return wordings;
    }

    private static void check(String file, Map<String, Wording> english, Map<String, Wording> own) {
        english.forEach((key, wording) -> {
            Wording ours = own.get(key);
            if (ours == null) {
                throw new IllegalStateException(file + " lacks " + key);
            }
            if (!ours.placeholders().equals(wording.placeholders())) {
                throw new IllegalStateException(file + ": " + key + " has the placeholders " + ours.placeholders()
                        + ", English has " + wording.placeholders());
            }
        });
        own.keySet().stream()
                .filter(key -> !english.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalStateException(file + ": " + key + " is not a message of English");
                });
    }

    /**
     * The message in a language, filled in. Values are copied as they are; values the message does not use are ignored.
     *
     * @param language a code; one the service does not have reads as English
     * @throws IllegalArgumentException when there is no such message, or no value for one of its placeholders; the
     *     exception names them and no value
     */
    public String text(String language, String key, Map<String, String> values) {
        try {
            return wording(language, key).fill(values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Message " + key + ": " + e.getMessage(), e);
        }
    }

    /** A message without placeholders. */
    public String text(String language, String key) {
        return text(language, key, Map.of());
    }

    private Wording wording(String language, String key) {
        Map<String, Wording> known = wordings.get(language);
        Wording wording = (known == null ? english() : known).get(key);
        if (wording == null) {
            throw new IllegalArgumentException("there is none of that name");
        }
        return wording;
    }

    private Map<String, Wording> english() {
        return wordings.getOrDefault(ENGLISH, Map.of());
    }

    /** The names of all messages. */
    public Set<String> keys() {
        return Set.copyOf(english().keySet());
    }

    /** The placeholders of a message, without their brackets; none for an unknown message. */
    public Set<String> placeholders(String key) {
        Wording wording = english().get(key);
        return wording == null ? Set.of() : wording.placeholders();
    }

    /** The codes of the languages, in the order in which a screen lists them. */
    public List<String> languages() {
        return new ArrayList<>(names.keySet());
    }

    /** The language's own name, as a member reads it; English's for an unknown code. */
    public String languageName(String language) {
        List<String> known = names.getOrDefault(language, names.getOrDefault(ENGLISH, List.of(ENGLISH)));
        return known.get(0);
    }

    /** The code of a language that someone names: by code or by any of its names, without regard to case or accents. */
    public Optional<String> language(String codeOrName) {
        return Optional.ofNullable(byName.get(folded(codeOrName)));
    }

    private static String folded(String name) {
        return Folding.key(name);
    }
}
