package org.dariro.bench.console;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser's side of HTTP/1.1: one kept connection, cookies, and compressed answers. Used by one thread. */
final class Browser implements AutoCloseable {
    private static final int PATIENCE_MS = 60_000;
    private static final String ACCEPT = String.join(
            "\r\n",
            "Accept-Encoding: gzip, deflate, br, zstd",
            "Accept-Language: en",
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64) bench",
            "");
    private final URI base;
    private final Map<String, String> cookies = new TreeMap<>();
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private long read;

    Browser(URI base) {
        this.base = base;
    }

    /** Another window of the same browser, with a connection of its own. */
    Browser window() {
        Browser other = new Browser(base);
        other.cookies.putAll(cookies);
        return other;
    }

    /** Its cookies as a header's line. */
    String cookieLine() {
        return cookies.isEmpty()
                ? ""
                : cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
    }

    Fetched get(String path) throws IOException {
        return send("GET " + path, "", new byte[0]);
    }

    /** A part of a page, as htmx asks for it. */
    Fetched swap(String path) throws IOException {
        return send("GET " + path, "HX-Request: true\r\n", new byte[0]);
    }

    Fetched post(String path, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                "POST " + path,
                "Content-Type: application/x-www-form-urlencoded\r\n",
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a call; once more over a fresh connection when the kept one was closed meanwhile. */
    private Fetched send(String what, String headers, byte[] body) throws IOException {
        boolean kept = socket != null;
        try {
            return once(what, headers, body);
        } catch (IOException e) {
            close();
            if (!kept) {
                throw e;
            }
            return once(what, headers, body);
        }
    }

    private Fetched once(String what, String headers, byte[] body) throws IOException {
        String head = what + " HTTP/1.1\r\nHost: " + base.getHost() + ":" + base.getPort() + "\r\n" + ACCEPT
                + cookieLine() + headers + (body.length > 0 ? "Content-Length: " + body.length + "\r\n" : "") + "\r\n";
        ByteArrayOutputStream call = new ByteArrayOutputStream();
        call.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        call.writeBytes(body);
        Socket open = open();
        long before = System.nanoTime();
        open.getOutputStream().write(call.toByteArray());
        return answer(before);
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            socket = open;
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MS);
            open.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MS);
            in = new BufferedInputStream(open.getInputStream(), 16_384);
        }
        return open;
    }

    private int octet() throws IOException {
        InputStream from = in;
        int octet = from == null ? -1 : from.read();
        if (octet < 0) {
            throw new EOFException();
        }
        read++;
        return octet;
    }

    private byte[] octets(int count) throws IOException {
        InputStream from = in;
        byte[] octets = from == null ? new byte[0] : from.readNBytes(count);
        if (octets.length < count) {
            throw new EOFException();
        }
        read += count;
        return octets;
    }

    private String line(StringBuilder line) throws IOException {
        for (int c = octet(); c != '\n'; c = octet()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private String line() throws IOException {
        return line(new StringBuilder(64));
    }

    private Fetched answer(long before) throws IOException {
        read = 0;
        StringBuilder begun = new StringBuilder(64).append((char) octet());
        long firstByte = System.nanoTime() - before;
        int status = Integer.parseInt(line(begun), 9, 12, 10);
        Map<String, String> heads = new TreeMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = header.substring(colon + 1).strip();
            if (name.equals("set-cookie")) {
                cookie(value);
            }
            heads.put(name, value);
        }
        boolean chunked = heads.getOrDefault("transfer-encoding", "").equals("chunked");
        byte[] body = chunked ? chunks() : octets(Integer.parseInt(heads.getOrDefault("content-length", "0")));
        if (heads.getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return new Fetched(
                status,
                heads.getOrDefault("location", ""),
                heads.getOrDefault("content-encoding", ""),
                read,
                body,
                firstByte);
    }

    private void cookie(String set) {
        String pair = set.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (equals == pair.length() - 1) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1).replace("\"", ""));
        }
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.writeBytes(octets(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // it is gone either way
            }
        }
    }
}
