package org.dariro.console.pages;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a form of ours brings along so that no other site can send one in a user's name. On each page it is written
 * differently, under a random mask: a page is compressed, and its length must not tell the token (BREACH).
 */
final class FormToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();

    private FormToken() {}

    /** The token under a fresh mask. */
    static String masked(String token) {
        byte[] plain = HEX.parseHex(token);
        byte[] mask = new byte[plain.length];
        RANDOM.nextBytes(mask);
        return HEX.formatHex(mask) + HEX.formatHex(mixed(plain, mask));
    }

    /** Whether what came is the token. */
    static boolean matches(String token, String given) {
        byte[] plain = HEX.parseHex(token);
        if (!given.matches("[0-9a-f]{" + 4 * plain.length + "}")) {
            return false;
        }
        byte[] mask = HEX.parseHex(given.substring(0, 2 * plain.length));
        return MessageDigest.isEqual(plain, mixed(HEX.parseHex(given.substring(2 * plain.length)), mask));
    }

    private static byte[] mixed(byte[] one, byte[] other) {
        byte[] mixed = new byte[one.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (byte) (one[i] ^ other[i]);
        }
        return mixed;
    }
}
