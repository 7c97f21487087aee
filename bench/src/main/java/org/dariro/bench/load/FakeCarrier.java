package org.dariro.bench.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The carrier on the other end of the simulator's {@code BASE_URL}: takes every batch at once, notes what is in it, and
 * says what became of a parcel when asked. A thread a connection; the service keeps few.
 */
public final class FakeCarrier implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NOT_FOUND =
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private final Ledger ledger;
    private final ServerSocket server;
    private final References references = new References();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder lookedUp = new LongAdder();
    private volatile @Nullable Danger danger;

    /** Listens on a port of this machine. */
    @SuppressWarnings("AddressSelection")
    public FakeCarrier(int port, Ledger ledger) throws IOException {
        this.ledger = ledger;
        server = new ServerSocket(port, 256, InetAddress.getByName("127.0.0.1"));
        start("carrier", this::accept);
    }

    /** From now on somebody also looks for what people in danger get. */
    void watch(Danger watched) {
        danger = watched;
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start("carrier-connection", () -> serve(socket));
            } catch (IOException e) {
                // closed, or a caller that went away
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            OutputStream out = socket.getOutputStream();
            while (true) {
                HttpMessage call = HttpMessage.read(in);
                if (call.first().startsWith("POST ")) {
                    out.write(batch(call.body()));
                } else {
                    out.write(lookUp(call.first()));
                }
            }
        } catch (IOException e) {
            // the service hung up, or was killed: what it sent in full has been taken
        }
    }

    private byte[] batch(byte[] body) throws IOException {
        int[] posts = new int[8];
        int count = 0;
        int recipients = 0;
        StringBuilder outcomes = new StringBuilder(256).append("{\"outcomes\":[");
        int phone = -1;
        int endangered = -1;
        String text = "";
        Danger watched = danger;
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.VALUE_STRING) {
                    continue;
                }
                switch (json.currentName()) {
                    case "text" -> {
                        text = json.getText();
                        for (long next = Marker.next(text, 0);
                                next >= 0;
                                next = Marker.next(text, (int) (next >> 32))) {
                            posts = count < posts.length ? posts : Arrays.copyOf(posts, count * 2);
                            posts[count++] = (int) next;
                            if (watched != null) {
                                watched.marked((int) next);
                            }
                        }
                    }
                    case "to" -> {
                        phone = ledger.crowd().phone(json.getText());
                        endangered = watched == null ? -1 : watched.phone(json.getText());
                    }
                    case "reference" -> {
                        String reference = json.getText();
                        take(reference, phone, posts, count);
                        if (watched != null && endangered >= 0) {
                            watched.arrived(endangered, text);
                        }
                        outcomes.append(recipients++ == 0 ? "{\"id\":\"c" : ",{\"id\":\"c")
                                .append(reference)
                                .append("\"}");
                    }
                    default -> {
                        // the sender
                    }
                }
            }
        }
        ledger.request(recipients);
        return answer(outcomes.append("]}").toString());
    }

    private void take(String reference, int phone, int[] posts, int count) {
        if (!references.add(Long.parseLong(reference))) {
            repeated.increment();
        }
        if (phone >= 0) {
            ledger.arrived(phone, posts, count);
        }
    }

    private byte[] lookUp(String first) {
        lookedUp.increment();
        String reference = first.substring(first.indexOf("/messages/") + 10, first.lastIndexOf(' '));
        return references.contains(Long.parseLong(reference))
                ? answer("{\"id\":\"c" + reference + "\",\"status\":\"delivered\"}")
                : NOT_FOUND;
    }

    private static byte[] answer(String json) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Parcels that came once more. */
    public long repeated() {
        return repeated.sum();
    }

    /** How often the service asked what became of a parcel. */
    public long lookedUp() {
        return lookedUp.sum();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
