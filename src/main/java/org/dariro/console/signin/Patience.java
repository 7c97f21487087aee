package org.dariro.console.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;

/**
 * Makes whoever guesses passwords wait, and nobody else for long: an account is never locked. After a few failures for an
 * account from one address that address waits, longer each time, up to five minutes. Many failures from one address, or for
 * one account from many, bring a wait of a few seconds for each try: enough that guessing leads nowhere, and little for the
 * person whose account or shared address it is. A failure is forgotten after an hour.
 */
@Component
public class Patience {
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final int FREE = 3;
    private static final int MANY = 30;
    private final Database database;
    private final FailureDao dao;
    private final Vault vault;
    private final InstantSource clock;

    @Inject
    public Patience(Database database, FailureDao dao, Vault vault, InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.vault = vault;
        this.clock = clock;
    }

    private byte[] pair(String account, String address) {
        return vault.hash("sign-in pair\n" + account.toLowerCase(Locale.ROOT) + "\n" + address);
    }

    private byte[] address(String address) {
        return vault.hash("sign-in address\n" + address);
    }

    private byte[] account(String account) {
        return vault.hash("sign-in account\n" + account.toLowerCase(Locale.ROOT));
    }

    /** How long to wait before the next try is looked at; zero when it is looked at now. */
    public Duration wait(String account, String address) {
        return database.inTransaction(tx -> {
            Duration both = left(tx, pair(account, address), true);
            Duration many = left(tx, address(address), false);
            Duration one = left(tx, account(account), false);
            Duration longer = both.compareTo(many) > 0 ? both : many;
            return longer.compareTo(one) > 0 ? longer : one;
        });
    }

    private Duration left(Transaction tx, byte[] key, boolean grows) {
        Instant now = clock.instant();
        return dao.find(tx, key)
                .map(failures -> {
                    Duration wait = grows ? growing(failures.count()) : failures.count() < MANY ? Duration.ZERO : SHORT;
                    Duration left = Duration.between(now, failures.lastAt().plus(wait));
                    return left.isNegative() || failures.lastAt().isBefore(now.minus(FORGOTTEN)) ? Duration.ZERO : left;
                })
                .orElse(Duration.ZERO);
    }

    /** 2 s after the third failure, twice as long after each more. */
    private static Duration growing(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(failures - FREE + 1, 20));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** A try failed. */
    public void failed(String account, String address) {
        Instant now = clock.instant();
        database.useTransaction(tx -> {
            dao.forget(tx, now.minus(FORGOTTEN));
            dao.count(tx, pair(account, address), now, now.minus(FORGOTTEN));
            dao.count(tx, address(address), now, now.minus(FORGOTTEN));
            dao.count(tx, account(account), now, now.minus(FORGOTTEN));
        });
    }

    /** A try was right: what failed before from there is forgotten. */
    public void succeeded(String account, String address) {
        database.useTransaction(tx -> dao.clear(tx, pair(account, address)));
    }
}
