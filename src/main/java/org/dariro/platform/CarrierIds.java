package org.dariro.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that others give, as our columns of 80 characters keep them. */
public final class CarrierIds {
    private static final int LONGEST = 80;

    private CarrierIds() {}

    /** The id itself, or its SHA-256 in hexadecimal when it is long or has a character that no database takes. */
    public static String kept(String id) {
        if (id.length() <= LONGEST && id.indexOf(0) < 0) {
            return id;
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }
}
