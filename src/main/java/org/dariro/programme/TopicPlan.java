package org.dariro.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * What a programme speaks about, week by week.
 *
 * @param name of its file
 * @param title for coordinators
 */
public record TopicPlan(String name, String title, List<Topic> topics) {
    public TopicPlan {
        topics = List.copyOf(topics);
    }

    /**
     * One text of it.
     *
     * @param week from 1
     * @param words by language; English is always there
     */
    public record Topic(int week, DayOfWeek day, LocalTime time, Map<String, String> words) {
        /** The words in a language; in English where it has none. */
        public String in(String language) {
            return words.getOrDefault(language, words.getOrDefault("en", ""));
        }

        /** The day of it in a group that begins on a day: week 1 is the seven days from that on. */
        public LocalDate on(LocalDate start) {
            int ahead = Math.floorMod(day.getValue() - start.getDayOfWeek().getValue(), 7);
            return start.plusDays((week - 1) * 7L + ahead);
        }
    }

    /** How many weeks it lasts. */
    public int weeks() {
        return topics.stream().mapToInt(Topic::week).max().orElse(0);
    }
}
