package org.dariro.spend;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Networks;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Knows what people call the items of a report. */
@Component
public class SpendNames {
    private final Groups groups;
    private final Memberships memberships;
    private final Lines lines;
    private final Networks networks;

    @Inject
    public SpendNames(Groups groups, Memberships memberships, Lines lines, Networks networks) {
        this.groups = groups;
        this.memberships = memberships;
        this.lines = lines;
        this.networks = networks;
    }

    /** The names of items; those without one, days and kinds are left out. */
    public Map<String, String> of(Transaction tx, Spending.By by, Collection<String> items) {
        return switch (by) {
            case GROUP -> groups(tx, items);
            case MEMBER, CAUSE -> {
                Map<String, String> names = new HashMap<>();
                places(tx, items).forEach((item, place) -> {
                    if (place.nickname() != null) {
                        names.put(item, place.name());
                    }
                });
                yield names;
            }
            case LINE -> {
                Map<String, String> names = new HashMap<>();
                ids(items)
                        .forEach(id -> lines.find(id).ifPresent(line -> names.put(Long.toString(id), line.address())));
                yield names;
            }
            case NETWORK -> networks(items);
            case DAY, KIND -> Map.of();
        };
    }

    private Map<String, String> groups(Transaction tx, Collection<String> items) {
        Map<String, String> names = new HashMap<>();
        groups.load(tx, ids(items)).forEach((id, group) -> names.put(Long.toString(id), group.name()));
        return names;
    }

    private Map<String, String> networks(Collection<String> items) {
        Map<String, String> names = new HashMap<>();
        networks.all().stream()
                .filter(known -> items.contains(known.network().code()))
                .forEach(known -> names.putIfAbsent(known.network().code(), known.country() + " " + known.name()));
        return names;
    }

    /** The same with the name of the group behind that of a person: in several groups there may be the same nicknames. */
    public Map<String, String> withGroups(Transaction tx, Spending.By by, Collection<String> items) {
        if (by != Spending.By.MEMBER && by != Spending.By.CAUSE) {
            return of(tx, by, items);
        }
        Map<String, Membership> places = places(tx, items);
        Map<Long, Group> known = groups.load(
                tx, places.values().stream().map(Membership::groupId).distinct().toList());
        Map<String, String> names = new HashMap<>();
        of(tx, by, items).forEach((item, name) -> {
            Membership place = places.get(item);
            Group group = place == null ? null : known.get(place.groupId());
            names.put(item, group == null ? name : name + " \u00b7 " + group.name());
        });
        return names;
    }

    /** The items of a text that a report has names for; of readers also whose words it brought. */
    public static List<String> items(Written text, Spending.By by) {
        return switch (by) {
            case GROUP -> List.of(Long.toString(text.group()));
            case MEMBER, CAUSE ->
                Stream.concat(text.place().stream(), text.causedBy().stream())
                        .map(String::valueOf)
                        .toList();
            case NETWORK -> text.network().stream().toList();
            case LINE -> List.of(Long.toString(text.line()));
            case DAY -> List.of(text.day().toString());
            case KIND -> List.of(text.kind());
        };
    }

    private Map<String, Membership> places(Transaction tx, Collection<String> items) {
        Map<String, Membership> places = new HashMap<>();
        memberships.byIds(tx, ids(items)).forEach((id, place) -> places.put(Long.toString(id), place));
        return places;
    }

    private static List<Long> ids(Collection<String> items) {
        return items.stream()
                .filter(item -> item.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf)
                .toList();
    }
}
