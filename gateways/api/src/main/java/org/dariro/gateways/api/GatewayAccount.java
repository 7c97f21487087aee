package org.dariro.gateways.api;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * One configured login at a carrier, as the gateway sees it.
 *
 * @param id the account's id from {@code DARIRO_ACCOUNTS}, lower case letters and digits: {@code sim}
 * @param publicUrl what carriers call, without a trailing slash: signatures are checked against it
 * @param settings looks up {@code DARIRO_ACCOUNT_<ID>_<NAME>} by its last part: {@code AUTH_TOKEN}
 * @param clock the service's only clock
 */
public record GatewayAccount(
        String id, String publicUrl, Function<String, Optional<String>> settings, InstantSource clock) {

    /** The value of an optional setting. */
    public Optional<String> setting(String name) {
        return settings.apply(name);
    }

    /**
     * The value of a setting the gateway cannot do without.
     *
     * @throws IllegalArgumentException naming the setting when it is missing or blank
     */
    public String required(String name) {
        return setting(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("The setting DARIRO_ACCOUNT_"
                        + id.toUpperCase(java.util.Locale.ROOT) + "_" + name + " is missing."));
    }

    /**
     * The Camel endpoint on which the service hands over the HTTP calls a carrier makes to
     * {@code /gateways/<account>/<path>}: an {@link HttpCall} goes in, an {@link HttpAnswer} is expected back.
     *
     * @param path first path segment after the account: {@code sms}, {@code receipts}, {@code ussd}
     */
    public String http(String path) {
        return "direct:gateways/" + id + "/" + path;
    }

    /** The address to enter at the carrier for {@code path}. */
    public String publicAddress(String path) {
        return publicUrl + "/gateways/" + id + "/" + path;
    }
}
