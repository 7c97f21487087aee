package org.dariro.bench.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dariro.platform.Transaction;

/**
 * What a {@link Seed} has stored, by the ids that stand in the addresses of pages.
 *
 * @param users who may sign in
 */
record Stored(List<Circle> circles, List<Long> users, List<Long> studies) {
    /** So many of the first groups are the mentor's. */
    static final int OWN = 3;

    /** Who sees all; signs in with {@link #PASSWORD}. */
    static final String ADMINISTRATOR = "administrator@example.org";
    /** Who sees the first groups; signs in with {@link #PASSWORD}. */
    static final String MENTOR = "mentor@example.org";

    static final String PASSWORD = "four quiet river stones";

    Stored {
        circles = List.copyOf(circles);
        users = List.copyOf(users);
        studies = List.copyOf(studies);
    }

    /** Finds it in a database that was filled, now or by an earlier run. */
    static Stored read(Transaction tx) {
        Map<Long, List<Long>> places =
                byGroup(tx, "select group_id, id from memberships where role = 'MEMBER' order by id");
        Map<Long, List<Long>> alerts = byGroup(tx, "select group_id, id from alerts order by id");
        List<Circle> circles = new ArrayList<>();
        tx.query("select id, last_seq from groups order by id")
                .map((row, context) -> circles.add(new Circle(
                        circles.size(),
                        row.getLong("id"),
                        places.getOrDefault(row.getLong("id"), List.of()),
                        alerts.getOrDefault(row.getLong("id"), List.of()),
                        row.getLong("last_seq"))))
                .list();
        return new Stored(
                circles,
                tx.query("select id from users order by id").mapTo(Long.class).list(),
                tx.query("select id from studies order by id").mapTo(Long.class).list());
    }

    private static Map<Long, List<Long>> byGroup(Transaction tx, String sql) {
        Map<Long, List<Long>> ids = new HashMap<>();
        tx.query(sql)
                .map((row, context) -> ids.computeIfAbsent(row.getLong("group_id"), id -> new ArrayList<>())
                        .add(row.getLong("id")))
                .list();
        return ids;
    }

    /**
     * A group.
     *
     * @param number from 0
     * @param places of its members
     * @param posts released so far; the number of the last one
     */
    record Circle(int number, long id, List<Long> places, List<Long> alerts, long posts) {
        Circle {
            places = List.copyOf(places);
            alerts = List.copyOf(alerts);
        }
    }

    /** The groups that somebody with a role sees. */
    List<Circle> seenBy(String role) {
        return role.equals("mentor") ? circles.subList(0, Math.min(OWN, circles.size())) : circles;
    }
}
