package org.dariro.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.dariro.Dariro;
import org.dariro.Together;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Nickname;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two services on one database, which both find the same groups due to be asked. */
class WellbeingRoundsTest {
    private static final int GROUPS = 20;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final Vault vault = Vault.inMemory();
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final Dariro one = service();
    private final Dariro other = service();
    private final List<Group> groups = new ArrayList<>();

    private Dariro service() {
        return new Dariro(Settings.of(Map.of("DARIRO_DB_URL", url)), vault, now::get, Work.inline()).start();
    }

    @BeforeEach
    void enrol() {
        one.database.useTransaction(tx -> {
            long line = one.lines.add(tx, "sim", "+263770000000", "").id();
            for (int i = 0; i < GROUPS; i++) {
                Group group = one.groups.create(
                        tx,
                        new Group(
                                0,
                                "HOPE" + i,
                                "HOPE" + i,
                                line,
                                "en",
                                "ZW",
                                ReadingMode.AT_ONCE,
                                Duration.ofMinutes(5),
                                "",
                                false,
                                false));
                Member member = one.members.findOrRegister(tx, Msisdn.of("+2637710000" + (10 + i)), "en");
                Nickname nickname = Nickname.parse("Sunny").match(good -> good, bad -> {
                    throw new IllegalStateException();
                });
                one.memberships.add(
                        tx, group, Optional.of(member.id()), line, Role.MEMBER, Standing.ACTIVE, nickname, 0);
                groups.add(group);
            }
        });
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private WellbeingSettings set(Group group, boolean asks, DayOfWeek day, int weeks) {
        return set(group, asks, day, 10, weeks);
    }

    private WellbeingSettings set(Group group, boolean asks, DayOfWeek day, int hour, int weeks) {
        return one.database.inTransaction(tx -> one.rounds
                .set(
                        tx,
                        group,
                        new WellbeingRounds.Wanted(asks, day, hour, weeks, List.of(WellbeingItem.GENERAL)),
                        "Ruth")
                .match(done -> done, faults -> {
                    throw new IllegalStateException(faults.toString());
                }));
    }

    private void turnBothAtOnce() throws Exception {
        Together.twice(one.rounds::turn, other.rounds::turn);
    }

    private int asked() {
        return one.database.inTransaction(tx -> tx.query("select count(*) from wellbeing_questions")
                .mapTo(int.class)
                .one());
    }

    @Test
    void ofTwoNodesOneAsksEachGroupOnce() throws Exception {
        groups.forEach(group -> set(group, true, DayOfWeek.TUESDAY, 1));
        turnBothAtOnce();
        assertEquals(0, asked());
        now.set(Instant.parse("2026-03-03T08:00:00Z"));
        for (int i = 0; i < 5; i++) {
            turnBothAtOnce();
        }
        assertEquals(GROUPS, asked());
        assertEquals(Optional.of(Instant.parse("2026-03-10T08:00:00Z")), one.rounds.next());
    }

    @Test
    void whatFellIntoHoursWhenNothingRanIsLeftOut() {
        Group hope = groups.get(0);
        set(hope, true, DayOfWeek.TUESDAY, 1);
        now.set(Instant.parse("2026-03-18T12:00:00Z"));
        one.rounds.turn();
        assertEquals(0, asked());
        assertEquals(Optional.of(Instant.parse("2026-03-24T08:00:00Z")), one.rounds.next());
        now.set(Instant.parse("2026-03-24T13:59:00Z"));
        one.rounds.turn();
        assertEquals(1, asked());
    }

    @Test
    void nobodyIsAskedAtNight() {
        Group hope = groups.get(0);
        set(hope, true, DayOfWeek.TUESDAY, 20, 1);
        now.set(Instant.parse("2026-03-03T19:00:00Z")); // an hour late
        one.rounds.turn();
        assertEquals(0, asked());
        assertEquals(Optional.of(Instant.parse("2026-03-10T18:00:00Z")), one.rounds.next());
        now.set(Instant.parse("2026-03-10T18:59:00Z"));
        one.rounds.turn();
        assertEquals(1, asked());
    }

    @Test
    void anotherDayOrOffAndOnAgainIsNoSecondRoundInTheSameWeeks() {
        Group hope = groups.get(0);
        set(hope, true, DayOfWeek.TUESDAY, 2);
        now.set(Instant.parse("2026-03-03T08:00:00Z"));
        one.rounds.turn();
        assertTrue(set(hope, false, DayOfWeek.TUESDAY, 2).nextAt().isEmpty());
        assertEquals(Optional.empty(), one.rounds.next());
        assertEquals(
                Optional.of(Instant.parse("2026-03-19T08:00:00Z")),
                set(hope, true, DayOfWeek.THURSDAY, 2).nextAt());
        assertEquals(
                Optional.of(Instant.parse("2026-03-12T08:00:00Z")),
                set(hope, true, DayOfWeek.THURSDAY, 1).nextAt());
    }

    @Test
    void aGroupThatHasEndedIsNotAskedAgain() {
        Group hope = groups.get(0);
        set(hope, true, DayOfWeek.TUESDAY, 1);
        one.database.useTransaction(tx -> one.groups.close(tx, hope.id()));
        now.set(Instant.parse("2026-03-03T08:00:00Z"));
        one.rounds.turn();
        assertEquals(0, asked());
        assertEquals(Optional.empty(), one.rounds.next());
    }
}
