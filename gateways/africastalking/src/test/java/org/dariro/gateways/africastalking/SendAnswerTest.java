package org.dariro.gateways.africastalking;

import static org.dariro.gateways.africastalking.Answers.A;
import static org.dariro.gateways.africastalking.Answers.B;
import static org.dariro.gateways.africastalking.Answers.C;
import static org.dariro.gateways.africastalking.Answers.accepted;
import static org.dariro.gateways.africastalking.Answers.answer;
import static org.dariro.gateways.africastalking.Answers.entry;
import static org.dariro.gateways.africastalking.Answers.outcomes;
import static org.dariro.gateways.africastalking.Answers.taken;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the list in an answer of Africa's Talking means for each recipient. */
class SendAnswerTest {
    @Test
    void eachRecipientHasItsOwnIdAndChargeWhateverTheOrder() {
        List<Outcome> outcomes = outcomes(
                201,
                answer(
                        "Sent to 2/3 Total Cost: KES 23.6000",
                        taken(C, "ATXid_3", "TZS 22"),
                        taken(A, "ATXid_1", "KES 0.8000"),
                        entry(B, 403, "InvalidPhoneNumber")),
                A,
                B,
                C);
        assertEquals(
                List.of(
                        accepted("ATXid_1", "0.8000", "KES", Optional.empty()),
                        new Outcome.Refused("InvalidPhoneNumber"),
                        accepted("ATXid_3", "22", "TZS", Optional.empty())),
                outcomes);
    }

    @ParameterizedTest
    @CsvSource({
        "401, RiskHold, Unknown",
        "402, InvalidSenderId, Refused",
        "403, InvalidPhoneNumber, Refused",
        "404, UnsupportedNumberType, Refused",
        "405, InsufficientBalance, RetryLater",
        "406, UserInBlacklist, OptedOut",
        "407, CouldNotRoute, Refused",
        "409, DoNotDisturbRejection, RetryLater",
        "500, InternalServerError, Unknown",
        "501, GatewayError, Unknown",
        "502, RejectedByGateway, Refused",
        "499, SomethingNew, Unknown"
    })
    void everyStatusOfARecipientHasItsOutcome(int code, String word, String outcome) {
        Outcome got = outcomes(201, answer("Sent to 0/1 Total Cost: 0", entry(A, code, word)), A)
                .get(0);
        assertEquals(outcome, got.getClass().getSimpleName());
        String expected = code == 499 ? "STATUS_499" : word;
        assertEquals(
                expected,
                got.match(a -> "", r -> r.code(), t -> t.code(), r -> r.code(), o -> o.code(), u -> u.code()));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 102})
    void takenIsTakenHoweverFarItCame(int code) {
        Outcome got = outcomes(201, answer("Sent to 1/1", entry(A, code, "Success")), A)
                .get(0);
        assertEquals(new Outcome.Accepted(List.of(), Optional.empty()), got);
    }

    @Test
    void partsAreTakenFromTheRecipientOrTheMessage() {
        String own =
                "{\"statusCode\":101,\"number\":\"%s\",\"cost\":\"KES 1.6000\",\"messageId\":\"x\",\"messageParts\":2}";
        assertEquals(
                accepted("x", "1.6000", "KES", Optional.of(2)),
                outcomes(201, answer("Sent to 1/1", own.formatted(A)), A).get(0));
        assertEquals(
                accepted("x", "2.4000", "KES", Optional.of(3)),
                outcomes(
                                201,
                                answer(
                                        "Sent to 1/1 Total Cost: KES 2.4000 Message parts: 3",
                                        taken(A, "x", "KES 2.4000")),
                                A)
                        .get(0));
    }

    @Test
    void whoIsNotInTheAnswerIsUnknown() {
        List<Outcome> outcomes = outcomes(201, answer("Sent to 1/2", taken(B, "x", "KES 0.8000")), A, B);
        assertEquals(new Outcome.Unknown("NOT_IN_ANSWER"), outcomes.get(0));
        assertEquals(accepted("x", "0.8000", "KES", Optional.empty()), outcomes.get(1));
    }

    @Test
    void aNumberIsKnownWithoutItsPlusAndOnceTakenIsTaken() {
        String body = answer(
                "Sent to 1/1", entry("254711000001", 405, "InsufficientBalance"), taken("254711000001", "x", "KES 1"));
        assertEquals(List.of(accepted("x", "1", "KES", Optional.empty())), outcomes(201, body, A));
    }

    @Test
    void theSameNumberTwiceInARequestNeedsTwoEntries() {
        String one = answer("Sent to 1/2", taken(A, "x", "KES 1"));
        assertEquals(
                List.of(accepted("x", "1", "KES", Optional.empty()), new Outcome.Unknown("NOT_IN_ANSWER")),
                outcomes(201, one, A, A));
    }
}
