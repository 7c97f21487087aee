package org.dariro.webhook;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.dariro.platform.Component;
import org.dariro.platform.Work;

/**
 * Makes one call over HTTP. A name is looked up once, and the connection goes to what was found and may be called: between
 * two look-ups a name could turn to our own network. It follows nothing, keeps no connection, reads no answer but its status,
 * and waits ten seconds at most.
 */
@Component
public class Courier {
    /** The longest that one takes. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    /** How many are made at once. */
    static final int AT_ONCE = 20;

    /** A header without an end would be gathered until there is no memory left. */
    private static final Http1Config HEADERS =
            Http1Config.custom().setMaxLineLength(8_192).setMaxHeaderCount(100).build();

    private static final ContentType JSON = ContentType.create("application/json");

    /** Its debug lines hold whole requests. Kept here, because java.util.logging forgets a level nobody holds. */
    private static final Logger CLIENT_LOG = Logger.getLogger("org.apache.hc");

    static {
        CLIENT_LOG.setLevel(Level.INFO);
    }

    private final Addresses addresses;
    private final Executor threads;
    private final CloseableHttpClient http;

    @Inject
    public Courier(Addresses addresses, Work work) {
        this.addresses = addresses;
        threads = work.pool("webhooks", AT_ONCE);
        Timeout longest = Timeout.of(LONGEST);
        http = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new LookUp(addresses))
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADERS)
                                .build())
                        .setMaxConnPerRoute(AT_ONCE)
                        .setMaxConnTotal(AT_ONCE)
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(longest).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(longest)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(longest)
                        .setResponseTimeout(longest)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setConnectionReuseStrategy((request, answer, context) -> false) // each call looks its name up
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Dariro")
                .build();
    }

    private record LookUp(Addresses addresses) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return addresses.of(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** Calls an endpoint; the outcome is a status such as {@code 204}, or one word for what went wrong. */
    CompletableFuture<String> send(String url, Map<String, String> headers, String body) {
        if (addresses.spelling(url).isPresent()) {
            return CompletableFuture.completedFuture("refused-address");
        }
        try {
            HttpPost call = new HttpPost(url);
            call.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), JSON));
            headers.forEach(call::setHeader);
            return made(call);
        } catch (RuntimeException e) { // one call that cannot be made stops no other
            return CompletableFuture.completedFuture(word(e));
        }
    }

    private CompletableFuture<String> made(HttpPost call) {
        CompletableFuture<String> outcome = CompletableFuture.supplyAsync(() -> status(call), threads);
        return outcome.orTimeout(LONGEST.toMillis() + 1_000, TimeUnit.MILLISECONDS)
                .whenComplete((status, fault) -> call.cancel()) // one that answers a byte now and then
                .exceptionally(Courier::word);
    }

    private String status(HttpPost call) {
        try {
            ClassicHttpResponse answer = http.executeOpen(null, call, null);
            int status = answer.getCode();
            call.cancel(); // what else it says is not read, however long it is
            Closer.closeQuietly(answer);
            return Integer.toString(status);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static String word(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
            return "timeout";
        } else if (cause instanceof Addresses.NotPublic) {
            return "refused-address";
        } else if (cause instanceof UnknownHostException) {
            return "unknown-host";
        }
        return cause instanceof SSLException ? "no-certificate" : "no-connection";
    }
}
