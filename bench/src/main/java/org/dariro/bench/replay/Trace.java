package org.dariro.bench.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recorded conversations of groups.
 *
 * @param lines of all groups, the oldest first
 * @param groups by name, in the order of the file
 */
record Trace(List<Line> lines, Map<String, Circle> groups) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LEAST_MEMBERS = 15;

    /**
     * One post.
     *
     * @param number its number in its group, from 1
     * @param millis when it was written, since the beginning of the trace
     * @param sender the place of its author in the group, from 0
     */
    record Line(String group, int number, long millis, int sender, String text) {}

    /**
     * A group.
     *
     * @param nicknames by place, those that the trace does not name made up
     * @param languages by place, ISO 639-3; empty for one who never writes
     */
    record Circle(String name, List<String> nicknames, List<String> languages, List<Line> lines) {}

    /** A group by its name. */
    Circle circle(String name) {
        Circle circle = groups.get(name);
        if (circle == null) {
            throw new IllegalStateException("There is no group " + name);
        }
        return circle;
    }

    /**
     * Reads a trace: JSON lines with {@code group, t, sender, nick, text, lang}. A file {@code <name>-groups.json} beside
     * it may list the members of each group; otherwise a group has as many as write, and at least 15.
     */
    static Trace read(Path file) throws IOException {
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        for (String row : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!row.isBlank()) {
                JsonNode json = JSON.readTree(row);
                rows.computeIfAbsent(json.path("group").asText(), group -> new ArrayList<>())
                        .add(json);
            }
        }
        Map<String, List<String>> members = members(file);
        Map<String, Circle> groups = new LinkedHashMap<>();
        rows.forEach((group, posts) -> groups.put(group, circle(group, posts, members.getOrDefault(group, List.of()))));
        List<Line> lines = new ArrayList<>();
        groups.values().forEach(circle -> lines.addAll(circle.lines()));
        lines.sort(Comparator.comparingLong(Line::millis)); // stable: a group keeps its order
        return new Trace(lines, groups);
    }

    private static Map<String, List<String>> members(Path file) throws IOException {
        String name = file.getFileName().toString().replaceAll("\\.jsonl$", "");
        Path groups = file.resolveSibling(name + "-groups.json");
        Map<String, List<String>> members = new HashMap<>();
        if (Files.isRegularFile(groups)) {
            for (JsonNode group : JSON.readTree(groups.toFile())) {
                List<String> nicknames = new ArrayList<>();
                group.path("members").forEach(nickname -> nicknames.add(nickname.asText()));
                members.put(group.path("group").asText(), nicknames);
            }
        }
        return members;
    }

    private static Circle circle(String group, List<JsonNode> posts, List<String> members) {
        List<JsonNode> inOrder = new ArrayList<>(posts);
        inOrder.sort(Comparator.comparingDouble(post -> post.path("t").asDouble()));
        int size = Math.max(LEAST_MEMBERS, members.size());
        Map<Integer, String> nicknames = new HashMap<>();
        Map<Integer, String> languages = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (JsonNode post : inOrder) {
            int sender = post.path("sender").asInt();
            size = Math.max(size, sender + 1);
            nicknames.putIfAbsent(sender, post.path("nick").asText());
            languages.putIfAbsent(sender, post.path("lang").asText(""));
            lines.add(new Line(
                    group,
                    lines.size() + 1,
                    Math.round(post.path("t").asDouble() * 1_000),
                    sender,
                    post.path("text").asText()));
        }
        List<String> nicknamesByPlace = new ArrayList<>();
        List<String> languagesByPlace = new ArrayList<>();
        for (int place = 0; place < size; place++) {
            String listed = place < members.size() ? members.get(place) : "Member " + place;
            nicknamesByPlace.add(nicknames.getOrDefault(place, listed));
            languagesByPlace.add(languages.getOrDefault(place, ""));
        }
        return new Circle(group, nicknamesByPlace, languagesByPlace, lines);
    }
}
