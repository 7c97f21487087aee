package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dariro.platform.Folding;

/**
 * Reads the files of one language's lexicon: plain text, one entry a line.
 *
 * <pre>
 * # A remark.
 * version: 3                               also source, review, note: about the file, for people
 * category: suicide                        what the phrases below are about
 * critical: going to kill myself           also high, medium, low
 * high: want/wish to die (now)             alternatives by a slash, an optional word in brackets
 * high: kys | go (and) die                 several phrases by upright strokes
 * high: {family} .. beats me               a list by its name; a gap: .. two words at most, ... five
 * high: *zvuraya*                          any letters before or after, for languages that build words
 * except: want to die laughing             cancels the phrases that lie within it
 * define: family = mother, my late father  what {family} stands for, in all files of the language
 * spell: wnt, wantt = want                 other spellings, in all files of the language
 * skip: just, really                       words passed over, in all files of the language
 * ordinary: hunting                        words that are no misspelling of another
 * digit: 0 = zero, oh                      words for digits, which numbers are spelled out with
 * </pre>
 *
 * <p>{@code #} as a word is any number of two digits or more. Case, accents, apostrophes and punctuation do not count.
 */
final class LexiconParser {
    private final String language;
    private final List<Phrase> phrases = new ArrayList<>();
    private final Map<String, List<String>> slots = new HashMap<>();
    private final Map<String, List<String>> spellings = new HashMap<>();
    private final Map<String, String> spellingPlaces = new HashMap<>();
    private final Set<String> ordinary = new HashSet<>();
    private final Map<String, Character> digits = new HashMap<>();
    private Optional<Category> category = Optional.empty();
    private String file = "";
    private int line;

    LexiconParser(String language) {
        this.language = language;
    }

    /**
     * Reads one file's {@code content}; may be called for several.
     *
     * @param name for messages: the path that somebody who mends it looks for
     * @throws LexiconError at the first line that is wrong
     */
    LexiconParser read(String name, String content) {
        file = name;
        category = Optional.empty();
        line = 0;
        content.lines().forEach(text -> {
            line++;
            String entry = text.strip();
            if (!entry.isEmpty() && !entry.startsWith("#")) {
                readEntry(entry);
            }
        });
        return this;
    }

    /**
     * All that was read.
     *
     * @throws LexiconError when lines do not go together
     */
    Lexicon lexicon() {
        spellings.forEach((spelling, words) -> words.stream()
                .filter(w -> spellings.containsKey(w) && !w.equals(spelling))
                .findFirst()
                .ifPresent(w -> {
                    throw new LexiconError(spellingPlaces.get(spelling) + ": " + w
                            + " is a spelling itself: write what it stands for");
                }));
        PhrasePattern pattern = new PhrasePattern(slots, spellings);
        for (Phrase phrase : phrases) {
            try {
                pattern.expand(phrase.words());
            } catch (IllegalArgumentException e) {
                throw new LexiconError(phrase.place() + ": " + e.getMessage());
            }
        }
        return new Lexicon(language, phrases, slots, spellings, ordinary, digits);
    }

    private void readEntry(String entry) {
        int colon = entry.indexOf(':');
        if (colon < 0) {
            throw fault("there is no colon; a line is like 'high: want to die'");
        }
        String value = entry.substring(colon + 1).strip();
        if (value.isEmpty()) {
            throw fault("there is nothing after the colon");
        }
        switch (entry.substring(0, colon).strip()) {
            case "version", "source", "review", "note" -> {
                // for people
            }
            case "category" ->
                category = Optional.of(
                        Category.labelled(value).orElseThrow(() -> fault("there is no category '" + value + "'")));
            case "except" -> readPhrase(Optional.empty(), value);
            case "critical" -> readPhrase(Optional.of(Severity.CRITICAL), value);
            case "high" -> readPhrase(Optional.of(Severity.HIGH), value);
            case "medium" -> readPhrase(Optional.of(Severity.MEDIUM), value);
            case "low" -> readPhrase(Optional.of(Severity.LOW), value);
            case "define" -> readSlot(value);
            case "spell" -> readSpelling(value);
            case "skip" -> each(value, word -> spell(word, List.of()));
            case "ordinary" -> each(value, ordinary::add);
            case "digit" -> readDigit(value);
            default ->
                throw fault("'" + entry.substring(0, colon) + "' is none of category, critical, high, medium, low, "
                        + "except, define, spell, skip, ordinary, digit, version, source, review, note");
        }
    }

    private void readPhrase(Optional<Severity> severity, String pattern) {
        Category of = category.orElseThrow(() -> fault("a line 'category: ...' must come first"));
        for (String one : pattern.split("\\|", -1)) {
            if (one.isBlank()) {
                throw fault("a phrase is missing beside an upright stroke");
            }
            phrases.add(new Phrase(of, severity, one.strip(), file + ":" + line));
        }
    }

    private void readSlot(String value) {
        int equals = value.indexOf('=');
        String name = equals < 0 ? "" : value.substring(0, equals).strip();
        if (name.isEmpty() || !name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-')) {
            throw fault("a list is like 'define: family = mother, father', its name in small letters and hyphens");
        }
        List<String> items = Arrays.stream(value.substring(equals + 1).split(","))
                .map(String::strip)
                .toList();
        if (items.stream().anyMatch(item -> words(item).isEmpty())) {
            throw fault("a word is missing beside a comma");
        }
        if (slots.putIfAbsent(name, items) != null) {
            throw fault("{" + name + "} is defined twice");
        }
    }

    private void readSpelling(String value) {
        int equals = value.indexOf('=');
        List<String> meaning = equals < 0 ? List.of() : words(value.substring(equals + 1));
        if (meaning.isEmpty()) {
            throw fault("a spelling is like 'spell: wnt = want'");
        }
        for (String item : value.substring(0, equals).split(",")) {
            List<String> words = words(item);
            if (words.isEmpty()) {
                throw fault("a word is missing beside a comma");
            }
            spell(String.join(" ", words), meaning);
        }
    }

    private void readDigit(String value) {
        int equals = value.indexOf('=');
        String digit = equals < 0 ? "" : value.substring(0, equals).strip();
        if (digit.length() != 1 || digit.charAt(0) < '0' || digit.charAt(0) > '9') {
            throw fault("words for a digit are like 'digit: 0 = zero, oh'");
        }
        each(value.substring(equals + 1), word -> digits.put(word, digit.charAt(0)));
    }

    private void spell(String spelling, List<String> meaning) {
        List<String> before = spellings.putIfAbsent(spelling, meaning);
        if (before != null && !before.equals(meaning)) {
            throw fault("'" + spelling + "' already stands for '" + String.join(" ", before) + "'");
        }
        spellingPlaces.putIfAbsent(spelling, file + ":" + line);
    }

    private void each(String list, Consumer<String> taker) {
        for (String item : list.split(",")) {
            List<String> words = words(item);
            if (words.size() != 1) {
                throw fault("'" + item.strip() + "' is not one word");
            }
            taker.accept(words.get(0));
        }
    }

    private LexiconError fault(String fault) {
        return new LexiconError(file + ":" + line + ": " + fault);
    }

    /** The folded words of a phrase; {@code #} and stars stay. */
    static List<String> words(String phrase) {
        StringBuilder folded = new StringBuilder();
        phrase.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            char f = c == '#' || c == '*' ? (char) c : Folding.fold(c);
            if (f != Folding.NOTHING) {
                folded.append(f);
            }
        });
        String words = folded.toString().strip();
        return words.isEmpty() ? List.of() : List.of(words.split(" +"));
    }
}
