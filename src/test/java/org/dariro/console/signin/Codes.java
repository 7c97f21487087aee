package org.dariro.console.signin;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** An authenticator app. */
public final class Codes {
    private Codes() {}

    /** The code that the app shows for a key as it is typed. */
    public static String of(String text, Instant at) {
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : text.replace(" ", "").toCharArray()) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                secret.write(buffer >> bits);
            }
        }
        return Totp.code(secret.toByteArray(), Totp.step(at));
    }

    /** The code of an offer. */
    public static String of(SecondFactor.Offer offer, Instant at) {
        return of(offer.text(), at);
    }
}
