package org.dariro.programme.study;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The pseudonyms of one study: a keyed hash (HMAC-SHA-256) of who it is, in 12 letters and digits (60 bits). The same person has
 * the same one in each of the study's groups and exports, and another one in each other study. For one thread.
 */
final class Pseudonyms {
    /** Without letters that are taken for digits (Crockford). */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int PERSON = 12;
    private static final int GROUP = 6;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Mac mac;

    Pseudonyms(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing in this Java", e);
        }
    }

    /** A key for a new study. */
    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Of a person; of somebody without a phone, who is known in one group only, by the place. */
    String person(Optional<Long> member, long place) {
        return "P" + text(member.map(id -> "member " + id).orElse("place " + place), PERSON);
    }

    /** Of a group. */
    String group(long id) {
        return "G" + text("group " + id, GROUP);
    }

    /** It begins with a letter of ours, so that no spreadsheet takes it for a number such as 12E34. */
    private String text(String who, int length) {
        byte[] hash = mac.doFinal(who.getBytes(StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(hash[i] & 31));
        }
        return text.toString();
    }
}
