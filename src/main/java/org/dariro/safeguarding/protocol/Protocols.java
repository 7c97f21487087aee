package org.dariro.safeguarding.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dariro.platform.Reloading;
import org.dariro.platform.Templates;
import org.dariro.safeguarding.screening.Category;

/**
 * The protocols of {@code templates/protocols/<category>.properties}. A file of the programme's own is read anew when it
 * changes; one that cannot be used is reported, and what was read before stays.
 */
public final class Protocols {
    /** The category of a text that could not be screened. */
    public static final String SCREENING_FAILED = "screening-failed";

    /** The category of a post that a member reported. */
    public static final String REPORT = "report";

    private static final String OTHER = "other";
    private final Reloading<Map<String, Protocol>> protocols;

    private Protocols(Reloading<Map<String, Protocol>> protocols) {
        this.protocols = protocols;
    }

    /**
     * Loads the protocol of every category.
     *
     * @throws IllegalStateException naming the file when one is missing or cannot be used
     */
    public static Protocols load(Templates templates) {
        return new Protocols(Reloading.of(templates, "protocols", () -> read(templates)));
    }

    private static Map<String, Protocol> read(Templates templates) {
        Map<String, Protocol> all = new LinkedHashMap<>();
        for (String category : categories()) {
            String file = "protocols/" + category + ".properties";
            Map<String, String> lines = templates.lines(file);
            if (lines.isEmpty()) {
                throw new IllegalStateException(file + " is missing");
            }
            all.put(category, ProtocolReader.read(file, category, lines));
        }
        return all;
    }

    /** The categories that have a protocol. */
    public static List<String> categories() {
        return Stream.concat(
                        Stream.of(Category.values()).map(Category::label), Stream.of(SCREENING_FAILED, REPORT, OTHER))
                .toList();
    }

    /** The protocol of a category; the common one for a category that has none. */
    public Protocol of(String category) {
        Map<String, Protocol> all = protocols.get();
        Protocol protocol = all.getOrDefault(category, all.get(OTHER));
        if (protocol == null) {
            throw new IllegalStateException("There is no protocol at all");
        }
        return protocol;
    }

    /** All protocols. */
    public List<Protocol> all() {
        return List.copyOf(protocols.get().values());
    }
}
