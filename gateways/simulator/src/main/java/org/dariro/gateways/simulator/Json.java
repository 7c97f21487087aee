package org.dariro.gateways.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.UnreadableCall;

/** JSON in and out. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static HttpAnswer answer(ObjectNode json) {
        return HttpAnswer.json(text(json));
    }

    static String text(ObjectNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree could not be written", e);
        }
    }

    /**
     * Reads the object a call carries.
     *
     * @throws UnreadableCall when the body is not one JSON object; the message does not repeat it
     */
    static ObjectNode read(HttpCall call) {
        try {
            if (MAPPER.readTree(call.body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // said below, without the body that Jackson would quote
        }
        throw new UnreadableCall("The body must be a JSON object.");
    }

    /**
     * Reads an answer.
     *
     * @throws IOException when it is not JSON
     */
    static JsonNode read(byte[] body) throws IOException {
        return MAPPER.readTree(body);
    }
}
