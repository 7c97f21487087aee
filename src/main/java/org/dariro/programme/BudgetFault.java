package org.dariro.programme;

import java.util.List;
import java.util.Locale;
import org.dariro.conversation.Fault;

/**
 * Why a budget was not set.
 *
 * @param values that the sentence has, in order
 */
public record BudgetFault(Reason reason, List<String> values) implements Fault {
    public BudgetFault {
        values = List.copyOf(values);
    }

    static BudgetFault of(Reason reason, String... values) {
        return new BudgetFault(reason, List.of(values));
    }

    /** What can be wrong, with the field it is about. */
    public enum Reason {
        AMOUNT("amount", "This is a decimal number such as 50.00, at most 6 digits after the point."),
        AMOUNT_NOTHING("amount", "This is more than 0."),
        RESERVE("reserve", "This is a decimal number such as 50.00, at most 6 digits after the point."),
        RESERVE_RANGE("reserve", "This is more than 0 and less than the amount."),
        CURRENCY("currency", "This field is needed: three letters as in ISO 4217, such as USD."),
        FROM("from", "This is a day such as 2026-05-31."),
        FROM_LATER("from", "A budget begins now or has begun: give no later day than today."),
        UNTIL("until", "This is a day such as 2026-05-31."),
        UNTIL_OVER("until", "This day is over."),
        OTHER_CURRENCY("", "The budgets of the programme and of its groups have one currency: {1} is set."),
        /** {1} members, group {2}, its name {3}, currency {4}. */
        NO_PRICE(
                "",
                "{1} of the members of group {2} would get no posts by SMS: no price in {4} is known for their line and"
                        + " network. Add prices (POST /prices) or an exchange rate first."),
        NO_RATE("", "{1} What was charged cannot be counted without it: please add it first.");

        private final String field;
        private final String words;

        Reason(String field, String words) {
            this.field = field;
            this.words = words;
        }

        /** How it is written in keys: {@code amount-nothing}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public Said said() {
        String words = reason.words;
        for (int i = 0; i < values.size(); i++) {
            words = words.replace("{" + (i + 1) + "}", values.get(i));
        }
        return new Said(reason.field, reason.field.isEmpty(), words);
    }
}
