package org.dariro.console.pages;

import java.util.Locale;
import java.util.Optional;

/**
 * What carriers and gateways mean by their codes, in words: {@code code-<kind>-<code>} of the bundles, or {@code code-<code>} for
 * one that several have. A code that is not known there is shown as it is.
 */
final class CarrierCode {
    private CarrierCode() {}

    /**
     * A code in words, with the code itself behind them.
     *
     * @param kind the gateway's, {@code twilio}; empty where it is not known
     */
    static String words(Visit visit, String kind, String code) {
        String key = key(code);
        Optional<String> words = visit.words()
                .known("code-" + kind + "-" + key)
                .or(() -> visit.words().known("code-" + key))
                .or(() -> kind.isEmpty() ? ofAny(visit, key) : Optional.empty());
        return words.map(known -> known + " (" + code + ")").orElse(code);
    }

    /** Where the gateway is not known: most carriers' codes are their own. */
    private static Optional<String> ofAny(Visit visit, String key) {
        return java.util.stream.Stream.of("twilio", "africastalking", "smpp")
                .flatMap(kind -> visit.words().known("code-" + kind + "-" + key).stream())
                .findFirst();
    }

    /** As the bundles have it: small letters, digits and hyphens; of a number in hexadecimal no more than the number. */
    static String key(String code) {
        String small = code.toLowerCase(Locale.ROOT);
        if (small.startsWith("0x")) {
            return small.replaceAll("\\s.*", "").replaceFirst("^0x0+(?=.)", "0x");
        }
        return small.replaceAll("[^a-z0-9]+", "-");
    }
}
