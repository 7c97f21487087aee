package org.dariro.gateways.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dariro.gateways.api.DeliveryReport.Status;

/**
 * The calls that a carrier makes to the service by HTTP: at once, or in the background and again until they are taken.
 * What stands in a call is the carrier's own affair. Lives as long as its carrier.
 */
public final class CarrierCaller implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_MS = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService background = new ThreadPoolExecutor(
            8, 8, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), CarrierCaller::daemon, new DiscardPolicy());
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Reports reports = Reports.NONE;

    /** How {@link #reportOn} reports from now on. */
    public void reports(Reports how) {
        reports = how;
    }

    /** A POST of a form, ready for more headers. */
    public static HttpRequest.Builder form(String url, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(body));
    }

    /** Makes a call once; empty when it is not answered. */
    public Optional<HttpResponse<String>> answerTo(HttpRequest call) {
        try {
            return Optional.of(http.send(call, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Makes a call once, and says whether the service took it: it answered 2xx. */
    public boolean isTaken(HttpRequest call) {
        return answerTo(call).filter(answer -> answer.statusCode() / 100 == 2).isPresent();
    }

    /** Makes these calls in the background, one after the other; one that is not taken is repeated before the next. */
    public void untilTaken(List<HttpRequest> calls) {
        if (!calls.isEmpty()) {
            background.execute(() -> callOn(calls));
        }
    }

    /**
     * Reports on a message just taken, as {@link #reports} says: early reports at once, before this returns.
     *
     * @param receipt the call that reports a status
     * @return the rest, to be run after the request to send is answered ({@link FakeHttpCarrier#afterAnswer})
     */
    public Runnable reportOn(Function<Status, HttpRequest> receipt) {
        Reports how = reports;
        List<HttpRequest> calls = how.statuses().stream().map(receipt).toList();
        if (how.early()) {
            calls.stream().filter(call -> !isTaken(call)).forEach(call -> untilTaken(List.of(call)));
            return () -> {};
        }
        return () -> untilTaken(calls);
    }

    @Override
    public void close() {
        closed.countDown();
        background.shutdownNow();
    }

    private void callOn(List<HttpRequest> calls) {
        if (isTaken(calls.get(0))) {
            untilTaken(calls.subList(1, calls.size()));
        } else if (!isClosedAfterPause()) {
            untilTaken(calls);
        }
    }

    private boolean isClosedAfterPause() {
        try {
            return closed.await(PAUSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "carrier-calls");
        thread.setDaemon(true);
        return thread;
    }
}
