package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dariro.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scans texts for risk by the lexicons of the languages in use. A text is searched in its writer's language and always in
 * English too, as people mix them. Linear in the text; safe for any number of threads; never fails, whatever the text is.
 */
public final class Screening {
    private static final Logger LOG = LoggerFactory.getLogger(Screening.class);
    private static final String ENGLISH = "en";
    private static final Comparator<Match> BY_PLACE = Comparator.comparingInt(Match::start)
            .thenComparing(Match::severity)
            .thenComparingInt(Match::end)
            .thenComparing(Match::category)
            .thenComparing(Match::term);

    private final LexiconSearch english;
    private final String version;
    private final SpokenLanguages spoken;
    private final Map<String, LexiconSearch> others = new HashMap<>();

    /**
     * Makes the lexicons ready.
     *
     * @param lexicons by language, English among them
     * @throws LexiconError when one cannot be used
     */
    public Screening(Map<String, Lexicon> lexicons) {
        this(lexicons, SpokenLanguages.NONE);
    }

    /**
     * Makes the lexicons ready.
     *
     * @param lexicons by language, English among them
     * @param spoken which of them are searched for the texts of a country
     * @throws LexiconError when one cannot be used
     */
    public Screening(Map<String, Lexicon> lexicons, SpokenLanguages spoken) {
        this(spoken, ready(lexicons));
    }

    private Screening(SpokenLanguages spoken, Map<String, LexiconSearch> searches) {
        this.spoken = spoken;
        LexiconSearch base = searches.get(ENGLISH);
        if (base == null) {
            throw new LexiconError("There is no lexicon for English");
        }
        english = base;
        Map<String, Lexicon> lexicons = new HashMap<>();
        searches.forEach((language, search) -> {
            lexicons.put(language, search.lexicon());
            if (!language.equals(ENGLISH)) {
                others.put(language, search);
            }
        });
        version = LexiconVersion.of(lexicons);
    }

    private static Map<String, LexiconSearch> ready(Map<String, Lexicon> lexicons) {
        Map<String, LexiconSearch> searches = new HashMap<>();
        lexicons.forEach((language, lexicon) -> searches.put(language, new LexiconSearch(lexicon)));
        return searches;
    }

    /**
     * By the lexicons that came with the service.
     *
     * @throws LexiconError when they are not there or one is wrong
     */
    public static Screening shipped(SpokenLanguages spoken) {
        return of(ShippedLexicons.get().ready(), spoken);
    }

    /**
     * Of lexicons that are ready, as making one ready takes a second.
     *
     * @param searches by language, English among them
     * @throws LexiconError when there is none for English
     */
    public static Screening of(Map<String, LexiconSearch> searches, SpokenLanguages spoken) {
        return new Screening(spoken, searches);
    }

    /**
     * Screens {@code text}.
     *
     * @param language the writer's, as a language tag: {@code sn}, {@code en-ZW}; one without a lexicon adds nothing
     */
    public Assessment assess(String text, String language) {
        return assess(text, language, "");
    }

    /**
     * Screens {@code text}, also in the languages that are mixed in a country.
     *
     * @param language the writer's, as a language tag
     * @param country ISO 3166; one that is not in the table adds nothing
     */
    public Assessment assess(String text, String language, String country) {
        Tokens tokens = Tokens.of(text);
        List<Match> matches = new ArrayList<>(english.find(tokens));
        String own = primary(language);
        search(own, tokens, matches);
        for (String other : spoken.of(country)) {
            if (!other.equals(own)) {
                search(other, tokens, matches);
            }
        }
        return matches.isEmpty()
                ? Assessment.nothing()
                : Assessment.of(matches.stream().sorted(BY_PLACE).distinct().toList(), version);
    }

    private void search(String language, Tokens tokens, List<Match> matches) {
        LexiconSearch search = others.get(language);
        if (search != null) {
            matches.addAll(search.find(tokens));
        }
    }

    /** As {@link #assess(String, String, String, SecondOpinion)}, for somebody of whom no country is known. */
    public Assessment assess(String text, String language, SecondOpinion second) {
        return assess(text, language, "", second);
    }

    /**
     * Screens {@code text}, and asks {@code second} unless it is as grave as can be. Its fault is logged and changes nothing.
     *
     * @param language the writer's, as a language tag
     * @param country ISO 3166
     */
    public Assessment assess(String text, String language, String country, SecondOpinion second) {
        Assessment found = assess(text, language, country);
        if (found.severity().filter(s -> s == Severity.CRITICAL).isPresent()) {
            return found;
        }
        try {
            return second.on(text, language, found).map(found::raisedBy).orElse(found);
        } catch (RuntimeException e) {
            LOG.warn("There is no second opinion: {}", Faults.describe(e));
            return found;
        }
    }

    /**
     * What begins in one text and ends in the next: only matches with words on both sides of the seam, so none that either text
     * has alone.
     *
     * @param before the words before {@code text}
     * @param language the writer's, as a language tag
     * @param country ISO 3166
     * @return the matches by their place in {@code text}, all of which begin at 0
     */
    public List<Match> across(String before, String text, String language, String country) {
        int seam = before.length() + 1;
        return assess(before + " " + text, language, country).matches().stream()
                .filter(match -> match.start() < before.length() && match.end() > seam)
                .map(match -> new Match(
                        match.category(), match.severity(), match.term(), 0, match.end() - seam, match.place()))
                .toList();
    }

    /** Which lexicons are searched for the texts of a country. */
    public SpokenLanguages spoken() {
        return spoken;
    }

    /** The version of the lexicons: the same for the same words, in files or not; every record of a screening names it. */
    public String version() {
        return version;
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }
}
