package org.dariro.gateways.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.dariro.gateways.api.Msisdn;

/** The wire form of the messages on a phone. */
final class MessageJson {
    private final Function<PhoneMessage, String> id;

    MessageJson(Function<PhoneMessage, String> id) {
        this.id = id;
    }

    void write(Msisdn phone, List<PhoneMessage> messages, ArrayNode list) {
        String to = phone.e164();
        for (PhoneMessage message : messages) {
            list.addObject()
                    .put("id", id.apply(message))
                    .put("number", message.number())
                    .put("from", message.from())
                    .put("to", to)
                    .put("text", message.text())
                    .put("at", Instant.ofEpochMilli(message.at()).toString())
                    .put("segments", Segments.of(message.text()))
                    .put("reference", message.reference());
        }
    }
}
