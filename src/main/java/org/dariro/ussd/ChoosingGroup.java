package org.dariro.ussd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.group.Membership;

/**
 * Which group, for somebody in several. The choice also decides where the next SMS goes.
 *
 * @param places the memberships in the order shown
 */
record ChoosingGroup(List<Long> places) implements Screen {
    static final String NAME = "group";

    /** As many as the column of saved screens holds for sure. */
    private static final int MOST = 15;

    static Turn open(Hop hop) {
        List<Membership> places = hop.places().stream()
                .sorted(Comparator.comparing(Membership::id))
                .limit(MOST)
                .toList();
        List<String> names = places.stream()
                .map(place -> hop.can().groups.get(hop.tx(), place.groupId()).name())
                .toList();
        return hop.show(
                new ChoosingGroup(places.stream().map(Membership::id).toList()),
                Choices.list(hop, "ussd-group-choice", names));
    }

    @Override
    public Turn answer(Hop hop, String input) {
        if (input.equals("0")) {
            return hop.end("ussd-bye");
        }
        Optional<Membership> chosen = Choices.number(input, places.size()).flatMap(number -> hop.places().stream()
                .filter(place -> place.id() == places.get(number - 1))
                .findFirst());
        if (chosen.isEmpty()) {
            return hop.again(this, input);
        }
        Membership place = hop.can().memberships.spoke(hop.tx(), chosen.get());
        return Menu.open(hop.at(place, hop.can().groups.get(hop.tx(), place.groupId())));
    }

    @Override
    public String saved() {
        return places.stream().map(id -> " " + id).collect(Collectors.joining("", NAME, ""));
    }

    static ChoosingGroup parse(String... words) {
        return new ChoosingGroup(Arrays.stream(words).map(Long::valueOf).toList());
    }
}
