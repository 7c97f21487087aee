package org.dariro.delivery;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Budgets;
import org.dariro.spend.budget.Event;
import org.dariro.spend.budget.Purses;
import org.dariro.spend.budget.Rung;

/**
 * Tells a group, once and in kind words, what its money changes for those in it: that texts come at some hours, that they
 * dial to read, that the money is used up, or that texts come as before. Of the same change they hear once a week at most;
 * whoever reads so slowly anyway hears nothing.
 */
@Component
public class BudgetNews {
    /** The pace of a group whose money is used up. */
    static final String CAP = "CAP";

    private static final Duration AGAIN = Duration.ofDays(7);
    private final Budgets budgets;
    private final Purses purses;
    private final Fares fares;
    private final Outbox outbox;
    private final Lines lines;
    private final Digests digests;
    private final Messages messages;
    private final InstantSource clock;

    @Inject
    public BudgetNews(
            Budgets budgets,
            Purses purses,
            Fares fares,
            Outbox outbox,
            Lines lines,
            Digests digests,
            Messages messages,
            InstantSource clock) {
        this.budgets = budgets;
        this.purses = purses;
        this.fares = fares;
        this.outbox = outbox;
        this.lines = lines;
        this.digests = digests;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Tells those who read a group that its pace is another now.
     *
     * @param rung the one that holds, of the group's and the programme's budgets
     * @param usedUp whether nothing is paid for any more
     */
    void tell(Transaction tx, Group group, Budget.State state, Rung rung, boolean usedUp, List<Reader> readers) {
        String pace = usedUp ? CAP : rung.pace().name();
        String told = state.told().isEmpty() ? Rung.Pace.TALK.name() : state.told();
        if (pace.equals(told)) {
            return;
        }
        Instant since = clock.instant().minus(AGAIN);
        String event = "Told that " + words(pace);
        if (budgets.events(tx, group.id(), 200).stream()
                .anyMatch(old -> old.kind() == Event.Kind.TOLD
                        && old.at().isAfter(since)
                        && old.detail().equals(event))) {
            budgets.told(tx, group.id(), pace);
            return;
        }
        List<Reader> noticing =
                readers.stream().filter(reader -> notices(group, reader, pace)).toList();
        int reached = 0;
        for (Reader reader : noticing) {
            reached += send(tx, group, state, reader, pace) ? 1 : 0;
        }
        if (reached > 0) {
            budgets.event(tx, group.id(), Event.Kind.TOLD, event);
        }
        if (reached > 0 || noticing.isEmpty()) {
            budgets.told(tx, group.id(), pace); // else when there is money for it
        }
    }

    private static String words(String pace) {
        return switch (pace) {
            case CAP -> "the money is used up";
            case "DIGEST" -> "texts come at some hours";
            case "DIAL" -> "to read, one dials";
            default -> "texts come as before";
        };
    }

    private static boolean notices(Group group, Reader reader, String pace) {
        ReadingMode mode = reader.place().modeIn(group);
        return mode != ReadingMode.USSD_ONLY && !(pace.equals("DIGEST") && mode == ReadingMode.DIGEST);
    }

    private boolean send(Transaction tx, Group group, Budget.State state, Reader reader, String pace) {
        Line line = lines.get(reader.place().lineId());
        String key = "budget-" + pace.toLowerCase(Locale.ROOT)
                + (line.serviceCode().isEmpty() && pace.equals(CAP) ? "-wait" : "");
        String hours = digests.usual().stream().map(hour -> hour + ":00").collect(Collectors.joining(", "));
        String text = messages.text(
                reader.member().language(),
                key,
                Map.of("group", group.name(), "code", line.serviceCode(), "hours", hours));
        Optional<BigDecimal> cost =
                fares.cost(tx, line.id(), reader.member(), outbox.segments(line, text), state.currency());
        if (cost.isEmpty() || !purses.payNews(tx, group.id(), cost.get())) {
            return false;
        }
        outbox.send(tx, line, reader.member(), group.id(), Kind.GROUP, text); // posts' money paid for it
        return true;
    }
}
