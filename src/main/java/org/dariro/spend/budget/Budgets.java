package org.dariro.spend.budget;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.spend.ExchangeRates;
import org.dariro.webhook.Webhooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The budgets of the programme and of groups: set, counted, looked at.
 *
 * <p>A budget's life: set by a coordinator, paid from as parcels are written, corrected as carriers tell what they charge;
 * replaced by the next one, or over at its end. What was spent since it begins counts, also before it was set.
 */
@Component
public class Budgets {
    /** The programme as a group. */
    public static final long PROGRAMME = BudgetDao.PROGRAMME;

    /** A correction is counted when it is so old: a transaction that wrote it has then ended, and all nodes' clocks agree. */
    static final Duration SETTLED = Duration.ofMinutes(10);

    /** What is no step, no news and no setting. */
    private static final Set<Event.Kind> ALARMS =
            EnumSet.complementOf(EnumSet.of(Event.Kind.SET, Event.Kind.STEP_DOWN, Event.Kind.STEP_UP, Event.Kind.TOLD));

    private static final Logger LOG = LoggerFactory.getLogger(Budgets.class);
    private final BudgetDao dao;
    private final MoneyDao money;
    private final ExchangeRates rates;
    private final Webhooks webhooks;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Budgets(
            BudgetDao dao, MoneyDao money, ExchangeRates rates, Webhooks webhooks, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.money = money;
        this.rates = rates;
        this.webhooks = webhooks;
        this.ids = ids;
        this.clock = clock;
    }

    /** How one stands; empty for a group that has none and no part in the programme's. */
    public Optional<Budget.State> find(Transaction tx, long group) {
        return Optional.ofNullable(dao.states(tx, List.of(group)).get(group));
    }

    /** How the budgets stand that there are, the programme's first. */
    public List<Budget.State> all(Transaction tx) {
        return dao.all(tx);
    }

    /** What groups have drawn of the programme's budget and not spent. */
    public BigDecimal inHands(Transaction tx) {
        return dao.inHands(tx);
    }

    /** What happened to a budget, the latest first. */
    public List<Event> events(Transaction tx, long group, int most) {
        return dao.events(tx, group, most);
    }

    /** What happened to all budgets since a time, of some kinds; the latest first. */
    public List<Event> events(Transaction tx, Instant since, Collection<Event.Kind> kinds) {
        return dao.since(tx, since, kinds);
    }

    /** The hours of a group since a time; of the programme those of all groups together. */
    public List<Course.Hour> hours(Transaction tx, long group, Instant since) {
        return dao.hours(tx, group, since);
    }

    /**
     * Sets a budget in the place of the one that is there.
     *
     * @param groups for the programme's, all groups: each gets a part in it
     * @throws MissingRate when something that counts cannot be converted; nothing of this transaction may then last
     */
    public void set(Transaction tx, long group, Budget budget, Collection<Long> groups) {
        Instant now = clock.instant();
        dao.insertShare(tx, group, budget.currency(), now);
        dao.lock(tx, group);
        for (long one : group == PROGRAMME ? groups : List.<Long>of()) {
            dao.insertShare(tx, one, budget.currency(), now);
        }
        Instant until = now.minus(SETTLED);
        bringTo(tx, group, budget.currency(), until);
        Instant begins = budget.begins();
        List<MoneyDao.Sum> sums = new java.util.ArrayList<>(money.corrections(tx, group, begins, begins, until));
        sums.addAll(money.expected(tx, group, begins, begins, until));
        BigDecimal owed = in(tx, sums, true, budget.currency());
        Instant counted = until.isAfter(begins) ? until : begins;
        sums.addAll(money.expected(tx, group, begins, counted, now));
        sums.addAll(money.paid(tx, group, begins, begins, now));
        BigDecimal spent = in(tx, sums, false, budget.currency());
        BigDecimal left = budget.limit().subtract(spent).subtract(budget.beyond(owed));
        if (group == PROGRAMME) {
            dao.shareOut(tx);
            left = left.subtract(dao.inHands(tx));
        } else if (find(tx, PROGRAMME).flatMap(Budget.State::budget).isPresent()) {
            dao.shareOut(tx);
        }
        dao.set(tx, group, budget, left, owed);
        dao.folded(tx, group, until);
        note(
                tx,
                group,
                Event.Kind.SET,
                "Set to " + budget.amount().toPlainString() + " " + budget.currency()
                        + ", of which " + budget.reserve().toPlainString() + " is the reserve, until " + budget.ends()
                        + ", by "
                        + budget.setBy() + ".");
        tx.afterCommit(() -> LOG.info("Budget of {}: {}", whose(group), Event.Kind.SET)); // without who set it
    }

