package org.dariro.gateways.testkit.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dariro.gateways.api.DeliveryReport.Status;

/** A message at the fake Twilio. It moves on each time it is asked about, and is charged when it has arrived. */
final class FakeMessage {
    private static final List<String> WAY = List.of("queued", "sent", "delivered");
    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);
    private static final BigDecimal PRICE = new BigDecimal("-0.00750");
    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_ESCAPED = "\f^{}\\[~]|€";

    final String sid;
    final String to;
    final String from;
    final String text;
    final String callback;
    private final Instant created;
    private String status = "queued";

    FakeMessage(String sid, String to, String from, String text, String callback, Instant created) {
        this.sid = sid;
        this.to = to;
        this.from = from;
        this.text = text;
        this.callback = callback;
        this.created = created;
    }

    /** Twilio's word for a status, which the message has from now on unless it has come further. */
    synchronized String reach(Status reached) {
        String word =
                switch (reached) {
                    case ON_ITS_WAY -> "sent";
                    case DELIVERED -> "delivered";
                    case FAILED -> "undelivered";
                };
        if (WAY.indexOf(status) >= 0 && !status.equals("delivered")) {
            status = word;
        }
        return word;
    }

    /** The message as it is shown in a list, to its creator, or by itself; then it moves on. */
    synchronized ObjectNode show() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String date = RFC_2822.format(created.atOffset(ZoneOffset.UTC));
        json.put("sid", sid).put("account_sid", FakeTwilio.SID).put("api_version", "2010-04-01");
        json.put("to", to).put("from", from).put("body", text).put("direction", "outbound-api");
        json.put("status", status)
                .put("num_segments", String.valueOf(segments()))
                .put("num_media", "0");
        json.put("date_created", date).put("date_updated", date);
        if (status.equals("queued")) {
            json.putNull("date_sent");
        } else {
            json.put("date_sent", date);
        }
        if (status.equals("undelivered")) {
            json.put("error_code", 30003).put("error_message", "Unreachable destination handset");
        } else {
            json.putNull("error_code").putNull("error_message");
        }
        json.put("price_unit", "USD");
        if (status.equals("delivered")) {
            json.put("price", PRICE.multiply(BigDecimal.valueOf(segments())).toPlainString());
        } else {
            json.putNull("price");
        }
        json.put("uri", "/2010-04-01/Accounts/" + FakeTwilio.SID + "/Messages/" + sid + ".json");
        int next = WAY.indexOf(status) + 1;
        if (next > 0 && next < WAY.size()) {
            status = WAY.get(next);
        }
        return json;
    }

    private int segments() {
        boolean gsm = text.chars().allMatch(c -> GSM.indexOf(c) >= 0 || GSM_ESCAPED.indexOf(c) >= 0);
        int alone = gsm ? 160 : 70;
        int joined = gsm ? 153 : 67;
        int units = text.length()
                + (gsm
                        ? (int) text.chars()
                                .filter(c -> GSM_ESCAPED.indexOf(c) >= 0)
                                .count()
                        : 0);
        return units <= alone ? 1 : (units + joined - 1) / joined;
    }
}
