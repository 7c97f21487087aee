package org.dariro.group;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;

/** The groups. Within a transaction each is read once. */
@Component
public class Groups {
    private final GroupDao dao;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Groups(GroupDao dao, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.ids = ids;
        this.clock = clock;
    }

    private static Map<Long, Group> read(Transaction tx) {
        return tx.local(Groups.class, HashMap::new);
    }

    /** Makes a group; {@code wanted.id()} is ignored. */
    public Group create(Transaction tx, Group wanted) {
        Group group = new Group(
                ids.next(),
                wanted.name(),
                wanted.code(),
                wanted.lineId(),
                wanted.language(),
                wanted.country(),
                wanted.mode(),
                wanted.window(),
                wanted.contacts(),
                wanted.holdsHigh(),
                false);
        dao.insert(tx, group, clock.instant());
        read(tx).put(group.id(), group);
        return group;
    }

    /** Changes name, language, country, reading mode, window, contacts and policy; nothing else. */
    public void change(Transaction tx, Group group) {
        dao.update(tx, group);
        read(tx).put(group.id(), group);
    }

    /** Ends a group: nothing is posted in it any more. */
    public void close(Transaction tx, long id) {
        dao.close(tx, id, clock.instant());
        read(tx).remove(id);
    }

    /** Reads many groups in one query. */
    public Map<Long, Group> load(Transaction tx, Collection<Long> groupIds) {
        Map<Long, Group> read = read(tx);
        List<Long> missing =
                groupIds.stream().filter(id -> !read.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            dao.byIds(tx, missing).forEach(group -> read.put(group.id(), group));
        }
        return read;
    }

    /** A group by id. */
    public Optional<Group> find(Transaction tx, long id) {
        return Optional.ofNullable(load(tx, List.of(id)).get(id));
    }

    /**
     * A group that a membership refers to.
     *
     * @throws IllegalStateException when there is none
     */
    public Group get(Transaction tx, long id) {
        return find(tx, id).orElseThrow(() -> new IllegalStateException("There is no group " + id));
    }

    /** The group of a join code, blind to case. */
    public Optional<Group> byCode(Transaction tx, String code) {
        return dao.byCode(tx, code.toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether the last days of a group have begun, in which it takes leave and nobody new comes. */
    public boolean isClosing(Transaction tx, long id) {
        return dao.isClosing(tx, id, clock.instant());
    }

    /** All groups, oldest first. */
    public List<Group> all(Transaction tx) {
        List<Group> all = dao.all(tx);
        Map<Long, Group> read = read(tx);
        all.forEach(group -> read.put(group.id(), group)); // who reads all goes on to ask for each
        return all;
    }
}
