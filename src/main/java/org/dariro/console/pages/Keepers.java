package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.group.Groups;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.Safeguard;
import org.jspecify.annotations.Nullable;

/**
 * Knows which group belongs to what stands in a path, so that no page has to ask by itself whether its caller may see it. A
 * parameter that nobody keeps stops the start.
 */
@Component
public class Keepers {
    /** Parameters that belong to no group: their pages are for those who see all, or look by themselves. */
    private static final Set<String> FREE = Set.of(
            "account",
            "delivery",
            "file",
            "invoice",
            "language",
            "line",
            "post",
            "report",
            "session",
            "staff",
            "study",
            "test",
            "token",
            "user",
            "version",
            "webhook");

    private final Database database;
    private final Map<String, Keeper> keepers;

    /** Finds the group of one kind of thing. */
    private interface Keeper {
        /** Empty when there is no such thing. */
        Optional<Kept> of(Transaction tx, long id);
    }

    /** A thing that is there, and the group that it belongs to, if to any. */
    private record Kept(Optional<Long> group) {
        static Kept by(long group) {
            return new Kept(Optional.of(group));
        }
    }

    @Inject
    public Keepers(Database database, Groups groups, Memberships memberships, Safeguard safeguard, Alerts alerts) {
        this.database = database;
        keepers = Map.of(
                "group", (tx, id) -> groups.find(tx, id).map(group -> Kept.by(group.id())),
                "place", (tx, id) -> memberships.find(tx, id).map(place -> Kept.by(place.groupId())),
                "hold",
                        (tx, id) -> safeguard
                                .find(tx, id)
                                .map(held -> Kept.by(held.post().post().groupId())),
                "alert", (tx, id) -> alerts.find(tx, id).map(alert -> new Kept(alert.group())));
    }

    /** The parameters that are kept. */
    Set<String> kept() {
        return keepers.keySet();
    }

    /** Stops the start when a path has a parameter that nobody keeps. */
    void check(Iterable<String> parameters) {
        for (String name : parameters) {
            if (!keepers.containsKey(name) && !FREE.contains(name)) {
                throw new IllegalStateException("Nobody keeps the path parameter " + name + ": see Keepers");
            }
        }
    }

    /** Whether the visitor may see a thing; false also when there is none. */
    boolean lets(Visit visit, String parameter, @Nullable String value) {
        Keeper keeper = keepers.get(parameter);
        if (keeper == null) {
            return true;
        } else if (value == null || !value.matches("[0-9]{1,18}")) {
            return false;
        }
        long id = Long.parseLong(value);
        return database.inTransaction(tx -> keeper.of(tx, id))
                .filter(kept -> visit.sees(kept.group()))
                .isPresent();
    }
}
