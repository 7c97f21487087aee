package org.dariro.gateways.africastalking;

import static org.dariro.gateways.africastalking.AfricasTalkingSettings.value;
import static org.dariro.gateways.africastalking.AfricasTalkingSettings.wrong;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.dariro.gateways.api.GatewayAccount;

/**
 * The last path segment of the addresses entered at the carrier, which signs nothing: whoever calls there knows the secret.
 * During a rotation there are two.
 */
final class PathSecrets {
    private static final String RULE = "must be a random secret of at least 128 bits:"
            + " 32 or more hexadecimal digits, or 22 or more letters, digits, - and _, and no more than 128";
    private static final int FEWEST_DIFFERENT = 8;

    private final byte[] secret;
    private final byte[] second;

    private PathSecrets(String secret, String second) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.second = second.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads {@code SECRET} and, during a rotation, {@code SECRET_2}. */
    static PathSecrets of(GatewayAccount account) {
        String secret = strong(account, "SECRET", account.required("SECRET").strip());
        return new PathSecrets(
                secret,
                value(account, "SECRET_2")
                        .map(second -> strong(account, "SECRET_2", second))
                        .orElse(secret));
    }

    /** Whether this is a secret of the account; takes as long for a wrong one as for a right one. */
    boolean include(String given) {
        byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
        boolean first = MessageDigest.isEqual(secret, bytes);
        boolean other = MessageDigest.isEqual(second, bytes);
        return first || other;
    }

    private static String strong(GatewayAccount account, String name, String secret) {
        boolean hexadecimal = secret.matches("[0-9a-fA-F]{32,128}");
        boolean base64 = secret.matches("[A-Za-z0-9_-]{22,128}") && !secret.matches("[0-9a-fA-F]*");
        if ((hexadecimal || base64) && secret.chars().distinct().count() >= FEWEST_DIFFERENT) {
            return secret;
        }
        throw wrong(account, name, RULE);
    }
}
