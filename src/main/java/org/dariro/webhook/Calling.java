package org.dariro.webhook;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the calls that are due, a few at once, and tries again those that fail: after 5 s, 5 and 30 min, 2, 5, 10, 14, 20 and
 * 24 h. All of it is in tables: after a restart it goes on, and a call that was on the wire is made once more, under the same
 * id.
 */
@Component
public class Calling {
    private static final Logger LOG = LoggerFactory.getLogger(Calling.class);
    /** After which waits a call is tried again. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** When a call is looked at again that a node took and then died. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LOOKED_AT = 200;
    private static final int TO_ONE = 5;

    private final Database database;
    private final WebhookDao endpoints;
    private final CallDao calls;
    private final Webhooks webhooks;
    private final Courier courier;
    private final InstantSource clock;
    private Instant lookAt = Instant.EPOCH;
    private Instant forgetAt = Instant.EPOCH;

    @Inject
    public Calling(
            Database database,
            WebhookDao endpoints,
            CallDao calls,
            Webhooks webhooks,
            Courier courier,
            InstantSource clock) {
        this.database = database;
        this.endpoints = endpoints;
        this.calls = calls;
        this.webhooks = webhooks;
        this.courier = courier;
        this.clock = clock;
    }

    /** A call that is about to be made. */
    private record Taken(Call call, Endpoint endpoint, Map<String, String> headers) {}

    private record Answered(Taken taken, String outcome) {
        boolean good() {
            return outcome.length() == 3 && outcome.startsWith("2");
        }
    }

    /** Makes the calls that are due, and waits for their answers; to be called every second. Tells how many it made. */
    public synchronized int turn() {
        Instant now = clock.instant();
        if (!now.isBefore(lookAt)) {
            webhooks.look();
            lookAt = now.plus(LOOK);
        }
        if (!now.isBefore(forgetAt)) {
            database.useTransaction(tx -> calls.forget(tx, now.minus(KEPT)));
            forgetAt = now.plus(Duration.ofHours(1));
        }
        if (!webhooks.anyOn()) {
            return 0;
        }
        List<Taken> taken = database.inTransaction(tx -> take(tx, now));
        List<CompletableFuture<Answered>> answers = taken.stream()
                .map(one -> courier.send(
                                one.endpoint().url(), one.headers(), one.call().body())
                        .thenApply(outcome -> new Answered(one, outcome)))
                .toList();
        List<Answered> answered = answers.stream().map(CompletableFuture::join).toList();
        if (!answered.isEmpty()) {
            database.useTransaction(tx -> answered.forEach(one -> settle(tx, one)));
        }
        return answered.size();
    }

    /** When the next turn has something to do. */
    public Optional<Instant> next() {
        return database.inTransaction(calls::next);
    }

    private List<Taken> take(Transaction tx, Instant now) {
        Map<Long, Endpoint> known =
                endpoints.all(tx).stream().collect(Collectors.toMap(Endpoint::id, endpoint -> endpoint));
        Map<Long, Integer> toEach = new HashMap<>();
        List<Taken> taken = new ArrayList<>();
        for (Call call : calls.due(tx, now, LOOKED_AT)) {
            Endpoint endpoint = known.get(call.endpoint());
            if (endpoint == null || taken.size() >= Courier.AT_ONCE) {
                continue;
            }
            int most =
                    endpoint.failingSince().isPresent() ? 1 : TO_ONE; // one that fails must not keep the others waiting
            if (toEach.getOrDefault(endpoint.id(), 0) < most && calls.claim(tx, call, now, now.plus(LEASE))) {
                toEach.merge(endpoint.id(), 1, Integer::sum);
                taken.add(new Taken(call, endpoint, headers(tx, call, now)));
            }
        }
        return taken;
    }

    private Map<String, String> headers(Transaction tx, Call call, Instant now) {
        return Map.of(
                "webhook-id",
                call.messageId(),
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                Signature.header(webhooks.secrets(tx, call.endpoint(), now), call.messageId(), now, call.body()));
    }

    private void settle(Transaction tx, Answered one) {
        Instant now = clock.instant();
        Call call = one.taken().call();
        long endpoint = call.endpoint();
        int attempts = call.attempts() + 1;
        if (one.good()) {
            calls.settle(tx, call.id(), Call.State.DONE, one.outcome(), now);
            if (one.taken().endpoint().failingSince().isPresent()) {
                endpoints.failing(tx, endpoint, null);
            }
            return;
        }
        boolean over = attempts > WAITS.size();
        calls.settle(
                tx,
                call.id(),
                over ? Call.State.GIVEN_UP : Call.State.WAITING,
                one.outcome(),
                over ? now : now.plus(WAITS.get(attempts - 1)));
        endpoints.failing(tx, endpoint, now);
        Optional<Instant> failing = one.taken().endpoint().failingSince();
        if (one.outcome().equals("410")) {
            off(tx, endpoint, Endpoint.Why.GONE);
        } else if (over
                && failing.filter(since -> !since.isAfter(call.createdAt().plus(WAITS.get(0))))
                        .isPresent()) {
            off(tx, endpoint, Endpoint.Why.FAILING);
        }
    }

    private void off(Transaction tx, long endpoint, Endpoint.Why why) {
        webhooks.disable(tx, endpoint, why);
        tx.afterCommit(() -> LOG.warn("Webhook {} is turned off: {}", endpoint, why));
    }

    /** What went wrong in a turn; without its message, which may hold an address. */
    static void failed(Throwable fault) {
        LOG.error("Webhooks could not be called; tried again: {}", Faults.describe(fault));
    }
}
