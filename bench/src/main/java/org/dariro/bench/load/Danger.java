package org.dariro.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.dariro.bench.Figure;

/**
 * People in danger who write among all the others: how soon mentors see the alert, and the carrier has the crisis card. Each
 * writes once, as nobody gets a second card within the hour. They have groups of their own.
 */
public final class Danger implements AutoCloseable {
    /** Their marks begin beyond those of the other texts. */
    private static final int FIRST_MARK = 8_000_000;

    /** Of the card in English; nothing else that a member gets says so. */
    private static final String CARD = "not alone";

    private static final String[] WORDS = {
        "i am going to kill myself tonight",
        "i will end my life tonight",
        "tonight i am going to kill myself, forgive me"
    };
    private static final int LOOK_MS = 100;
    private static final int PATIENCE_SECONDS = 20;
    /** So many alerts are read again with each look, as one may be raised before another and committed after it. */
    private static final int AGAIN = 100;

    private static final ObjectMapper JSON = new ObjectMapper();
    private final Crowd crowd;
    private final URI base;
    private final String account;
    private final String token;
    private final String run;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLongArray sentAt;
    private final AtomicLongArray alertAt;
    private final AtomicLongArray cardAt;
    private final LongAdder leaked = new LongAdder();
    private final Deque<Long> seen = new ArrayDeque<>();
    private volatile boolean writing;
    private volatile boolean looking;

    /**
     * Enrols them.
     *
     * @param token of the API
     * @param most how many will write
     */
    Danger(URI base, String account, String token, String run, int first, int most) throws IOException {
        this.crowd = new Crowd((most + 14) / 15, 15, first);
        this.base = base;
        this.account = account;
        this.token = token;
        this.run = run;
        sentAt = new AtomicLongArray(crowd.phones());
        alertAt = new AtomicLongArray(crowd.phones());
        cardAt = new AtomicLongArray(crowd.phones());
        try (Api api = new Api(base, token)) {
            api.enrol(crowd, account, run + "D");
        }
    }

    /** The phone of a number; -1 if it is none of these. */
    int phone(String number) {
        return crowd.phone(number);
    }

    /** A text reached one of these phones. */
    void arrived(int phone, String text) {
        if (sentAt.get(phone) != 0 && text.contains(CARD)) {
            cardAt.compareAndSet(phone, 0, System.nanoTime());
        }
    }

    /** A mark came to any phone; those of people in danger are held, and must not. */
    void marked(int mark) {
        if (mark >= FIRST_MARK) {
            leaked.increment();
        }
    }

    /** Writes and looks until {@link #end}. */
    void begin(double perSecond) {
        writing = true;
        looking = true;
        thread("danger-writer", () -> write((long) (1e9 / perSecond)));
        thread("danger-looker", this::look);
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void write(long gap) {
        try (HttpCaller http = new HttpCaller(base, 20_000)) {
            long due = System.nanoTime();
            while (writing && next.get() < crowd.phones()) {
                due += gap;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.sleep(left);
                }
                write(http, next.getAndIncrement(), due);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(HttpCaller http, int phone, long due) throws InterruptedException {
        sentAt.set(phone, due);
        String form = "id=" + run + "-d" + phone + "&from=" + encoded(crowd.number(phone)) + "&to="
                + encoded(Crowd.LINE) + "&text="
                + encoded(WORDS[phone % WORDS.length] + " " + Marker.of(FIRST_MARK + phone));
        boolean answered = false;
        while (!answered && looking) {
            try {
                answered = http.call(
                                        "POST",
                                        base.getRawPath() + "/gateways/" + account + "/sms",
                                        "Content-Type: application/x-www-form-urlencoded\r\n",
                                        form.getBytes(StandardCharsets.US_ASCII))
                                .status()
                        == 200;
            } catch (IOException e) {
                // no answer: the carrier calls again
            }
            if (!answered) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void look() {
        String headers = "Authorization: Bearer " + token + "\r\nAccept: application/json\r\n";
        try (HttpCaller http = new HttpCaller(base, 20_000)) {
            while (looking) {
                String after = seen.size() > AGAIN ? "&after=" + seen.getFirst() : "";
                try {
                    see(http.call(
                            "GET",
                            base.getRawPath() + "/api/v1/alerts?severity=critical&limit=200" + after,
                            headers,
                            new byte[0]));
                } catch (IOException e) {
                    // looked again
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void see(HttpMessage answer) throws IOException {
        long now = System.nanoTime();
        for (JsonNode alert : JSON.readTree(answer.body()).path("items")) {
            int phone = (int) Marker.next(alert.path("text").asText(), 0) - FIRST_MARK;
            if (phone >= 0 && phone < crowd.phones() && alertAt.compareAndSet(phone, 0, now)) {
                seen.addLast(alert.path("id").asLong());
                if (seen.size() > AGAIN + 1) {
                    seen.removeFirst();
                }
            }
        }
    }

    /** How many have written so far. */
    int size() {
        return next.get();
    }

    /** Writes no more. */
    void stop() {
        writing = false;
    }

    /** Waits until all that was written is seen, or will not be. */
    void end(int first) throws InterruptedException {
        stop();
        long late = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < late
                && (millis(alertAt, first).length < size() - first || millis(cardAt, first).length < size() - first)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        looking = false;
    }

    private double[] millis(AtomicLongArray end, int first) {
        double[] millis = new double[size() - first];
        int count = 0;
        for (int phone = first; phone < first + millis.length; phone++) {
            if (end.get(phone) != 0) {
                millis[count++] = (end.get(phone) - sentAt.get(phone)) / 1e6;
            }
        }
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Prints both figures of those who wrote from {@code first} on; false when something did not come, or went out. */
    boolean print(PrintStream out, String database, String mode, int first) {
        boolean alerts = print(out, "load-alert", database, mode, first, alertAt, 2_000);
        boolean cards = print(out, "load-card", database, mode, first, cardAt, 5_000);
        return alerts && cards && leaked.sum() == 0;
    }

    private boolean print(
            PrintStream out,
            String name,
            String database,
            String mode,
            int first,
            AtomicLongArray end,
            int targetMillis) {
        double[] millis = millis(end, first);
        int texts = size() - first;
        new Figure(name)
                .with("db", database)
                .with("mode", mode)
                .with("texts", texts)
                .with("p50_ms", Phase.quantile(millis, 0.5), 1)
                .with("p99_ms", Phase.quantile(millis, 0.99), 1)
                .with("target_p99_ms", targetMillis)
                .with("missing", texts - millis.length)
                .with("let_out", leaked.sum())
                .print(out);
        return millis.length == texts;
    }

    @Override
    public void close() {
        writing = false;
        looking = false;
    }
}
