package org.dariro.safeguarding.screening;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lexicons that came with the service, as files and ready to be searched. They cannot change while it runs and are only read,
 * so they are made ready once for all that search them: it takes seconds.
 */
public final class ShippedLexicons {
    private static @Nullable ShippedLexicons once;

    private final Map<String, Map<String, String>> files;
    private final Map<String, LexiconSearch> ready = new TreeMap<>();

    private ShippedLexicons(Map<String, Map<String, String>> files) {
        this.files = files;
        files.forEach((language, texts) -> ready.put(language, new LexiconSearch(Lexicons.read(language, texts))));
    }

    /** @throws LexiconError when they are not there or one is wrong */
    public static synchronized ShippedLexicons get() {
        ShippedLexicons all = once;
        if (all == null) {
            all = new ShippedLexicons(Lexicons.filesInClasspath(ShippedLexicons.class.getClassLoader()));
            once = all;
        }
        return all;
    }

    /** The files as they are, by language and name. */
    public Map<String, Map<String, String>> files() {
        return files;
    }

    /** The lexicons made ready, by language. */
    public Map<String, LexiconSearch> ready() {
        return ready;
    }
}
