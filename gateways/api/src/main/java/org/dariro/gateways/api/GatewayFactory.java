package org.dariro.gateways.api;

/** Makes the gateways of one kind; found by {@link java.util.ServiceLoader}. */
public interface GatewayFactory {

    /** The kind as it stands in {@code DARIRO_ACCOUNT_<ID>_KIND}, lower case: {@code simulator}, {@code twilio}. */
    String kind();

    /**
     * Opens the gateway of one account.
     *
     * @throws IllegalArgumentException when a setting is missing or wrong; the message names the setting and never its
     *     value
     */
    Gateway create(GatewayAccount account);
}
