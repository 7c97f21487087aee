package org.dariro.console.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes from an authenticator app: TOTP (RFC 6238) over HOTP (RFC 4226) with HMAC-SHA-1, six digits and steps of 30 seconds,
 * which is what all apps do. A code counts in its own step and the ones before and after, as clocks differ.
 */
public final class Totp {
    /** Bytes of a secret (RFC 4226, section 4, asks for 20). */
    static final int SECRET = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The code of a step. */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            String digits = Integer.toString(number % MODULUS);
            return "0".repeat(DIGITS - digits.length()) + digits;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA-1 is missing in this Java", e);
        }
    }

    /** The step of a time. */
    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /**
     * The step in which a code is right.
     *
     * @param after steps up to this one were used
     * @return empty when it is right in none that counts now
     */
    static OptionalLong match(byte[] secret, String code, Instant now, long after) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - 1; step <= step(now) + 1; step++) {
            boolean right = MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), given);
            if (right && step > after) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** A secret as apps take it when it is typed (RFC 4648, base 32). */
    public static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : secret) {
            buffer = (buffer << 8) | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }
}
