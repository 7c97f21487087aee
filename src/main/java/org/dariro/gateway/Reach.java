package org.dariro.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dariro.member.Network;

/**
 * Where texts from a line get to: whole countries and single networks; everywhere when nothing is named. Immutable.
 *
 * @param countries ISO 3166 alpha-2
 * @param networks codes of networks
 */
public record Reach(Set<String> countries, Set<String> networks) {
    /** No limits known. */
    public static final Reach EVERYWHERE = new Reach(Set.of(), Set.of());

    public Reach {
        countries = Set.copyOf(countries);
        networks = Set.copyOf(networks);
    }

    /**
     * Reads what {@link #written} gives.
     *
     * @throws IllegalArgumentException when a word is neither two capital letters nor the code of a network
     */
    static Reach read(String written) {
        return of(Arrays.asList(written.split(" ")));
    }

    /**
     * The reach of a list of countries and networks.
     *
     * @throws IllegalArgumentException when one is neither two capital letters nor the code of a network
     */
    public static Reach of(List<String> places) {
        Set<String> countries = new TreeSet<>();
        Set<String> networks = new TreeSet<>();
        for (String place : places) {
            if (place.matches("[A-Z]{2}")) {
                countries.add(place);
            } else {
                networks.add(new Network(place).code());
            }
        }
        return new Reach(countries, networks);
    }

    /** Countries, then networks. */
    public List<String> places() {
        List<String> places = new java.util.ArrayList<>(new TreeSet<>(countries));
        places.addAll(new TreeSet<>(networks));
        return places;
    }

    String written() {
        return String.join(" ", places());
    }

    /** Whether nothing is named. */
    public boolean isEverywhere() {
        return countries.isEmpty() && networks.isEmpty();
    }

    /** Whether a text gets there; not to a number whose network nobody knows, where only networks are named. */
    public boolean covers(Destination to) {
        return isEverywhere()
                || to.country().filter(countries::contains).isPresent()
                || to.network().map(Network::code).filter(networks::contains).isPresent();
    }
}
