package org.dariro.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sets a crowd up in a service that runs already, by its API. */
final class Api implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpCaller http;
    private final String path;
    private final String headers;

    Api(URI base, String token) {
        http = new HttpCaller(base, 60_000);
        path = base.getRawPath() + "/api/v1";
        headers = "Authorization: Bearer " + token + "\r\nAccept: application/json\r\n";
    }

    /** Makes the line, unless it is there, and the groups with their members, who consented in person. */
    void enrol(Crowd crowd, String account, String run) throws IOException {
        long line = line(account);
        for (int group = 0; group < crowd.groups(); group++) {
            ObjectNode wanted = JSON.createObjectNode();
            wanted.put("name", "Load " + group).put("code", "L" + run.toUpperCase(java.util.Locale.ROOT) + group);
            wanted.put("line", line).put("language", "en").put("country", "ZW").put("mode", "at-once");
            long id = call("POST", "/groups", "application/json", wanted.toString())
                    .path("id")
                    .asLong();
            StringBuilder table = new StringBuilder("number,nickname,consent\n");
            for (int place = 0; place < crowd.members(); place++) {
                int phone = group * crowd.members() + place;
                table.append(crowd.number(phone))
                        .append(',')
                        .append(crowd.nickname(phone))
                        .append(",in-person: bench\n");
            }
            JsonNode done = call("POST", "/groups/" + id + "/members/import", "text/csv", table.toString());
            if (done.path("good").asInt() != crowd.members()) {
                throw new IllegalStateException("The members of a group were not taken: " + done.path("broken"));
            }
        }
    }

    private long line(String account) throws IOException {
        for (JsonNode line : call("GET", "/lines", "application/json", "").path("items")) {
            if (line.path("address").asText().equals(Crowd.LINE)
                    && line.path("account").asText().equals(account)) {
                return line.path("id").asLong();
            }
        }
        ObjectNode wanted = JSON.createObjectNode().put("account", account).put("address", Crowd.LINE);
        return call("POST", "/lines", "application/json", wanted.toString())
                .path("id")
                .asLong();
    }

    private JsonNode call(String method, String resource, String type, String body) throws IOException {
        HttpMessage answer = http.call(
                method,
                path + resource,
                headers + "Content-Type: " + type + "\r\n",
                body.getBytes(StandardCharsets.UTF_8));
        if (answer.status() >= 300) {
            throw new IllegalStateException(method + " " + resource + " was answered " + answer.status());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
