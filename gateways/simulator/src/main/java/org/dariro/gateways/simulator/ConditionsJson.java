package org.dariro.gateways.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.UnreadableCall;

/** The wire form of {@link Conditions}: a JSON object; a field left out is as on a fair day. */
final class ConditionsJson {
    private static final Set<String> FIELDS = Set.of(
            "latencyMs",
            "lossPct",
            "throttlePct",
            "retryLaterPct",
            "refusePct",
            "optedOut",
            "unknownPct",
            "receipts",
            "duplicateReceipts",
            "earlyReceipts",
            "lateReceiptsMs");

    private ConditionsJson() {}

    static ObjectNode write(Conditions conditions) {
        ObjectNode json = Json.object()
                .put("latencyMs", conditions.latencyMs())
                .put("lossPct", conditions.lossPct())
                .put("throttlePct", conditions.throttlePct())
                .put("retryLaterPct", conditions.retryLaterPct())
                .put("refusePct", conditions.refusePct())
                .put("unknownPct", conditions.unknownPct())
                .put("receipts", conditions.receipts())
                .put("duplicateReceipts", conditions.duplicateReceipts())
                .put("earlyReceipts", conditions.earlyReceipts())
                .put("lateReceiptsMs", conditions.lateReceiptsMs());
        var optedOut = json.putArray("optedOut");
        conditions.optedOut().stream().map(Msisdn::e164).sorted().forEach(optedOut::add);
        return json;
    }

    /**
     * Reads them.
     *
     * @throws UnreadableCall naming the field that is unknown or out of range
     */
    static Conditions read(HttpCall call) {
        JsonNode json = Json.read(call);
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new UnreadableCall("There is no such condition; known are " + new java.util.TreeSet<>(FIELDS));
            }
        });
        return new Conditions(
                number(json, "latencyMs", 60_000),
                number(json, "lossPct", 100),
                number(json, "throttlePct", 100),
                number(json, "retryLaterPct", 100),
                number(json, "refusePct", 100),
                numbers(json.path("optedOut")),
                number(json, "unknownPct", 100),
                flag(json, "receipts", true),
                flag(json, "duplicateReceipts", false),
                flag(json, "earlyReceipts", false),
                number(json, "lateReceiptsMs", 3_600_000));
    }

    private static int number(JsonNode json, String name, int most) {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0 || value.intValue() > most) {
            throw new UnreadableCall("The condition '" + name + "' must be a whole number from 0 to " + most + ".");
        }
        return value.intValue();
    }

    private static boolean flag(JsonNode json, String name, boolean otherwise) {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new UnreadableCall("The condition '" + name + "' must be true or false.");
        }
        return value.booleanValue();
    }

    private static Set<Msisdn> numbers(JsonNode list) {
        Set<Msisdn> numbers = new HashSet<>();
        if (!list.isMissingNode() && !list.isArray()) {
            throw new UnreadableCall("The condition 'optedOut' must be a list of numbers.");
        }
        for (JsonNode entry : list) {
            numbers.add(Msisdn.parse(entry.asText())
                    .orElseThrow(() -> new UnreadableCall("The condition 'optedOut' has an entry that is no number.")));
        }
        return numbers;
    }
}
