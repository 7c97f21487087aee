package org.dariro.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What of the console can be read, by the list of its routes: a new page is in the tests of every page by itself. */
final class PageRoutes {
    /** These lead elsewhere, or are a part of a page, a stream, a file or an asset. Whatever else is read is a page. */
    private static final Pattern NO_PAGE =
            Pattern.compile("/|/assets/.*|.*/events|.*/thread|.*/table|.*/export|/sign-in/openid.*");

    private PageRoutes() {}

    /** All that is read: {@code /groups/{group}/rota}. */
    static List<String> read() throws IOException {
        try (InputStream in = PageRoutes.class.getResourceAsStream("/console-routes.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("GET /"))
                    .map(line -> line.substring("GET ".length(), line.indexOf(':')))
                    .toList();
        }
    }

    /** The pages. */
    static List<String> pages() throws IOException {
        return read().stream()
                .filter(route -> !NO_PAGE.matcher(route).matches())
                .toList();
    }

    /** A route with what stands for its names: {@code group} 1002. */
    static String filled(String route, Map<String, String> values) {
        String filled = route;
        for (Map.Entry<String, String> one : values.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        }
        if (filled.contains("{")) {
            throw new IllegalStateException("No value is known for " + filled + ": add it where the pages are filled");
        }
        return filled;
    }
}
