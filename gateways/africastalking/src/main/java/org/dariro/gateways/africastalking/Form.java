package org.dariro.gateways.africastalking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.UnreadableCall;

/** The fields of a genuine call; more of them than are known here are no fault. */
record Form(Map<String, List<String>> fields) {

    /**
     * A field that is always sent.
     *
     * @throws UnreadableCall naming the field when it is missing or blank
     */
    String required(String name) {
        return HttpCall.required(fields, name);
    }

    /**
     * A field that is always sent, and may be empty.
     *
     * @throws UnreadableCall naming the field when it is missing
     */
    String present(String name) {
        return HttpCall.optional(fields, name)
                .orElseThrow(() -> new UnreadableCall("The field '" + name + "' is missing."));
    }

    /** What somebody typed, untouched; empty when there is no such field. */
    String asTyped(String name) {
        return HttpCall.optional(fields, name).orElse("");
    }

    /** A field that is sometimes sent. */
    Optional<String> optional(String name) {
        return HttpCall.optional(fields, name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Masked: numbers and texts are in it. */
    @Override
    public String toString() {
        return "Form[" + fields.size() + " fields]";
    }
}
