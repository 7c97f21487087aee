package org.dariro.gateway;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dariro.group.Group;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The lines that a group writes from: its own, and where needed one for each network. */
@Component
public class GroupLines {
    private final GroupLineDao dao;
    private final Lines lines;
    private final InstantSource clock;

    @Inject
    public GroupLines(GroupLineDao dao, Lines lines, InstantSource clock) {
        this.dao = dao;
        this.lines = lines;
        this.clock = clock;
    }

    /** The further lines of each group that this transaction has read. */
    private static Map<Long, List<Long>> read(Transaction tx) {
        return tx.local(GroupLines.class, HashMap::new);
    }

    /** Reads the lines of many groups in one query. */
    public void load(Transaction tx, Collection<Long> groups) {
        List<Long> missing = groups.stream()
                .filter(group -> !read(tx).containsKey(group))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(group -> read(tx).put(group, new ArrayList<>()));
            dao.ofGroups(tx, missing).forEach(row -> further(tx, row.getKey()).add(row.getValue()));
        }
    }

    private static List<Long> further(Transaction tx, long group) {
        return read(tx).computeIfAbsent(group, g -> new ArrayList<>());
    }

    /** A group's own line, then the others in the order in which they were added. */
    public List<Line> of(Transaction tx, Group group) {
        load(tx, List.of(group.id()));
        List<Line> all = new ArrayList<>();
        all.add(lines.get(group.lineId()));
        further(tx, group.id()).stream()
                .filter(line -> line != group.lineId())
                .forEach(line -> all.add(lines.get(line)));
        return all;
    }

    /** Whether a group writes from a line. */
    public boolean has(Transaction tx, Group group, Line line) {
        return of(tx, group).stream().anyMatch(one -> one.id() == line.id());
    }

    /**
     * Changes the lines that a group writes from besides its own. Who is written from one that is taken away keeps it, until
     * they text another or it fails.
     */
    public void set(Transaction tx, Group group, List<Line> further) {
        load(tx, List.of(group.id()));
        List<Long> wanted = further.stream()
                .map(Line::id)
                .filter(id -> id != group.lineId())
                .distinct()
                .toList();
        List<Long> known = List.copyOf(further(tx, group.id()));
        known.stream().filter(id -> !wanted.contains(id)).forEach(id -> dao.delete(tx, group.id(), id));
        wanted.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> dao.insert(tx, group.id(), id, clock.instant()));
        read(tx).put(group.id(), new ArrayList<>(wanted));
    }
}
