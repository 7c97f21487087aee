package org.dariro.spend.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.dariro.platform.AuditDao;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.spend.ExchangeRateDao;
import org.dariro.spend.ExchangeRates;
import org.dariro.transcript.HandClock;
import org.dariro.webhook.Addresses;
import org.dariro.webhook.CallDao;
import org.dariro.webhook.WebhookDao;
import org.dariro.webhook.Webhooks;
import org.junit.jupiter.api.Test;

/** However many spend at once, together they never spend more than there is. */
class NobodyOverspendsTest {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static BigDecimal cents(long cents) {
        return CENT.multiply(BigDecimal.valueOf(cents));
    }

    /** Gives up a transaction, as a node that dies does. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Budget budget(HandClock clock, BigDecimal amount) {
        Instant now = clock.instant();
        return new Budget(amount, cents(100), "USD", now, now.plus(Duration.ofDays(10)), "test", now);
    }

    @Test
    void nodesThatPackAtOnceNeverPassTheCap() throws Exception {
        HandClock clock = new HandClock();
        try (Database database = new Database(
                Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID(), "DARIRO_DB_POOL", "24")))) {
            Ids ids = new Ids(database);
            BudgetDao dao = new BudgetDao();
            ExchangeRates rates = new ExchangeRates(new ExchangeRateDao(), ids, clock);
            Vault vault = Vault.inMemory();
            Webhooks webhooks = new Webhooks(
                    database,
                    new WebhookDao(),
                    new CallDao(),
                    new Addresses(Settings.of(Map.of())),
                    vault,
                    new AuditLog(database, new AuditDao(), vault, ids, clock),
                    ids,
                    clock);
            Budgets budgets = new Budgets(dao, new MoneyDao(), rates, webhooks, ids, clock);
            List<Long> groups = List.of(1L, 2L, 3L, 4L, 5L);
            database.useTransaction(tx -> budgets.set(tx, Budgets.PROGRAMME, budget(clock, cents(3_100)), groups));
            database.useTransaction(tx -> budgets.set(tx, 1, budget(clock, cents(600)), List.of()));
            ExecutorService nodes = Executors.newFixedThreadPool(8);
            List<Future<BigDecimal>> spent = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                Random random = new Random(node);
                Purses purses = new Purses(database, dao, clock);
                spent.add(nodes.submit(() -> spend(database, purses, groups, random)));
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (Future<BigDecimal> one : spent) {
                sum = sum.add(one.get());
            }
            nodes.shutdown();
            Map<Long, Budget.State> states = new HashMap<>();
            database.inTransaction(budgets::all).forEach(state -> states.put(state.group(), state));
            BigDecimal programme = states.get(0L).left().orElseThrow();
            BigDecimal hands = database.inTransaction(budgets::inHands);
            assertTrue(sum.compareTo(cents(3_000)) <= 0, "spent " + sum);
            assertTrue(sum.compareTo(cents(2_900)) > 0, "hardly anything is left unused: " + sum);
            assertEquals(0, cents(3_000).compareTo(sum.add(programme).add(hands)), "nothing is lost or made");
            assertTrue(states.get(1L).spent().compareTo(cents(500)) <= 0);
            assertTrue(states.get(1L).left().orElseThrow().signum() >= 0);
        }
    }

    private static BigDecimal spend(Database database, Purses purses, List<Long> groups, Random random) {
        BigDecimal spent = BigDecimal.ZERO;
        for (int turn = 0; turn < 120; turn++) {
            long group = groups.get(random.nextInt(groups.size()));
            try {
                spent = spent.add(database.inTransaction(tx -> pack(tx, purses, group, random)));
            } catch (RuntimeException e) {
                // given up, or somebody else spent it meanwhile: nothing of it lasts
            }
        }
        return spent;
    }

    private static BigDecimal pack(Transaction tx, Purses purses, long group, Random random) {
        Purses.Held held = purses.open(tx, List.of(group)).get(group);
        for (int text = random.nextInt(6); text >= 0; text--) {
            held.purse().take(cents(1 + random.nextInt(9)));
        }
        purses.close(tx, held);
        if (random.nextInt(10) == 0) {
            throw new GivenUp();
        }
        return held.purse().taken();
    }

    /** The table as conditional updates see it. */
    private static final class Table {
        private BigDecimal programme = cents(500);
        private final BigDecimal[] own = {cents(120), null, null};
        private final BigDecimal[] hand = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        private BigDecimal spent = BigDecimal.ZERO;

        BigDecimal draw(int group, BigDecimal needed) {
            for (BigDecimal amount : List.of(needed.max(cents(20)), needed)) {
                if (programme.compareTo(amount) >= 0) {
                    programme = programme.subtract(amount);
                    hand[group] = hand[group].add(amount);
                    return amount;
                }
            }
            return BigDecimal.ZERO;
        }

        Purse open(int group) {
            return new Purse(
                    Optional.ofNullable(own[group]), Optional.of(hand[group]), BigDecimal.ZERO, n -> draw(group, n));
        }

        void close(int group, Purse purse) {
            BigDecimal cost = purse.taken();
            boolean pays = (own[group] == null || own[group].compareTo(cost) >= 0) && hand[group].compareTo(cost) >= 0;
            if (pays) {
                own[group] = own[group] == null ? null : own[group].subtract(cost);
                hand[group] = hand[group].subtract(cost);
                spent = spent.add(cost);
            }
        }
    }

    @Property(tries = 300)
    void noInterleavingOverspends(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Random random = new Random(seed);
        Table table = new Table();
        Purse[] open = new Purse[4];
        int[] group = new int[4];
        for (int i = 0; i < 300; i++) {
            int node = random.nextInt(4);
            Purse purse = open[node];
            if (purse == null) {
                group[node] = random.nextInt(3);
                open[node] = table.open(group[node]);
            } else {
                switch (random.nextInt(5)) {
                    case 0 -> {
                        table.close(group[node], purse);
                        open[node] = null;
                    }
                    case 1 -> open[node] = null; // rolled back: what it drew stays in hand
                    default -> purse.take(cents(1 + random.nextInt(30)));
                }
            }
            BigDecimal hands = table.hand[0].add(table.hand[1]).add(table.hand[2]);
            assertEquals(
                    0, cents(500).compareTo(table.spent.add(table.programme).add(hands)), "nothing is lost or made");
            assertTrue(table.programme.signum() >= 0 && table.own[0].signum() >= 0);
            for (BigDecimal one : table.hand) {
                assertTrue(one.signum() >= 0);
            }
        }
    }
}
