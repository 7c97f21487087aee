package org.dariro.gateways.africastalking;

import java.util.Optional;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.OptOut;
import org.dariro.gateways.api.UssdEnd;
import org.dariro.gateways.api.UssdRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the forms that Africa's Talking posts. */
final class Callbacks {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private final String account;

    Callbacks(String account) {
        this.account = account;
    }

    /** A text; its id is a number or a UUID, so it is kept as it comes. */
    InboundSms sms(Form form) {
        return new InboundSms(
                account, form.required("id"), form.required("from"), form.required("to"), form.present("text"));
    }

    /** A report; null for a status that is not known, which is logged and answered like the others. */
    @Nullable
    DeliveryReport receipt(Form form) {
        String id = form.required("id");
        String word = form.required("status");
        Optional<Status> status = status(word);
        if (status.isEmpty()) {
            LOG.warn(
                    "Account {} got a delivery report with an unknown status of {} characters", account, word.length());
            return null;
        }
        Optional<String> code = status.get() == Status.FAILED
                ? Optional.of(
                        form.optional("failureReason").filter(Callbacks::isWord).orElse(word))
                : Optional.empty();
        return new DeliveryReport(account, id, Optional.empty(), status.get(), code, Optional.empty());
    }

    /** A person who opted out of a sender at the carrier. */
    OptOut optOut(Form form) {
        return new OptOut(account, form.required("phoneNumber"), form.required("senderId"));
    }

    /** A hop; {@code text} is all that was typed, joined by {@code *}, and empty at first. */
    UssdRequest ussd(Form form) {
        return new UssdRequest(
                account,
                form.required("sessionId"),
                form.required("phoneNumber"),
                form.required("serviceCode"),
                form.asTyped("text"));
    }

    /** The end of a session. Its error message is free text, so only the status is kept. */
    UssdEnd ussdEnd(Form form) {
        String status = form.required("status");
        boolean completed = status.equals("Success");
        return new UssdEnd(
                account,
                form.required("sessionId"),
                form.required("phoneNumber"),
                completed,
                form.optional("cost")
                        .flatMap(Cost::parse)
                        .filter(money -> money.amount().signum() >= 0),
                completed ? Optional.empty() : Optional.of(isWord(status) ? status : "UNKNOWN"));
    }

    private static Optional<Status> status(String word) {
        return switch (word) {
            case "Sent", "Submitted", "Buffered" -> Optional.of(Status.ON_ITS_WAY);
            case "Success" -> Optional.of(Status.DELIVERED);
            case "Failed", "Rejected", "AbsentSubscriber", "Expired" -> Optional.of(Status.FAILED);
            default -> Optional.empty();
        };
    }

    /** Whether a code is a plain word, which can hold neither a number nor a sentence. */
    private static boolean isWord(String code) {
        return code.matches("[A-Za-z]{1,60}");
    }
}
