package org.dariro.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.gateways.api.Connection;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker of one account. It opens when texts fail again and again, or when the carrier's session is down for
 * too long; then nothing is sent. After a pause one text may try. If the carrier takes it, the circuit closes, otherwise
 * the next pause begins, twice as long.
 *
 * <p>Life: one per account and process, closed at first. Every call names the time; nothing here looks at a clock.
 */
final class Circuit {
    private static final int CODES = 5;

    /** The pause doubles with each try in vain, up to so many times its length. */
    private static final int LONGEST_PAUSE = 16;

    /** An attempt of which nothing was heard for so long is given up, and another may try. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(60);

    private final Rules rules;
    private final Deque<Health.Fault> faults = new ArrayDeque<>();
    private final Set<Long> refused = new HashSet<>();
    private Health.State state = Health.State.CLOSED;
    private Instant since;
    private Instant tryAt;
    private String refusal = "";
    private int failures;
    private int pauses = 1;
    private boolean disconnected;

    @Nullable
    private Instant failing;

    @Nullable
    private Instant trying;

    /**
     * When it opens and tries again.
     *
     * @param failures so many in a row, at least 1
     * @param failing and for at least so long
     * @param down a session that is down for so long opens it too
     * @param pause before one text may try first
     */
    record Rules(int failures, Duration failing, Duration down, Duration pause) {}

    Circuit(Rules rules, Instant now) {
        this.rules = rules;
        since = now;
        tryAt = now;
    }

    /** The carrier took a text: whatever was, it works. */
    void accepted(Instant now) {
        failures = 0;
        failing = null;
        refused.clear();
        trying = null;
        if (state != Health.State.CLOSED) {
            state = Health.State.CLOSED;
            since = now;
        }
    }

    /** The carrier answered, and neither took the text nor failed: too fast, or this member cannot get it. */
    void answered() {
        trying = null;
    }

    /** A text surely was not taken for a reason that is not the member's, or its answer was lost. */
    void failed(String code, Instant now) {
        note(code, now);
        trying = null;
        failures++;
        failing = failing == null ? now : failing;
        switch (state) {
            case CLOSED -> {
                if (failures >= rules.failures() && !now.isBefore(failing.plus(rules.failing()))) {
                    open(now);
                }
            }
            case HALF_OPEN -> {
                state = Health.State.OPEN;
                pauses = Math.min(LONGEST_PAUSE, 2 * pauses);
                tryAt = now.plus(rules.pause().multipliedBy(pauses));
            }
            case OPEN -> {
                // a late answer says nothing new
            }
        }
    }

    /**
     * A text was refused for good. One such refusal is the member's matter. The same refusal of many members one after the
     * other is the account's: its sender is not allowed, its password is wrong.
     */
    void refused(String code, long member, Instant now) {
        if (!code.equals(refusal)) {
            refused.clear();
            refusal = code;
        }
        if (refused.size() < rules.failures()) {
            refused.add(member);
        }
        if (refused.size() == 1 && failures == 0) {
            failing = now; // the stretch begins with the first of them
        }
        if (refused.size() >= rules.failures()) {
            failures = Math.max(failures, rules.failures() - 1);
            failed(code, now);
        } else {
            answered();
        }
    }

    /** What the gateway says of its session with the carrier. */
    void connection(Connection connection, Instant now) {
        boolean was = disconnected;
        disconnected = !connection.up();
        if (disconnected
                && state == Health.State.CLOSED
                && !connection.since().plus(rules.down()).isAfter(now)) {
            note(connection.code(), now);
            open(now);
        } else if (was && !disconnected && state == Health.State.OPEN) {
            tryAt = now;
            turn(now);
        }
    }

    private void open(Instant now) {
        state = Health.State.OPEN;
        since = now;
        trying = null;
        pauses = 1;
        tryAt = now.plus(rules.pause());
    }

    private void note(String code, Instant now) {
        faults.addFirst(new Health.Fault(code, now));
        while (faults.size() > CODES) {
            faults.removeLast();
        }
    }

    /** Lets time pass: after the pause an open circuit is half open, unless the session is known to be down. */
    void turn(Instant now) {
        if (state == Health.State.OPEN && !disconnected && !now.isBefore(tryAt)) {
            state = Health.State.HALF_OPEN;
            trying = null;
        }
        Instant begun = trying;
        if (begun != null && !now.isBefore(begun.plus(LONGEST_TRY))) {
            trying = null;
        }
    }

    /** Whether texts may go out now; while the circuit is half open one alone may, and is taken note of. */
    boolean admits(int parcels, Instant now) {
        turn(now);
        if (state != Health.State.HALF_OPEN) {
            return state == Health.State.CLOSED;
        }
        if (parcels != 1 || trying != null) {
            return false;
        }
        trying = now;
        return true;
    }

    /** The text that was to try does not go out after all. */
    void giveBack() {
        trying = null;
    }

    /** Whether nothing more may go out now, not even one. */
    boolean isShut(Instant now) {
        turn(now);
        return state == Health.State.OPEN || trying != null;
    }

    Health.State state() {
        return state;
    }

    /** How it stands. */
    Health.Condition condition(Instant now) {
        turn(now);
        return new Health.Condition(
                state,
                since,
                state == Health.State.OPEN && !disconnected ? Optional.of(tryAt) : Optional.empty(),
                List.copyOf(faults));
    }
}
