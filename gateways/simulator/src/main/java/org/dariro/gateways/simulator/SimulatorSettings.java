package org.dariro.gateways.simulator;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.Msisdn;

/**
 * The settings of a simulator account.
 *
 * @param keep messages kept per phone ({@code KEEP}, 1 to 100,000)
 * @param maxPhones phones kept; beyond it the one first seen is forgotten ({@code MAX_PHONES}, 1 to 1,000,000)
 * @param maxRecipients recipients in one request ({@code MAX_RECIPIENTS}, 1 to 10,000)
 * @param maxSegments segments of one message ({@code MAX_SEGMENTS}, 1 to 255)
 * @param connections requests at once ({@code CONNECTIONS}, 1 to 1,000)
 * @param seed of the dice that the conditions throw, so that runs repeat ({@code SEED})
 * @param timeoutMs how long a remote carrier may take to answer ({@code TIMEOUT_MS}, 1 to 600,000)
 * @param baseUrl a carrier on the other end of HTTP instead of phones in memory ({@code BASE_URL})
 * @param line the number that the page's phones write to ({@code LINE})
 * @param serviceCode what they dial ({@code SERVICE_CODE})
 * @param phones the phones on the page at first ({@code PHONES}: numbers, each with a name after a space, between commas)
 */
record SimulatorSettings(
        int keep,
        int maxPhones,
        int maxRecipients,
        int maxSegments,
        int connections,
        int seed,
        int timeoutMs,
        Optional<URI> baseUrl,
        String line,
        String serviceCode,
        List<NamedPhone> phones) {

    private static final String THREE_PHONES = "+263771000001 Thandi, +263771000002 Rudo, +263771000003 Tariro";

    /** A phone on the page. */
    record NamedPhone(Msisdn msisdn, String name) {}

    /** Reads them; a wrong one stops the start. */
    static SimulatorSettings of(GatewayAccount account) {
        return new SimulatorSettings(
                number(account, "KEEP", 200, 1, 100_000),
                number(account, "MAX_PHONES", 10_000, 1, 1_000_000),
                number(account, "MAX_RECIPIENTS", 500, 1, 10_000),
                number(account, "MAX_SEGMENTS", 10, 1, 255),
                number(account, "CONNECTIONS", 8, 1, 1_000),
                number(account, "SEED", 1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                number(account, "TIMEOUT_MS", 10_000, 1, 600_000),
                account.setting("BASE_URL")
                        .map(String::strip)
                        .filter(url -> !url.isEmpty())
                        .map(url -> address(account, url)),
                account.setting("LINE").orElse("+263770000000"),
                account.setting("SERVICE_CODE").orElse("*384#"),
                phones(account, account.setting("PHONES").orElse(THREE_PHONES)));
    }

    private static int number(GatewayAccount account, String name, int otherwise, int least, int most) {
        Optional<String> value = account.setting(name).map(String::strip).filter(text -> !text.isEmpty());
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(account, name, "must be a whole number from " + least + " to " + most);
    }

    private static URI address(GatewayAccount account, String url) {
        try {
            URI address = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            if ("http".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw wrong(account, "BASE_URL", "must be an address that begins with http://");
    }

    private static List<NamedPhone> phones(GatewayAccount account, String list) {
        List<NamedPhone> phones = new ArrayList<>();
        for (String entry : list.split(",")) {
            if (!entry.isBlank()) {
                String[] parts = entry.strip().split("\\s+", 2);
                Msisdn msisdn = Msisdn.parse(parts[0])
                        .orElseThrow(() -> wrong(account, "PHONES", "must list numbers like +263771000001 Thandi"));
                phones.add(new NamedPhone(msisdn, parts.length > 1 ? parts[1] : ""));
            }
        }
        return phones;
    }

    private static IllegalArgumentException wrong(GatewayAccount account, String name, String rule) {
        return new IllegalArgumentException("The setting DARIRO_ACCOUNT_"
                + account.id().toUpperCase(java.util.Locale.ROOT) + "_" + name + " " + rule + ".");
    }
}
