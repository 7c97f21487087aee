package org.dariro.gateways.africastalking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.dariro.gateways.api.Batch;

/**
 * The body of a request to send, for the form endpoint (field by field and byte for byte as Africa's Talking's own Java SDK
 * writes it) or the bulk endpoint. Fields that are not set are left out.
 */
final class SendRequest {
    private final AfricasTalkingSettings settings;

    SendRequest(AfricasTalkingSettings settings) {
        this.settings = settings;
    }

    String contentType() {
        return settings.isBulk() ? "application/json" : "application/x-www-form-urlencoded";
    }

    byte[] body(Batch batch) {
        return (settings.isBulk() ? json(batch) : form(batch)).getBytes(StandardCharsets.UTF_8);
    }

    private String form(Batch batch) {
        StringBuilder form = new StringBuilder(
                64 + batch.recipients().size() * 18 + batch.text().length() * 2);
        field(form, "username", settings.username());
        field(
                form,
                "to",
                batch.recipients().stream()
                        .map(recipient -> recipient.number().e164())
                        .collect(Collectors.joining(",")));
        if (!settings.sharedSender()) {
            field(form, "from", batch.sender());
        }
        field(form, "message", batch.text());
        field(form, "bulkSMSMode", "1"); // the account pays, not the member
        settings.enqueue().ifPresent(enqueue -> field(form, "enqueue", enqueue ? "1" : "0"));
        return form.toString();
    }

    private static void field(StringBuilder form, String name, String value) {
        if (!form.isEmpty()) {
            form.append('&');
        }
        form.append(name).append('=');
        form.append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private String json(Batch batch) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("username", settings.username());
        json.put("message", batch.text());
        if (!settings.sharedSender()) {
            json.put("senderId", batch.sender());
        }
        var numbers = json.putArray("phoneNumbers");
        batch.recipients().forEach(recipient -> numbers.add(recipient.number().e164()));
        settings.enqueue().ifPresent(enqueue -> json.put("enqueue", enqueue ? 1 : 0));
        return json.toString();
    }
}
