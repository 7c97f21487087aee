package org.dariro.gateways.africastalking;

import static org.dariro.gateways.africastalking.AfricasTalkingSettings.value;
import static org.dariro.gateways.africastalking.AfricasTalkingSettings.wrong;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.GatewayAccount;

/** Addresses and networks (CIDR, IPv4 and IPv6) of a setting; names are never looked up. */
final class AddressList {
    private final List<Network> networks;

    private AddressList(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Network(byte[] address, int bits) {
        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if (((address[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Reads a list like {@code 192.0.2.7, 198.51.100.0/24}; no such setting is an empty list. */
    static AddressList of(GatewayAccount account, String name) {
        List<Network> networks = new ArrayList<>();
        for (String entry : value(account, name).orElse("").split(",")) {
            if (!entry.isBlank()) {
                networks.add(network(entry.strip())
                        .orElseThrow(() -> wrong(
                                account,
                                name,
                                "must list addresses like 192.0.2.7 or 198.51.100.0/24 between commas")));
            }
        }
        return new AddressList(networks);
    }

    boolean isEmpty() {
        return networks.isEmpty();
    }

    /** Whether the list names this address; what is no address is in no list. */
    boolean contains(String address) {
        return bytes(address)
                .map(bytes -> networks.stream().anyMatch(network -> network.contains(bytes)))
                .orElse(false);
    }

    private static Optional<Network> network(String entry) {
        String[] parts = entry.split("/", 2);
        return bytes(parts[0]).flatMap(bytes -> {
            int all = bytes.length * 8;
            if (parts.length == 1) {
                return Optional.of(new Network(bytes, all));
            }
            return parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= all
                    ? Optional.of(new Network(bytes, Integer.parseInt(parts[1])))
                    : Optional.empty();
        });
    }

    private static Optional<byte[]> bytes(String address) {
        boolean literal =
                address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || address.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
        try {
            return literal ? Optional.of(InetAddress.getByName(address).getAddress()) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
