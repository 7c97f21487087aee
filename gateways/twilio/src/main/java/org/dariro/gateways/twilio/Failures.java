package org.dariro.gateways.twilio;

import com.fasterxml.jackson.core.JacksonException;
import com.twilio.exception.ApiException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.dariro.gateways.api.Outcome;

/**
 * What a request to send comes to that Twilio did not accept. Twilio's messages repeat numbers, so only its codes are passed
 * on. Codes: https://www.twilio.com/docs/api/errors.
 */
final class Failures {
    /** Twilio's code for a recipient who has replied STOP. */
    static final String OPTED_OUT = "21610";

    private static final Duration TOO_FAST = Duration.ofSeconds(1);
    private static final Duration QUEUE_FULL = Duration.ofMinutes(5);

    /** Thrown before the first byte of a request leaves this machine. */
    private static final List<Class<? extends IOException>> NOT_SENT = List.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            SSLHandshakeException.class,
            SSLPeerUnverifiedException.class);

    private Failures() {}

    /** Whatever the SDK throws. */
    static Outcome outcome(RuntimeException thrown) {
        Throwable cause = thrown.getCause();
        if (cause instanceof JacksonException) {
            return new Outcome.Unknown("UNREADABLE");
        } else if (NOT_SENT.stream().anyMatch(type -> type.isInstance(cause))) {
            return new Outcome.RetryLater("NO_CONNECTION");
        } else if (cause instanceof IOException) {
            return new Outcome.Unknown("NO_ANSWER");
        } else if (thrown instanceof ApiException e) {
            return outcome(e.getCode() == null ? 0 : e.getCode(), e.getStatusCode() == null ? 0 : e.getStatusCode());
        }
        return new Outcome.Unknown("UNREADABLE");
    }

    /**
     * An answer of Twilio's.
     *
     * @param code Twilio's, 0 if there is none
     * @param status of HTTP, 0 if it is not known
     */
    static Outcome outcome(int code, int status) {
        String told = code == 0 ? "HTTP " + status : String.valueOf(code);
        if (status < 400 || status >= 500 || status == 408) {
            return new Outcome.Unknown(told);
        }
        return switch (code) {
            case 21610 -> new Outcome.OptedOut(told);
            case 20429 -> new Outcome.Throttled(told, TOO_FAST);
            case 21611, 30001 -> new Outcome.Throttled(told, QUEUE_FULL);
            // The sign-in, the account or the address is wrong: a person must mend it, and no text is lost meanwhile.
            case 20003, 20404 -> new Outcome.RetryLater(told);
            default ->
                switch (status) {
                    case 429 -> new Outcome.Throttled(told, TOO_FAST);
                    case 401, 403, 404 -> new Outcome.RetryLater(told);
                    default -> new Outcome.Refused(told);
                };
        };
    }
}
