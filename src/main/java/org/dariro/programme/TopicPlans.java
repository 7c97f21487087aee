package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.conversation.Attempt;
import org.dariro.group.Group;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Messages;
import org.dariro.platform.Reloading;
import org.dariro.platform.Templates;
import org.dariro.platform.Transaction;

/**
 * The plans of {@code templates/programmes/<name>.properties}; {@code programmes.properties} lists them with their titles. A
 * line is {@code week-1.mon.0900=words}, or {@code week-1.mon.0900.sw=words} in another language. A file of the programme's own
 * is read anew when it changes; one that cannot be used is reported, and what was read before stays.
 */
@Component
public class TopicPlans {
    private static final Pattern LINE =
            Pattern.compile("week-(\\d{1,2})\\.(\\w{3})\\.(\\d{2})(\\d{2})(?:\\.([a-z]{2,3}))?");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int LONGEST = 1_600;
    private final Reloading<Map<String, TopicPlan>> plans;
    private final Schedule schedule;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public TopicPlans(Templates templates, Schedule schedule, Messages messages, Ids ids, InstantSource clock) {
        this.schedule = schedule;
        this.ids = ids;
        this.clock = clock;
        plans = Reloading.of(templates, "programmes", () -> read(templates, messages));
    }

    private static Map<String, TopicPlan> read(Templates templates, Messages messages) {
        Map<String, TopicPlan> all = new LinkedHashMap<>();
        templates
                .lines("programmes/programmes.properties")
                .forEach((name, title) -> all.put(name, plan(templates, messages, name, title)));
        return all;
    }

    private static TopicPlan plan(Templates templates, Messages messages, String name, String title) {
        String file = "programmes/" + name + ".properties";
        Map<String, Map<String, String>> words = new TreeMap<>();
        Map<String, TopicPlan.Topic> topics = new TreeMap<>();
        templates.lines(file).forEach((key, text) -> {
            Matcher line = LINE.matcher(key);
            String language = line.matches() && line.group(5) != null ? line.group(5) : Messages.ENGLISH;
            if (!line.matches()
                    || !DAYS.contains(line.group(2))
                    || !messages.languages().contains(language)) {
                throw new IllegalStateException(
                        file + ": " + key + " is not like week-1.mon.0900 or week-1.mon.0900.sw");
            } else if (text.isBlank() || text.length() > LONGEST) {
                throw new IllegalStateException(file + ": " + key + " needs 1 to " + LONGEST + " characters");
            }
            String at = "week-" + line.group(1) + "." + line.group(2) + "." + line.group(3) + line.group(4);
            words.computeIfAbsent(at, none -> new TreeMap<>()).put(language, text.strip());
            topics.put(
                    at,
                    new TopicPlan.Topic(
                            Integer.parseInt(line.group(1)),
                            DayOfWeek.of(DAYS.indexOf(line.group(2)) + 1),
                            time(file, key, line.group(3), line.group(4)),
                            Map.of()));
        });
        List<TopicPlan.Topic> whole = new ArrayList<>();
        topics.forEach((at, topic) -> {
            Map<String, String> said = words.getOrDefault(at, Map.of());
            if (!said.containsKey(Messages.ENGLISH)) {
                throw new IllegalStateException(file + ": " + at + " has no words in English");
            }
            whole.add(new TopicPlan.Topic(topic.week(), topic.day(), topic.time(), Map.copyOf(said)));
        });
        if (whole.isEmpty()) {
            throw new IllegalStateException(file + " has no topics, or is missing");
        }
        whole.sort(Comparator.comparingInt(TopicPlan.Topic::week)
                .thenComparing(TopicPlan.Topic::day)
                .thenComparing(TopicPlan.Topic::time));
        return new TopicPlan(name, title, whole);
    }

    private static LocalTime time(String file, String key, String hour, String minute) {
        try {
            return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
        } catch (DateTimeException e) {
            throw new IllegalStateException(file + ": " + key + " has no time of the day", e);
        }
    }

    /** All plans. */
    public List<TopicPlan> all() {
        return List.copyOf(plans.get().values());
    }

    /**
     * Puts the topics of a plan on a group's schedule, each at its hour on the clocks of the group's country; those that would
     * lie in the past are left out.
     *
     * @param voice the nickname of a mentor of the group; empty for the programme's own voice
     */
    public Attempt<List<Scheduled>> apply(
            Transaction tx, Group group, String name, LocalDate start, Optional<String> voice, String by) {
        TopicPlan plan = plans.get().get(name);
        if (plan == null) {
            return Attempt.refuse(ProgrammeFault.PLAN_UNKNOWN);
        }
        ZoneId zone = Schedule.zone(group);
        List<Scheduled> all = new ArrayList<>();
        long series = ids.next();
        for (TopicPlan.Topic topic : plan.topics()) {
            if (topic.on(start).atTime(topic.time()).atZone(zone).toInstant().isAfter(clock.instant())) {
                Schedule.Wanted wanted = new Schedule.Wanted(
                        Scheduled.Kind.TOPIC,
                        List.of(group.id()),
                        voice,
                        Optional.empty(),
                        topic.in(group.language()),
                        topic.on(start).atTime(topic.time()),
                        Optional.of(zone),
                        false);
                Attempt<List<Scheduled>> one = schedule.add(tx, wanted, series, by);
                if (one instanceof Attempt.Refused<List<Scheduled>> refused) {
                    return refused; // the first already says what is wrong with the group or the voice
                }
                one.match(all::addAll, faults -> false);
            }
        }
        return all.isEmpty() ? Attempt.refuse(ProgrammeFault.PLAN_PAST) : new Attempt.Done<>(List.copyOf(all));
    }
}
