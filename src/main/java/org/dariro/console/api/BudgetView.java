package org.dariro.console.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.dariro.spend.budget.Event;
import org.dariro.spend.budget.Forecast;
import org.jspecify.annotations.Nullable;

/**
 * How a budget stands. Amounts are decimal numbers as text, in {@code currency}.
 *
 * @param group its id; null for the programme
 * @param amount all of it, with the reserve; null for a group that only has a part in the programme's
 * @param reserve the part of it for safety, STOP, HELP and other answers
 * @param until the last moment but one: nothing is paid at it any more
 * @param spent on posts, private words and nudges
 * @param left for them
 * @param inHand what the group has drawn of the programme's budget and not spent, or all groups have; null without one
 * @param reserveSpent on safety and answers; they go on when it is more than the reserve
 * @param forecast of all that posts will have cost at the end, at the present pace; null where there is nothing to forecast
 * @param rung {@code chosen}, {@code three-minutes}, {@code quarter-hour}, {@code digest} or {@code ussd}; the slower one of
 *     the group's budget and the programme's holds
 * @param usedUp whether something did not fit and waits
 * @param unpriced members who get no posts by SMS because no price or exchange rate is known for them
 * @param alarms since the budget was set
 * @param events the latest first
 */
public record BudgetView(
        @Nullable Long group,
        @Nullable String amount,
        @Nullable String reserve,
        String currency,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String setBy,
        @Nullable Instant setAt,
        String spent,
        @Nullable String left,
        @Nullable String inHand,
        String reserveSpent,
        @Nullable ForecastView forecast,
        String rung,
        Instant rungSince,
        boolean usedUp,
        int unpriced,
        List<String> alarms,
        List<EventView> events) {

    /**
     * What is expected, and four of five times it is between {@code low} and {@code high}.
     *
     * @param share of what posts may cost, in percent
     */
    public record ForecastView(String expected, String low, String high, int share) {
        static ForecastView of(Forecast forecast, BigDecimal limit) {
            double share = limit.signum() <= 0 ? 100 : 100 * forecast.expected() / limit.doubleValue();
            return new ForecastView(cents(forecast.expected()), cents(forecast.low()), cents(forecast.high()), (int)
                    Math.min(100_000, Math.round(share)));
        }

        private static String cents(double amount) {
            return BigDecimal.valueOf(amount)
                    .setScale(2, java.math.RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }

    /** Something that happened to it. */
    public record EventView(Instant at, String kind, String detail) {
        static EventView of(Event event) {
            return new EventView(event.at(), Fields.label(event.kind()), event.detail());
        }
    }
}
