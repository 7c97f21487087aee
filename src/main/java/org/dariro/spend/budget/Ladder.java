package org.dariro.spend.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides how slowly a group reads, so that its money lasts to the end date and is not left over. Pure.
 *
 * <p>It steps down when the money would not last and is being used faster than what is said, and than time passes. It steps
 * up when the money lasts to the end at the faster rung with something to spare. A budget that pays for only a part of what
 * the digest costs must dial for the rest of its time: there it also steps up when enough has been put by for {@link #STAY},
 * and from the digest to a talk that costs hardly more. So it pays for whole weeks of texts and goes to and fro as seldom as
 * that allows: one rung at a time, not within {@link #DOWN} or {@link #UP} of the last step, and up only with a margin.
 */
public final class Ladder {
    /** The least time from any step to one down. */
    public static final Duration DOWN = Duration.ofHours(12);

    /** The least time from any step to one up. */
    public static final Duration UP = Duration.ofDays(1);

    /** For so long the faster rung must be paid for before it is taken with what was put by. */
    public static final Duration STAY = Duration.ofDays(7);

    /** What must be to spare for a step up. */
    static final double MARGIN = 0.1;

    /** A rung that costs no more than so many times another is as good to have. */
    private static final double HARDLY = 1.05;

    private final Rung slowest;

    /** @param slowest the last rung to take: where nobody can dial, not USSD */
    public Ladder(Rung slowest) {
        this.slowest = slowest;
    }

    /**
     * Decides.
     *
     * @param since when the last step was taken, or the budget began
     */
    public Optional<Step> decide(Rung rung, Instant since, Outlook outlook) {
        if (rung.compareTo(slowest) > 0) {
            return Optional.of(new Step(rung, slowest, "Nobody can dial to read."));
        }
        Duration stayed = Duration.between(since, outlook.now());
        boolean lasts = outlook.lasts(rung, 0);
        boolean tooFast = outlook.ahead() < -outlook.little() && outlook.fasterThanTime();
        if (!lasts && tooFast && stayed.compareTo(DOWN) >= 0 && rung != slowest) {
            return Optional.of(new Step(rung, rung.slower(), down(rung, outlook)));
        }
        if (rung != Rung.CHOSEN && stayed.compareTo(UP) >= 0) {
            Rung faster = rung.faster();
            if (outlook.lasts(faster, MARGIN)) {
                return Optional.of(new Step(rung, faster, up(faster, outlook)));
            }
            if (paysForAWhile(rung, faster, outlook)) {
                return Optional.of(new Step(rung, faster, putBy(outlook)));
            }
        }
        return Optional.empty();
    }

    private static boolean paysForAWhile(Rung rung, Rung faster, Outlook outlook) {
        Costs costs = outlook.costs();
        return switch (rung) {
            case USSD -> outlook.ahead() >= outlook.beyond(faster) * (1 + MARGIN);
            case DIGEST ->
                costs.share(faster) <= costs.share(rung) * HARDLY
                        && outlook.ahead() >= (outlook.beyond(faster) - outlook.beyond(rung)) * (1 + MARGIN);
            case CHOSEN, THREE_MINUTES, QUARTER_HOUR -> false;
        };
    }

    /** The rung for a budget that was set anew: the fastest at which it lasts, or the one that the group is on. */
    public Optional<Step> afresh(Rung rung, Outlook outlook) {
        for (Rung faster : Rung.values()) {
            if (faster.compareTo(rung) < 0 && outlook.lasts(faster, MARGIN)) {
                return Optional.of(new Step(rung, faster, "There is a new budget. " + up(faster, outlook)));
            }
        }
        return Optional.empty();
    }

    private static String down(Rung rung, Outlook outlook) {
        Forecast total = outlook.total(rung);
        return "At this pace " + amount(total.expected()) + " (" + amount(total.low()) + " to " + amount(total.high())
                + ") would be spent by the end, of " + amount(outlook.limit()) + "; " + amount(outlook.spent())
                + " is spent.";
    }

    private static String up(Rung faster, Outlook outlook) {
        Forecast total = outlook.total(faster);
        return "At the faster pace " + amount(total.expected()) + " (" + amount(total.low()) + " to "
                + amount(total.high()) + ") would be spent by the end, of " + amount(outlook.limit()) + "; "
                + amount(outlook.spent()) + " is spent.";
    }

    private static String putBy(Outlook outlook) {
        return amount(outlook.ahead()) + " has been put by, enough for " + STAY.toDays() + " days of the faster pace; "
                + amount(outlook.spent()) + " of " + amount(outlook.limit()) + " is spent.";
    }

    static String amount(double amount) {
        return String.format(
                Locale.ROOT,
                "%s",
                BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP).toPlainString());
    }
}
