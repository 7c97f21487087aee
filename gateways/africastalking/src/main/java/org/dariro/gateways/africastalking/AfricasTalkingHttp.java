package org.dariro.gateways.africastalking;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP to Africa's Talking: each request goes out once, whatever is answered. Apache's client would repeat one that is
 * answered 429 or 503 and follow redirects; both are off. Lives as long as its gateway.
 */
final class AfricasTalkingHttp {
    /** Its debug lines hold whole requests. Kept here, because java.util.logging forgets a level nobody holds. */
    private static final Logger CLIENT_LOG = Logger.getLogger("org.apache.hc");

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int MOST_ANSWER = 8 * 1024 * 1024;

    /**
     * A connection that the carrier gives up just while it is used again costs an answer, and this carrier cannot be asked
     * for it afterwards. So it is given up here first, and looked at before it is used again.
     */
    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(15);

    private static final TimeValue IDLE_BEFORE_CHECK = TimeValue.ofMilliseconds(250);

    static {
        CLIENT_LOG.setLevel(Level.INFO);
    }

    private final AfricasTalkingSettings settings;
    private final CloseableHttpClient http;

    AfricasTalkingHttp(AfricasTalkingSettings settings) {
        this.settings = settings;
        Timeout timeout = Timeout.ofMilliseconds(settings.timeoutMs());
        int connections = settings.connections() + 1; // and the balance beside them
        http = HttpClientBuilder.create()
                .useSystemProperties() // a proxy, where the operator has set one
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections)
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(timeout).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(timeout)
                                .setValidateAfterInactivity(IDLE_BEFORE_CHECK)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setKeepAliveStrategy((answer, context) -> {
                    TimeValue told = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(answer, context);
                    return told.compareTo(LONGEST_IDLE) < 0 ? told : LONGEST_IDLE;
                })
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Dariro")
                .build();
    }

    /**
     * What came back.
     *
     * @param retryAfter the header of that name
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, Optional<String> retryAfter, byte[] body) {}

    /** Nothing of the request's body has left this machine, so it cannot have been acted on. */
    static final class NotSent extends IOException {
        private static final long serialVersionUID = 1L;

        NotSent() {
            super("Not sent");
        }
    }

    /**
     * Makes one POST.
     *
     * @throws NotSent when no connection could be made
     * @throws IOException when the answer did not come whole and in time: the carrier may have acted on the request
     */
    Answer post(String path, String contentType, byte[] body) throws IOException {
        HttpPost request = new HttpPost(settings.baseUrl() + path);
        Body entity = new Body(body, ContentType.parse(contentType));
        request.setEntity(entity);
        try {
            return call(request);
        } catch (IOException e) {
            throw entity.begun ? e : new NotSent();
        }
    }

    /**
     * Makes one GET.
     *
     * @param path with its query
     * @throws IOException when the answer did not come whole and in time
     */
    Answer get(String path) throws IOException {
        return call(new HttpGet(settings.baseUrl() + path));
    }

    void close() {
        http.close(CloseMode.GRACEFUL);
    }

    private Answer call(HttpUriRequestBase request) throws IOException {
        request.setHeader("apiKey", settings.apiKey());
        request.setHeader("Accept", "application/json");
        return http.execute(request, AfricasTalkingHttp::answer);
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        Header retryAfter = response.getFirstHeader("Retry-After");
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity, MOST_ANSWER);
        return new Answer(response.getCode(), Optional.ofNullable(retryAfter).map(Header::getValue), body);
    }

    /** A body that remembers whether the client has begun to write it, which it does on a connection that is up. */
    private static final class Body extends HttpEntityWrapper {
        private volatile boolean begun;

        Body(byte[] body, ContentType type) {
            super(new ByteArrayEntity(body, type));
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            begun = true;
            super.writeTo(out);
        }
    }
}
