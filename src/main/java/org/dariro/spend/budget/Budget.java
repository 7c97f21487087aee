package org.dariro.spend.budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.dariro.gateways.api.Money;

/**
 * What may be spent from one moment to another.
 *
 * @param amount in all, with the reserve
 * @param reserve the part of it for safety, STOP, HELP and the service's other answers, which posts cannot touch
 * @param currency ISO 4217
 * @param ends after this nothing more is paid from it
 * @param setBy who set it, for the log
 */
public record Budget(
        BigDecimal amount,
        BigDecimal reserve,
        String currency,
        Instant begins,
        Instant ends,
        String setBy,
        Instant setAt) {

    /** What posts, private words and nudges may cost. */
    public BigDecimal limit() {
        return amount.subtract(reserve);
    }

    /** Whether it pays at a moment. */
    public boolean holds(Instant now) {
        return !now.isBefore(begins) && now.isBefore(ends);
    }

    /** Safety and answers go in any case: what they cost beyond the reserve is missing for posts. */
    public BigDecimal beyond(BigDecimal owed) {
        return owed.subtract(reserve).max(BigDecimal.ZERO);
    }

    /** The whole amount. */
    public Money money() {
        return new Money(amount, currency);
    }

    /**
     * How it stands.
     *
     * @param budget the group's own; empty when it only has a part in the programme's
     * @param left of it, without the reserve
     * @param hand drawn of the programme's and not spent; empty when that has none
     * @param paid on posts, private words and nudges since this is counted
     * @param owed spent on safety and answers in the budget's time
     * @param stuck whether something did not fit and waits
     * @param told what the group was last told of its pace; empty for nothing
     * @param since when the last step was taken
     * @param counted the last post that the rhythm knows
     * @param folded until when corrections and charges are counted
     */
    public record State(
            long group,
            Optional<Budget> budget,
            String currency,
            Optional<BigDecimal> left,
            Optional<BigDecimal> hand,
            BigDecimal kept,
            BigDecimal paid,
            BigDecimal owed,
            boolean stuck,
            String told,
            Rung rung,
            Instant since,
            long counted,
            Instant folded) {

        /** What was spent of the group's own budget on posts, private words and nudges. */
        public BigDecimal spent() {
            return budget.isPresent() && left.isPresent()
                    ? budget.get()
                            .limit()
                            .subtract(left.get())
                            .subtract(budget.get().beyond(owed))
                    : BigDecimal.ZERO;
        }
    }
}
