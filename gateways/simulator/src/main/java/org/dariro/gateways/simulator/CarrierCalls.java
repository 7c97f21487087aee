package org.dariro.gateways.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.DeliveryReport.Status;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.UnreadableCall;
import org.dariro.gateways.api.UssdRequest;

/** Reads what phones and carriers call in with; forms, in plain names or Africa's Talking's. */
final class CarrierCalls {
    private final String account;
    private final String run;
    private final AtomicLong numbers = new AtomicLong();

    CarrierCalls(String account, String run) {
        this.account = account;
        this.run = run;
    }

    /** A text: {@code from}, {@code to}, {@code text}, and {@code id} or else one of ours. */
    InboundSms sms(HttpCall call) {
        Map<String, List<String>> form = form(call);
        String text =
                HttpCall.optional(form, "text").orElseThrow(() -> new UnreadableCall("The field 'text' is missing."));
        String id = HttpCall.optional(form, "id")
                .filter(given -> !given.isBlank())
                .orElseGet(() -> "mo-" + run + "-" + numbers.incrementAndGet());
        return new InboundSms(account, id, number(form, "from"), number(form, "to"), text);
    }

    /** A hop: {@code session}, {@code from}, {@code to} and everything typed so far as {@code text}. */
    UssdRequest ussd(HttpCall call) {
        Map<String, List<String>> form = form(call);
        return new UssdRequest(
                account,
                HttpCall.required(form, named(form, "session", "sessionId")),
                number(form, named(form, "from", "phoneNumber")),
                HttpCall.required(form, named(form, "to", "serviceCode")),
                HttpCall.optional(form, "text").orElse(""));
    }

    /**
     * A receipt: {@code id}, {@code status}, and optional {@code reference}, {@code code} and {@code cost} such as {@code USD
     * 0.05}.
     */
    DeliveryReport receipt(HttpCall call) {
        Map<String, List<String>> form = form(call);
        return new DeliveryReport(
                account,
                HttpCall.required(form, "id"),
                HttpCall.optional(form, "reference").filter(reference -> !reference.isBlank()),
                status(HttpCall.required(form, "status")),
                HttpCall.optional(form, "code").filter(code -> !code.isBlank()),
                HttpCall.optional(form, "cost").filter(cost -> !cost.isBlank()).map(CarrierCalls::charge));
    }

    private static Charge charge(String cost) {
        if (!cost.matches("[A-Z]{3} [0-9]{1,9}(\\.[0-9]{1,6})?")) {
            throw new UnreadableCall("The field 'cost' is a currency and an amount, such as USD 0.05.");
        }
        return Charge.of(new Money(new BigDecimal(cost.substring(4)), cost.substring(0, 3)));
    }

    private static Map<String, List<String>> form(HttpCall call) {
        if (!call.method().equals("POST")) {
            throw new UnreadableCall("This address takes a POST with a form.");
        }
        return call.form();
    }

    /** A number; a leading space is the {@code +} of a form that was not escaped, as everybody's first curl line. */
    private static String number(Map<String, List<String>> form, String name) {
        String number = HttpCall.required(form, name);
        boolean unescaped = number.length() > 1 && number.charAt(0) == ' ' && Character.isDigit(number.charAt(1));
        return unescaped ? "+" + number.substring(1) : number;
    }

    private static String named(Map<String, List<String>> form, String plain, String theirs) {
        return form.containsKey(theirs) && !form.containsKey(plain) ? theirs : plain;
    }

    private static Status status(String word) {
        return switch (word) {
            case "on_its_way" -> Status.ON_ITS_WAY;
            case "delivered" -> Status.DELIVERED;
            case "failed" -> Status.FAILED;
            default -> throw new UnreadableCall("The field 'status' must be on_its_way, delivered or failed.");
        };
    }
}
