package org.dariro.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.member.Member;
import org.dariro.member.Network;
import org.dariro.member.Numbers;
import org.dariro.platform.Templates;

/**
 * Which network a number is at: what staff noted of the member, else the longest prefix of
 * {@code templates/networks/<country>.properties}. Prefixes say where a number was first given out; where numbers can be
 * ported they are a guess. Read once, at start; immutable.
 */
public final class Networks {
    private static final int LONGEST_PREFIX = 15;
    private final Map<String, Network> byPrefix = new HashMap<>();
    private final List<Known> known = new ArrayList<>();

    private Networks() {}

    /**
     * A network of the tables.
     *
     * @param prefixes with {@code +} and country code
     */
    public record Known(String country, Network network, String name, List<String> prefixes) {}

    /**
     * Reads the tables of all countries.
     *
     * @throws IllegalStateException naming file and line of one that is not right
     */
    public static Networks load(Templates templates) {
        Networks networks = new Networks();
        for (String country : Locale.getISOCountries()) {
            String file = "networks/" + country + ".properties";
            networks.read(country, file, templates.lines(file));
        }
        return networks;
    }

    /** {@code 63902=Safaricom} names a network, {@code +25470=63902} gives it a prefix; an empty value takes back. */
    private void read(String country, String file, Map<String, String> lines) {
        Map<Network, List<String>> prefixes = new HashMap<>();
        Map<Network, String> names = new TreeMap<>(java.util.Comparator.comparing(Network::code));
        lines.forEach((key, value) -> {
            if (value.isBlank()) {
                return;
            }
            Optional<Network> named = Network.parse(key);
            if (key.matches("\\+[1-9][0-9]{0,14}") && Network.parse(value).isPresent()) {
                Network network = Network.parse(value).get();
                byPrefix.put(key.substring(1), network);
                prefixes.computeIfAbsent(network, n -> new ArrayList<>()).add(key);
            } else if (named.isPresent()) {
                names.put(named.get(), value.strip());
            } else {
                throw new IllegalStateException("templates/" + file + ": the line " + key
                        + " is neither a network (63902=name) nor a prefix (+25470=63902)");
            }
        });
        prefixes.keySet().forEach(network -> {
            if (!names.containsKey(network)) {
                throw new IllegalStateException(
                        "templates/" + file + ": the network " + network.code() + " has a prefix and no name");
            }
        });
        names.forEach((network, name) ->
                known.add(new Known(country, network, name, List.copyOf(prefixes.getOrDefault(network, List.of())))));
    }

    /** All networks of the tables, by country and code. */
    public List<Known> all() {
        return List.copyOf(known);
    }

    /** Where a member's number is. */
    public Destination of(Member member) {
        String digits = member.number().digits();
        Optional<String> country = Numbers.country(member.number());
        return member.network().isPresent()
                ? new Destination(country, member.network(), true, digits)
                : new Destination(country, byPrefix(digits), false, digits);
    }

    private Optional<Network> byPrefix(String digits) {
        for (int length = Math.min(LONGEST_PREFIX, digits.length()); length > 0; length--) {
            Network network = byPrefix.get(digits.substring(0, length));
            if (network != null) {
                return Optional.of(network);
            }
        }
        return Optional.empty();
    }
}
