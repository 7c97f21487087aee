package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * All that staff do in the console, a program can do: console-api.txt names for each form the operations of the API that do the
 * same, or says why there is none. A new form fails the build until it stands there.
 */
class ConsoleByApiTest {
    private static final String NONE = "none, ";

    private static Map<String, String> lines(String file) throws IOException {
        try (InputStream in = ConsoleByApiTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("POST /"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(": ")),
                            line -> line.substring(line.indexOf(": ") + 2),
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    @Test
    void everyFormHasItsOperations() throws IOException {
        assertEquals(
                lines("/console-routes.txt").keySet(),
                lines("/console-api.txt").keySet(),
                "say in console-api.txt which operation of the API does the same as a form, or why there is none");
    }

    @Test
    void theOperationsAreThere() throws IOException {
        Set<String> known = new TreeSet<>();
        for (JsonNode path : ApiDocument.now().path("paths")) {
            path.forEach(call -> known.add(call.path("operationId").asText()));
        }
        Set<String> unknown = new TreeSet<>();
        for (String how : lines("/console-api.txt").values()) {
            if (!how.startsWith(NONE)) {
                unknown.addAll(List.of(how.split(" ")));
            }
        }
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }
}
