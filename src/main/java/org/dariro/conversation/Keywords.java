package org.dariro.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.group.ReadingMode;
import org.dariro.member.Nickname;
import org.dariro.platform.Messages;
import org.dariro.platform.Templates;

/**
 * Reads what a text asks for. A keyword counts when it is the whole text, without regard to case, punctuation, accents
 * and apostrophes, or when it leads and what follows fits it; a sentence that merely holds one is a post. The member's
 * language and English count, and from every language the words for leaving, joining, yes and no. Pure, in time linear
 * in the text, and never throws. docs/languages.md has the rules for the people who edit the words.
 *
 * <p>The opt-out words follow the carriers' common list (STOP STOPALL UNSUBSCRIBE OPTOUT REVOKE, LEAVE, and CANCEL END
 * QUIT, at which Twilio blocks a number by itself).
 */
public final class Keywords {
    private static final int WORDS_AFTER_STOP = 3;
    private static final int WORDS_AFTER_REPORT = 2;
    private static final int WORDS_IN_A_NAME = 3;
    private static final int MOST_HOURS = 6;
    private static final int LONGEST_ACK = 20;
    private static final Pattern ACK = Pattern.compile("\\W{0,3}[Aa][Cc][Kk]\\W{0,4}([0-9]{1,4})?\\W{0,3}");

    private final Map<String, Vocabulary> byLanguage;
    private final Vocabulary english;
    private final Set<String> reserved;

    private Keywords(Map<String, Vocabulary> byLanguage, Vocabulary english) {
        this.byLanguage = byLanguage;
        this.english = english;
        this.reserved = reserved(byLanguage.values());
    }

    /**
     * Loads {@code keywords.properties} of every language that {@code messages} has.
     *
     * @throws IllegalStateException naming the file when a line is missing or unknown, or one word stands for two commands
     */
    public static Keywords load(Templates templates, Messages messages) {
        Map<String, Vocabulary> files = new LinkedHashMap<>();
        messages.languages().forEach(language -> files.put(language, Vocabulary.load(templates, language)));
        Map<String, Vocabulary> together = new LinkedHashMap<>();
        files.keySet()
                .forEach(language -> together.put(language, Vocabulary.together(language, files, Messages.ENGLISH)));
        return new Keywords(together, Vocabulary.together(Messages.ENGLISH, files, Messages.ENGLISH));
    }

    /** The command words of all languages, as keys of nicknames: nobody may be called STOP. */
    public Set<String> reserved() {
        return reserved;
    }

    private static Set<String> reserved(Collection<Vocabulary> vocabularies) {
        Set<String> keys = new HashSet<>();
        for (Vocabulary vocabulary : vocabularies) {
            for (String word : vocabulary.commands()) {
                keys.add(Objects.requireNonNull(Nickname.keyOf(word)));
            }
        }
        return Set.copyOf(keys);
    }

    /**
     * What the text asks for.
     *
     * @param text any Unicode, of any length
     * @param language the member's; one the service does not have reads as English
     */
    public Command parse(String text, String language) {
        Optional<Command> first = Addressing.read(text).or(() -> ack(text));
        if (first.isPresent()) {
            return first.get();
        }
        Words words = Words.of(text);
        if (words.size() == 0) {
            return new Command.Post(text);
        }
        Vocabulary known = byLanguage.getOrDefault(language, english);
        return leaving(words, known)
                .or(() -> alone(words, known))
                .or(() -> leading(words, known))
                .orElseGet(() -> new Command.Post(text));
    }

    /** The same in all languages: it stands in the call that it answers. */
    private static Optional<Command> ack(String text) {
        Matcher ack = ACK.matcher(text.length() > LONGEST_ACK ? "" : text);
        return ack.matches()
                ? Optional.of(new Command.Ack(Optional.ofNullable(ack.group(1)).map(Integer::valueOf)))
                : Optional.empty();
    }

    private static Optional<Command> leaving(Words words, Vocabulary known) {
        if (!words.all()) {
            return Optional.empty();
        }
        String whole = words.phrase(0, words.size());
        if (known.has(Entry.STOP_ALL, whole)) {
            return Optional.of(new Command.StopAll());
        }
        if (known.has(Entry.STOP, whole)
                || words.words().stream()
                        .allMatch(word -> known.has(Entry.STOP, word) || known.has(Entry.STOP_ALONE, word))) {
            return Optional.of(new Command.Stop());
        }
        return asksToLeave(words, whole, known) ? Optional.of(new Command.StopConfirm(words.text())) : Optional.empty();
    }

    private static boolean asksToLeave(Words words, String whole, Vocabulary known) {
        int stop = stopAt(words, 0, known);
        if (known.has(Entry.STOP_ASK, whole) || (stop > 0 && words.size() <= stop + WORDS_AFTER_STOP)) {
            return true;
        }
        Core core = Core.of(words, known);
        String wish = words.phrase(core.from(), core.to());
        int length = known.has(Entry.STOP_ALONE, words.word(core.from())) ? 1 : stopAt(words, core.from(), known);
        return known.has(Entry.STOP_ASK, wish)
                || known.has(Entry.STOP_ALL, wish)
                || (length > 0 && onlySmallWords(words, core.from() + length, known));
    }

    /** How many words, from one on, are an opt-out keyword: 0, 1 or 2. */
    private static int stopAt(Words words, int from, Vocabulary known) {
        if (from + 1 < words.size() && known.has(Entry.STOP, words.phrase(from, from + 2))) {
            return 2;
        }
        return known.has(Entry.STOP, words.word(from)) ? 1 : 0;
    }

