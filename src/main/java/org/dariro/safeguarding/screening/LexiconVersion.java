package org.dariro.safeguarding.screening;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A short name for what lexicons say, that changes with any of their words and with nothing else. */
final class LexiconVersion {
    private static final int LENGTH = 12;

    private LexiconVersion() {}

    static String of(Map<String, Lexicon> lexicons) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(lexicons).forEach((language, lexicon) -> {
                String said = language
                        + lexicon.phrases()
                        + new TreeMap<>(lexicon.slots())
                        + new TreeMap<>(lexicon.spellings())
                        + new TreeSet<>(lexicon.ordinary())
                        + new TreeMap<>(lexicon.digits());
                digest.update(said.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
