package org.dariro.bench.screen;

import java.util.Map;
import java.util.Optional;

/**
 * A text and what people said of it.
 *
 * @param label {@code risk}, {@code none}, or {@code ordinary} for a text of a corpus in which risk is next to never
 * @param category as the file names it; {@code none} where there is no risk
 * @param severity {@code critical}, {@code high}, {@code medium}, {@code none}
 * @param language as a language tag of two letters, {@code bem} for Bemba
 * @param phenomenon how the risk is worded, in challenge sets; empty elsewhere
 * @param source the corpus, and after a slash a part of it
 */
record LabelledText(
        String id,
        String text,
        String label,
        String category,
        String severity,
        String language,
        Optional<String> phenomenon,
        String source) {

    private static final Map<String, String> SHORT = Map.of(
            "eng", "en", "spa", "es", "swa", "sw", "sna", "sn", "nde", "nd", "zul", "zu", "xho", "xh", "nya", "ny");

    /** The tag for a language named by two or three letters. */
    static String tag(String language) {
        return SHORT.getOrDefault(language, language);
    }

    boolean isRisk() {
        return label.equals("risk");
    }

    boolean isOrdinary() {
        return label.equals("ordinary");
    }

    boolean isChallenge() {
        return phenomenon.isPresent();
    }

    boolean isPersonalData() {
        return category.equals("pii") || category.equals("personal-data");
    }

    /** The corpus without its part. */
    String corpus() {
        int slash = source.indexOf('/');
        return slash < 0 ? source : source.substring(0, slash);
    }
}
