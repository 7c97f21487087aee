package org.dariro.gateways.africastalking;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.gateways.api.Money;

/** Amounts as Africa's Talking writes them: {@code KES 0.8000}. */
final class Cost {
    private static final Pattern AMOUNT = Pattern.compile(
            "([A-Z]{3})\\s?(-?[0-9]{1,12}(?:\\.[0-9]{1,8})?|-?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]{1,8})?)");

    private Cost() {}

    /** The amount; empty for anything else, as the bare {@code 0} of a recipient who was refused. */
    static Optional<Money> parse(String written) {
        Matcher amount = AMOUNT.matcher(written.strip());
        return amount.matches()
                ? Optional.of(new Money(new BigDecimal(amount.group(2).replace(",", "")), amount.group(1)))
                : Optional.empty();
    }

    /** What is left on the account; the carrier's documents spell the object in both ways. */
    static Optional<Money> balance(AfricasTalkingHttp.Answer answer) {
        if (answer.status() != 200) {
            return Optional.empty();
        }
        try {
            JsonNode json = SendAnswer.JSON.readTree(answer.body());
            JsonNode user = json.has("UserData") ? json.path("UserData") : json.path("userData");
            return parse(user.path("balance").asText(""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
