package org.dariro.console.api;

import java.time.Instant;
import java.util.Map;
import org.dariro.delivery.AccountFigures;
import org.dariro.gateways.api.Connection;
import org.jspecify.annotations.Nullable;

/**
 * How much goes over an account.
 *
 * @param lanes parcels in memory, on the wire or next
 * @param waiting parcels in the table that are to be sent
 * @param unknown parcels whose fate is unknown
 * @param perMinute texts that the carrier accepted in a minute, of late
 * @param accepted texts that it accepted in the last hour
 * @param codes how many ended otherwise in the last hour, by the carrier's code
 * @param today segments sent since midnight UTC
 * @param mostADay the limit of that; null where there is none
 * @param connected whether the session with the carrier stands; null where it keeps none
 * @param balance what is left, {@code KES 812.50}; null when the carrier does not tell
 */
public record FiguresView(
        int lanes,
        long waiting,
        long unknown,
        int perMinute,
        int accepted,
        Map<String, Integer> codes,
        long today,
        @Nullable Long mostADay,
        @Nullable Boolean connected,
        @Nullable Instant connectedSince,
        @Nullable String balance,
        @Nullable Instant balanceAt) {
    static FiguresView of(AccountFigures.Figures figures) {
        Connection connection =
                figures.connection().isPresent() ? figures.connection().get() : null;
        AccountFigures.Balance balance =
                figures.balance().isPresent() ? figures.balance().get() : null;
        return new FiguresView(
                figures.lanes(),
                figures.waiting(),
                figures.unknown(),
                figures.hour().perMinute(),
                figures.hour().accepted(),
                figures.hour().codes(),
                figures.today(),
                AlertView.or(figures.account().pace().mostADay()),
                connection == null ? null : connection.up(),
                connection == null ? null : connection.since(),
                balance == null
                        ? null
                        : balance.left().currency() + " "
                                + balance.left().amount().toPlainString(),
                balance == null ? null : balance.at());
    }
}
