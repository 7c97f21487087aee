package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The record's filters leave out nothing that is recorded. */
class AuditKindTest {
    /** An action written where the entry is made, or either of two. */
    private static final Pattern ACTION = Pattern.compile(
            "AuditEntry\\.of\\(\\s*[^\",;]*(?:\"user \"[^,;]*)?,(?:\\(\\)|[^\",;)])*\"([a-z-]+)\"(?:\\s*:\\s*\"([a-z-]+)\")?");

    private static Set<String> actions() throws IOException {
        Set<String> actions = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(Path.of("main/java"))) {
            List<Path> sources =
                    walk.filter(path -> path.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                Matcher found = ACTION.matcher(Files.readString(source));
                while (found.find()) {
                    actions.add(found.group(1));
                    if (found.group(2) != null) {
                        actions.add(found.group(2));
                    }
                }
            }
        }
        return actions;
    }

    @Test
    void everyActionIsOfAKind() throws IOException {
        Set<String> actions = actions();
        assertTrue(actions.size() > 60, actions.toString());
        assertTrue(actions.containsAll(Set.of("prices-added", "scheduled-sent", "password-set")), actions.toString());
        List<String> ofNone = actions.stream()
                .filter(action -> Arrays.stream(AuditKind.values())
                        .flatMap(kind -> kind.actions().stream())
                        .noneMatch(action::startsWith))
                .toList();
        assertEquals(List.of(), ofNone);
    }
}
