package org.dariro.console.signin;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dariro.platform.Settings;

/**
 * Where staff may sign in with the account that their organisation gave them.
 *
 * <p>Settings: {@code DARIRO_OIDC_ISSUER} (nothing else counts without it), {@code DARIRO_OIDC_CLIENT_ID},
 * {@code DARIRO_OIDC_CLIENT_SECRET} (a public client has none), {@code DARIRO_OIDC_SECOND_FACTOR} ({@code own} or
 * {@code provider}; own), {@code DARIRO_OIDC_ACR} (the {@code acr} values that stand for a second factor, separated by commas);
 * {@code DARIRO_PUBLIC_URL} must be set.
 *
 * @param back where the provider sends browsers back to
 * @param providersFactor whether a second factor at the provider spares ours
 * @param acr values of {@code acr} that say there was one
 */
record OpenIdSettings(
        URI issuer, String client, Optional<String> secret, URI back, boolean providersFactor, List<String> acr) {
    /** The page below {@code /console} to which providers send browsers back. */
    static final String BACK = "sign-in/openid/back";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Reads the settings; empty when there is no provider. */
    static Optional<OpenIdSettings> of(Settings settings) {
        return settings.text("DARIRO_OIDC_ISSUER").map(issuer -> {
            String own = needed(settings, "DARIRO_PUBLIC_URL").replaceAll("/+$", "");
            return new OpenIdSettings(
                    issuer(issuer),
                    needed(settings, "DARIRO_OIDC_CLIENT_ID"),
                    settings.text("DARIRO_OIDC_CLIENT_SECRET"),
                    URI.create(own + "/console/" + BACK),
                    providersFactor(settings),
                    settings.list("DARIRO_OIDC_ACR"));
        });
    }

    private static String needed(Settings settings, String name) {
        return settings.text(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The setting " + name + " must be set together with DARIRO_OIDC_ISSUER."));
    }

    /** Over TLS only, but for tests on one machine. */
    private static URI issuer(String text) {
        IllegalArgumentException fault = new IllegalArgumentException(
                "The setting DARIRO_OIDC_ISSUER must be an address that begins with https://.");
        URI issuer;
        try {
            issuer = URI.create(text);
        } catch (IllegalArgumentException e) {
            fault.addSuppressed(e);
            throw fault;
        }
        String scheme = String.valueOf(issuer.getScheme()).toLowerCase(Locale.ROOT);
        boolean near = scheme.equals("http") && THIS_MACHINE.contains(String.valueOf(issuer.getHost()));
        if (issuer.getHost() == null || !(scheme.equals("https") || near)) {
            throw fault;
        }
        return issuer;
    }

    private static boolean providersFactor(Settings settings) {
        String factor = settings.text("DARIRO_OIDC_SECOND_FACTOR").orElse("own");
        if (!factor.equals("own") && !factor.equals("provider")) {
            throw new IllegalArgumentException("The setting DARIRO_OIDC_SECOND_FACTOR must be own or provider.");
        }
        return factor.equals("provider");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OpenIdSettings[" + issuer + "]";
    }
}
