package org.dariro.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what breaks programs that were written against an earlier document of the API. More is no harm. */
final class ApiChanges {
    private static final int FARTHEST = 1_000;
    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();

    private ApiChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** What breaks, a sentence each. */
    static List<String> breaking(JsonNode before, JsonNode after) {
        ApiChanges changes = new ApiChanges(before, after);
        changes.paths();
        return changes.breaks;
    }

    private void paths() {
        for (Map.Entry<String, JsonNode> path : before.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                String where = call.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                JsonNode now = after.path("paths").path(path.getKey()).path(call.getKey());
                if (now.isMissingNode()) {
                    breaks.add(where + " is gone");
                } else {
                    call(where, call.getValue(), now);
                }
            }
        }
    }

    private void call(String where, JsonNode was, JsonNode now) {
        for (JsonNode parameter : was.path("parameters")) {
            JsonNode same = named(now.path("parameters"), parameter.path("name").asText());
            if (same.isMissingNode()) {
                breaks.add(where + " has lost the parameter "
                        + parameter.path("name").asText());
            } else {
                type(
                        where + " ?" + parameter.path("name").asText(),
                        parameter.path("schema"),
                        same.path("schema"),
                        true);
            }
        }
        for (JsonNode parameter : now.path("parameters")) {
            JsonNode earlier =
                    named(was.path("parameters"), parameter.path("name").asText());
            if (parameter.path("required").asBoolean()
                    && !earlier.path("required").asBoolean()) {
                breaks.add(
                        where + " needs the parameter " + parameter.path("name").asText());
            }
        }
        content(where + " sent", was.path("requestBody"), now.path("requestBody"), true);
        if (was.path("requestBody").isMissingNode() && !now.path("requestBody").isMissingNode()) {
            breaks.add(where + " needs a body");
        }
        for (Map.Entry<String, JsonNode> answer : was.path("responses").properties()) {
            JsonNode same = now.path("responses").path(answer.getKey());
            if (same.isMissingNode()) {
                breaks.add(where + " does not answer " + answer.getKey() + " any more");
            } else {
                content(where + " answered", answer.getValue(), same, false);
            }
        }
        Set<String> roles = new HashSet<>();
        now.path("x-roles").forEach(role -> roles.add(role.asText()));
        for (JsonNode role : was.path("x-roles")) {
            if (!roles.contains(role.asText())) {
                breaks.add(where + " is closed to the role " + role.asText());
            }
        }
    }

    private static JsonNode named(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private void content(String where, JsonNode was, JsonNode now, boolean sent) {
        for (Map.Entry<String, JsonNode> kind : was.path("content").properties()) {
            JsonNode same = now.path("content").path(kind.getKey());
            if (same.isMissingNode()) {
                breaks.add(where + " is not " + kind.getKey() + " any more");
            } else {
                type(where, kind.getValue().path("schema"), same.path("schema"), sent);
            }
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private void type(String where, JsonNode wasSchema, JsonNode nowSchema, boolean sent) {
        if (where.length() > FARTHEST) {
            return; // a record that stands in itself
        }
        JsonNode was = resolved(before, wasSchema);
        JsonNode now = resolved(after, nowSchema);
        if (!was.path("type").asText().equals(now.path("type").asText())) {
            breaks.add(where + " is " + now.path("type").asText() + " and was "
                    + was.path("type").asText());
            return;
        }
        if (was.has("items")) {
            type(where + "[]", was.path("items"), now.path("items"), sent);
        }
        if (was.has("additionalProperties")) {
            type(where + "{}", was.path("additionalProperties"), now.path("additionalProperties"), sent);
        }
        fields(where, was, now, sent);
    }

    private void fields(String where, JsonNode was, JsonNode now, boolean sent) {
        Set<String> neededBefore = names(was.path("required"));
        Set<String> neededNow = names(now.path("required"));
        for (Map.Entry<String, JsonNode> field : was.path("properties").properties()) {
            String name = where + " ." + field.getKey();
            JsonNode same = now.path("properties").path(field.getKey());
            if (same.isMissingNode()) {
                breaks.add(name + " is gone");
            } else {
                type(name, field.getValue(), same, sent);
                if (!sent && neededBefore.contains(field.getKey()) && !neededNow.contains(field.getKey())) {
                    breaks.add(name + " may be absent now");
                }
            }
        }
        if (sent) {
            neededNow.stream()
                    .filter(field -> !neededBefore.contains(field))
                    .forEach(field -> breaks.add(where + " ." + field + " is needed now"));
        }
    }

    private static Set<String> names(JsonNode array) {
        Set<String> names = new HashSet<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }
}
