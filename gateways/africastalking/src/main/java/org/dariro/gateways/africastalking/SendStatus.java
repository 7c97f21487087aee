package org.dariro.gateways.africastalking;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.Outcome;

/** The {@code statusCode} of one recipient, as Africa's Talking documents it, and what it means to us. */
enum SendStatus {
    PROCESSED(100, "Processed", Fate.TAKEN),
    SENT(101, "Sent", Fate.TAKEN),
    QUEUED(102, "Queued", Fate.TAKEN),
    /** Held for a review of the account; whether it is let go later is said nowhere. */
    RISK_HOLD(401, "RiskHold", Fate.UNSURE),
    INVALID_SENDER_ID(402, "InvalidSenderId", Fate.REFUSED),
    INVALID_PHONE_NUMBER(403, "InvalidPhoneNumber", Fate.REFUSED),
    UNSUPPORTED_NUMBER_TYPE(404, "UnsupportedNumberType", Fate.REFUSED),
    /** Passes when somebody tops up. */
    INSUFFICIENT_BALANCE(405, "InsufficientBalance", Fate.NOT_NOW),
    USER_IN_BLACKLIST(406, "UserInBlacklist", Fate.OPTED_OUT),
    COULD_NOT_ROUTE(407, "CouldNotRoute", Fate.REFUSED),
    /** Nigeria's hours without promotional texts, 8 p.m. to 8 a.m.: it passes. */
    DO_NOT_DISTURB_REJECTION(409, "DoNotDisturbRejection", Fate.NOT_NOW),
    /** Something broke at the carrier, perhaps after it took the message. */
    INTERNAL_SERVER_ERROR(500, "InternalServerError", Fate.UNSURE),
    /** Something broke between the carrier and the network, perhaps after the network took the message. */
    GATEWAY_ERROR(501, "GatewayError", Fate.UNSURE),
    REJECTED_BY_GATEWAY(502, "RejectedByGateway", Fate.REFUSED);

    private enum Fate {
        TAKEN,
        REFUSED,
        NOT_NOW,
        OPTED_OUT,
        UNSURE
    }

    private static final Map<Integer, SendStatus> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(status -> status.code, Function.identity()));
    private static final Map<String, SendStatus> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(status -> status.word, Function.identity()));

    private final int code;
    private final String word;
    private final Fate fate;

    SendStatus(int code, String word, Fate fate) {
        this.code = code;
        this.word = word;
        this.fate = fate;
    }

    /** The status with this number. */
    static Optional<SendStatus> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The status with this name, as it stands in place of the list when all were refused. */
    static Optional<SendStatus> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    boolean isTaken() {
        return fate == Fate.TAKEN;
    }

    /** The outcome of a recipient; its code is the carrier's own word. */
    Outcome outcome(List<String> ids, Optional<Charge> charge) {
        return switch (fate) {
            case TAKEN -> new Outcome.Accepted(ids, charge);
            case REFUSED -> new Outcome.Refused(word);
            case NOT_NOW -> new Outcome.RetryLater(word);
            case OPTED_OUT -> new Outcome.OptedOut(word);
            case UNSURE -> new Outcome.Unknown(word);
        };
    }

    /** The outcome of a whole request that was answered by this word alone, without a list of recipients. */
    Outcome ofAll() {
        return switch (fate) {
            case NOT_NOW -> new Outcome.RetryLater(word);
            case TAKEN, UNSURE -> new Outcome.Unknown(word);
            case REFUSED, OPTED_OUT -> new Outcome.Refused(word); // whose wish it was is not said
        };
    }
}
