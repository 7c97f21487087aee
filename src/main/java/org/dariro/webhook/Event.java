package org.dariro.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that other systems may want to know of. It has ids, labels of ours and times in it; never a text, a number or a
 * name.
 *
 * @param at when it happened
 */
public record Event(Type type, Instant at, Map<String, Object> values) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What other systems are told of. */
    public enum Type {
        /** A text shows a risk, or was reported. */
        ALERT_RAISED,
        /** Somebody has an alert from now on. */
        ALERT_CLAIMED,
        /** Nobody has acted, and the next is called. */
        ALERT_ESCALATED,
        /** An alert is closed; a critical one by the second person. */
        ALERT_CLOSED,
        /** A post goes out to its group. */
        POST_RELEASED,
        /** A post waits for a mentor. */
        POST_HELD,
        /** Somebody wrote to the mentors, and waits for an answer. */
        WORDS_WAITING,
        /** A budget will not hold, or is spent. */
        BUDGET_ALARM,
        /** Nothing goes out on a carrier account. */
        ACCOUNT_DOWN,
        /** Somebody tries whether all works; sent to the one that is tried. */
        TEST;

        /** As it is written: {@code alert.raised}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }

        /** Those that an endpoint can be told of. */
        public static Type[] choices() {
            Type[] all = values();
            return java.util.Arrays.copyOf(all, all.length - 1);
        }

        /** The type with this label; empty when there is none. */
        public static Optional<Type> labelled(String label) {
            for (Type type : choices()) {
                if (type.label().equals(label)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    public Event {
        values = new LinkedHashMap<>(values);
    }

    /** An event of which nothing is said yet. */
    public static Event of(Type type, Instant at) {
        return new Event(type, at, Map.of());
    }

    /** With an id. */
    public Event with(String name, long id) {
        return plus(name, id);
    }

    /** With an id that may be absent. */
    public Event with(String name, Optional<Long> id) {
        return id.isPresent() ? plus(name, id.get()) : this;
    }

    /** With a label of ours. */
    public Event with(String name, String label) {
        return plus(name, label);
    }

    /** With a time. */
    public Event with(String name, Instant time) {
        return plus(name, time.toString());
    }

    private Event plus(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Event(type, at, more);
    }

    /** What is sent. */
    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", type.label());
        all.put("timestamp", at.toString());
        all.put("data", values);
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event could not be written", e);
        }
    }
}
