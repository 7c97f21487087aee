package org.dariro.conversation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.Templates;

/** The command words of one language's file, or of several together; words are folded. */
final class Vocabulary {

    private final Map<Entry, Set<String>> phrases = new EnumMap<>(Entry.class);
    private final Map<String, Integer> numbers = new HashMap<>();

    private Vocabulary() {
        for (Entry entry : Entry.values()) {
            phrases.put(entry, new HashSet<>());
        }
    }

    private Set<String> of(Entry entry) {
        return phrases.getOrDefault(entry, Set.of());
    }

    /** All words that are commands, folded. */
    Set<String> commands() {
        Set<String> commands = new HashSet<>();
        phrases.forEach((entry, words) -> {
            if (entry.isCommand()) {
                commands.addAll(words);
            }
        });
        return commands;
    }

    boolean has(Entry entry, String phrase) {
        return of(entry).contains(phrase);
    }

    /** The number that figures or a number word stand for; 1,000 for anything beyond three figures. */
    Optional<Integer> number(String word) {
        if (!word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(word.length() > 3 ? 1000 : Integer.parseInt(word));
        }
        return Optional.ofNullable(numbers.get(word));
    }

    /**
     * Reads one language's file.
     *
     * @throws IllegalStateException naming file and line when a line is missing, unknown or not understood
     */
    static Vocabulary load(Templates templates, String language) {
        String file = file(language);
        Map<String, String> lines = templates.lines(file);
        Vocabulary vocabulary = new Vocabulary();
        Set<String> known = new HashSet<>();
        for (Entry entry : Entry.values()) {
            String line = lines.get(entry.key());
            if (line == null) {
                throw new IllegalStateException(file + " lacks " + entry.key());
            }
            known.add(entry.key());
            for (String phrase : line.split(",")) {
                vocabulary.add(entry, Words.of(phrase), file);
            }
        }
        lines.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalStateException(file + ": " + key + " is not a command");
        });
        return vocabulary;
    }

    static String file(String language) {
        return "messages/" + language + "/keywords.properties";
    }

    private void add(Entry entry, Words words, String file) {
        String phrase = words.phrase(0, words.size());
        if (phrase.isEmpty()) {
            return;
        }
        if (entry == Entry.NUMBERS) {
            Optional<Integer> figure = words.size() == 2 ? number(words.word(1)) : Optional.empty();
            numbers.put(
                    words.word(0),
                    figure.orElseThrow(() -> new IllegalStateException(
                            file + ": " + entry.key() + " needs a word and its figure, not \"" + phrase + "\"")));
        } else if ((entry.leads() && words.size() > 1) || !words.all()) {
            throw new IllegalStateException(file + ": " + entry.key() + " has too many words in \"" + phrase);
        } else {
            of(entry).add(phrase);
        }
    }

    /**
     * English, a language of its own, and from all others the words that count everywhere.
     *
     * @throws IllegalStateException naming the word and the file when one word stands for two commands
     */
    static Vocabulary together(String language, Map<String, Vocabulary> all, String english) {
        Vocabulary together = new Vocabulary();
        all.forEach((code, vocabulary) -> {
            boolean whole = code.equals(language) || code.equals(english);
            for (Entry entry : Entry.values()) {
                if (whole || entry.everywhere()) {
                    together.of(entry).addAll(vocabulary.of(entry));
                }
            }
            if (whole) {
                together.numbers.putAll(vocabulary.numbers);
            }
        });
        together.check(file(language));
        return together;
    }

    private void check(String file) {
        Map<String, Entry> taken = new HashMap<>();
        for (Entry entry : Entry.values()) {
            if (entry.isCommand()) {
                for (String phrase : of(entry)) {
                    Entry other = taken.put(phrase, entry);
                    if (other != null) {
                        throw new IllegalStateException(file + ": \"" + phrase + "\" stands for " + other.key()
                                + " and for " + entry.key() + " (perhaps by another language's file)");
                    }
                }
            }
        }
    }
}
