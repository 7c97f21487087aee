package org.dariro.bench.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The pages of the console that somebody works with: those that the tests list, so that a new page is measured by itself, and
 * some of them with what people ask them for.
 */
final class Routes {
    private static final Path LISTED = Path.of("src/test/resources/console-routes.txt");
    /** Files, parts of pages, and streams. */
    private static final Set<String> NO_PAGES = Set.of("events", "card", "table", "export");

    /**
     * Pages with something in the query; {@code {before}} is a post in the middle of the conversation, {@code {day}} two weeks ago.
     */
    private static final List<Shape> ASKED = List.of(
            new Shape("/groups/{group}?before={before}", "mentor administrator"),
            new Shape("/spend?by=member&from={day}", "administrator"),
            new Shape("/spend?by=day&from={day}", "administrator"),
            new Shape("/spend/texts?from={day}", "administrator"),
            new Shape("/groups/{group}/spend?by=member&from={day}", "administrator"),
            new Shape("/groups/{group}/spend/texts?from={day}", "administrator"),
            new Shape("/search?q=clinic", "mentor administrator"));

    private final List<Shape> shapes = new ArrayList<>();
    private final Stored stored;

    /**
     * A page without its ids.
     *
     * @param roles who may open it, with spaces between them
     */
    record Shape(String path, String roles) {
        boolean isFor(String role) {
            return List.of(roles.split(" ")).contains(role);
        }
    }

    /** @param root the project's directory */
    Routes(Path root, Stored stored) throws IOException {
        this.stored = stored;
        for (String line : Files.readAllLines(root.resolve(LISTED))) {
            if (line.startsWith("GET ") && !line.endsWith(": open")) {
                int colon = line.indexOf(": ");
                Shape shape = new Shape(line.substring(4, colon), line.substring(colon + 2));
                if (!NO_PAGES.contains(shape.path().substring(shape.path().lastIndexOf('/') + 1))) {
                    shapes.add(shape);
                }
            }
        }
        ASKED.stream()
                .filter(shape -> shapes.stream()
                        .anyMatch(known -> known.path().equals(shape.path().replaceFirst("\\?.*", ""))))
                .toList()
                .forEach(shapes::add);
    }

    /** The pages of a role. */
    List<Shape> of(String role) {
        return shapes.stream().filter(shape -> shape.isFor(role)).toList();
    }

    /** An address of a page; another group, member or alert each time. Empty where the seed has none such. */
    Optional<String> address(Shape shape, String role, Random random) {
        List<Stored.Circle> seen = stored.seenBy(role);
        Stored.Circle circle = seen.get(random.nextInt(seen.size()));
        String path = shape.path()
                .replace("{group}", Long.toString(circle.id()))
                .replace("{place}", one(circle.places(), random))
                .replace("{alert}", one(circle.alerts(), random))
                .replace("{study}", one(stored.studies(), random))
                .replace("{user}", one(stored.users(), random))
                .replace("{before}", Long.toString(Math.max(1, circle.posts() / 2 - random.nextInt(100))))
                .replace("{day}", LocalDate.now(ZoneOffset.UTC).minusDays(14).toString());
        return path.contains("{") ? Optional.empty() : Optional.of("/console" + path);
    }

    private static String one(List<Long> ids, Random random) {
        return Long.toString(ids.get(random.nextInt(ids.size())));
    }
}
