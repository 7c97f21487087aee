package org.dariro.gateways.africastalking;

import static org.dariro.gateways.africastalking.Answers.A;
import static org.dariro.gateways.africastalking.Answers.B;
import static org.dariro.gateways.africastalking.Answers.all;
import static org.dariro.gateways.africastalking.Answers.answer;
import static org.dariro.gateways.africastalking.Answers.batch;
import static org.dariro.gateways.africastalking.Answers.entry;
import static org.dariro.gateways.africastalking.Answers.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer without a list of recipients means for all of them. */
class WholeAnswerTest {
    @Test
    void anEmptyListIsARefusalAndTheMessageSaysWhy() {
        assertEquals(all(new Outcome.Refused("InvalidSenderId"), 2), outcomes(201, answer("InvalidSenderId"), A, B));
        assertEquals(all(new Outcome.Refused("SomethingNew"), 1), outcomes(201, answer("SomethingNew"), A));
        assertEquals(all(new Outcome.Refused("NO_RECIPIENTS"), 1), outcomes(201, answer("Not you, " + A), A));
        assertEquals(
                all(new Outcome.Refused("NO_RECIPIENTS"), 1), outcomes(201, answer("Sent to 0/1 Total Cost: 0"), A));
        assertEquals(
                all(new Outcome.RetryLater("InsufficientBalance"), 1), outcomes(201, answer("InsufficientBalance"), A));
        assertEquals(
                all(new Outcome.Refused("InvalidSenderId"), 1),
                outcomes(201, "{\"SMSMessageData\":{\"Message\":\"InvalidSenderId\"}}", A));
    }

    @Test
    void anEmptyListIsNoRefusalWhereTheMessageSpeaksOfSomeThatWereSent() {
        assertEquals(
                all(new Outcome.Unknown("NO_RECIPIENTS"), 2),
                outcomes(201, answer("Sent to 2/2 Total Cost: KES 1.6000"), A, B));
        assertEquals(all(new Outcome.Unknown("GatewayError"), 1), outcomes(201, answer("GatewayError"), A));
    }

    @Test
    void nigeriasQuietHoursComeWithStatus409() {
        String body = answer("Sent to 0/1 Total Cost: 0", entry("+2348030000001", 409, "DoNotDisturbRejection"));
        assertEquals(List.of(new Outcome.RetryLater("DoNotDisturbRejection")), outcomes(409, body, "+2348030000001"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, Refused",
        "401, RetryLater",
        "403, RetryLater",
        "404, RetryLater",
        "408, Unknown",
        "409, RetryLater",
        "422, Refused",
        "301, Unknown",
        "500, Unknown",
        "502, Unknown",
        "503, Unknown"
    })
    void anErrorInPlainTextHasTheOutcomeOfItsStatus(int status, String outcome) {
        Outcome got =
                outcomes(status, "The supplied authentication is invalid", A).get(0);
        assertEquals(outcome, got.getClass().getSimpleName());
    }

    @Test
    void aServerErrorIsUnknownWhateverItsBodySays() {
        assertEquals(all(new Outcome.Unknown("HTTP_500"), 1), outcomes(500, answer("InvalidSenderId"), A));
    }

    @Test
    void throttlingWaitsAsLongAsItIsTold() {
        Batch batch = batch(A);
        var told = new AfricasTalkingHttp.Answer(429, Optional.of("30"), new byte[0]);
        assertEquals(
                List.of(new Outcome.Throttled("HTTP_429", Duration.ofSeconds(30))), SendAnswer.outcomes(batch, told));
        assertEquals(all(new Outcome.Throttled("HTTP_429", Duration.ofSeconds(1)), 1), outcomes(429, "slow", A));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>", "null", "[]", "{}", "{\"SMSMessageData\":7}", "{\"SMSMessageData\":{\"Rec", "OK"})
    void whatCannotBeReadIsUnknown(String body) {
        assertEquals(all(new Outcome.Unknown("UNREADABLE"), 2), outcomes(201, body, A, B));
    }
}
