package org.dariro.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.group.ReadingMode;
import org.dariro.transcript.Stage.Circle;
import org.dariro.transcript.Stage.Person;

/**
 * Reads {@code group HOPE code SUNRISE bundled 15m with members Thandi +263771000001 sw later, Rudo +263771000002 and
 * mentor Grace}, and further groups after {@code and group}.
 */
final class Setting {
    private static final Pattern GROUP =
            Pattern.compile("group (\\S+)(.*?)(?: with members (.*?))?(?: and mentor (.*))?");
    private static final Pattern PERSON = Pattern.compile("([\\p{L}\\d' -]+?)(?: (\\+\\d+))?((?: \\w+)*)");
    private static final Pattern WORDS_OF_A_GROUP = Pattern.compile(
            "(?: code (?<code>\\w+)| (?<way>bundled|adaptive) (?<window>\\w+)| language (?<language>\\w+)"
                    + "| country (?<country>\\w+)|(?<high> holds high)|(?<lines> two lines))");

    private Setting() {}

    static List<Circle> read(String written) {
        List<Circle> circles = new ArrayList<>();
        for (String one : written.split("(?:,| and) (?=group )")) {
            circles.add(circle(one));
        }
        return circles;
    }

    private static Circle circle(String written) {
        Matcher group = GROUP.matcher(written);
        if (!group.matches()) {
            throw new IllegalArgumentException("not a group: " + written);
        }
        String code = group.group(1);
        String language = "en";
        String country = "ZW";
        boolean holdsHigh = false;
        boolean twoLines = false;
        Optional<Duration> window = Optional.empty();
        ReadingMode mode = ReadingMode.AT_ONCE;
        Matcher word = WORDS_OF_A_GROUP.matcher(group.group(2));
        int end = 0;
        while (word.find() && word.start() == end) {
            end = word.end();
            code = word.group("code") == null ? code : word.group("code");
            language = word.group("language") == null ? language : word.group("language");
            country = word.group("country") == null ? country : word.group("country");
            mode = word.group("way") == null
                    ? mode
                    : ReadingMode.valueOf(word.group("way").toUpperCase(Locale.ROOT));
            holdsHigh |= word.group("high") != null;
            twoLines |= word.group("lines") != null;
            window = word.group("window") == null ? window : Optional.of(Grammar.duration(word.group("window")));
        }
        if (end != group.group(2).length()) {
            throw new IllegalArgumentException(
                    "not understood of a group: " + group.group(2).substring(end));
        }
        List<Person> members = new ArrayList<>();
        if (group.group(3) != null) {
            for (String person : group.group(3).split(", ?")) {
                members.add(person(person));
            }
        }
        return new Circle(
                group.group(1),
                code,
                language,
                country,
                mode,
                window.orElse(Duration.ofMinutes(5)),
                holdsHigh,
                twoLines,
                members,
                Optional.ofNullable(group.group(4)).map(Setting::person));
    }

    private static Person person(String written) {
        Matcher person = PERSON.matcher(written.strip());
        if (!person.matches()) {
            throw new IllegalArgumentException("not a person: " + written);
        }
        Optional<String> language = Optional.empty();
        Optional<ReadingMode> mode = Optional.empty();
        for (String word : person.group(3).strip().split(" ")) {
            switch (word) {
                case "" -> {}
                case "now" -> mode = Optional.of(ReadingMode.AT_ONCE);
                case "later" -> mode = Optional.of(ReadingMode.BUNDLED);
                case "digest" -> mode = Optional.of(ReadingMode.DIGEST);
                case "ussd" -> mode = Optional.of(ReadingMode.USSD_ONLY);
                default -> language = Optional.of(word);
            }
        }
        return new Person(person.group(1), Optional.ofNullable(person.group(2)), language, mode);
    }
}
