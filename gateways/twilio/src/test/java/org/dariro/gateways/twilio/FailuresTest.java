package org.dariro.gateways.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.dariro.gateways.api.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every code of Twilio's has its outcome; without a code the status decides. */
class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "20003, 401, RetryLater",
        "20404, 404, RetryLater",
        "20429, 429, Throttled",
        "21211, 400, Refused",
        "21408, 400, Refused",
        "21602, 400, Refused",
        "21603, 400, Refused",
        "21608, 400, Refused",
        "21610, 400, OptedOut",
        "21611, 400, Throttled",
        "21614, 400, Refused",
        "21617, 400, Refused",
        "30001, 400, Throttled",
        "20500, 500, Unknown",
        "20503, 503, Unknown",
        "99999, 400, Refused",
        "99999, 429, Throttled",
        "0, 400, Refused",
        "0, 401, RetryLater",
        "0, 403, RetryLater",
        "0, 404, RetryLater",
        "0, 408, Unknown",
        "0, 429, Throttled",
        "0, 500, Unknown",
        "0, 503, Unknown",
        "0, 302, Unknown",
        "0, 0, Unknown",
        "21610, 503, Unknown",
    })
    void eachCodeAndStatusHasItsOutcome(int code, int status, String outcome) {
        assertEquals(outcome, Failures.outcome(code, status).getClass().getSimpleName());
    }

    @Test
    void whatNeverLeftThisMachineMayBeSentAgain() {
        for (IOException cause : List.of(
                new ConnectException("refused"),
                new ConnectTimeoutException("late"),
                new ConnectionRequestTimeoutException("busy"),
                new UnknownHostException("api"),
                new SSLHandshakeException("no"))) {
            assertEquals(new Outcome.RetryLater("NO_CONNECTION"), Failures.outcome(new ApiException("x", cause)));
        }
    }

    @Test
    void whatMayHaveLeftIsUnknown() {
        for (IOException cause : List.of(
                new SocketTimeoutException("late"),
                new SocketException("reset"),
                new SSLException("broken"),
                new NoHttpResponseException("gone"))) {
            assertEquals(new Outcome.Unknown("NO_ANSWER"), Failures.outcome(new ApiException("x", cause)));
        }
        assertEquals(new Outcome.Unknown("UNREADABLE"), Failures.outcome(new ApiConnectionException("x")));
        assertEquals(new Outcome.Unknown("UNREADABLE"), Failures.outcome(new NullPointerException()));
        assertEquals(new Outcome.Unknown("HTTP 0"), Failures.outcome(new ApiException("neither code nor status")));
    }

    @ParameterizedTest
    @CsvSource({
        "queued, ON_ITS_WAY",
        "accepted, ON_ITS_WAY",
        "scheduled, ON_ITS_WAY",
        "sending, ON_ITS_WAY",
        "sent, ON_ITS_WAY",
        "a word of tomorrow, ON_ITS_WAY",
        "delivered, DELIVERED",
        "read, DELIVERED",
        "undelivered, FAILED",
        "failed, FAILED",
        "canceled, FAILED",
        "partially_delivered, FAILED",
    })
    void eachWordForAStateHasItsStatus(String word, String status) {
        assertEquals(status, MessageState.of(word).name());
    }

    @Test
    void aFailureHasTwiliosCodeElseItsWord() {
        Map.of("30003", "30003", "", "undelivered", "+27821234567", "undelivered", "0", "undelivered")
                .forEach((code, told) -> assertEquals(
                        told, MessageState.code("undelivered", code).orElseThrow()));
        for (String code : List.of("30001", "30003", "30004", "30005", "30006", "30007", "30008", "30034", "21610")) {
            assertEquals(code, MessageState.code("failed", code).orElseThrow());
        }
        assertEquals(true, MessageState.code("delivered", "30003").isEmpty());
    }
}
