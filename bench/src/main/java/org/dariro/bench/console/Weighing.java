package org.dariro.bench.console;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.bench.Figure;

/** Opens every page of a role again and again, in random order, some at a time: what they weigh and when their first byte comes. */
final class Weighing {
    /** Over the wire, with all that a first visit fetches. */
    static final long MOST_BYTES = 60 * 1024;
    /** To the first byte, at the 95th percentile. */
    static final double MOST_MILLIS = 100;

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/console/assets/[^\"]+)\"");
    private final PrintStream out;
    private final Routes routes;
    private final String db;
    private final int atOnce;
    private final List<Double> all = new ArrayList<>();
    private long heaviest;
    private long heaviestLater;
    private double slowest;
    private String slowestPage = "none";
    private String heaviestPage = "none";
    private long wrong;

    /** @param atOnce how many pages are asked for at a time */
    Weighing(PrintStream out, Routes routes, String db, int atOnce) {
        this.out = out;
        this.atOnce = atOnce;
        this.routes = routes;
        this.db = db;
    }

    /** A page that is to be opened. */
    private record Turn(String shape, String address) {}

    private record Opened(String shape, Fetched answer) {}

    /**
     * Opens all pages of a role.
     *
     * @param browser somebody with the role
     * @param rounds how often each is opened
     */
    void of(String role, Browser browser, int rounds) throws Exception {
        long assets = assets(role, browser);
        open(role, browser, Math.max(1, rounds / 10)); // a fresh JVM says nothing of a running one
        Map<String, List<Fetched>> answers = new TreeMap<>();
        for (Opened opened : open(role, browser, rounds)) {
            answers.computeIfAbsent(opened.shape(), key -> new ArrayList<>()).add(opened.answer());
        }
        answers.forEach((shape, of) -> print(role, shape, of, assets));
    }

    /** What a first visit fetches besides the page. */
    private long assets(String role, Browser browser) throws IOException {
        long bytes = 0;
        Matcher matcher = ASSET.matcher(browser.get("/console/today").text());
        while (matcher.find()) {
            Fetched asset = browser.get(matcher.group(1));
            bytes += asset.wire();
            new Figure("console-asset")
                    .with("role", role)
                    .with("file", matcher.group(1).replaceFirst(".*/", ""))
                    .with("bytes", asset.wire())
                    .with("encoding", asset.encoding().isEmpty() ? "none" : asset.encoding())
                    .print(out);
        }
        return bytes;
    }

    private List<Opened> open(String role, Browser browser, int rounds) throws Exception {
        Random random = new Random(7);
        List<Turn> turns = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (Routes.Shape shape : routes.of(role)) {
                routes.address(shape, role, random).ifPresent(address -> turns.add(new Turn(shape.path(), address)));
            }
        }
        Collections.shuffle(turns, random);
        List<Future<List<Opened>>> windows = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            for (int window = 0; window < atOnce; window++) {
                int first = window;
                windows.add(threads.submit(() -> {
                    List<Opened> opened = new ArrayList<>();
                    try (Browser own = browser.window()) {
                        for (int at = first; at < turns.size(); at += atOnce) {
                            opened.add(new Opened(
                                    turns.get(at).shape(), own.get(turns.get(at).address())));
                        }
                    }
                    return opened;
                }));
            }
            List<Opened> all = new ArrayList<>();
            for (Future<List<Opened>> window : windows) {
                all.addAll(window.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private void print(String role, String shape, List<Fetched> answers, long assets) {
        Percentiles millis =
                new Percentiles(answers.stream().map(Fetched::millis).toList());
        long[] bytes = answers.stream().mapToLong(Fetched::wire).sorted().toArray();
        long bad = answers.stream().filter(answer -> answer.status() != 200).count();
        double p95 = millis.at(95);
        long most = bytes[bytes.length - 1];
        Figure figure = new Figure("console-page")
                .with("db", db)
                .with("role", role)
                .with("page", shape)
                .with("at_once", atOnce)
                .with("opened", answers.size())
                .with("bytes", bytes[bytes.length / 2])
                .with("bytes_max", most)
                .with("first_visit_bytes_max", most + assets)
                .with("plain_bytes", answers.get(answers.size() / 2).text().length())
                .with("p50_ms", millis.at(50), 1)
                .with("p95_ms", p95, 1);
        if (bad > 0) {
            int status = answers.stream()
                    .mapToInt(Fetched::status)
                    .filter(one -> one != 200)
                    .findFirst()
                    .orElse(0);
            figure.with("wrong", bad).with("status", status);
        }
        figure.print(out);
        wrong += bad;
        heaviestLater = Math.max(heaviestLater, most);
        answers.forEach(answer -> all.add(answer.millis()));
        if (p95 > slowest) {
            slowest = p95;
            slowestPage = role + ":" + shape;
        }
        if (most + assets > heaviest) {
            heaviest = most + assets;
            heaviestPage = role + ":" + shape;
        }
    }

    /** Prints the worst of all pages; false when one is too heavy, too slow or was not shown. */
    boolean finish(Figure figure) {
        Percentiles overall = new Percentiles(all);
        figure.with("heaviest", heaviestPage)
                .with("heaviest_first_visit_bytes", heaviest)
                .with("heaviest_later_bytes", heaviestLater)
                .with("bytes_target", MOST_BYTES)
                .with("opened", all.size())
                .with("p50_ms", overall.at(50), 1)
                .with("p95_ms", overall.at(95), 1)
                .with("slowest", slowestPage)
                .with("slowest_p95_ms", slowest, 1)
                .with("p95_target_ms", MOST_MILLIS, 0)
                .with("wrong", wrong)
                .print(out);
        return heaviest <= MOST_BYTES && slowest < MOST_MILLIS && wrong == 0;
    }
}
