package org.dariro.gateways.africastalking;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dariro.gateways.api.GatewayAccount;

/**
 * The settings of an account at Africa's Talking.
 *
 * @param username the app's name there ({@code USERNAME}); {@code sandbox} is the sandbox
 * @param apiKey the app's key ({@code API_KEY})
 * @param baseUrl without a trailing slash ({@code BASE_URL})
 * @param sendPath where texts are posted ({@code SEND_PATH}); one that ends in {@code /bulk} takes JSON
 * @param maxRecipients recipients of one request ({@code MAX_RECIPIENTS}, 1 to 10,000)
 * @param enqueue whether the carrier queues before it answers ({@code ENQUEUE}); empty leaves it to the carrier
 * @param sharedSender whether texts go out from the carrier's shared sender ({@code SHARED_SENDER})
 * @param timeoutMs how long the carrier may say nothing ({@code TIMEOUT_MS}, 1 to 600,000)
 * @param connections requests at once ({@code CONNECTIONS}, 1 to 1,000)
 * @param callers who may call ({@code SECRET}, {@code SECRET_2}, {@code ALLOWED_ADDRESSES}, {@code PROXY_ADDRESSES})
 */
record AfricasTalkingSettings(
        String username,
        String apiKey,
        String baseUrl,
        String sendPath,
        int maxRecipients,
        Optional<Boolean> enqueue,
        boolean sharedSender,
        int timeoutMs,
        int connections,
        Callers callers) {
    private static final String LIVE = "https://api.africastalking.com";
    private static final String SANDBOX = "https://api.sandbox.africastalking.com";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Reads them; a wrong one stops the start. */
    static AfricasTalkingSettings of(GatewayAccount account) {
        String username = account.required("USERNAME").strip();
        return new AfricasTalkingSettings(
                username,
                account.required("API_KEY").strip(),
                baseUrl(account, value(account, "BASE_URL").orElse(username.equals("sandbox") ? SANDBOX : LIVE)),
                sendPath(account, value(account, "SEND_PATH").orElse("/version1/messaging")),
                number(account, "MAX_RECIPIENTS", 500, 10_000),
                flag(account, "ENQUEUE"),
                flag(account, "SHARED_SENDER").orElse(false),
                number(account, "TIMEOUT_MS", 30_000, 600_000),
                number(account, "CONNECTIONS", 8, 1_000),
                new Callers(
                        PathSecrets.of(account),
                        AddressList.of(account, "ALLOWED_ADDRESSES"),
                        AddressList.of(account, "PROXY_ADDRESSES")));
    }

    /** Whether the send path is the newer endpoint, which takes JSON. */
    boolean isBulk() {
        return sendPath.endsWith("/bulk");
    }

    static Optional<String> value(GatewayAccount account, String name) {
        return account.setting(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    static IllegalArgumentException wrong(GatewayAccount account, String name, String rule) {
        return new IllegalArgumentException(
                "The setting DARIRO_ACCOUNT_" + account.id().toUpperCase(Locale.ROOT) + "_" + name + " " + rule + ".");
    }

    /** The key goes with every request, so anything but this machine is spoken to by TLS only. */
    private static String baseUrl(GatewayAccount account, String url) {
        String bare = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        try {
            URI address = URI.create(bare);
            String host = String.valueOf(address.getHost());
            boolean safe = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(host));
            boolean plain = address.getRawQuery() == null && address.getUserInfo() == null;
            if (safe && plain && address.getHost() != null) {
                return bare;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw wrong(account, "BASE_URL", "must be an address that begins with https://");
    }

    private static String sendPath(GatewayAccount account, String path) {
        if (path.matches("(/[A-Za-z0-9._~-]+)+")) {
            return path;
        }
        throw wrong(account, "SEND_PATH", "must be a path like /version1/messaging");
    }

    private static Optional<Boolean> flag(GatewayAccount account, String name) {
        return value(account, name).map(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrong(account, name, "must be true or false");
        });
    }

    private static int number(GatewayAccount account, String name, int otherwise, int most) {
        Optional<String> text = value(account, name);
        try {
            int number = text.isEmpty() ? otherwise : Integer.parseInt(text.get());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(account, name, "must be a whole number from 1 to " + most);
    }

    /** Masked: no key and no secret. */
    @Override
    public String toString() {
        return "AfricasTalkingSettings[" + (isBulk() ? "bulk" : "form") + "]";
    }
}