    private static boolean onlySmallWords(Words words, int from, Vocabulary known) {
        return words.words().subList(from, words.size()).stream().allMatch(word -> known.has(Entry.SMALL_WORDS, word));
    }

    /** Commands that are the whole text, but for polite words around them. */
    private static Optional<Command> alone(Words words, Vocabulary known) {
        if (!words.all()) {
            return Optional.empty();
        }
        Optional<Command> whole = alone(words.phrase(0, words.size()), known);
        Core core = Core.of(words, known);
        return whole.isPresent() ? whole : alone(words.phrase(core.from(), core.to()), known);
    }

    private static Optional<Command> alone(String phrase, Vocabulary known) {
        if (known.has(Entry.YES, phrase)) {
            return Optional.of(new Command.Consent());
        } else if (known.has(Entry.NO, phrase)) {
            return Optional.of(new Command.Decline());
        } else if (known.has(Entry.START, phrase)) {
            return Optional.of(new Command.Start());
        } else if (known.has(Entry.HELP, phrase)) {
            return Optional.of(new Command.Help());
        } else if (known.has(Entry.RESUME, phrase)) {
            return Optional.of(new Command.Resume());
        } else if (known.has(Entry.WHO, phrase)) {
            return Optional.of(new Command.Who());
        } else if (known.has(Entry.SEND_ALL, phrase)) {
            return Optional.of(new Command.SendAll());
        } else {
            return Optional.empty();
        }
    }

    /** Commands known by their first word. */
    private static Optional<Command> leading(Words words, Vocabulary known) {
        String first = words.word(0);
        if (known.has(Entry.MENTOR, first)) {
            return Optional.of(new Command.Mentor(words.after(0)));
        } else if (known.has(Entry.REPORT, first)) {
            return Optional.of(report(words));
        } else if (!words.all()) {
            return Optional.empty();
        } else if (known.has(Entry.JOIN, first)) {
            return Addressing.join(words);
        } else if (known.has(Entry.NAME, first)) {
            return name(words, known);
        } else if (known.has(Entry.LANGUAGE, first)) {
            return words.size() > 2
                    ? Optional.empty()
                    : Optional.of(new Command.Language(Addressing.bare(words.after(0))));
        } else if (known.has(Entry.PAUSE, first)) {
            return Pausing.read(words, known);
        } else if (known.has(Entry.MODE, first) || known.has(Entry.READ, first)) {
            return mode(words, known);
        } else {
            return Optional.empty();
        }
    }

    /** A sentence may begin with it too ("report card came"): a long one counts when the keyword is in capitals. */
    private static Command report(Words words) {
        String keyword = words.text().strip();
        boolean capitals = keyword.length() > 1 && Character.isUpperCase(keyword.codePointAt(1));
        boolean few = words.all() && words.size() <= 1 + WORDS_AFTER_REPORT;
        return new Command.Report(Addressing.bare(words.after(0)), capitals || few);
    }

    private static Optional<Command> name(Words words, Vocabulary known) {
        boolean sentence =
                words.size() > 1 + WORDS_IN_A_NAME || (words.size() > 1 && known.has(Entry.NAME_NOT, words.word(1)));
        return sentence ? Optional.empty() : Optional.of(new Command.Name(Addressing.bare(words.after(0))));
    }

    /** The hours behind READ DIGEST; empty if something else is there, or more than a phone is looked at in a day. */
    private static Optional<List<Integer>> hours(Words words) {
        List<Integer> hours = new ArrayList<>();
        for (int i = 2; i < words.size(); i++) {
            if (!words.word(i).matches("[0-9]|[01][0-9]|2[0-3]")) {
                return Optional.empty();
            }
            hours.add(Integer.valueOf(words.word(i)));
        }
        return hours.size() > MOST_HOURS ? Optional.empty() : Optional.of(hours);
    }

    private static Optional<Command> mode(Words words, Vocabulary known) {
        String way = words.phrase(1, words.size());
        if (words.size() > 1
                && known.has(Entry.DIGEST, words.word(1))
                && hours(words).isPresent()) {
            return Optional.of(new Command.Mode(ReadingMode.DIGEST, hours(words).orElseThrow()));
        } else if (known.has(Entry.AT_ONCE, way)) {
            return Optional.of(new Command.Mode(ReadingMode.AT_ONCE));
        } else if (known.has(Entry.BUNDLED, way)) {
            return Optional.of(new Command.Mode(ReadingMode.BUNDLED));
        } else if (known.has(Entry.USSD_ONLY, way)) {
            return Optional.of(new Command.Mode(ReadingMode.USSD_ONLY));
        } else {
            boolean asks = words.size() == 1 || (words.size() == 2 && known.has(Entry.MODE, words.word(0)));
            return asks ? Optional.of(new Command.ModeUnknown()) : Optional.empty();
        }
    }

    /** The words of a text without the polite ones around them; at least one word. */
    private record Core(int from, int to) {
        static Core of(Words words, Vocabulary known) {
            int from = 0;
            int to = words.size();
            for (int length = 2; length >= 1; length--) {
                while (to - from > length && known.has(Entry.COURTESY, words.phrase(to - length, to))) {
                    to -= length;
                }
                while (to - from > length && known.has(Entry.COURTESY, words.phrase(from, from + length))) {
                    from += length;
                }
            }
            return new Core(from, to);
        }
    }
}
