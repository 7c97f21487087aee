package org.dariro.spend.budget;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one group may still spend on posts, at one moment: all that is written to its members is paid from here first, and
 * what does not fit is not written. Made for one transaction that holds the group's row; used by one thread.
 *
 * <p>A group may have a budget of its own and a part in the programme's. Of that one it has some in hand, and draws more
 * when it needs it.
 */
public final class Purse {
    private Optional<BigDecimal> own;
    private Optional<BigDecimal> hand;
    private final BigDecimal kept;
    private final UnaryOperator<BigDecimal> draw;
    private BigDecimal taken = BigDecimal.ZERO;
    private boolean refused;
    private Optional<BigDecimal> undrawn = Optional.empty();

    /**
     * A purse.
     *
     * @param own what is left of the group's own budget; empty when it has none
     * @param hand what the group has in hand of the programme's; empty when that has none
     * @param kept what is kept of {@code own}, and of the programme's, to tell the group that the money is used up
     * @param draw draws more of the programme's budget: is told how much is needed, and says how much it got, which may be
     *     more, or nothing
     */
    public Purse(Optional<BigDecimal> own, Optional<BigDecimal> hand, BigDecimal kept, UnaryOperator<BigDecimal> draw) {
        this.own = own;
        this.hand = hand;
        this.kept = kept;
        this.draw = draw;
    }

    /** A purse of a group with a budget of its own alone. */
    public static Purse of(BigDecimal own, BigDecimal kept) {
        return new Purse(Optional.of(own), Optional.empty(), kept, needed -> BigDecimal.ZERO);
    }

    /** A purse that pays for everything. */
    public static Purse unlimited() {
        return new Purse(Optional.empty(), Optional.empty(), BigDecimal.ZERO, needed -> BigDecimal.ZERO);
    }

    /** Pays, unless there is too little: then nothing is taken. */
    public boolean take(BigDecimal cost) {
        return take(cost, kept);
    }

    /** Pays for what tells the group about its money: nothing is kept back from that. */
    public boolean takeAll(BigDecimal cost) {
        return take(cost, BigDecimal.ZERO);
    }

    private boolean take(BigDecimal cost, BigDecimal keep) {
        BigDecimal needed = cost.add(keep);
        if (own.isPresent() && own.get().compareTo(needed) < 0) {
            refused = true;
            return false;
        }
        if (hand.isPresent() && hand.get().compareTo(needed) < 0) {
            BigDecimal more = needed.subtract(hand.get());
            if (undrawn.filter(much -> much.compareTo(more) <= 0).isEmpty()) {
                hand = hand.map(some -> some.add(draw.apply(more)));
            }
            if (hand.get().compareTo(needed) < 0) {
                refused = true;
                undrawn = Optional.of(needed.subtract(hand.get())); // so much is not asked for again
                return false;
            }
        }
        own = own.map(left -> left.subtract(cost));
        hand = hand.map(left -> left.subtract(cost));
        taken = taken.add(cost);
        return true;
    }

    /** Whether there is any limit. */
    public boolean limited() {
        return own.isPresent() || hand.isPresent();
    }

    /** What is left of the group's own budget. */
    public Optional<BigDecimal> own() {
        return own;
    }

    /** What the group has in hand of the programme's budget. */
    public Optional<BigDecimal> hand() {
        return hand;
    }

    /** What was paid from this purse. */
    public BigDecimal taken() {
        return taken;
    }

    /** Whether something did not fit. */
    public boolean refused() {
        return refused;
    }
}
