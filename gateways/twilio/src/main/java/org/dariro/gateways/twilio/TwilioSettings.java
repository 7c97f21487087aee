package org.dariro.gateways.twilio;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dariro.gateways.api.GatewayAccount;

/**
 * The settings of a Twilio account.
 *
 * @param sid the account's own id, {@code AC} and 32 hexadecimal digits ({@code SID})
 * @param tokens its auth tokens, one of which signs Twilio's calls: {@code AUTH_TOKEN}, and {@code AUTH_TOKEN_2} while one
 *     takes the place of the other
 * @param user who signs in to send: the account itself, or an API key ({@code API_KEY}, {@code SK} and 32 digits)
 * @param secret the first token, or the key's secret ({@code API_SECRET})
 * @param messagingService sends by this Messaging Service instead of from the line's own number ({@code MESSAGING_SERVICE})
 * @param validitySeconds how long Twilio may keep a text in its queue, 1 to 36,000 ({@code VALIDITY_SECONDS})
 * @param connections requests to send at once, 1 to 100 ({@code CONNECTIONS})
 * @param timeoutMs how long Twilio may take to be connected and to answer, 1 to 600,000 ({@code TIMEOUT_MS})
 * @param baseUrl another address than {@code https://api.twilio.com} ({@code BASE_URL})
 */
record TwilioSettings(
        String sid,
        List<String> tokens,
        String user,
        String secret,
        Optional<String> messagingService,
        int validitySeconds,
        int connections,
        int timeoutMs,
        Optional<URI> baseUrl) {

    /** How long Twilio keeps a text in its queue if it is not told otherwise, which is also the longest it does. */
    static final int LONGEST_VALIDITY = 36_000;

    private static final String HEX = "[0-9a-fA-F]{32}";

    /** Reads them; a wrong one stops the start. */
    static TwilioSettings of(GatewayAccount account) {
        String sid = matching(account, "SID", "AC").orElseThrow(() -> wrong(account, "SID", "is missing"));
        String token = account.required("AUTH_TOKEN").strip();
        Optional<String> key = matching(account, "API_KEY", "SK");
        if (key.isPresent() != text(account, "API_SECRET").isPresent()) {
            throw wrong(account, key.isPresent() ? "API_SECRET" : "API_KEY", "is missing, the other of the two is set");
        }
        return new TwilioSettings(
                sid,
                Stream.concat(Stream.of(token), text(account, "AUTH_TOKEN_2").stream())
                        .toList(),
                key.orElse(sid),
                text(account, "API_SECRET").orElse(token),
                matching(account, "MESSAGING_SERVICE", "MG"),
                number(account, "VALIDITY_SECONDS", LONGEST_VALIDITY, LONGEST_VALIDITY),
                number(account, "CONNECTIONS", 8, 100),
                number(account, "TIMEOUT_MS", 15_000, 600_000),
                text(account, "BASE_URL").map(url -> address(account, url)));
    }

    private static Optional<String> text(GatewayAccount account, String name) {
        return account.setting(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Optional<String> matching(GatewayAccount account, String name, String prefix) {
        Optional<String> value = text(account, name);
        if (value.isPresent() && !value.get().matches(prefix + HEX)) {
            throw wrong(account, name, "must be " + prefix + " and 32 hexadecimal digits");
        }
        return value;
    }

    private static int number(GatewayAccount account, String name, int otherwise, int most) {
        Optional<String> value = text(account, name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(account, name, "must be a whole number from 1 to " + most);
    }

    private static URI address(GatewayAccount account, String url) {
        try {
            URI address = URI.create(url.replaceFirst("/+$", ""));
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw wrong(account, "BASE_URL", "must be an address that begins with https:// or http://");
    }

    private static IllegalArgumentException wrong(GatewayAccount account, String name, String rule) {
        return new IllegalArgumentException(
                "The setting DARIRO_ACCOUNT_" + account.id().toUpperCase(Locale.ROOT) + "_" + name + " " + rule + ".");
    }

    /** Masked: no secret. */
    @Override
    public String toString() {
        return "TwilioSettings[" + tokens.size() + " tokens]";
    }
}
