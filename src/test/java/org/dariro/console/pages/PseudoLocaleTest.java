package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.DateFormatSymbols;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/**
 * Shows every page in a made-up language: English with accents, 40 % longer, each sentence in brackets. A word without brackets
 * that nobody entered stands in a template or in code, where nobody translates it.
 */
class PseudoLocaleTest {
    private static final String PLAIN = "aceginostuyACEGINOSTUY";
    private static final String ACCENTED = "\u00e5\u00e7\u00e9\u011d\u00ef\u00f1\u00f8\u0161\u0163\u00fb\u00fd"
            + "\u00c5\u00c7\u00c9\u011c\u00cf\u00d1\u00d8\u0160\u0162\u00db\u00dd";
    private static final Pattern SENTENCE = Pattern.compile("\u27e6[^\u27e6\u27e7]*\u27e7");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** What the service is called, what stands on keys, and what people entered. */
    private static final Set<String> ENTERED = Set.of(
            ("Dariro Ctrl Enter Esc UTC OWN sim Econet Sunny Grace Worker test grace worker example org service JOIN"
                            + " English Espa\u00f1ol Kiswahili want to kill myself tonight")
                    .split(" "));

    /** What is for programs or typed as it stands, and what comes from elsewhere than the pages' bundles. */
    private static final String NOT_SPOKEN = String.join(
            ", ",
            List.of(
                    "script, style, kbd, code, time, .secret",
                    "section[aria-labelledby=steps] p", // a protocol
                    "[id^=words-]", // what members are asked, in the language of the group
                    ".replies a, section[aria-labelledby=shared] li", // saved replies, in the languages of groups
                    "select#programme option", // the titles of plans
                    "section[aria-labelledby=templates] .item b", // the names of group templates
                    "select#line option, select#language option"));

    /** In the members' languages, not in the reader's. */
    private static final Set<String> FOR_MEMBERS = Set.of("GET /groups/{group}/card");

    private static final Set<String> NAMES = names();

    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));

    static String pseudo(String english) {
        StringBuilder text = new StringBuilder("\u27e6");
        Matcher places = Pattern.compile("\\{[1-9]}|.", Pattern.DOTALL).matcher(english);
        while (places.find()) {
            int known = places.group().length() > 1 ? -1 : PLAIN.indexOf(places.group());
            text.append(known < 0 ? places.group() : ACCENTED.charAt(known));
        }
        return text.append("~".repeat((english.length() * 2 + 4) / 5))
                .append('\u27e7')
                .toString();
    }

    private Visit inPseudo(Visit visit) {
        Map<String, String> bundle = new LinkedHashMap<>();
        desk.words.in("en").bundle().forEach((key, text) -> bundle.put(key, pseudo(text)));
        return new Visit(
                visit.session(),
                visit.staff(),
                visit.actor(),
                visit.formToken(),
                visit.swap(),
                visit.isSecure(),
                visit.address(),
                visit.browser(),
                new Words.Spoken("en", bundle),
                visit.clock());
    }

    @Test
    void aSentenceIsStillItselfWithItsValues() {
        assertEquals("\u27e6W\u00e5\u00ef\u0163 {1} \u0161~~~~\u27e7", pseudo("Wait {1} s"));
        Words.Spoken spoken = new Words.Spoken("en", Map.of("wait", pseudo("Wait {1} s")));
        assertTrue(spoken.text("wait", List.of(5)).contains(" 5 "));
    }

    @Test
    void everyWordOfEveryPageIsInTheBundles() {
        try (desk) {
            Map<String, String> ids = new HashMap<>(RouteMatrixTest.things(desk, "OWN", "+263771000011"));
            Visit visit = inPseudo(EveryPage.ofAllRoles(desk, "Worker"));
            ids.put("user", Long.toString(visit.user().id()));
            ids.put("staff", EveryPage.staff(desk, "Grace", ids.get("group")));
            ids.put("token", desk.dariro.database.inTransaction(tx -> desk.users.link(tx, visit.user(), "service")));
            ids.put("study", RouteMatrixTest.study(desk, "OWN", Long.parseLong(ids.get("group"))));
            Set<String> bare = new TreeSet<>();
            List<EveryPage.Shown> all = new EveryPage(desk).shown(visit, ids, "");
            for (EveryPage.Shown shown : all) {
                if (shown.isHtml() && !FOR_MEMBERS.contains(shown.route().replaceAll(":.*", ""))) {
                    words(Jsoup.parse(shown.body())).forEach(word -> bare.add(word + " in " + shown.route()));
                }
            }
            assertTrue(all.size() >= 9, "pages " + all.size());
            assertEquals(Set.of(), bare, "neither in the bundles nor known here as entered or as a name");
        }
    }

    /** The words outside all sentences. */
    private static Set<String> words(Document page) {
        page.select(NOT_SPOKEN).remove();
        Set<String> texts = new HashSet<>();
        texts.add(page.title());
        for (Element element : page.body().getAllElements()) {
            element.childNodes().stream()
                    .filter(TextNode.class::isInstance)
                    .forEach(node -> texts.add(((TextNode) node).getWholeText()));
            for (String name : List.of("title", "aria-label", "placeholder", "alt")) {
                texts.add(element.attr(name));
            }
        }
        Set<String> words = new TreeSet<>();
        for (String text : texts) {
            String rest = text;
            for (Matcher found = SENTENCE.matcher(rest); found.find(); found = SENTENCE.matcher(rest)) {
                rest = found.replaceAll(" ");
            }
            Matcher word = WORD.matcher(rest);
            while (word.find()) {
                words.add(word.group());
            }
        }
        words.removeAll(ENTERED);
        words.removeAll(NAMES);
        return words;
    }

    /** The names of countries, months, days, currencies and time zones, which Java knows in each language. */
    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        Stream.of(
                        Stream.of(Locale.getISOCountries())
                                .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH)),
                        Stream.of(Locale.getISOCountries()),
                        Stream.of(DateFormatSymbols.getInstance(Locale.ENGLISH)).flatMap(symbols -> Stream.of(
                                        symbols.getMonths(),
                                        symbols.getShortMonths(),
                                        symbols.getWeekdays(),
                                        symbols.getShortWeekdays())
                                .flatMap(Stream::of)),
                        Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode),
                        ZoneId.getAvailableZoneIds().stream())
                .flatMap(all -> all)
                .forEach(name -> {
                    Matcher word = WORD.matcher(name);
                    while (word.find()) {
                        names.add(word.group());
                    }
                });
        return names;
    }
}
