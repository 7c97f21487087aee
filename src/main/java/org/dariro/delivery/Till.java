package org.dariro.delivery;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.dariro.gateway.Line;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Budgets;
import org.dariro.spend.budget.Purses;

/** Takes the money of a group for texts that are not packed. */
@Component
public class Till {
    private final Budgets budgets;
    private final Purses purses;
    private final Fares fares;
    private final Outbox outbox;

    @Inject
    public Till(Budgets budgets, Purses purses, Fares fares, Outbox outbox) {
        this.budgets = budgets;
        this.purses = purses;
        this.fares = fares;
        this.outbox = outbox;
    }

    /** Pays for words to one member; false, and nothing is paid, when a budget has too little for it. */
    public boolean pay(Transaction tx, long group, Line line, Member to, String text) {
        Optional<String> currency = currency(tx, group);
        return currency.isEmpty() || purses.pay(tx, group, cost(tx, line, to, text, currency.get()));
    }

    /** Pays for a text of a group to one member and sends it; false, and neither is done, when a budget has too little for it. */
    public boolean send(Transaction tx, long group, Line line, Member to, String text) {
        boolean paid = pay(tx, group, line, to, text);
        if (paid) {
            outbox.send(tx, line, to, group, Kind.GROUP, text);
        }
        return paid;
    }

    /** Pays as {@link #pay}, also when there is too little: what is left may go below nothing. */
    public void payAnyway(Transaction tx, long group, Line line, Member to, String text) {
        Optional<String> currency = currency(tx, group);
        if (currency.isPresent() && !purses.pay(tx, group, cost(tx, line, to, text, currency.get()))) {
            cost(tx, line, to, text, currency.get()).ifPresent(cost -> purses.payAnyway(tx, group, cost));
        }
    }

    /**
     * Pays for what texts that were paid for before cost more by now.
     *
     * @param more empty when it is not known
     * @param always whether what is left may go below nothing
     * @return false, and nothing is paid, when there is too little or it is not known
     */
    boolean payMore(Transaction tx, long group, Optional<BigDecimal> more, boolean always) {
        boolean paid = purses.pay(tx, group, more);
        if (!paid && always) {
            more.ifPresent(cost -> purses.payAnyway(tx, group, cost));
        }
        return paid || always;
    }

    /** The currency of the budgets that limit a group; empty where none does. */
    Optional<String> currency(Transaction tx, long group) {
        return budgets.find(tx, group)
                .or(() -> budgets.find(tx, Budgets.PROGRAMME))
                .map(Budget.State::currency);
    }

    private Optional<BigDecimal> cost(Transaction tx, Line line, Member to, String text, String currency) {
        return fares.cost(tx, line.id(), to, outbox.segments(line, text), currency);
    }
}
