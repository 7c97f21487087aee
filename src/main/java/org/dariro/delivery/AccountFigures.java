package org.dariro.delivery;

import io.micrometer.core.instrument.Gauge;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dariro.gateway.Account;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Health;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateways.api.Connection;
import org.dariro.gateways.api.Money;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators want to know of each account: what waits, how fast it goes, what went wrong, and what money is left. */
@Component
public class AccountFigures {
    private static final Logger LOG = LoggerFactory.getLogger(AccountFigures.class);
    private final Database database;
    private final DeliveryListDao dao;
    private final Accounts accounts;
    private final Lines lines;
    private final Dispatch dispatch;
    private final AccountWatch watch;
    private final Health health;
    private final InstantSource clock;
    private final Map<String, Balance> balances = new ConcurrentHashMap<>();

    @Inject
    public AccountFigures(
            Database database,
            DeliveryListDao dao,
            Accounts accounts,
            Lines lines,
            Dispatch dispatch,
            AccountWatch watch,
            Health health,
            Metrics metrics,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.accounts = accounts;
        this.lines = lines;
        this.dispatch = dispatch;
        this.watch = watch;
        this.health = health;
        this.clock = clock;
        accounts.all().forEach(account -> register(account.id(), metrics));
    }

    private void register(String account, Metrics metrics) {
        Gauge.builder("dariro.account.lanes", () -> dispatch.inside().getOrDefault(account, 0))
                .description("Parcels in memory for an account, on the wire or next")
                .tag("account", account)
                .register(metrics.registry());
        Gauge.builder("dariro.account.up", () -> health.isOpen(account) ? 0 : 1)
                .description("Whether texts go out on an account")
                .tag("account", account)
                .register(metrics.registry());
        Gauge.builder("dariro.account.balance", () -> amount(account))
                .description("What is left on an account, in its own currency")
                .tag("account", account)
                .register(metrics.registry());
    }

    private Number amount(String account) {
        Balance known = balances.get(account);
        return known == null ? Double.NaN : known.left().amount();
    }

    /** What is left on an account, and when the carrier said so. */
    public record Balance(Money left, Instant at) {}

    /**
     * One account.
     *
     * @param lanes parcels in memory, on the wire or next
     * @param waiting parcels in the table that are to be sent
     * @param unknown parcels whose fate is unknown
     * @param hour what became of texts in the last hour
     * @param today segments sent since midnight UTC
     * @param connection the session with the carrier, where it keeps one
     */
    public record Figures(
            Account account,
            int lanes,
            long waiting,
            long unknown,
            AccountWatch.Hour hour,
            long today,
            Optional<Connection> connection,
            Optional<Balance> balance) {}

    /** The figures of every account, in the order of the setting. */
    public List<Figures> all() {
        Map<String, Long> waiting = byAccount(ParcelState.READY);
        Map<String, Long> unknown = byAccount(ParcelState.UNKNOWN);
        Map<String, Integer> inside = dispatch.inside();
        List<Figures> all = new ArrayList<>();
        for (Account account : accounts.all()) {
            String id = account.id();
            all.add(new Figures(
                    account,
                    inside.getOrDefault(id, 0),
                    waiting.getOrDefault(id, 0L),
                    unknown.getOrDefault(id, 0L),
                    watch.lastHour(id),
                    account.pace().today(),
                    account.gateway().connection(),
                    Optional.ofNullable(balances.get(id))));
        }
        return all;
    }

    private Map<String, Long> byAccount(ParcelState state) {
        Map<String, Long> byAccount = new HashMap<>();
        database.inTransaction(tx -> dao.byLine(tx, state))
                .forEach((line, count) -> byAccount.merge(lines.get(line).account(), count, Long::sum));
        return byAccount;
    }

    /** Asks every carrier what is left. */
    public void askBalances() {
        for (Account account : accounts.all()) {
            try {
                account.gateway()
                        .balance()
                        .ifPresent(left -> balances.put(account.id(), new Balance(left, clock.instant())));
            } catch (RuntimeException e) {
                LOG.error("Account {} failed while it was asked for its balance: {}", account.id(), Faults.describe(e));
            }
        }
    }

    /** What an account has sent today, after a start: what earlier processes sent counts too. */
    public void resumeToday() {
        Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
        accounts.all().stream().filter(account -> account.pace().counts()).forEach(account -> account.pace()
                .resume(database.inTransaction(tx -> dao.segmentsSince(
                        tx, lines.at(account.id()).stream().map(Line::id).toList(), midnight))));
    }
}
