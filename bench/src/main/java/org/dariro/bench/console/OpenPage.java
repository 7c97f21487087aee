package org.dariro.bench.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A group's page in a browser: does what console.js and the browser's EventSource do. A stream that ends is asked for again after
 * three seconds, with the last event's id; one that is refused is given up, the page is asked for every 15 seconds, and the stream
 * opened anew when that works. An event has the conversation fetched.
 */
final class OpenPage implements AutoCloseable {
    private static final long RETRY_MS = 3_000;
    private static final long POLL_MS = 15_000;
    /** The service sends a sign of life every 20 seconds. */
    private static final int SILENCE_MS = 60_000;

    private static final Pattern EVENTS = Pattern.compile("data-events=\"([^\"]+)\"");
    private static final Pattern MARK = Pattern.compile("Live note ([0-9]+)\\b");
    private final URI base;
    private final long group;
    private final Browser browser;
    private final Browser swaps;
    private final AtomicInteger events = new AtomicInteger();
    private final NavigableMap<Long, Long> told = new ConcurrentSkipListMap<>();
    private final Map<Integer, Long> seen = new ConcurrentHashMap<>();
    private final Thread listener;
    private final Thread fetcher;
    private final long first;
    private volatile String address;
    private volatile boolean news;
    private volatile boolean closed;
    private volatile boolean listening;
    private volatile long openedAt;
    private volatile @Nullable Socket socket;

    OpenPage(URI base, long group, Browser browser) throws IOException {
        this.base = base;
        this.group = group;
        this.browser = browser;
        swaps = browser.window();
        address = events(browser.get("/console/groups/" + group))
                .orElseThrow(() -> new IllegalStateException("A group's page has no events"));
        first = lastSeq(address.substring(address.indexOf('=') + 1));
        listener = thread("listener", this::listen);
        fetcher = thread("fetcher", this::fetch);
    }

    private interface Loop {
        void run() throws InterruptedException;
    }

    private static Thread thread(String name, Loop loop) {
        Thread thread = new Thread(
                () -> {
                    try {
                        loop.run();
                    } catch (InterruptedException e) {
                        // the page is closed
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static Optional<String> events(Fetched page) {
        Matcher matcher = EVENTS.matcher(page.text());
        return matcher.find() ? Optional.of(matcher.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    /** A pulse begins with the number of the group's last post. */
    private static long lastSeq(String pulse) {
        return Long.parseLong(pulse.substring(0, pulse.indexOf('.')));
    }

    private void listen() throws InterruptedException {
        String last = "";
        while (!closed) {
            Heard heard = stream(last);
            last = heard.last();
            listening = false;
            if (!heard.refused()) {
                TimeUnit.MILLISECONDS.sleep(RETRY_MS);
                continue;
            }
            last = "";
            boolean back = false;
            while (!closed && !back) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
                back = poll();
            }
        }
    }

    private boolean poll() {
        try {
            Fetched page = browser.swap("/console/groups/" + group + "/thread");
            Optional<String> now = page.status() == 200 ? events(page) : Optional.empty();
            now.ifPresent(found -> address = found);
            note(page);
            return now.isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** How a stream ended. */
    private record Heard(String last, boolean refused) {}

    private Heard stream(String before) {
        String last = before;
        try (Socket open = new Socket()) {
            socket = open;
            open.setSoTimeout(SILENCE_MS);
            open.connect(new InetSocketAddress(base.getHost(), base.getPort()), 10_000);
            String call = "GET " + address + " HTTP/1.1\r\nHost: " + base.getHost() + ":" + base.getPort() + "\r\n"
                    + "Accept: text/event-stream\r\nCache-Control: no-cache\r\n" + browser.cookieLine()
                    + (last.isEmpty() ? "" : "Last-Event-ID: " + last + "\r\n") + "\r\n";
            open.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(open.getInputStream(), StandardCharsets.UTF_8));
            String status = in.readLine();
            if (status == null) {
                return new Heard(last, false);
            } else if (!status.contains(" 200")) {
                return new Heard(last, true);
            }
            listening = true;
            openedAt = System.nanoTime();
            for (String line = in.readLine(); line != null && !closed; line = in.readLine()) {
                if (line.startsWith("id:")) { // with each pulse, and the same as its data
                    last = line.substring(3).strip();
                    heard(last);
                }
            }
        } catch (IOException e) {
            // it is asked for again
        }
        return new Heard(last, false);
    }

    private void heard(String pulse) {
        events.incrementAndGet();
        told.putIfAbsent(lastSeq(pulse), System.nanoTime());
        news = true;
        LockSupport.unpark(fetcher);
    }

    private void fetch() {
        while (!closed) {
            if (!news) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                continue;
            }
            news = false;
            try {
                note(swaps.swap("/console/groups/" + group + "/thread"));
            } catch (IOException e) {
                // the service is away; the next event has it fetched again
            }
        }
    }

    private void note(Fetched page) {
        long now = System.nanoTime();
        Matcher matcher = MARK.matcher(page.text());
        while (matcher.find()) {
            seen.putIfAbsent(Integer.valueOf(matcher.group(1)), now);
        }
    }

    long group() {
        return group;
    }

    /** The number of the last post when it was opened. */
    long first() {
        return first;
    }

    /** Whether its stream is open. */
    boolean isListening() {
        return listening;
    }

    /** When its stream was last opened, in nanoseconds. */
    long openedAt() {
        return openedAt;
    }

    int events() {
        return events.get();
    }

    /** Whether it shows a post. */
    boolean shows(Posted post) {
        return seen.containsKey(post.mark());
    }

    /** Milliseconds from a post's 200 to the event that told of it; empty when none did. */
    Optional<Double> toldAfter(Posted post) {
        return told.tailMap(post.seq(), true).values().stream()
                .min(Long::compare)
                .map(at -> Math.max(0, at - post.takenAt()) / 1e6);
    }

    /** Milliseconds from a post's 200 until it was on the page; empty when it never was. */
    Optional<Double> shownAfter(Posted post) {
        return Optional.ofNullable(seen.get(post.mark())).map(at -> Math.max(0, at - post.takenAt()) / 1e6);
    }

    @Override
    public void close() {
        closed = true;
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // it is gone either way
            }
        }
        listener.interrupt();
        LockSupport.unpark(fetcher);
        browser.close();
        swaps.close();
    }
}
