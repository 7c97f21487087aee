package org.dariro.spend.budget;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;

/**
 * The money that parcels are paid from, in the transaction that writes them. What is paid is taken by an update that fails
 * when there is too little, whatever was read before: no number of nodes can spend more than there is.
 *
 * <p>The programme's budget is shared by all groups. Its row would be the one that every packer waits for; so a group draws
 * some of it at a time, in a transaction of its own that is over at once.
 */
@Component
public class Purses {
    /** A group draws so much of what is left at once, and more only when it needs more. */
    private static final BigDecimal PART = new BigDecimal("0.01");

    private final Database database;
    private final BudgetDao dao;
    private final InstantSource clock;

    @Inject
    public Purses(Database database, BudgetDao dao, InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.clock = clock;
    }

    /**
     * A group's money at one moment.
     *
     * @param currency of all that is in it; empty when nothing is limited
     * @param rung how slowly the group must read
     */
    public record Held(long group, Purse purse, Optional<String> currency, Rung rung) {
        /** A group that no budget limits. */
        static Held free(long group) {
            return new Held(group, Purse.unlimited(), Optional.empty(), Rung.CHOSEN);
        }
    }

    /** Opens the purses of groups that this transaction packs. */
    public Map<Long, Held> open(Transaction tx, Collection<Long> groups) {
        return open(
                tx,
                groups,
                (group, programme, needed) -> hasLeft(tx, needed)
                        ? database.inTransaction(own -> draw(own, group, programme, needed))
                        : BigDecimal.ZERO,
                false);
    }

    /** A look at it is less than a transaction that gets nothing. */
    private boolean hasLeft(Transaction tx, BigDecimal needed) {
        return Optional.ofNullable(dao.states(tx, List.of()).get(BudgetDao.PROGRAMME))
                .flatMap(Budget.State::left)
                .filter(left -> left.compareTo(needed) >= 0)
                .isPresent();
    }

    private Map<Long, Held> open(Transaction tx, Collection<Long> groups, Source source, boolean always) {
        Map<Long, Budget.State> states = dao.states(tx, groups);
        Map<Long, Held> held = new HashMap<>();
        Optional<Budget.State> programme = Optional.ofNullable(states.get(BudgetDao.PROGRAMME));
        for (long group : groups) {
            Optional<Budget.State> own = Optional.ofNullable(states.get(group));
            held.put(
                    group,
                    own.isEmpty() && programme.isEmpty()
                            ? Held.free(group)
                            : open(group, own, programme, source, always));
        }
        return held;
    }

    /** Where a group draws more from. */
    private interface Source {
        BigDecimal draw(long group, Budget.State programme, BigDecimal needed);
    }

    private Held open(
            long group, Optional<Budget.State> own, Optional<Budget.State> programme, Source source, boolean always) {
        Instant now = clock.instant();
        Optional<Budget> whole = programme.flatMap(Budget.State::budget);
        boolean over = !always && whole.isPresent() && !whole.get().holds(now);
        Optional<BigDecimal> left = own.flatMap(Budget.State::budget)
                .map(budget -> always || budget.holds(now)
                        ? own.flatMap(Budget.State::left).orElse(BigDecimal.ZERO)
                        : BigDecimal.ZERO);
        Optional<BigDecimal> hand = whole.map(budget ->
                over ? BigDecimal.ZERO : own.flatMap(Budget.State::hand).orElse(BigDecimal.ZERO));
        UnaryOperator<BigDecimal> draw = over || programme.isEmpty()
                ? needed -> BigDecimal.ZERO
                : needed -> source.draw(group, programme.get(), needed);
        Rung rung = own.map(Budget.State::rung)
                .orElse(Rung.CHOSEN)
                .or(programme.map(Budget.State::rung).orElse(Rung.CHOSEN));
        return new Held(
                group,
                new Purse(left, hand, own.map(Budget.State::kept).orElse(BigDecimal.ZERO), draw),
                own.or(() -> programme).map(Budget.State::currency),
                rung);
    }

    private BigDecimal draw(Transaction tx, long group, Budget.State programme, BigDecimal needed) {
        BigDecimal part =
                programme.left().orElse(BigDecimal.ZERO).multiply(PART).setScale(6, RoundingMode.DOWN);
        dao.insertShare(tx, group, programme.currency(), clock.instant());
        for (BigDecimal amount : List.of(needed.max(part), needed)) {
            dao.hand(tx, group, amount); // the group's row first, the programme's last
            if (dao.draw(tx, amount)) {
                return amount;
            }
            dao.hand(tx, group, amount.negate());
        }
        return BigDecimal.ZERO;
    }

    /**
     * Pays what was taken from a purse.
     *
     * @throws IllegalStateException when somebody else has spent the money since the purse was opened; nothing of this
     *     transaction may then last
     */
    public void close(Transaction tx, Held held) {
        Purse purse = held.purse();
        if (purse.taken().signum() > 0
                && purse.limited()
                && !dao.pay(tx, held.group(), purse.taken(), BigDecimal.ZERO)) {
            throw new IllegalStateException("The money of a group was spent meanwhile");
        }
        if (purse.refused()) {
            dao.stuck(tx, held.group());
        }
    }

    /**
     * Pays for a text that tells the group about its money: what is kept for that may be used, also when its time is over. For a transaction that has
     * locked the group's money.
     */
    public boolean payNews(Transaction tx, long group, BigDecimal cost) {
        Held held = open(tx, List.of(group), (one, programme, needed) -> draw(tx, one, programme, needed), true)
                .getOrDefault(group, Held.free(group));
        return !held.purse().limited() || (held.purse().takeAll(cost) && dao.payNews(tx, group, cost));
    }

    /** Pays for one text that nothing stops; what is left may go below nothing. */
    public void payAnyway(Transaction tx, long group, BigDecimal cost) {
        dao.payAnyway(tx, group, cost);
    }

    /**
     * Pays for one text outside packing, from what the group has; false, and nothing is paid, when there is too little. What
     * the group draws for it is drawn in the same transaction, which may have paid for it before: keep it to one group.
     */
    public boolean pay(Transaction tx, long group, Optional<BigDecimal> cost) {
        Held held = open(tx, List.of(group), (one, programme, needed) -> draw(tx, one, programme, needed), false)
                .getOrDefault(group, Held.free(group));
        if (!held.purse().limited()) {
            return true;
        }
        if (cost.isEmpty() || !held.purse().take(cost.get())) {
            return false;
        }
        return dao.pay(tx, group, cost.get(), BigDecimal.ZERO);
    }
}
