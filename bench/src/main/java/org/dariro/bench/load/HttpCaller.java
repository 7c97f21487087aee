package org.dariro.bench.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One kept connection, used by one thread: the JDK's own client takes ten times the CPU, which the service needs here. */
final class HttpCaller implements AutoCloseable {
    private final String host;
    private final int port;
    private final int timeoutMs;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    HttpCaller(URI base, int timeoutMs) {
        this.host = base.getHost();
        this.port = base.getPort() < 0 ? 80 : base.getPort();
        this.timeoutMs = timeoutMs;
    }

    /**
     * Makes one call.
     *
     * @param headers further lines, each ending in CRLF
     * @throws IOException when there is no answer: the service may have taken it or not
     */
    HttpMessage call(String method, String path, String headers, byte[] body) throws IOException {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n" + headers
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        try {
            Socket open = socket;
            InputStream from = in;
            if (open == null || from == null) {
                open = new Socket();
                socket = open;
                open.setTcpNoDelay(true);
                open.setSoTimeout(timeoutMs);
                open.connect(new InetSocketAddress(host, port), timeoutMs);
                from = new BufferedInputStream(open.getInputStream(), 8_192);
                in = from;
            }
            open.getOutputStream().write(whole);
            HttpMessage answer = HttpMessage.read(from);
            if (answer.close()) {
                close();
            }
            return answer;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
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
