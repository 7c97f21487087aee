package org.dariro.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dariro.platform.Messages;
import org.dariro.platform.Templates;
import org.dariro.safeguarding.CrisisContacts;
import org.dariro.spend.Encoding;
import org.dariro.spend.Segments;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every message, filled with ordinary values, costs what the templates promise and gives nothing away. */
class WordsMembersReadTest {
    private static final Messages MESSAGES = KeywordsTest.MESSAGES;
    private static final String LONGEST_CONTACTS = "x".repeat(100);

    private static final Map<String, String> ORDINARY = Map.ofEntries(
            Map.entry("programme", "Friends Zambia"),
            Map.entry("group", "HOPE"),
            Map.entry("groups", "HOPE, SUNRISE, RIVER"),
            Map.entry("texts", "12"),
            Map.entry("max", "30"),
            Map.entry("code", "*384*123#"),
            Map.entry("nickname", "Thandi"),
            Map.entry("mentor", "Grace"),
            Map.entry("guest", "Dr Ncube"),
            Map.entry("from", "18:00"),
            Map.entry("to", "20:00"),
            Map.entry("days", "14"),
            Map.entry("date", "31/12/2026"),
            Map.entry("hours", "7:00, 12:00, 18:00"),
            Map.entry("count", "12"),
            Map.entry("contact", "+263771000000"),
            Map.entry("names", "Rudo, Tariro, Sunny, Chipo, Star, Blessing, Lindiwe, Farai, Musa, Zola"),
            Map.entry("reason", "Please leave out the name of the clinic and write again."),
            Map.entry("number", "421"),
            Map.entry("severity", "esibucayi kakhulu"),
            Map.entry("minutes", "120"),
            Map.entry("name", "Grace"),
            Map.entry("contacts", LONGEST_CONTACTS));

    private static final Map<String, Integer> LIMITS = Map.of(
            "mentor-prefix",
            40,
            "mentor-reply",
            60,
            "ussd-bad-choice",
            40,
            "ussd-read-more",
            20,
            "ussd-read-last",
            20,
            "ussd-menu-groups",
            20,
            "ussd-menu-question",
            16);

    private static final Set<String> HELP_BEFORE_COST = Set.of(
            "crisis-card", "crisis-card-out-of-cover", "held-notice-out-of-cover", "mentor-received-out-of-cover");

    private static final List<String> NEVER_NAMED = List.of(
            "hiv",
            "aids",
            "ukimwi",
            "sida",
            "suicid",
            "kujiua",
            "kuzviuraya",
            "ukuzibulala",
            "mental",
            "disease",
            "illness",
            "clinic",
            "http",
            "www.",
            ".com",
            ".org");

    @TestFactory
    Stream<DynamicTest> aMessageCostsWhatTheTemplatesPromise() {
        return MESSAGES.languages().stream().flatMap(language -> MESSAGES.keys().stream()
                .sorted()
                .map(key -> DynamicTest.dynamicTest(language + " " + key, () -> costs(language, key))));
    }

    private static void costs(String language, String key) {
        String filled = filled(language, key);
        Segments segments = Segments.of(filled);
        assertEquals(Encoding.GSM_7, segments.encoding(), filled);
        int allowed = key.equals("consent") ? 3 : HELP_BEFORE_COST.contains(key) || key.startsWith("crisis-") ? 2 : 1;
        assertTrue(segments.count() <= allowed, () -> segments.units() + " units: " + filled);
        assertTrue(segments.units() <= LIMITS.getOrDefault(key, 480), () -> segments.units() + " units: " + filled);
        assertEquals(filled.strip(), filled, "no blanks around it");
    }

    private static String filled(String language, String key) {
        Map<String, String> values = new HashMap<>(ORDINARY);
        String names = MESSAGES.languages().stream().map(MESSAGES::languageName).collect(Collectors.joining(", "));
        values.put("languages", names);
        values.put(
                "choices",
                key.equals("ussd-language") ? "1 " + names.replace(", ", "\n0 ") : "1 HOPE\n2 SUNRISE\n3 RIVER");
        return MESSAGES.text(language, key, values);
    }

    @Test
    void noMessageNamesTheMatterOrHasALink() {
        for (String language : MESSAGES.languages()) {
            for (String key : MESSAGES.keys()) {
                String words = MESSAGES.text(language, key, blank()).toLowerCase(Locale.ROOT);
                NEVER_NAMED.forEach(word -> assertFalse(mentions(words, word), language + " " + key + " says " + word));
            }
        }
    }

    /** A matter is named by the beginning of a word: "muchiverenga" does not name HIV. */
    private static boolean mentions(String words, String word) {
        return Pattern.compile("(?<!\\p{L})" + Pattern.quote(word))
                .matcher(words)
                .find();
    }

    private static Map<String, String> blank() {
        Map<String, String> blank = new HashMap<>();
        MESSAGES.keys().forEach(key -> MESSAGES.placeholders(key).forEach(name -> blank.put(name, "")));
        return blank;
    }

    @Test
    void theConsentTextSaysWhatItMustInEveryLanguage() {
        for (String language : MESSAGES.languages()) {
            String consent = filled(language, "consent");
            for (String must : List.of("Friends Zambia", "HOPE", "12", "STOP", "NO", "SMS")) {
                assertTrue(consent.contains(must), language + " lacks " + must);
            }
        }
    }

    @Test
    void whatAMessageAsksPeopleToSendIsACommand() {
        assertTrue(parse("NAME Sunny") instanceof Command.Name);
        assertTrue(parse("JOIN ABCD") instanceof Command.Join);
        assertTrue(parse("PAUSE 3") instanceof Command.Pause);
        assertTrue(parse("READ NOW") instanceof Command.Mode);
        assertTrue(parse("READ LATER") instanceof Command.Mode);
        assertTrue(parse("READ USSD") instanceof Command.Mode);
        assertTrue(parse("MENTOR can we talk") instanceof Command.Mentor);
        assertTrue(parse("SEND ALL") instanceof Command.SendAll);
        assertTrue(parse("RESUME") instanceof Command.Resume);
        assertTrue(KeywordsTest.KEYWORDS.parse("SI", "es") instanceof Command.Consent);
        for (String language : MESSAGES.languages()) {
            String asked = "LANG " + MESSAGES.languageName(language);
            assertTrue(parse(asked) instanceof Command.Language wanted
                    && MESSAGES.language(wanted.codeOrName()).equals(Optional.of(language)));
        }
    }

    private static Command parse(String text) {
        return KeywordsTest.KEYWORDS.parse(text, "zu");
    }

    @Test
    void crisisContactsFitTheirScreenInEveryCountryAndLanguage() {
        CrisisContacts contacts = CrisisContacts.load(Templates.shipped());
        for (String country : contacts.countries()) {
            for (String language : MESSAGES.languages()) {
                String line = contacts.contacts(country, language);
                assertEquals(Encoding.GSM_7, Segments.of(line).encoding(), line);
            }
        }
    }
}
