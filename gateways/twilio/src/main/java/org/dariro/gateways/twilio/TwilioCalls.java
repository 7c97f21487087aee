package org.dariro.gateways.twilio;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.ForgedCall;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.OptOut;
import org.dariro.gateways.api.UnreadableCall;

/** Reads the calls that Twilio makes, once their signature is checked against the address that Twilio was given. */
final class TwilioCalls {
    /** The name under which {@code StatusCallback} carries our reference. */
    static final String REFERENCE = "ref";

    private static final JsonMapper JSON = new JsonMapper();

    private final GatewayAccount account;
    private final Signature signature;

    TwilioCalls(GatewayAccount account, Signature signature) {
        this.account = account;
        this.signature = signature;
    }

    /** A text from a phone. Twilio has joined its parts. */
    InboundSms sms(HttpCall call) {
        Map<String, List<String>> fields = genuine("sms", call);
        return new InboundSms(
                account.id(),
                HttpCall.required(fields, "MessageSid"),
                HttpCall.required(fields, "From"),
                HttpCall.required(fields, "To"),
                HttpCall.optional(fields, "Body").orElseThrow(() -> new UnreadableCall("The field 'Body' is missing.")),
                HttpCall.optional(fields, "OptOutType").orElse("").equals("STOP"));
    }

    /** What became of a message, and whether Twilio did not send it because its recipient has opted out. */
    record Receipt(DeliveryReport report, Optional<OptOut> optOut) {}

    Receipt receipt(HttpCall call) {
        Map<String, List<String>> fields = genuine("receipts", call);
        String status = HttpCall.required(fields, "MessageStatus");
        Optional<String> code =
                MessageState.code(status, HttpCall.optional(fields, "ErrorCode").orElse(""));
        DeliveryReport report = new DeliveryReport(
                account.id(),
                HttpCall.required(fields, "MessageSid"),
                HttpCall.optional(call.queryFields(), REFERENCE).filter(reference -> !reference.isEmpty()),
                MessageState.of(status),
                code,
                Optional.empty());
        return new Receipt(
                report,
                code.filter(Failures.OPTED_OUT::equals)
                        .flatMap(is -> HttpCall.optional(fields, "To"))
                        .map(to -> new OptOut(
                                account.id(),
                                to,
                                HttpCall.optional(fields, "From").orElse(""))));
    }

    private Map<String, List<String>> genuine(String path, HttpCall call) {
        String url = account.publicAddress(path)
                + (call.rest().isEmpty() ? "" : "/" + call.rest())
                + (call.query().isEmpty() ? "" : "?" + call.query());
        if (!signature.isGenuine(call, url)) {
            throw new ForgedCall("The signature is wrong.");
        }
        if (call.method().equals("GET")) {
            return call.queryFields();
        }
        return call.header("content-type").orElse("").contains("json") ? json(call) : call.form();
    }

    private static Map<String, List<String>> json(HttpCall call) {
        try {
            JsonNode json = JSON.readTree(call.body());
            Map<String, List<String>> fields = new LinkedHashMap<>();
            json.properties()
                    .forEach(field ->
                            fields.put(field.getKey(), List.of(field.getValue().asText())));
            return fields;
        } catch (JacksonException e) {
            throw new UnreadableCall("The body is not JSON.");
        } catch (IOException e) {
            throw new UnreadableCall("The body cannot be read.");
        }
    }
}
