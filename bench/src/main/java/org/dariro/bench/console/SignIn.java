package org.dariro.bench.console;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dariro.platform.Transaction;

/** Signs somebody in by the console's own forms: the password, and where it is asked for, an authenticator app that is set up. */
final class SignIn {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]*)\"");
    private static final Pattern SEALED = Pattern.compile("name=\"secret\" value=\"([^\"]*)\"");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");

    private SignIn() {}

    /** Makes the next one who signs in set up an app again: the secret of an earlier run is gone. */
    static void forget(Transaction tx) {
        tx.update("update users set totp_sealed = null, totp_step = 0");
        tx.update("delete from recovery_codes");
    }

    /** A browser of somebody who is signed in. */
    static Browser as(URI base, String email) throws IOException {
        Browser browser = new Browser(base);
        Fetched answer = browser.post("/console/sign-in", Map.of("email", email, "password", Stored.PASSWORD));
        if (answer.location().endsWith("/second-factor")) {
            answer = setUp(browser);
        }
        Fetched today = browser.get("/console/today");
        if (today.status() != 200) {
            throw new IllegalStateException("Nobody could sign in: " + answer.status() + ", " + today.status());
        }
        return browser;
    }

    private static Fetched setUp(Browser browser) throws IOException {
        String page = browser.get("/console/second-factor").text();
        return browser.post(
                "/console/second-factor",
                Map.of("form", find(FORM, page), "secret", find(SEALED, page), "code", code(find(SECRET, page))));
    }

    private static String find(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("The page of the second factor has no " + pattern);
        }
        return matcher.group(1);
    }

    /** The code of now (RFC 6238) for a secret in base 32. */
    private static String code(String typed) {
        String secret = typed.replace(" ", "");
        byte[] key = new byte[secret.length() * 5 / 8];
        int bits = 0;
        int buffer = 0;
        int at = 0;
        for (int i = 0; i < secret.length(); i++) {
            buffer = (buffer << 5 | LETTERS.indexOf(secret.charAt(i))) & 0xFFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                key[at++] = (byte) (buffer >> bits);
            }
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Math.floorDiv(Instant.now().getEpochSecond(), 30))
                    .array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xF, Integer.BYTES)
                            .getInt()
                    & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
