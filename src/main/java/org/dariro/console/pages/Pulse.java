package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * Tells open pages whether anything has changed. A pulse is the state of the tables in a few numbers, not a message: whoever
 * comes back with an old one, after a bad connection or a restart of the service, is told at once that there is more, and
 * reads it from the tables. So nothing can be missed.
 */
@Component
public class Pulse {
    private final PulseDao dao;
    private final InstantSource clock;

    @Inject
    public Pulse(PulseDao dao, InstantSource clock) {
        this.dao = dao;
        this.clock = clock;
    }

    /** The pulse of one group's page. */
    public String of(Transaction tx, long group) {
        return of(tx, List.of(group)).getOrDefault(group, "");
    }

    /** The pulses of some groups' pages. */
    public Map<Long, String> of(Transaction tx, Collection<Long> groups) {
        String common = dao.common(tx);
        Map<Long, String> pulses = dao.groups(tx, groups, clock.instant());
        pulses.replaceAll((group, own) -> own + "." + common);
        return pulses;
    }
}
