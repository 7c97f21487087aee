package org.dariro.gateways.testkit.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs calls as Twilio does. */
public final class TwilioSigner {
    private final SecretKeySpec key;

    /** Signs with this auth token. */
    public TwilioSigner(String token) {
        key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1");
    }

    /** The value of {@code X-Twilio-Signature}. */
    public String sign(String url, Map<String, List<String>> fields) {
        String pairs = fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(field -> field.getValue().stream().distinct().sorted().map(value -> field.getKey() + value))
                .collect(Collectors.joining());
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal((url + pairs).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
