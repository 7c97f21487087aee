package org.dariro.gateways.africastalking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;

/**
 * Reads the answer to a request to send: one outcome for each recipient. Recipients are matched by their numbers, because
 * nothing promises that the answer keeps their order. What is not said plainly is {@link Outcome.Unknown}.
 */
final class SendAnswer {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,40}");
    private static final Pattern SENT_TO = Pattern.compile("Sent to ([0-9]+)/[0-9]+.*", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile("Message parts:? ([0-9]{1,3})");
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long LONGEST_PAUSE_S = 3_600;

    private SendAnswer() {}

    static List<Outcome> outcomes(Batch batch, AfricasTalkingHttp.Answer answer) {
        int status = answer.status();
        if (status / 100 != 2 && status / 100 != 4) {
            return AfricasTalkingGateway.all(batch, new Outcome.Unknown("HTTP_" + status));
        }
        JsonNode told = told(answer.body());
        if (told.path("Recipients").size() > 0) {
            return matched(batch, told); // also under HTTP 409: Nigeria's hours without promotional texts
        } else if (status >= 400) {
            return AfricasTalkingGateway.all(batch, refused(status, answer.retryAfter()));
        } else if (told.isObject()) {
            return AfricasTalkingGateway.all(
                    batch, withoutRecipients(told.path("Message").asText("").strip()));
        }
        return AfricasTalkingGateway.all(batch, new Outcome.Unknown("UNREADABLE"));
    }

    private static JsonNode told(byte[] body) {
        try {
            return JSON.readTree(body).path("SMSMessageData");
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /** An error without a list: plain text. Access and settings can be mended while the texts wait; a bad request cannot. */
    private static Outcome refused(int status, Optional<String> retryAfter) {
        String code = "HTTP_" + status;
        return switch (status) {
            case 429 -> new Outcome.Throttled(code, pause(retryAfter));
            case 401, 402, 403, 404, 405, 407, 409 -> new Outcome.RetryLater(code);
            case 408 -> new Outcome.Unknown(code);
            default -> new Outcome.Refused(code);
        };
    }

    private static Duration pause(Optional<String> retryAfter) {
        return retryAfter
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Math.min(LONGEST_PAUSE_S, Math.max(1, Long.parseLong(seconds))))
                .map(Duration::ofSeconds)
                .orElse(PAUSE);
    }

    /** 201 with an empty list is a refusal, and its reason stands in the message; unless that says that some were sent. */
    private static Outcome withoutRecipients(String message) {
        Matcher sent = SENT_TO.matcher(message);
        if (sent.matches()) {
            boolean none = sent.group(1).matches("0+");
            return none ? new Outcome.Refused("NO_RECIPIENTS") : new Outcome.Unknown("NO_RECIPIENTS");
        } else if (!WORD.matcher(message).matches()) {
            return new Outcome.Refused("NO_RECIPIENTS");
        }
        return SendStatus.of(message).map(SendStatus::ofAll).orElseGet(() -> new Outcome.Refused(message));
    }

    private static List<Outcome> matched(Batch batch, JsonNode told) {
        Map<Msisdn, Deque<Outcome>> outcomes = new HashMap<>();
        Optional<Integer> parts = parts(told.path("Message").asText(""));
        for (JsonNode entry : told.path("Recipients")) {
            String number = entry.path("number").asText("").strip();
            Outcome outcome = outcome(entry, parts);
            Msisdn.parse(number.startsWith("+") ? number : "+" + number).ifPresent(to -> {
                Deque<Outcome> list = outcomes.computeIfAbsent(to, n -> new ArrayDeque<>(1));
                if (outcome instanceof Outcome.Accepted) {
                    list.addFirst(outcome); // named twice, and taken once, is taken
                } else {
                    list.addLast(outcome);
                }
            });
        }
        return batch.recipients().stream()
                .map(recipient -> next(outcomes, recipient))
                .toList();
    }

    /** Who is missing in the answer may have been left out of it, or of the sending: that is not known. */
    private static Outcome next(Map<Msisdn, Deque<Outcome>> outcomes, Recipient recipient) {
        Deque<Outcome> list = outcomes.get(recipient.number());
        Outcome outcome = list == null ? null : list.pollFirst();
        return outcome == null ? new Outcome.Unknown("NOT_IN_ANSWER") : outcome;
    }

    private static Outcome outcome(JsonNode entry, Optional<Integer> parts) {
        int code = entry.path("statusCode").asInt(-1);
        String id = entry.path("messageId").asText("").strip();
        List<String> ids = id.isEmpty() || id.equals("None") ? List.of() : List.of(id);
        return SendStatus.of(code)
                .map(status -> status.outcome(ids, charge(entry, parts)))
                .orElseGet(() -> new Outcome.Unknown(code < 0 ? "NO_STATUS" : "STATUS_" + code));
    }

    private static Optional<Charge> charge(JsonNode entry, Optional<Integer> parts) {
        Optional<Money> cost = Cost.parse(entry.path("cost").asText(""));
        int own = entry.path("messageParts").asInt(0);
        return cost.filter(money -> money.amount().signum() >= 0)
                .map(money -> new Charge(money, own >= 1 && own <= 255 ? Optional.of(own) : parts));
    }

    private static Optional<Integer> parts(String message) {
        Matcher parts = PARTS.matcher(message);
        return parts.find()
                ? Optional.of(Integer.parseInt(parts.group(1))).filter(count -> count >= 1 && count <= 255)
                : Optional.empty();
    }
}
