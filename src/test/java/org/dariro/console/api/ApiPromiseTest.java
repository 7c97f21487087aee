package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What programs were promised holds: docs/openapi.json. To promise what was added too, or to break a promise on purpose, write
 * the file anew: {@code mvn -pl src test -Dtest=ApiPromiseTest -Ddariro.openapi.write=true}.
 */
class ApiPromiseTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROMISED = Path.of("..", "docs", "openapi.json");

    @Test
    void nothingThatWasPromisedIsGone() throws IOException {
        JsonNode now = ApiDocument.now();
        if (Boolean.getBoolean("dariro.openapi.write")) {
            Files.writeString(PROMISED, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        }
        assertEquals(List.of(), ApiChanges.breaking(JSON.readTree(Files.readString(PROMISED)), now));
    }

    @Test
    void theDocumentIsWhole() {
        JsonNode now = ApiDocument.now();
        assertTrue(now.path("paths").size() > 50, now.path("paths").size() + " paths");
        JsonNode posts = now.path("paths").path("/groups/{group}/posts");
        assertEquals("posts:read", posts.path("get").path("x-scope").asText());
        assertEquals("201", posts.path("post").path("responses").fieldNames().next());
        JsonNode alerts = now.at("/paths/~1alerts/get/responses/200/content/application~1json/schema");
        assertEquals("#/components/schemas/PageOfAlertView", alerts.path("$ref").asText());
        assertEquals(
                "#/components/schemas/AlertView",
                now.at("/components/schemas/PageOfAlertView/properties/items/items/$ref")
                        .asText());
    }

    private static List<String> after(Consumer<ObjectNode> change) {
        ObjectNode now = ApiDocument.now();
        change.accept(now);
        return ApiChanges.breaking(ApiDocument.now(), now).stream().sorted().toList();
    }

    private static ObjectNode at(ObjectNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    @Test
    void whatBreaksProgramsIsFound() {
        assertEquals(List.of(), after(now -> at(now, "/components/schemas/AlertView/properties")
                .putObject("more")
                .put("type", "string")));
        assertEquals(List.of("GET /groups is gone"), after(now -> at(now, "/paths/~1groups")
                .remove("get")));
        assertEquals(List.of("GET /spend has lost the parameter by"), after(now -> {
            ArrayNode parameters = (ArrayNode) now.at("/paths/~1spend/get/parameters");
            for (int i = parameters.size() - 1; i >= 0; i--) {
                if (parameters.get(i).path("name").asText().equals("by")) {
                    parameters.remove(i);
                }
            }
        }));
        assertEquals(
                List.of(
                        "GET /tokens answered .items[] .usedOn is gone",
                        "POST /tokens answered .usedOn is gone",
                        "POST /tokens/{token}/revoke answered .items[] .usedOn is gone"),
                after(now -> at(now, "/components/schemas/TokensResourceTokenView/properties")
                        .remove("usedOn")));
        assertEquals(List.of("POST /tokens sent .name is needed now"), after(now -> at(
                        now, "/components/schemas/TokensResourceNewToken")
                .putArray("required")
                .add("name")));
        assertEquals(
                List.of("GET /networks is closed to the role mentor"),
                after(now -> ((ArrayNode) now.at("/paths/~1networks/get/x-roles")).remove(2)));
    }
}
