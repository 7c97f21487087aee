package org.dariro.bench.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * An answer as a browser gets it.
 *
 * @param location where it leads; empty for nowhere
 * @param encoding how the body is compressed; empty for not at all
 * @param wire bytes that came over the wire, those of the head too
 * @param body as it came
 * @param firstByte nanoseconds from the call's last byte to the answer's first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Fetched(int status, String location, String encoding, long wire, byte[] body, long firstByte) {

    /** The body as text. */
    String text() {
        if (!encoding.equals("gzip")) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Milliseconds to the first byte. */
    double millis() {
        return firstByte / 1e6;
    }
}
