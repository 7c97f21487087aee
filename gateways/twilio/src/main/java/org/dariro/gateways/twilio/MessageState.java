package org.dariro.gateways.twilio;

import com.twilio.rest.api.v2010.account.Message;
import java.math.BigDecimal;
import java.util.Optional;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.Money;
import org.jspecify.annotations.Nullable;

/** What Twilio's words for the state of a message mean, in its calls and its answers alike. */
final class MessageState {
    private MessageState() {}

    /** A word that Twilio may add one day is taken as on its way: it decides nothing. */
    static Status of(String status) {
        return switch (status) {
            case "delivered", "read" -> Status.DELIVERED;
            case "failed", "undelivered", "canceled", "partially_delivered" -> Status.FAILED;
            default -> Status.ON_ITS_WAY;
        };
    }

    /** Why it failed: Twilio's error code, else its word for the state. */
    static Optional<String> code(String status, String errorCode) {
        return of(status) == Status.FAILED
                ? Optional.of(errorCode.matches("[1-9][0-9]{0,9}") ? errorCode : status)
                : Optional.empty();
    }

    /** Why it failed, of a message as Twilio shows it; empty if it did not. */
    static Optional<String> code(Message message) {
        Integer code = message.getErrorCode();
        return code(word(message), code == null ? "" : code.toString());
    }

    /** What Twilio shows of a message, as a report. */
    static DeliveryReport report(String account, String reference, Message message) {
        return new DeliveryReport(
                account, message.getSid(), Optional.of(reference), of(word(message)), code(message), charge(message));
    }

    private static String word(Message message) {
        return message.getStatus() == null ? "" : message.getStatus().toString();
    }

    /** Twilio writes it as a negative number, for all segments, some time after the message was sent. */
    private static Optional<Charge> charge(Message message) {
        if (message.getPrice() == null || message.getPriceUnit() == null) {
            return Optional.empty();
        }
        try {
            Money amount = new Money(
                    new BigDecimal(message.getPrice()).abs(),
                    message.getPriceUnit().getCurrencyCode());
            return Optional.of(new Charge(amount, segments(message.getNumSegments())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A string; zero as long as a Messaging Service has not chosen the sender. */
    private static Optional<Integer> segments(@Nullable String number) {
        return Optional.ofNullable(number)
                .filter(digits -> digits.matches("[1-9][0-9]{0,2}"))
                .map(Integer::valueOf);
    }
}
