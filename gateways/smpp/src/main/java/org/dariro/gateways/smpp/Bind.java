package org.dariro.gateways.smpp;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.dariro.gateways.api.Connection;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bind to the SMSC that mends itself: a thread opens a session, waits until it is lost, and opens the next, at longer
 * and longer intervals while the SMSC is away.
 *
 * <p>Life: {@link #open} starts the thread, {@link #close} ends it with the session.
 */
final class Bind {
    private static final Logger LOG = LoggerFactory.getLogger(Bind.class);
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A bind that was refused is refused again: asking often may lock the account. */
    private static final Duration REFUSED = Duration.ofSeconds(15);

    /** Sessions that are lost at once are opened again after 1.6 seconds at most. */
    private static final int MOST_SHORT_LIVED = 3;

    private static final int MOST_FAREWELL_MS = 2_000;

    private final String name;
    private final SmppSettings settings;
    private final Function<Bind, Session> sessions;
    private final InstantSource clock;
    private final Semaphore window;
    private final Pacer pacer;
    private final Thread thread;
    private @Nullable Session session;
    private boolean trying;
    private boolean closed;
    private Connection connection;

    /**
     * @param name how it is called in the log: the account and a number
     * @param sessions makes a session that is not bound yet
     */
    @SuppressWarnings("this-escape") // the thread is started by open
    Bind(String name, SmppSettings settings, Function<Bind, Session> sessions, InstantSource clock) {
        this.name = name;
        this.settings = settings;
        this.sessions = sessions;
        this.clock = clock;
        window = new Semaphore(settings.window(), true);
        pacer = new Pacer(settings.perSecond());
        connection = new Connection(false, clock.instant(), "not started");
        thread = new Thread(this::keepUp, "smpp-" + name);
        thread.setDaemon(true);
    }

    synchronized void open() {
        if (!closed && thread.getState() == Thread.State.NEW) {
            trying = true;
            thread.start();
        }
    }

    /** Ends the session and the thread. */
    void close() {
        Session last;
        synchronized (this) {
            closed = true;
            last = session;
            session = null;
            connection = new Connection(false, clock.instant(), "closed");
            notifyAll();
        }
        if (last != null) {
            last.setTransactionTimer(Math.min(settings.responseMs(), MOST_FAREWELL_MS)); // a dead link answers nothing
            last.unbindAndClose();
        }
    }

    /** Up or down, since when and why. */
    synchronized Connection connection() {
        return connection;
    }

    Pacer pacer() {
        return pacer;
    }

    /** What may still be sent without waiting for an answer. */
    Semaphore window() {
        return window;
    }

    /** The session, if it is up; an attempt to open one that is under way is waited for. */
    synchronized @Nullable Session session(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (session == null && trying && !closed) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return null;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return session;
    }

    private void keepUp() {
        int failures = 0;
        try {
            while (!isClosed()) {
                long began = System.nanoTime();
                String fault = oneSession();
                boolean lasted = System.nanoTime() - began > 1_000_000_000L;
                failures = !fault.isEmpty() ? failures + 1 : lasted ? 0 : Math.min(failures + 1, MOST_SHORT_LIVED);
                pause(fault, failures);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens a session and waits for its end; tells why it could not be opened, or nothing. */
    private String oneSession() throws InterruptedException {
        Session next = sessions.apply(this);
        CountDownLatch ended = new CountDownLatch(1);
        next.addSessionStateListener((now, before, source) -> {
            if (before.isBound() && !now.isBound()) {
                ended.countDown();
            }
        });
        try {
            next.bind(settings);
        } catch (IOException | RuntimeException e) {
            next.close();
            down(reason(e));
            return reason(e);
        }
        if (!up(next)) {
            next.unbindAndClose();
            return "";
        }
        ended.await();
        down("connection lost");
        next.close();
        return "";
    }

    private synchronized boolean up(Session next) {
        trying = false;
        if (!closed) {
            session = next;
            connection = new Connection(true, clock.instant(), "");
            LOG.info("SMPP bind {} is up", name);
        }
        notifyAll();
        return !closed;
    }

    private synchronized void down(String code) {
        trying = false;
        session = null;
        if (!closed && (connection.up() || !connection.code().equals(code))) {
            Instant since = connection.up() ? clock.instant() : connection.since();
            connection = new Connection(false, since, code);
            LOG.warn("SMPP bind {} is down: {}", name, code);
        }
        notifyAll();
    }

    private synchronized void pause(String fault, int failures) throws InterruptedException {
        Duration doubled = SHORTEST.multipliedBy(1L << Math.min(failures, 10));
        Duration pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        if (fault.startsWith("bind refused") && pause.compareTo(REFUSED) < 0) {
            pause = REFUSED;
        }
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toMillis(); left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        trying = !closed;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Without the messages of exceptions, which repeat addresses. */
    private static String reason(Exception fault) {
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        if (cause instanceof NegativeResponseException refused) {
            return "bind refused " + Statuses.code(refused.getCommandStatus());
        } else if (cause instanceof GenericNackResponseException nack) {
            return "bind refused " + Statuses.code(nack.getCommandStatus());
        } else if (cause instanceof ResponseTimeoutException) {
            return "no answer to bind";
        }
        return cause.getClass().getSimpleName();
    }
}