    /** All rows that a new budget counts on are counted until one moment, or begin anew when its currency is another. */
    private void bringTo(Transaction tx, long group, String currency, Instant until) {
        Budget.State old = find(tx, group).orElseThrow();
        if (!old.currency().equals(currency)) {
            dao.startAnew(tx, group, currency, until);
            return;
        }
        for (Budget.State state : group == PROGRAMME ? dao.all(tx) : List.of(old)) {
            fold(tx, state, until);
        }
    }

    /** Sums in the currency of a budget, as the rate is today. */
    private BigDecimal in(Transaction tx, List<MoneyDao.Sum> sums, boolean owed, String currency) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ExchangeRates.Table table = tx.local(ExchangeRates.Table.class, () -> rates.table(tx));
        BigDecimal all = BigDecimal.ZERO;
        for (MoneyDao.Sum sum : sums) {
            if (sum.owed() == owed) {
                BigDecimal rate = table.rate(sum.currency(), currency, today)
                        .orElseThrow(() -> new MissingRate(sum.currency(), currency));
                all = all.add(sum.amount().multiply(rate).setScale(6, RoundingMode.HALF_UP));
            }
        }
        return all;
    }

    /** Locks what nobody has drawn of the programme's budget. */
    public void lockProgramme(Transaction tx) {
        dao.lockRow(tx, PROGRAMME);
    }

    /** Locks a group's money until the end of the transaction; nothing is packed in the group meanwhile. */
    public void lock(Transaction tx, long group) {
        dao.lock(tx, group);
    }

    /**
     * Counts what was corrected and charged, and what safety and answers cost, since it was last counted. Without an exchange
     * rate that this takes, all of it is counted later, when there is one.
     */
    public void fold(Transaction tx, Budget.State state) {
        Instant until = clock.instant().minus(SETTLED);
        try {
            fold(tx, state, until);
        } catch (MissingRate e) {
            Instant since = state.budget().map(Budget::setAt).orElse(Instant.EPOCH);
            if (once(tx, state.group(), Event.Kind.NO_RATE, since, e.why())) {
                LOG.warn("Of group {}, what was charged cannot be counted: {}", state.group(), e.why());
            }
        }
    }

    private void fold(Transaction tx, Budget.State state, Instant until) {
        if (!until.isAfter(state.folded())) {
            return;
        }
        Optional<Instant> since = state.budget().map(Budget::begins);
        Optional<Instant> hand =
                find(tx, PROGRAMME).flatMap(Budget.State::budget).map(Budget::begins);
        since.or(() -> hand).ifPresent(begins -> fold(tx, state, begins, hand.orElse(begins), until));
        dao.folded(tx, state.group(), until);
    }

    private void fold(Transaction tx, Budget.State state, Instant begins, Instant handBegins, Instant until) {
        long group = state.group();
        Instant folded = state.folded();
        List<MoneyDao.Sum> sums = money.corrections(tx, group, begins, folded, until);
        BigDecimal posts = in(tx, sums, false, state.currency());
        BigDecimal inHand = handBegins.equals(begins)
                ? posts
                : in(tx, money.corrections(tx, group, handBegins, folded, until), false, state.currency());
        sums.addAll(money.expected(tx, group, begins, folded, until));
        BigDecimal owed = in(tx, sums, true, state.currency());
        BigDecimal beyond = state.budget()
                .map(budget -> budget.beyond(state.owed().add(owed)).subtract(budget.beyond(state.owed())))
                .orElse(BigDecimal.ZERO);
        BigDecimal own = group == PROGRAMME ? BigDecimal.ZERO : posts; // its groups count it
        if (own.signum() != 0 || inHand.signum() != 0 || beyond.signum() != 0) {
            dao.correct(tx, group, own.add(beyond).negate(), inHand.negate(), own.negate());
        }
        if (owed.signum() != 0) {
            dao.owe(tx, group, owed);
        }
    }

    /**
     * Notes what was said in a group since this was last counted, and what was spent.
     *
     * @param naive what a text of so many bytes to every reader costs
     */
    public void count(Transaction tx, Budget.State state, Rung rung, java.util.function.IntToDoubleFunction naive) {
        List<BudgetDao.Said> said = dao.said(tx, state.group(), state.counted(), 5_000);
        Map<Instant, Double> hours = new TreeMap<>();
        for (BudgetDao.Said post : said) {
            Instant hour = post.at().truncatedTo(java.time.temporal.ChronoUnit.HOURS);
            hours.merge(hour, naive.applyAsDouble(post.bytes()), Double::sum);
        }
        hours.forEach((hour, sum) -> dao.addHour(tx, state.group(), new Course.Hour(hour, rung, sum, 0)));
        if (!said.isEmpty()) {
            dao.counted(tx, state.group(), said.get(said.size() - 1).seq());
        }
        double noted = dao.hours(tx, state.group(), Instant.EPOCH).stream()
                .mapToDouble(Course.Hour::spent)
                .sum();
        double spent = state.paid().doubleValue() - noted;
        if (Math.abs(spent) > 1e-7) {
            Instant hour = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.HOURS);
            dao.addHour(tx, state.group(), new Course.Hour(hour, rung, 0, spent));
        }
    }

    /** Keeps so much of a group's money to tell it that the rest is used up. */
    public void keep(Transaction tx, Budget.State state, BigDecimal amount) {
        if (state.kept().compareTo(amount) != 0) {
            dao.kept(tx, state.group(), amount);
        }
    }

    /** There is money again for what waits. */
    public void loosen(Transaction tx, long group) {
        dao.loosen(tx, group);
    }

    /** Gives every group a part in the programme's budget. */
    public void share(Transaction tx, Collection<Long> groups, String currency) {
        for (long group : groups) {
            dao.insertShare(tx, group, currency, clock.instant());
        }
        dao.shareOut(tx);
    }

    /** The rung holds from now on for a budget that was set anew. */
    public void settle(Transaction tx, long group, Rung rung) {
        dao.step(tx, group, rung, clock.instant());
    }

    /**
     * Gives back what a group has in hand beyond what it needs soon, when others find nothing more to draw. For a transaction
     * that has locked the group's money.
     */
    public void giveBack(Transaction tx, Budget.State state, BigDecimal needed) {
        Optional<Budget.State> programme = find(tx, PROGRAMME);
        if (programme.isEmpty()
                || programme.get().budget().isEmpty()
                || state.hand().isEmpty()) {
            return;
        }
        BigDecimal spare = state.hand().get().subtract(needed);
        BigDecimal little = programme.get().budget().get().limit().movePointLeft(2);
        if (spare.signum() > 0 && programme.get().left().orElse(BigDecimal.ZERO).compareTo(little) < 0) {
            dao.giveBack(tx, state.group(), spare);
        }
    }

    /** Gives back what a group has in hand that is over. For a transaction that has locked the group's money. */
    public void giveAllBack(Transaction tx, Budget.State state) {
        BigDecimal all = state.hand().orElse(BigDecimal.ZERO);
        if (all.signum() != 0) {
            dao.giveBack(tx, state.group(), all);
        }
    }

    /** Takes a step. */
    public void step(Transaction tx, long group, Step step) {
        Event.Kind kind = step.to().compareTo(step.from()) > 0 ? Event.Kind.STEP_DOWN : Event.Kind.STEP_UP;
        dao.step(tx, group, step.to(), clock.instant());
        event(tx, group, kind, step.from() + " to " + step.to() + ". " + step.why());
    }

    /** Raises those alarms of a budget that were not raised yet. */
    public void raise(Transaction tx, long group, Budget budget, Set<Alarm> alarms, String figures) {
        if (alarms.isEmpty()) {
            return;
        }
        Map<Event.Kind, Instant> raised = dao.lately(tx, group, budget.setAt());
        for (Alarm alarm : EnumSet.copyOf(alarms)) {
            Event.Kind kind = Event.Kind.valueOf(alarm.name());
            if (!raised.containsKey(kind)) {
                event(tx, group, kind, figures);
            }
        }
    }

    /** Notes something once since a time. */
    public boolean once(Transaction tx, long group, Event.Kind kind, Instant since, String detail) {
        if (dao.lately(tx, group, since).containsKey(kind)) {
            return false;
        }
        event(tx, group, kind, detail);
        return true;
    }

    /** The group knows of its pace. */
    public void told(Transaction tx, long group, String pace) {
        dao.told(tx, group, pace);
    }

    /** Writes down what happened, and logs it: no number, name or text is in it. */
    public void event(Transaction tx, long group, Event.Kind kind, String detail) {
        note(tx, group, kind, detail);
        tx.afterCommit(() -> LOG.info("Budget of {}: {}. {}", whose(group), kind, detail));
    }

    private void note(Transaction tx, long group, Event.Kind kind, String detail) {
        dao.event(tx, new Event(ids.next(), group, kind, detail, clock.instant()));
        if (ALARMS.contains(kind)) {
            String label = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            webhooks.tell(
                    tx,
                    org.dariro.webhook.Event.of(org.dariro.webhook.Event.Type.BUDGET_ALARM, clock.instant())
                            .with("group", Optional.of(group).filter(id -> id != PROGRAMME))
                            .with("alarm", label));
        }
    }

    private static String whose(long group) {
        return group == PROGRAMME ? "the programme" : "group " + group;
    }
}
