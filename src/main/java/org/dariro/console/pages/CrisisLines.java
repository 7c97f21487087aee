package org.dariro.console.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dariro.group.Group;
import org.dariro.safeguarding.CrisisCard;
import org.dariro.safeguarding.Safeguard;

/** The countries whose crisis lines are sent although nobody has called them: for those who can have that mended. */
final class CrisisLines {
    private CrisisLines() {}

    /**
     * A country.
     *
     * @param name in the language of the pages
     * @param group the id of one of its groups
     * @param general whether there are no lines at all
     */
    public record Unchecked(String name, long group, boolean general) {}

    static List<Unchecked> unchecked(Visit visit, Safeguard safeguard, Collection<Group> groups) {
        if (!visit.is("coordinator", "administrator")) {
            return List.of();
        }
        Map<String, Unchecked> found = new TreeMap<>();
        for (Group group : groups) {
            CrisisCard card = safeguard.card(group);
            if (card.isDoubtful()) {
                String name = country(visit, group);
                found.putIfAbsent(name, new Unchecked(name, group.id(), card.general()));
            }
        }
        return new ArrayList<>(found.values());
    }

    /** The country of a group in the language of the pages. */
    static String country(Visit visit, Group group) {
        return new Locale("", group.country()).getDisplayCountry(Locale.forLanguageTag(visit.language()));
    }
}
