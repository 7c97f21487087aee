package org.dariro.gateways.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * The smallest HTTP/1.1 client that never sends a request twice: one request on one socket, sockets kept for the next.
 * The JDK's own clients either repeat a POST whose answer was lost or are ten times slower.
 */
final class KeepAliveHttp implements AutoCloseable {
    private static final int CONNECT_MS = 5_000;
    private static final int MOST_BODY = 8 * 1024 * 1024;
    private static final long OLDEST_IDLE_NANOS = 2_000_000_000L;

    private final String host;
    private final int port;
    private final int timeoutMs;
    private final LinkedBlockingDeque<Connection> idle;

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, byte[] body) {}

    /** There was no connection: nothing has left this machine. */
    static final class NotSent extends IOException {
        private static final long serialVersionUID = 1L;

        NotSent() {
            super("No connection");
        }
    }

    KeepAliveHttp(URI address, int timeoutMs, int mostIdle) {
        this.host = address.getHost();
        this.port = address.getPort() < 0 ? 80 : address.getPort();
        this.timeoutMs = timeoutMs;
        this.idle = new LinkedBlockingDeque<>(mostIdle);
    }

    /**
     * Makes one call.
     *
     * @throws NotSent when no connection could be made
     * @throws IOException when the answer did not come, or is not HTTP: the other side may have acted on the call
     */
    @SuppressWarnings("try") // the connection is closed or kept by hand
    Answer call(String method, String path, byte[] body) throws IOException {
        Connection connection = connect();
        boolean keep = false;
        try {
            connection.write(method, path, host + ":" + port, body);
            Answer answer = connection.read();
            keep = connection.reusable;
            return answer;
        } finally {
            if (!keep || !idle.offerFirst(connection.idleFrom(System.nanoTime()))) {
                connection.close();
            }
        }
    }

    @Override
    public void close() {
        for (Connection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            next.close();
        }
    }

    /** The warmest idle socket that the other side has surely not given up yet, else a new one. */
    private Connection connect() throws NotSent {
        for (Connection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (System.nanoTime() - next.idleSince < OLDEST_IDLE_NANOS) {
                return next;
            }
            next.close();
        }
        try {
            return new Connection(host, port, timeoutMs);
        } catch (IOException e) {
            throw new NotSent();
        }
    }

    private static final class Connection {
        private final Socket socket = new Socket();
        private final InputStream in;
        private boolean reusable;
        private long idleSince;

        Connection(String host, int port, int timeoutMs) throws IOException {
            try {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(timeoutMs);
                socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
                in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        void write(String method, String path, String authority, byte[] body) throws IOException {
            byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: " + authority
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] whole = new byte[head.length + body.length];
            System.arraycopy(head, 0, whole, 0, head.length);
            System.arraycopy(body, 0, whole, head.length, body.length);
            socket.getOutputStream().write(whole);
        }

        Answer read() throws IOException {
            String[] status = line().split(" ", 3);
            if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].matches("[1-5][0-9]{2}")) {
                throw new IOException("Not an HTTP answer");
            }
            reusable = status[0].equals("HTTP/1.1");
            int length = -1;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT).replace(" ", "");
                if (lower.startsWith("content-length:")) {
                    length = number(lower.substring(15), 10);
                } else if (lower.startsWith("transfer-encoding:")) {
                    chunked = lower.endsWith("chunked");
                } else if (lower.equals("connection:close")) {
                    reusable = false;
                }
            }
            return new Answer(Integer.parseInt(status[1]), chunked ? chunks() : bytes(Math.max(length, 0)));
        }

        Connection idleFrom(long nanos) {
            idleSince = nanos;
            return this;
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // it is gone either way
            }
        }

        private byte[] chunks() throws IOException {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int size = number(line(), 16); size > 0; size = number(line(), 16)) {
                whole.write(bytes(size));
                line();
                if (whole.size() > MOST_BODY) {
                    throw new IOException("The answer is too long");
                }
            }
            line();
            return whole.toByteArray();
        }

        private byte[] bytes(int count) throws IOException {
            byte[] bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw new IOException("The answer ended early");
            }
            return bytes;
        }

        private static int number(String written, int radix) throws IOException {
            try {
                int number = Integer.parseInt(written.split(";")[0].strip(), radix);
                if (number >= 0 && number <= MOST_BODY) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new IOException("Not an HTTP length");
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0 || line.length() > 8_192) {
                    throw new IOException("The answer ended early");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
