package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.spend.Spelling;

/** How members get their posts: at which hours their digest, and in which spelling. */
@Component
public class Digests {
    private final DigestDao dao;
    private final ReadingSettings settings;

    @Inject
    public Digests(DigestDao dao, Settings settings) {
        this.dao = dao;
        this.settings = ReadingSettings.of(settings);
    }

    /** Notes the hours that a member chose; the usual ones count when there are none. */
    public void choose(Transaction tx, long membership, List<Integer> hours) {
        dao.set(tx, membership, hours.stream().distinct().sorted().toList());
    }

    /** Where a country's clocks stand (ISO 3166 alpha-2); UTC for one that is not known. */
    public static ZoneId zone(String country) {
        return DigestHours.zone(country);
    }

    /** The hours of those who chose none. */
    public List<Integer> usual() {
        return settings.digestHours();
    }

    /** What may be changed in members' texts where it saves a segment. */
    Spelling spelling() {
        return settings.spelling();
    }

    /** The hours of those who chose some. */
    Map<Long, List<Integer>> chosen(Transaction tx, Collection<Long> memberships) {
        return memberships.isEmpty() ? Map.of() : dao.hours(tx, memberships);
    }
}
