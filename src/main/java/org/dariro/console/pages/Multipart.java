package org.dariro.console.pages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file in it (multipart/form-data, RFC 7578), small enough to be held. What is not one has no parts. Of parts with
 * the same name the first counts; the names of files are not looked at.
 */
final class Multipart {
    /** Bytes of the longest form with a file. */
    static final int MOST = 12_000_000;

    private static final Pattern BOUNDARY =
            Pattern.compile("multipart/form-data\\s*;.*boundary=\"?([^\";,]{1,100})\"?.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]{1,60})\"");
    private static final byte[] HEAD_ENDS = {'\r', '\n', '\r', '\n'};
    private final Map<String, byte[]> parts = new HashMap<>();

    private Multipart() {}

    /** Whether a body of this type is a form with a file. */
    static boolean is(@Nullable String contentType) {
        return contentType != null && BOUNDARY.matcher(contentType).matches();
    }

    static Multipart of(@Nullable String contentType, byte[] body) {
        Multipart form = new Multipart();
        Matcher matcher = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (matcher.matches()) {
            form.read(body, ("--" + matcher.group(1)).getBytes(StandardCharsets.ISO_8859_1));
        }
        return form;
    }

    private void read(byte[] body, byte[] boundary) {
        int at = find(body, boundary, 0);
        while (at >= 0) {
            int begins = at + boundary.length;
            int next = find(body, boundary, begins);
            if (next < 0) {
                return;
            }
            part(body, begins, next);
            at = next;
        }
    }

    /** Between two boundaries: a line's end, lines of a head, an empty line, the content, a line's end. */
    private void part(byte[] body, int from, int to) {
        int head = find(body, HEAD_ENDS, from);
        if (head < 0 || head + HEAD_ENDS.length > to - 2) {
            return;
        }
        Matcher name = NAME.matcher(new String(body, from, head - from, StandardCharsets.UTF_8));
        if (name.find()) {
            parts.putIfAbsent(name.group(1), Arrays.copyOfRange(body, head + HEAD_ENDS.length, to - 2));
        }
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int i = from; i <= in.length - what.length; i++) {
            if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    /** A field; empty when it is not there. */
    String text(String name) {
        return bytes(name)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** The content of a file. */
    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(parts.get(name));
    }
}
