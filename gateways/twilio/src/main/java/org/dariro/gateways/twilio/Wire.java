package org.dariro.gateways.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * The SDK's HTTP client without what makes it unfit to send: the SDK itself repeats a request that is answered 5xx, the
 * HTTP client below it one that is answered 429 or 503, and Twilio may have taken each of them. Here every request goes out
 * once. It also goes to another base address, keeps to our timeouts, and logs nothing.
 */
final class Wire extends NetworkHttpClient {
    private static final long IDLE_BEFORE_CHECK_MS = 250;

    /** Both log addresses with numbers in them. Held here, because java.util.logging forgets a level nobody holds. */
    @SuppressWarnings("UnusedVariable")
    private static final List<Logger> SILENT = Stream.of("com.twilio", "org.apache.hc")
            .map(Logger::getLogger)
            .peek(logger -> logger.setLevel(Level.OFF))
            .toList();

    private final Optional<URI> baseUrl;

    Wire(TwilioSettings settings) {
        super(builder(settings));
        baseUrl = settings.baseUrl();
    }

    /** Once, whatever is answered. */
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    /** Once, whatever is answered. */
    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        if (request.getMethod() == HttpMethod.POST) {
            // The SDK leaves out every parameter whose value is the word null, and a text may be just that.
            request.getPostParams().putIfAbsent("Body", List.of("null"));
        }
        Response response = super.makeRequest(
                baseUrl.<Request>map(base -> new Rebased(request, base)).orElse(request));
        return response.getStatusCode() < 400 || isJson(response) ? response : withoutPage(response);
    }

    void close() {
        client.close(CloseMode.GRACEFUL);
    }

    /** An error that is not Twilio's own but a proxy's, say: of its page of HTML the SDK would keep not even the status. */
    private static Response withoutPage(Response response) {
        return new Response(
                "{\"status\":" + response.getStatusCode() + "}", response.getStatusCode(), response.getHeaders());
    }

    private static boolean isJson(Response response) {
        return Stream.of(response.getHeaders())
                .anyMatch(header -> header.getName().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                        && header.getValue().contains("json"));
    }

    private static HttpClientBuilder builder(TwilioSettings settings) {
        Timeout timeout = Timeout.ofMilliseconds(settings.timeoutMs());
        int connections = settings.connections() + 2; // and questions beside them
        RequestConfig request = RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setProtocolUpgradeEnabled(false)
                .build();
        return HttpClientBuilder.create()
                .useSystemProperties() // a proxy, where the operator has set one
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .useSystemProperties()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections)
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(timeout).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .setValidateAfterInactivity(IDLE_BEFORE_CHECK_MS, TimeUnit.MILLISECONDS)
                                .build())
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                // The SDK sets timeouts of its own on every request; these are set after them.
                .addExecInterceptorFirst("timeouts", (call, scope, chain) -> {
                    scope.clientContext.setRequestConfig(request);
                    return chain.proceed(call, scope);
                });
    }

    /** The request at another base address. The SDK's own way of changing the host takes hosts of many parts apart. */
    static final class Rebased extends Request {
        private final URI base;

        @SuppressWarnings("this-escape") // the SDK's setters only set
        Rebased(Request original, URI base) {
            super(original.getMethod(), original.getUrl());
            this.base = base;
            getQueryParams().putAll(original.getQueryParams());
            getPostParams().putAll(original.getPostParams());
            getHeaderParams().putAll(original.getHeaderParams());
            setAuth(original.getUsername(), original.getPassword());
            setContentType(original.getContentType());
            setBody(original.getBody());
            setUserAgentExtensions(original.getUserAgentExtensions());
        }

        @Override
        public URL constructURL() {
            try {
                return new URL(base + super.constructURL().getFile());
            } catch (MalformedURLException e) {
                throw new IllegalStateException("The base address is no address", e);
            }
        }
    }
}
