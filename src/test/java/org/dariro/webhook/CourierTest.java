package org.dariro.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dariro.platform.Settings;
import org.dariro.platform.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A call goes to the address that was looked at, and to no other. */
class CourierTest {
    private static final String PUBLIC = "8.8.8.8";
    private static final String OURS = "127.0.0.1";
    private final Receiver receiver = new Receiver();
    private final Deque<List<String>> answers = new ArrayDeque<>();
    private final String url = "http://hooks.example.org:"
            + URI.create(receiver.url()).getPort() + "/hook"; // a name that only this test knows

    @AfterEach
    void close() {
        receiver.close();
    }

    /** Answers each look-up with the next of what is prepared. */
    private InetAddress[] look(String host) throws UnknownHostException {
        List<String> next = answers.poll();
        if (next == null || !host.equals("hooks.example.org")) {
            throw new UnknownHostException(host);
        }
        InetAddress[] all = new InetAddress[next.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.getByName(next.get(i));
        }
        return all;
    }

    private Addresses addresses(String... open) {
        Map<String, String> settings = new HashMap<>();
        List.of(open).forEach(name -> settings.put(name, "true"));
        return new Addresses(Settings.of(settings), this::look);
    }

    private static String send(Addresses addresses, String to) {
        return new Courier(addresses, Work.inline())
                .send(to, Map.of("webhook-id", "msg_1"), "{}")
                .join();
    }

    @Test
    void aNameIsLookedUpOnceAndTheCallGoesThere() {
        answers.add(List.of(OURS));
        answers.add(List.of(PUBLIC));
        assertEquals("204", send(addresses("DARIRO_WEBHOOK_ALLOW_HTTP", "DARIRO_WEBHOOK_ALLOW_PRIVATE"), url));
        assertEquals(1, answers.size(), "one look-up was made");
        assertEquals("msg_1", receiver.got.get(0).id());
        assertEquals(URI.create(url).getAuthority(), receiver.got.get(0).host());
    }

    @Test
    void aNameThatTurnsToOurOwnNetworkIsNotCalled() {
        answers.add(List.of(PUBLIC));
        answers.add(List.of(OURS));
        answers.add(List.of(PUBLIC, OURS));
        Addresses addresses = addresses("DARIRO_WEBHOOK_ALLOW_HTTP");
        assertEquals(true, addresses.fault(url).isEmpty(), "it may be registered");
        assertEquals("refused-address", send(addresses, url));
        assertEquals("refused-address", send(addresses, url), "one of several is enough");
        assertEquals(List.of(), receiver.got);
    }

    @Test
    void aNameThatIsNotKnownIsACallThatFailed() {
        assertEquals("unknown-host", send(addresses("DARIRO_WEBHOOK_ALLOW_HTTP"), url));
    }

    @Test
    void whatIsNotSafeIsNotLookedUp() {
        answers.add(List.of(OURS));
        assertEquals("refused-address", send(addresses(), url));
        assertEquals(1, answers.size());
    }

    @Test
    void aHeaderWithoutAnEndIsNotGathered() throws Exception {
        try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> {
                try (Socket call = endless.accept()) {
                    call.getOutputStream()
                            .write(("HTTP/1.1 200 OK\r\nX: " + "a".repeat(100_000) + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    call.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // it was hung up on, as it should be
                }
            });
            server.start();
            answers.add(List.of(OURS));
            Addresses addresses = addresses("DARIRO_WEBHOOK_ALLOW_HTTP", "DARIRO_WEBHOOK_ALLOW_PRIVATE");
            assertEquals(
                    "no-connection", send(addresses, "http://hooks.example.org:" + endless.getLocalPort() + "/hook"));
        }
    }
}
