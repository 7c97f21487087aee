package org.dariro.console.api;

import java.io.IOException;
import java.io.InputStream;

/** Reads a request's body whole, usually up to 1 MB. */
final class Body {
    static final int MOST = 1 << 20;

    /** So much of a body that is too large is read and thrown away, so that its sender stays to hear why. */
    private static final int MOST_THROWN_AWAY = 8 << 20;

    private Body() {}

    /** The bytes; refused with 413 when there are too many. */
    static byte[] read(InputStream in) throws IOException {
        return read(in, MOST, Problem.of(413));
    }

    /** The bytes of what may be larger; refused so when there are too many. */
    static byte[] read(InputStream in, int most, Problem tooLarge) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throwAway(in);
            throw new Refused(tooLarge);
        }
        return bytes;
    }

    /** Reads on to the end, unless that is far away. */
    static void throwAway(InputStream in) throws IOException {
        byte[] some = new byte[8_192];
        int read = in.read(some);
        for (int sum = read; read >= 0 && sum < MOST_THROWN_AWAY; sum += read) {
            read = in.read(some);
        }
    }
}
