package org.dariro.console.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dariro.console.signin.FailureDao.Failures;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Vault;

/**
 * Makes whoever guesses passwords wait, and nobody else for long: an account is never locked. After a few failures for an
 * account from one address that address waits, longer each time, up to five minutes. Many failures from one address, or for
 * one account from many, bring a wait of a few seconds for each try: enough that guessing leads nowhere, and little for the
 * person whose account or shared address it is. What failed is forgotten an hour after the last failure.
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

    /**
     * A try that counts as failed until {@link #right} takes it back.
     *
     * @param left how long to wait; when it is not zero the try must not be looked at, and does not count
     */
    record Attempt(Duration left, List<Counted> counted) {}

    /** What was counted, and how it stood before. */
    private record Counted(Key key, Failures before, Instant at) {}

    private record Key(String hex, boolean pair) {
        byte[] hash() {
            return HexFormat.of().parseHex(hex);
        }
    }

    private Key key(String kind, String text, boolean pair) {
        return new Key(HexFormat.of().formatHex(vault.hash("sign-in " + kind + "\n" + text)), pair);
    }

    /**
     * Takes a try. It is counted before anybody looks at it: of many guesses that come at the same time no more are looked at
     * than of those that come one after the other.
     */
    Attempt attempt(String account, String address) {
        String name = account.toLowerCase(Locale.ROOT);
        List<Key> keys = Stream.of(
                        key("pair", name + "\n" + address, true),
                        key("address", address, false),
                        key("account", name, false))
                .sorted(Comparator.comparing(Key::hex)) // who locks in one order never waits in a ring
                .toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as databases keep it
        return database.inTransaction(tx -> {
            dao.forget(tx, now.minus(FORGOTTEN));
            List<Counted> counted = keys.stream()
                    .map(key -> new Counted(key, dao.hold(tx, key.hash(), now), now))
                    .toList();
            Duration wait = Duration.ZERO;
            for (Counted one : counted) {
                Duration left = left(one.before(), one.key().pair(), now);
                wait = left.compareTo(wait) > 0 ? left : wait;
            }
            if (!wait.isZero()) {
                return new Attempt(wait, List.of());
            }
            counted.forEach(one -> dao.set(tx, one.key().hash(), one.before().count() + 1, now));
            return new Attempt(wait, counted);
        });
    }

    private static Duration left(Failures failures, boolean pair, Instant now) {
        Duration wait = pair ? growing(failures.count()) : failures.count() < MANY ? Duration.ZERO : SHORT;
        Duration left = Duration.between(now, failures.lastAt().plus(wait));
        return wait.isZero() || left.isNegative() ? Duration.ZERO : left;
    }

    /** 2 s after the third failure, twice as long after each more. */
    private static Duration growing(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(failures - FREE + 1, 20));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** A try was right: it does not count, and what failed before from there for that account is forgotten. */
    void right(Attempt attempt) {
        database.useTransaction(tx -> attempt.counted().forEach(one -> {
            if (one.key().pair()) {
                dao.clear(tx, one.key().hash());
            } else {
                dao.giveBack(tx, one.key().hash(), one.at(), one.before().lastAt());
            }
        }));
    }
}
