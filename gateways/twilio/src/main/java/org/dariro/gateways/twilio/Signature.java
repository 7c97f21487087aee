package org.dariro.gateways.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.UnreadableCall;

/**
 * Twilio's {@code X-Twilio-Signature}: Base64 of the HMAC-SHA1, by the auth token, of the whole address as it was
 * configured and then every form field's name and value, by name. Names and values stand side by side with nothing between
 * them, so {@code Body=hi} and {@code Bo=dyhi} are signed alike: never rely on a field that is not there.
 */
final class Signature {
    private static final Pattern ADDRESS = Pattern.compile("(https?://[^/?#]*?)(:[0-9]+)?([/?#].*)?");

    private final List<SecretKeySpec> keys;

    /** @param tokens any of them may have signed */
    Signature(List<String> tokens) {
        keys = tokens.stream()
                .map(token -> new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"))
                .toList();
    }

    /**
     * Whether Twilio made a call.
     *
     * @param url the address that Twilio was given, with the query of the call
     * @throws UnreadableCall when the form cannot be read
     */
    boolean isGenuine(HttpCall call, String url) {
        boolean query = call.method().equals("GET");
        boolean form = call.header("content-type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/x-www-form-urlencoded");
        return isSigned(call.header("x-twilio-signature").orElse(""), url, form && !query ? call.form() : Map.of())
                && (query || form || hasBodyHash(call));
    }

    private boolean isSigned(String given, String url, Map<String, List<String>> fields) {
        StringBuilder pairs = new StringBuilder();
        new TreeMap<>(fields).forEach((name, values) -> new TreeSet<>(values)
                .forEach(value -> pairs.append(name).append(value)));
        return spellings(url).anyMatch(spelling -> keys.stream()
                .anyMatch(key -> isSame(given, Base64.getEncoder().encodeToString(hmac(key, spelling + pairs)))));
    }

    /** Twilio may leave the port out, or add the standard one. */
    private static Stream<String> spellings(String url) {
        Matcher parts = ADDRESS.matcher(url);
        if (!parts.matches()) {
            return Stream.of(url);
        }
        String rest = parts.group(3) == null ? "" : parts.group(3);
        String port = url.startsWith("https") ? ":443" : ":80";
        return parts.group(2) == null
                ? Stream.of(url, parts.group(1) + port + rest)
                : Stream.of(url, parts.group(1) + rest);
    }

    /** Any other body than a form is signed by its hash, which stands in the signed address. */
    private static boolean hasBodyHash(HttpCall call) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(call.body());
            return isSame(
                    HttpCall.optional(call.queryFields(), "bodySHA256").orElse(""),
                    HexFormat.of().formatHex(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(key);
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA1 is missing in this Java", e);
        }
    }

    /** In constant time. */
    private static boolean isSame(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
