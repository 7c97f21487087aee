package org.dariro.gateways.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;

/**
 * Reads delivery receipts, in optional parameters (receipted_message_id, message_state) and in the text form of SMPP 3.4,
 * appendix B ({@code id:... stat:... err:...}). Where both are there the parameters count: their id is the one that
 * submit_sm was answered with.
 */
final class Receipt {
    /** esm_class, bits 5 to 2 (SMPP 3.4, 5.2.12): an SMSC delivery receipt, or an intermediate notification. */
    private static final int MESSAGE_TYPE = 0x3c;

    private static final int FINAL_RECEIPT = 0x04;
    private static final int INTERMEDIATE = 0x20;
    private static final Pattern ID = Pattern.compile("\\bid:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:\\s*(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ERROR = Pattern.compile("\\berr:\\s*(\\w{1,8})", Pattern.CASE_INSENSITIVE);

    private final String account;
    private final IdFormat ids;

    Receipt(String account, IdFormat ids) {
        this.account = account;
        this.ids = ids;
    }

    /**
     * Whether a message is a receipt. By esm_class, or by both parameters where an SMSC leaves esm_class 0; never by its
     * words, which a person may type.
     */
    static boolean is(AbstractSmCommand message) {
        int type = message.getEsmClass() & MESSAGE_TYPE;
        return type == FINAL_RECEIPT
                || type == INTERMEDIATE
                || (type == 0
                        && message.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID) != null
                        && message.getOptionalParameter(Tag.MESSAGE_STATE) != null);
    }

    /** What a receipt reports; empty when it has no id or no state that can be read. */
    Optional<DeliveryReport> read(AbstractSmCommand message, byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Optional<String> id =
                idParameter(message).map(ids::answered).or(() -> find(ID, text).map(ids::receipted));
        Optional<String> state = stateParameter(message).or(() -> find(STATE, text));
        if (id.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        Optional<Status> status = status(state.get());
        Optional<String> error = find(ERROR, text).filter(code -> !code.matches("0*"));
        return status.map(is -> new DeliveryReport(
                account,
                id.get(),
                Optional.empty(),
                is,
                is == Status.FAILED
                        ? Optional.of(
                                state.get() + error.map(code -> " " + code).orElse(""))
                        : Optional.empty(),
                Optional.empty()));
    }

    private static Optional<String> idParameter(AbstractSmCommand message) {
        return message.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID) instanceof OptionalParameter.OctetString id
                ? Optional.of(cString(id.getValue())).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** An octet string as SMSCs write it, with or without its final zero. */
    static String cString(byte[] value) {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(0);
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static Optional<String> stateParameter(AbstractSmCommand message) {
        return message.getOptionalParameter(Tag.MESSAGE_STATE) instanceof OptionalParameter.Byte state
                ? state(state.getValue())
                : Optional.empty();
    }

    /** The name of a message_state (SMPP 3.4, 5.2.28) as the text form writes it. */
    static Optional<String> state(int messageState) {
        return switch (messageState) {
            case 1 -> Optional.of("ENROUTE");
            case 2 -> Optional.of("DELIVRD");
            case 3 -> Optional.of("EXPIRED");
            case 4 -> Optional.of("DELETED");
            case 5 -> Optional.of("UNDELIV");
            case 6 -> Optional.of("ACCEPTD");
            case 7 -> Optional.of("UNKNOWN");
            case 8 -> Optional.of("REJECTD");
            default -> Optional.empty();
        };
    }

    /** What a state means; {@code UNKNOWN} and states that only this SMSC knows say nothing that can be relied on. */
    static Optional<Status> status(String state) {
        return switch (state.toUpperCase(Locale.ROOT)) {
            case "DELIVRD", "DELIVERED" -> Optional.of(Status.DELIVERED);
            case "EXPIRED", "DELETED", "UNDELIV", "UNDELIVERABLE", "REJECTD", "REJECTED", "FAILED" ->
                Optional.of(Status.FAILED);
            case "ENROUTE", "ACCEPTD", "ACCEPTED", "BUFFERED", "SCHEDULED" -> Optional.of(Status.ON_ITS_WAY);
            default -> Optional.empty();
        };
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
