package org.dariro.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.dariro.gateways.api.Outcome;
import org.dariro.platform.Component;
import org.dariro.platform.Metrics;

/**
 * What became of the texts that this process handed to each account: counters for {@code /metrics}, and the codes of the
 * last hour for operators. Kept in memory.
 */
@Component
public class AccountWatch {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration RATE = Duration.ofMinutes(1);

    /** A carrier that makes its codes up would fill the memory. */
    private static final int MOST_CODES = 100;

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Map<String, Watched> accounts = new ConcurrentHashMap<>();
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    @Inject
    public AccountWatch(Metrics metrics, InstantSource clock) {
        this.registry = metrics.registry();
        this.clock = clock;
    }

    /** How many texts ended with a code, or were accepted, in one minute. */
    private static final class Minute {
        private final Instant begins;
        private final Map<String, Integer> codes = new TreeMap<>();
        private int accepted;

        Minute(Instant begins) {
            this.begins = begins;
        }
    }

    private static final class Watched {
        private final Deque<Minute> minutes = new ArrayDeque<>();
    }

    /**
     * The last hour of an account.
     *
     * @param perMinute texts accepted in the last full minute or the one that runs, whichever is more
     * @param accepted texts accepted in the hour
     * @param codes how many texts ended otherwise, by the carrier's code
     */
    public record Hour(int perMinute, int accepted, Map<String, Integer> codes) {}

    /** Takes note of what became of a text. */
    void heard(String account, Outcome outcome) {
        String kind = outcome.match(
                accepted -> "accepted",
                refused -> "refused",
                throttled -> "throttled",
                later -> "retry_later",
                optedOut -> "opted_out",
                unknown -> "unknown");
        counters.computeIfAbsent(account + " " + kind, key -> Counter.builder("dariro.account.outcomes")
                        .description("Texts handed to an account, by what became of them")
                        .tag("account", account)
                        .tag("outcome", kind)
                        .register(registry))
                .increment();
        String code = outcome.match(
                accepted -> "",
                Outcome.Refused::code,
                Outcome.Throttled::code,
                Outcome.RetryLater::code,
                Outcome.OptedOut::code,
                Outcome.Unknown::code);
        Watched watched = accounts.computeIfAbsent(account, id -> new Watched());
        synchronized (watched) {
            Minute minute = minute(watched);
            if (code.isEmpty()) {
                minute.accepted++;
            } else if (minute.codes.containsKey(code) || minute.codes.size() < MOST_CODES) {
                minute.codes.merge(code, 1, Integer::sum);
            }
        }
    }

    private Minute minute(Watched watched) {
        Instant now = clock.instant();
        Minute last = watched.minutes.peekLast();
        if (last == null || !now.isBefore(last.begins.plus(RATE))) {
            last = new Minute(now);
            watched.minutes.addLast(last);
            while (watched.minutes.getFirst().begins.plus(KEPT).isBefore(now)) {
                watched.minutes.removeFirst();
            }
        }
        return last;
    }

    /** What became of an account's texts in the last hour. */
    public Hour lastHour(String account) {
        Watched watched = accounts.computeIfAbsent(account, id -> new Watched());
        Instant now = clock.instant();
        synchronized (watched) {
            int recent = 0;
            int accepted = 0;
            Map<String, Integer> codes = new TreeMap<>();
            for (Minute minute : watched.minutes) {
                if (minute.begins.plus(KEPT).isAfter(now)) {
                    accepted += minute.accepted;
                    minute.codes.forEach((code, count) -> codes.merge(code, count, Integer::sum));
                }
                if (minute.begins.plus(RATE).plus(RATE).isAfter(now)) {
                    recent = Math.max(recent, minute.accepted);
                }
            }
            return new Hour(recent, accepted, codes);
        }
    }
}
