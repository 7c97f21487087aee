package org.dariro.platform;

import java.util.Base64;
import java.util.List;

/**
 * What stands in the key file: three lines, the master keyset (Tink JSON), the wrapped hash key, the wrapped service key.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyFile(String keyset, byte[] hashKey, byte[] serviceKey) {

    static KeyFile parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 3) {
            throw new IllegalStateException("The key file must have three lines.");
        }
        return new KeyFile(
                lines.get(0),
                Base64.getDecoder().decode(lines.get(1)),
                Base64.getDecoder().decode(lines.get(2)));
    }

    String format() {
        Base64.Encoder encoder = Base64.getEncoder();
        return keyset.replace("\n", " ") + "\n" + encoder.encodeToString(hashKey) + "\n"
                + encoder.encodeToString(serviceKey) + "\n";
    }
}
