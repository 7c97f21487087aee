package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * Tells open pages whether anything has changed. A pulse is the state of the tables in a few numbers, not a message: whoever
 * comes back with an old one, after a bad connection or a restart of the service, is told at once that there is more, and
 * reads it from the tables. So nothing can be missed.
 */
@Component
public class Pulse {
    private static final String SLOW = "_";
    private final PulseDao dao;
    private final InstantSource clock;

    @Inject
    public Pulse(PulseDao dao, InstantSource clock) {
        this.dao = dao;
        this.clock = clock;
    }

    /** The pulse of one group's page; it begins with the number of the group's last post. */
    public String of(Transaction tx, long group) {
        return of(tx, new Sight.OfGroup(group));
    }

    /** The pulse of one page. */
    String of(Transaction tx, Sight sight) {
        return of(tx, Set.of(sight)).getOrDefault(sight, "");
    }

    /** The pulses of some pages; the same few queries however many there are. */
    Map<Sight, String> of(Transaction tx, Set<Sight> sights) {
        Set<Long> groups = new TreeSet<>();
        Set<Long> alerts = new TreeSet<>();
        boolean today = false;
        for (Sight sight : sights) {
            if (sight instanceof Sight.OfGroup one) {
                groups.add(one.group());
            } else if (sight instanceof Sight.OfAlert one) {
                alerts.add(one.alert());
            } else if (sight instanceof Sight.OfToday one) {
                groups.addAll(one.groups());
                today = true;
            }
        }
        boolean common = today || !groups.isEmpty();
        String all = common ? dao.common(tx) : "";
        String byItself = today ? dao.alerts(tx, clock.instant()) : "";
        Map<Long, PulseDao.Circle> circles = groups.isEmpty() ? Map.of() : dao.groups(tx, groups, clock.instant());
        Map<Long, String> cases = alerts.isEmpty() ? Map.of() : dao.cases(tx, alerts, clock.instant());
        Map<Sight, String> pulses = new HashMap<>();
        for (Sight sight : sights) {
            String pulse = null;
            if (sight instanceof Sight.OfGroup one) {
                PulseDao.Circle circle = circles.get(one.group());
                pulse = circle == null ? null : conversation(circle) + "." + all;
            } else if (sight instanceof Sight.OfAlert one) {
                pulse = cases.get(one.alert());
            } else if (sight instanceof Sight.OfToday one) {
                pulse = all + "." + byItself + "." + sum(circles, one.groups(), PulseDao.Circle::words) + SLOW
                        + sum(circles, one.groups(), PulseDao.Circle::seq);
            }
            if (pulse != null) {
                pulses.put(sight, pulse);
            }
        }
        return pulses;
    }

    private static String conversation(PulseDao.Circle circle) {
        return circle.seq() + "." + circle.words() + "." + circle.got() + "." + circle.writing();
    }

    private static long sum(
            Map<Long, PulseDao.Circle> circles, Set<Long> groups, ToLongFunction<PulseDao.Circle> number) {
        return groups.stream()
                .map(circles::get)
                .filter(Objects::nonNull)
                .mapToLong(number)
                .sum();
    }

    /** The part of a pulse of which a page must be told at once: posts in any of many groups are no news for Today. */
    static String urgent(String pulse) {
        int slow = pulse.indexOf(SLOW);
        return slow < 0 ? pulse : pulse.substring(0, slow);
    }
}
