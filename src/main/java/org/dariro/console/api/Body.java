package org.dariro.console.api;

import java.io.IOException;
import java.io.InputStream;

/** Reads a request's body whole, up to 1 MB. */
final class Body {
    static final int MOST = 1 << 20;

    private Body() {}

    /** The bytes; refused with 413 when there are too many. */
    static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw new Refused(Problem.of(413));
        }
        return bytes;
    }
}
