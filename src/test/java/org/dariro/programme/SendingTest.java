package org.dariro.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.dariro.Dariro;
import org.dariro.Together;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two services on one database, which both find the same words due. */
class SendingTest {
    private static final int POSTS = 40;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final Vault vault = Vault.inMemory();
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final Dariro one = service();
    private final Dariro other = service();

    private Dariro service() {
        return new Dariro(Settings.of(Map.of("DARIRO_DB_URL", url)), vault, now::get, Work.inline()).start();
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private long group() {
        return one.database.inTransaction(tx -> {
            long line = one.lines.add(tx, "sim", "+263770000000", "").id();
            Duration window = Duration.ofMinutes(5);
            return one.groups
                    .create(
                            tx,
                            new Group(
                                    0, "HOPE", "HOPE", line, "en", "ZW", ReadingMode.AT_ONCE, window, "", false, false))
                    .id();
        });
    }

    private void schedule(long group, boolean weekly) {
        Schedule.Wanted wanted = new Schedule.Wanted(
                Scheduled.Kind.PROGRAMME,
                List.of(group),
                Optional.empty(),
                Optional.empty(),
                "Good morning",
                LocalDateTime.parse("2026-03-03T09:00"),
                Optional.empty(),
                weekly);
        one.database.useTransaction(tx -> one.schedule.add(tx, wanted, "Ruth").match(done -> done, faults -> {
            throw new IllegalStateException(faults.toString());
        }));
    }

    private void turnBothAtOnce() throws Exception {
        Together.twice(one.sending::turn, other.sending::turn);
    }

    private long posts(long group) {
        return one.database.inTransaction(tx -> one.log.lastSeq(tx, group));
    }

    @Test
    void ofTwoNodesOneSendsEachOnce() throws Exception {
        long group = group();
        for (int i = 0; i < POSTS; i++) {
            schedule(group, false);
        }
        turnBothAtOnce();
        assertEquals(0, posts(group));
        now.set(Instant.parse("2026-03-03T07:00:00Z"));
        for (int i = 0; i < 5; i++) {
            turnBothAtOnce();
        }
        assertEquals(POSTS, posts(group));
        one.database.useTransaction(tx -> {
            assertEquals(List.of(), one.schedule.open(tx, List.of(group)));
            assertEquals(POSTS, one.schedule.sent(tx, group, 100).size());
        });
    }

    @Test
    void aWeeklyOneThatWasMissedForWeeksGoesOnWithTheNextAhead() {
        long group = group();
        schedule(group, true);
        now.set(Instant.parse("2026-03-20T12:00:00Z"));
        one.sending.turn();
        one.sending.turn();
        assertEquals(0, posts(group));
        one.database.useTransaction(tx -> {
            List<Scheduled> open = one.schedule.open(tx, List.of(group));
            assertEquals(2, open.size());
            assertEquals(Optional.of("late"), open.get(0).fault());
            assertEquals(Instant.parse("2026-03-24T07:00:00Z"), open.get(1).due());
        });
    }

    @Test
    void whatIsWrongIsRefused() {
        long group = group();
        LocalDateTime past = LocalDateTime.parse("2026-03-02T10:00");
        LocalDateTime ahead = LocalDateTime.parse("2026-03-03T10:00");
        refused(ProgrammeFault.PLAN_NOT_AHEAD, List.of(group), Optional.empty(), "Hello", past);
        refused(ProgrammeFault.PLAN_NO_GROUP, List.of(), Optional.empty(), "Hello", ahead);
        refused(ProgrammeFault.PLAN_NO_VOICE, List.of(group), Optional.of("Nobody"), "Hello", ahead);
        refused(ProgrammeFault.PLAN_EMPTY, List.of(group), Optional.empty(), " ", ahead);
        refused(ProgrammeFault.PLAN_LONG, List.of(group), Optional.empty(), "x".repeat(1_601), ahead);
        one.database.useTransaction(
                tx -> assertTrue(one.schedule.open(tx, List.of(group)).isEmpty()));
    }

    private void refused(
            ProgrammeFault fault, List<Long> groups, Optional<String> voice, String text, LocalDateTime at) {
        Schedule.Wanted wanted = new Schedule.Wanted(
                Scheduled.Kind.PROGRAMME, groups, voice, Optional.empty(), text, at, Optional.empty(), false);
        assertEquals(List.of(fault), one.database.inTransaction(tx -> one.schedule
                .add(tx, wanted, "Ruth")
                .match(done -> List.of(), faults -> faults)));
    }
}
