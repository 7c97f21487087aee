package org.dariro.gateways.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Msisdn;
import org.jspecify.annotations.Nullable;

/**
 * A carrier that is called by HTTP, on a free port of this machine. A carrier's own test says in {@link #answer} what the
 * wire looks like; losing answers, breaking and being away are the same for all and done here.
 */
public abstract class FakeHttpCarrier implements FakeCarrier {
    private static final ThreadLocal<List<Runnable>> AFTER_ANSWER = ThreadLocal.withInitial(ArrayList::new);

    /** The JDK's server logs the addresses it is called at, and a carrier may be asked with a number in them. */
    private static final Logger SERVER_LOG = Logger.getLogger("com.sun.net.httpserver");

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer takes 40 ms
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Set<Msisdn> optedOut = ConcurrentHashMap.newKeySet();
    private final int port;
    private @Nullable HttpServer server;
    private volatile Behaviour behaviour = Behaviour.ACCEPT;
    private volatile int faultPercent;
    private final Random chance = new Random(7);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Opens it on a free port. */
    @SuppressWarnings("this-escape") // the server asks for answers only when it is called
    protected FakeHttpCarrier() {
        SERVER_LOG.setLevel(Level.INFO);
        HttpServer first = listen(0);
        port = first.getAddress().getPort();
        server = first;
    }

    /**
     * What this carrier answers to one call. It looks at {@code behaviour} for {@code REFUSE} and {@code THROTTLE}, at
     * {@link #hasOptedOut} for each recipient, and gives what it takes to {@link #take}; under every other behaviour it
     * acts as under {@code ACCEPT}.
     */
    protected abstract HttpAnswer answer(HttpCall call, Behaviour behaviour);

    /** Whether a call is a request to send, and not a question about one. */
    protected boolean isSend(HttpCall call) {
        return call.method().equals("POST");
    }

    /** Keeps a message as taken. */
    protected final void take(Taken message) {
        taken.add(message);
    }

    /**
     * Called in {@link #answer}: does this when that answer is on its way, or was not given as the behaviour wants it. A
     * report that must not come early belongs here.
     */
    protected final void afterAnswer(Runnable work) {
        AFTER_ANSWER.get().add(work);
    }

    /** Whether a number has opted out at this carrier. */
    protected final boolean hasOptedOut(Msisdn number) {
        return optedOut.contains(number);
    }

    /** The address of this carrier, without a trailing slash. */
    protected final String baseUrl() {
        return "http://localhost:" + port;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("BASE_URL", baseUrl(), "TIMEOUT_MS", String.valueOf(PATIENCE_MS));
    }

    @Override
    public void behave(Behaviour next) {
        behaviour = next;
        if (next == Behaviour.FAIL_BEFORE_TAKING) {
            stopListening();
        } else if (server == null) {
            server = listen(port);
        }
    }

    @Override
    public void faults(int percent) {
        faultPercent = percent;
    }

    @Override
    public void optOut(Msisdn number) {
        optedOut.add(number);
    }

    @Override
    public int requests() {
        return requests.get();
    }

    @Override
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        closed.countDown();
        stopListening();
        threads.shutdownNow();
    }

    private HttpServer listen(int wanted) {
        try {
            HttpServer next = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 100);
            next.setExecutor(threads);
            next.createContext("/", this::serve);
            next.start();
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopListening() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        HttpCall call = Calls.of(exchange);
        Behaviour now = Behaviour.ACCEPT;
        if (isSend(call)) {
            requests.incrementAndGet();
            now = drawn();
        }
        if (now == Behaviour.RESET) {
            exchange.close();
            return;
        }
        HttpAnswer answer = answer(call, now);
        List<Runnable> work = List.copyOf(AFTER_ANSWER.get());
        AFTER_ANSWER.remove();
        try {
            give(exchange, answer, now);
        } finally {
            work.forEach(Runnable::run);
        }
    }

    private void give(HttpExchange exchange, HttpAnswer answer, Behaviour now) throws IOException {
        switch (now) {
            case LOSE_ANSWER -> exchange.close();
            case SLOW -> {
                awaitPatience();
                exchange.close();
            }
            case BREAK -> reply(exchange, HttpAnswer.error(500, "Internal error"));
            case GARBAGE -> reply(exchange, HttpAnswer.ok("<html>{\"outcomes\": 7"));
            default -> reply(exchange, answer);
        }
    }

    private Behaviour drawn() {
        synchronized (chance) {
            return behaviour == Behaviour.ACCEPT && chance.nextInt(100) < faultPercent
                    ? FAULTS.get(chance.nextInt(FAULTS.size()))
                    : behaviour;
        }
    }

    /** Holds the answer back until no gateway waits for it any more; ends early when the carrier is closed. */
    private void awaitPatience() {
        try {
            closed.await(2L * PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, HttpAnswer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
