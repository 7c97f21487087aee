package org.dariro.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 message as read from a socket: no more of HTTP than the two sides of a bench speak.
 *
 * @param first the request or status line
 * @param close whether the other side ends the connection after it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpMessage(String first, boolean close, byte[] body) {

    /** Reads one. */
    static HttpMessage read(InputStream in) throws IOException {
        String first = line(in);
        int length = 0;
        boolean chunked = false;
        boolean close = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            char c = Character.toLowerCase(header.charAt(0));
            if (c == 'c' || c == 't') {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                } else if (lower.startsWith("transfer-encoding:")) {
                    chunked = true;
                } else if (lower.startsWith("connection:") && lower.endsWith("close")) {
                    close = true;
                }
            }
        }
        return new HttpMessage(first, close, chunked ? chunks(in) : bytes(in, length));
    }

    /** The status of an answer. */
    int status() {
        return Integer.parseInt(first, 9, 12, 10);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            whole.write(bytes(in, size));
            line(in);
        }
        line(in);
        return whole.toByteArray();
    }

    private static byte[] bytes(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
