package org.dariro.safeguarding.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.dariro.Dariro;
import org.dariro.Together;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.member.Staff;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.safeguarding.screening.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two services on one database, and time that jumps. */
class EscalationTest {
    private static final int ALERTS = 25;
    private static final String LINE = "+263770000000";
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

    private void setUp(int people) {
        one.database.useTransaction(tx -> {
            long line = one.lines.add(tx, "sim", LINE, "").id();
            Duration window = Duration.ofMinutes(5);
            Group group = one.groups.create(
                    tx, new Group(0, "HOPE", "HOPE", line, "en", "ZW", ReadingMode.AT_ONCE, window, "", false, false));
            for (int i = 0; i < people; i++) {
                one.staff.add(
                        tx,
                        new Staff(
                                0,
                                "Mentor" + i,
                                Staff.Role.MENTOR,
                                Optional.of(one.members
                                        .findOrRegister(tx, Msisdn.of("+26377200000" + i), "en")
                                        .id()),
                                "en",
                                ZoneId.of("Africa/Harare"),
                                List.of(new Staff.Service(group.id(), i, Optional.empty())),
                                false));
            }
        });
    }

    /** Somebody in no group, or in one. */
    private void alert(int i, boolean member) {
        String phone = "+2637710000%02d".formatted(i);
        List<String> texts = member
                ? List.of("JOIN HOPE Member" + i, "YES", "i want to kill myself tonight")
                : List.of("i want to kill myself tonight");
        for (String text : texts) {
            one.camel.send(Inlet.SMS, new InboundSms("sim", phone + text, phone, LINE, text));
        }
    }

    private long count(String sql) {
        return one.database.inTransaction(tx -> tx.query(sql).mapTo(long.class).one());
    }

    private long pages() {
        return count("select count(*) from pages");
    }

    private long calls() {
        return count(
                "select count(*) from parcels p join staff s on s.member_id = p.member_id where p.kind = 'SAFETY'");
    }

    private void turnBothAtOnce() throws Exception {
        Together.twice(one.escalation::turn, other.escalation::turn);
    }

    @Test
    void ofSeveralNodesOneTakesEachStepOnce() throws Exception {
        setUp(2);
        for (int i = 0; i < ALERTS; i++) {
            alert(i, true);
        }
        turnBothAtOnce();
        turnBothAtOnce(); // a node that found the numbers locked has begun nothing
        assertEquals(ALERTS, pages());
        assertEquals(ALERTS, calls());
        assertEquals(ALERTS, count("select count(distinct number) from escalations"));
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(3)));
        turnBothAtOnce();
        turnBothAtOnce();
        assertEquals(2 * ALERTS, pages());
        assertEquals(2 * ALERTS, calls());
    }

    @Test
    void afterALongStopStepsAreNotTakenAllAtOnce() {
        setUp(5);
        alert(1, true);
        one.escalation.turn();
        assertEquals(1, pages());
        now.updateAndGet(time -> time.plus(Duration.ofHours(5)));
        one.escalation.turn();
        one.escalation.turn();
        assertEquals(2, pages());
        assertEquals(Optional.of(now.get().plus(Duration.ofMinutes(7))), one.escalation.next());
    }

    @Test
    void withNobodyToCallAnAlertStaysListedAndWhoComesIsCalled() {
        setUp(0);
        alert(1, true);
        one.escalation.turn();
        Running run = one.database.inTransaction(tx -> one.escalation.open(tx)).get(0);
        assertTrue(one.escalation.isUnanswered(Severity.CRITICAL, run));
        assertEquals(0, pages());
        one.database.useTransaction(tx -> one.staff.add(
                tx,
                new Staff(
                        0,
                        "Ruth",
                        Staff.Role.COORDINATOR,
                        Optional.of(one.members
                                .findOrRegister(tx, Msisdn.of("+263772000009"), "en")
                                .id()),
                        "en",
                        ZoneId.of("Africa/Harare"),
                        List.of(),
                        false)));
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(3)));
        one.escalation.turn();
        assertEquals(1, pages());
    }

    @Test
    void numbersAreNotUsedAgainWhileAnAlertIsOpen() {
        setUp(1);
        one.database.useTransaction(tx -> tx.update("update alert_numbers set last = 998"));
        for (int i = 0; i < 3; i++) {
            alert(i, false);
        }
        one.escalation.turn();
        assertEquals(List.of(10, 11, 999), one.database.inTransaction(tx -> tx.query(
                        "select number from escalations order by number")
                .mapTo(int.class)
                .list()));
    }

    @Test
    void timesThatDoNotRiseStopTheStart() {
        for (String wrong : List.of("3,3", "10,3", "0", "x", "1,2,3,4,5,6,7,8,9,10,11", "99999")) {
            Settings settings = Settings.of(Map.of("DARIRO_PAGE_CRITICAL_MINUTES", wrong));
            assertThrows(IllegalArgumentException.class, () -> EscalationSettings.of(settings), wrong);
        }
        assertEquals(
                List.of(Duration.ofMinutes(3), Duration.ofMinutes(10), Duration.ofMinutes(20)),
                EscalationSettings.of(Settings.of(Map.of())).critical().people());
    }
}
