package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a text somebody gives away a street address, or the value of a PIN, a password or an account. The lexicons say
 * where such things are spoken of; only what tells something is found here, no mere mention. Linear in the text.
 */
final class PersonalDetails {
    /** Characters before an address in which the flat or house may stand. */
    private static final int BEFORE = 40;

    /** Numbers with these among them are times, sums or distances, or somebody on the way. */
    private static final Set<String> NO_ADDRESS =
            Set.of(("a an the my your his her our their this that in on at of to from by for with is was am"
                            + " are and or but per each every i we you they he she it pm oclock day days week weeks month months year years"
                            + " hour hours hr hrs minute minutes min mins second seconds sec time times km kms k m metres meters mile miles"
                            + " people person percent rand rands dollar dollars usd bucks shillings bob more less first last next then when"
                            + " so just only going go went come came off up down out")
                    .split(" "));

    private static final Pattern STREET = Pattern.compile(
            "(?<![\\p{L}\\p{N}])\\d{1,5}[A-Za-z]?,?[ ]{1,2}(?:\\p{L}[\\p{L}'.-]{0,20}[ ]{1,2}){1,3}"
                    + "(?:street|str|st|road|rd|avenue|ave|crescent|cres|boulevard|blvd|terrace|drive|dr|lane)(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HOUSE_BEFORE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:flat|house|unit|apartment|apt|room|stand|plot|block|suite|erf)[ ]{1,2}(?:(?:no\\.?|number|num)[ ]{0,2})?"
                    + "\\d{1,5}[A-Za-z]?[ ]{0,2},?[ ]{0,2}$",
            Pattern.CASE_INSENSITIVE);

    /** After words that name what is given away: what says so, and the value. */
    private static final Pattern VALUE =
            Pattern.compile("^[ ]{0,2}(?:(?:pin|code|number|no|num)(?![\\p{L}\\p{N}])\\.?[ ]{0,2})?"
                    + "(?:(?:is|es|ni|ndi|yi|ngu|iri)(?![\\p{L}\\p{N}])|[:=#-])?[ ]{0,2}([^\\s,;!?]{2,40})");

    private static final Pattern ORDINAL =
            Pattern.compile("\\d(?:st|nd|rd|th)(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);

    /** What is said of passwords that is none. */
    private static final Set<String> NO_PASSWORD =
            Set.of(("not no wrong gone lost expired blocked working stolen forgotten safe"
                            + " secret changed weak strong long short hidden private incorrect invalid required needed mine yours")
                    .split(" "));

    private PersonalDetails() {}

    /** What is found, by kind {@link Span.Kind#DETAILS}; it may overlap. */
    static List<Span> find(String text, List<Match> matches) {
        List<Span> spans = new ArrayList<>();
        Matcher street = STREET.matcher(text);
        while (street.find()) {
            if (isAddress(street.group())) {
                spans.add(withHouse(text, street.start(), street.end()));
            }
        }
        for (Match match : matches) {
            boolean tells = match.category() == Category.PERSONAL_DATA && match.severity() != Severity.LOW;
            if (tells && match.end() <= text.length()) {
                told(text, match, spans);
            }
        }
        return spans;
    }

    private static void told(String text, Match match, List<Span> spans) {
        String words = text.substring(match.start(), match.end());
        if (hasDigit(words)) {
            if (isAddress(words)) {
                spans.add(withHouse(text, match.start(), match.end()));
            }
            return;
        }
        Matcher value = VALUE.matcher(text).region(match.end(), text.length());
        if (value.find() && (hasDigit(value.group(1)) || isPassword(text, words, value))) {
            spans.add(new Span(value.start(1), value.end(1), Span.Kind.DETAILS));
        }
    }

    /** One word that is said to be the password, and nothing after it. */
    private static boolean isPassword(String text, String words, Matcher value) {
        String word = value.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+$", "");
        return words.toLowerCase(Locale.ROOT).matches(".*(?:password|passcode).*")
                && word.length() > 3
                && !NO_PASSWORD.contains(word)
                && text.substring(value.end(1)).isBlank();
    }

    private static boolean isAddress(String words) {
        for (String word : words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (NO_ADDRESS.contains(word)) {
                return false;
            }
        }
        return !ORDINAL.matcher(words).find(); // 21st is a day
    }

    private static Span withHouse(String text, int start, int end) {
        int from = Math.max(0, start - BEFORE);
        Matcher house = HOUSE_BEFORE.matcher(text).region(from, start).useTransparentBounds(true);
        return new Span(house.find() ? house.start() : start, end, Span.Kind.DETAILS);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> DigitGroups.isDigit((char) c));
    }
}
