package org.dariro.gateways.africastalking;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;

/** Answers to a request to send, for tests. */
final class Answers {
    static final String A = "+254711000001";
    static final String B = "+254733000002";
    static final String C = "+260971000003";

    private Answers() {}

    static List<Outcome> outcomes(int status, String body, String... numbers) {
        return SendAnswer.outcomes(
                batch(numbers),
                new AfricasTalkingHttp.Answer(status, Optional.empty(), body.getBytes(StandardCharsets.UTF_8)));
    }

    static Batch batch(String... numbers) {
        return new Batch(
                "20880",
                "hello",
                Arrays.stream(numbers)
                        .map(number -> new Recipient(Msisdn.of(number), "parcel"))
                        .toList());
    }

    static String answer(String message, String... entries) {
        return "{\"SMSMessageData\":{\"Message\":\"" + message + "\",\"Recipients\":[" + String.join(",", entries)
                + "]}}";
    }

    static String taken(String number, String id, String cost) {
        return "{\"statusCode\":101,\"number\":\"%s\",\"status\":\"Success\",\"cost\":\"%s\",\"messageId\":\"%s\"}"
                .formatted(number, cost, id);
    }

    static String entry(String number, int code, String word) {
        return "{\"statusCode\":%d,\"number\":\"%s\",\"status\":\"%s\",\"cost\":\"0\",\"messageId\":\"None\"}"
                .formatted(code, number, word);
    }

    static Outcome accepted(String id, String amount, String currency, Optional<Integer> segments) {
        return new Outcome.Accepted(
                List.of(id), Optional.of(new Charge(new Money(new BigDecimal(amount), currency), segments)));
    }

    static List<Outcome> all(Outcome outcome, int count) {
        return Collections.nCopies(count, outcome);
    }
}
