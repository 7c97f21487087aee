package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dariro.delivery.pace.LatePrice;
import org.dariro.delivery.pace.Patience;
import org.dariro.delivery.pace.Talk;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Said;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** What the decisions in adaptive groups rest on: each group's recent talk from its log, and its late price. */
@Component
public class Paces {
    /** What a nickname and its colon take, in septets. */
    private static final int NAME = 7;

    private final GroupLog log;
    private final PackingDao dao;

    @Inject
    public Paces(GroupLog log, PackingDao dao) {
        this.log = log;
        this.dao = dao;
    }

    /** One pacing for each group, for this moment. */
    Map<Long, Pacing> open(Transaction tx, Collection<Group> groups, Instant now) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = groups.stream().map(Group::id).toList();
        Map<Long, List<Talk.Spoken>> talks = new HashMap<>();
        for (Said said : log.recent(tx, ids, Talk.MEMORY)) {
            talks.computeIfAbsent(said.groupId(), group -> new ArrayList<>())
                    .add(new Talk.Spoken(said.at(), said.author(), said.length() + NAME));
        }
        Map<Long, Double> prices = dao.latePrices(tx, ids);
        Map<Long, Pacing> paces = new HashMap<>();
        for (Group group : groups) {
            paces.put(
                    group.id(),
                    new Pacing(
                            now,
                            new Talk(talks.getOrDefault(group.id(), List.of())),
                            Patience.of(group.window()),
                            prices.getOrDefault(group.id(), LatePrice.FIRST)));
        }
        return paces;
    }

    /** Keeps what the decisions taught. */
    void close(Transaction tx, Map<Long, Pacing> paces) {
        paces.forEach((group, pacing) -> {
            if (pacing.priceAfter() != pacing.price()) {
                dao.setLatePrice(tx, group, pacing.priceAfter());
            }
        });
    }
}
