package org.dariro.webhook;

import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.dariro.platform.Component;

/** Makes one call over HTTP. It follows nothing, reads no answer but its status, and waits ten seconds at most. */
@Component
public class Courier {
    /** The longest that one takes. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final Addresses addresses;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Inject
    public Courier(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Calls an endpoint; the outcome is a status such as {@code 204}, or one word for what went wrong. */
    CompletableFuture<String> send(String url, Map<String, String> headers, String body) {
        return CompletableFuture.supplyAsync(() -> addresses.fault(url).isEmpty()) // it may wait for a name
                .thenCompose(
                        may -> may ? call(url, headers, body) : CompletableFuture.completedFuture("refused-address"))
                .orTimeout(LONGEST.toMillis() + 1_000, TimeUnit.MILLISECONDS)
                .exceptionally(Courier::word);
    }

    private CompletableFuture<String> call(String url, Map<String, String> headers, String body) {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(url))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Dariro")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(call::header);
        return http.sendAsync(call.build(), answer -> new Nothing())
                .thenApply(HttpResponse::statusCode)
                .thenApply(String::valueOf);
    }

    private static String word(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        boolean late = cause instanceof HttpTimeoutException || cause instanceof TimeoutException;
        if (late) {
            return "timeout";
        }
        return cause instanceof SSLException ? "no-certificate" : "no-connection";
    }

    /** Reads nothing of an answer, so that none is too long. */
    private static final class Nothing implements HttpResponse.BodySubscriber<Boolean> {
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();

        @Override
        public CompletionStage<Boolean> getBody() {
            return done;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            done.complete(true);
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> item) {
            // nothing is read
        }

        @Override
        public void onError(Throwable fault) {
            done.complete(true);
        }

        @Override
        public void onComplete() {
            done.complete(true);
        }
    }
}
