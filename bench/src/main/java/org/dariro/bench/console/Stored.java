package org.dariro.bench.console;

import java.util.List;

/**
 * What a {@link Seed} has stored, by the ids that stand in the addresses of pages.
 *
 * @param own so many of the first groups are the mentor's
 * @param users who may sign in
 */
record Stored(List<Circle> circles, int own, List<Long> users) {
    /** Who sees all; signs in with {@link #PASSWORD}. */
    static final String ADMINISTRATOR = "administrator@example.org";
    /** Who sees the first groups; signs in with {@link #PASSWORD}. */
    static final String MENTOR = "mentor@example.org";

    static final String PASSWORD = "four quiet river stones";

    Stored {
        circles = List.copyOf(circles);
        users = List.copyOf(users);
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
        return role.equals("mentor") ? circles.subList(0, Math.min(own, circles.size())) : circles;
    }
}
