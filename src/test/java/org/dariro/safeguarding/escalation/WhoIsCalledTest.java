package org.dariro.safeguarding.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.dariro.Dariro;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.member.Staff;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.AlertOutcome;
import org.dariro.safeguarding.AlertQuery;
import org.dariro.safeguarding.Safeguard.HeldPost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One group, its staff, and a member in danger. */
class WhoIsCalledTest {
    private static final String LINE = "+263770000000";
    private static final String RISK = "i want to kill myself tonight";
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final Dariro dariro =
            new Dariro(Settings.of(Map.of("DARIRO_DB_URL", url)), Vault.inMemory(), now::get, Work.inline()).start();
    private long group;
    private int texts;

    @BeforeEach
    void setUp() {
        dariro.database.useTransaction(tx -> {
            long line = dariro.lines.add(tx, "sim", LINE, "").id();
            Duration window = Duration.ofMinutes(5);
            group = dariro.groups
                    .create(
                            tx,
                            new Group(
                                    0, "HOPE", "HOPE", line, "en", "ZW", ReadingMode.AT_ONCE, window, "", false, false))
                    .id();
        });
    }

    @AfterEach
    void close() {
        dariro.close();
    }

    private Staff staff(String name, Staff.Role role, Optional<String> phone, Long... groups) {
        return dariro.database.inTransaction(tx -> dariro.staff.add(
                tx,
                new Staff(
                        0,
                        name,
                        role,
                        phone.map(number -> dariro.members
                                .findOrRegister(tx, Msisdn.of(number), "en")
                                .id()),
                        "en",
                        ZoneId.of("Africa/Harare"),
                        Arrays.stream(groups)
                                .map(id -> new Staff.Service(id, 0, Optional.empty()))
                                .toList(),
                        false)));
    }

    private void text(String phone, String... words) {
        for (String text : words) {
            texts++;
            dariro.camel.send(Inlet.SMS, new InboundSms("sim", "in" + texts, phone, LINE, text));
        }
    }

    private void joins(String phone, String nickname) {
        text(phone, "JOIN HOPE " + nickname, "YES");
    }

    private void after(Duration time) {
        now.updateAndGet(at -> at.plus(time));
        dariro.escalation.turn();
    }

    /** The names of those who were called, in order. */
    private List<String> called() {
        return dariro.database.inTransaction(
                tx -> tx.query("select s.name from pages p join staff s on s.id = p.staff_id order by p.at, p.id")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void whereTheGroupsCoordinatorCannotBeCalledTheOthersAre() {
        staff("Ruth", Staff.Role.COORDINATOR, Optional.empty(), group);
        staff("Sipho", Staff.Role.COORDINATOR, Optional.of("+263772000009"));
        joins("+263771000001", "Thandi");
        text("+263771000001", RISK);
        after(Duration.ZERO);
        assertEquals(List.of("Sipho"), called());
    }

    @Test
    void whomAnAlertIsAboutIsNotCalledForItAndCannotTakeIt() {
        staff("Grace", Staff.Role.MENTOR, Optional.of("+263772000001"), group);
        staff("Tendai", Staff.Role.MENTOR, Optional.of("+263772000002"), group);
        joins("+263772000001", "Sunflower");
        text("+263772000001", RISK);
        after(Duration.ZERO);
        after(Duration.ofMinutes(3));
        assertEquals(List.of("Tendai"), called().stream().distinct().toList());
        text("+263772000001", "ACK 10");
        dariro.database.useTransaction(tx -> {
            List<Alert> alerts = dariro.alerts.list(tx, AlertQuery.all(AlertQuery.Kind.OPEN));
            assertEquals(Optional.empty(), alerts.get(0).claim());
            long id = alerts.get(0).id();
            AlertFault fault = assertThrows(AlertFault.class, () -> dariro.alerts.claim(tx, id, "grace", true));
            assertEquals(AlertFault.Reason.OWN, fault.reason());
            HeldPost held = dariro.safeguard.waiting(tx).get(0);
            assertThrows(AlertFault.class, () -> dariro.safeguard.release(tx, held, "Grace", "fine"));
            assertEquals(
                    Optional.of("Tendai"),
                    dariro.alerts.claim(tx, id, "Tendai", false).claim().map(Alert.Claim::by));
        });
    }

    @Test
    void whoeverTextsMuchIsCalledAboutOnceUntilSomebodyLetsTheAlertGo() {
        staff("Grace", Staff.Role.MENTOR, Optional.of("+263772000001"), group);
        joins("+263771000001", "Thandi");
        text("+263771000001", RISK, RISK + " please");
        after(Duration.ZERO);
        text("+263771000001", RISK + " now");
        after(Duration.ofSeconds(1));
        assertEquals(List.of("Grace"), called());
        assertEquals(3, alerts().size());
        text("+263772000001", "ACK 10");
        after(Duration.ofMinutes(1));
        text("+263771000001", RISK + " really");
        after(Duration.ofSeconds(1));
        assertEquals(2, called().size()); // only who has the alert, that there is more
        after(Duration.ofSeconds(1));
        assertEquals(2, called().size());
        assertEquals(4, alerts().size());
    }

    @Test
    void whoActsOnTheAlertTheyHaveIsTakenToKnowThatThereIsMore() {
        staff("Grace", Staff.Role.MENTOR, Optional.of("+263772000001"), group);
        staff("Tendai", Staff.Role.MENTOR, Optional.of("+263772000002"), group);
        joins("+263771000001", "Thandi");
        text("+263771000001", RISK);
        after(Duration.ZERO);
        text("+263772000001", "ACK 10");
        after(Duration.ofMinutes(5));
        text("+263771000001", "i took all the pills");
        after(Duration.ofSeconds(1));
        assertEquals(List.of("Grace", "Grace"), called());
        after(Duration.ofMinutes(2));
        long first = alerts().stream().mapToLong(Alert::id).min().orElseThrow();
        dariro.database.useTransaction(tx -> dariro.alerts.note(tx, first, "Grace", "On the phone with her"));
        after(Duration.ofMinutes(4));
        assertEquals(List.of("Grace", "Grace"), called());
        after(Duration.ofMinutes(15)); // nobody has it any more
        assertEquals(3, called().size());
    }

    @Test
    void whoHasAnAlertAndNoPhoneHasTheSameTimeToAct() {
        staff("Ruth", Staff.Role.COORDINATOR, Optional.empty(), group);
        staff("Tendai", Staff.Role.MENTOR, Optional.of("+263772000002"), group);
        joins("+263771000001", "Thandi");
        text("+263771000001", RISK);
        long first = alerts().get(0).id();
        dariro.database.useTransaction(tx -> dariro.alerts.claim(tx, first, "Ruth", false));
        after(Duration.ofMinutes(1));
        text("+263771000001", RISK + " now");
        after(Duration.ofSeconds(1));
        assertEquals(List.of(), called());
        after(Duration.ofMinutes(3));
        assertEquals(List.of("Tendai"), called());
    }

    @Test
    void anAlertThatIsOpenedAgainGetsAFreshNumberWhenItsOwnIsUsed() {
        staff("Grace", Staff.Role.MENTOR, Optional.of("+263772000001"), group);
        joins("+263771000001", "Thandi");
        joins("+263771000002", "Rudo");
        text("+263771000001", RISK);
        after(Duration.ZERO);
        long first = alerts().get(0).id();
        dariro.database.useTransaction(tx -> {
            HeldPost held = dariro.safeguard.waiting(tx).get(0);
            dariro.safeguard.reject(tx, held, "Tendai", "Let us talk");
            dariro.alerts.close(tx, first, "Tendai", AlertOutcome.SAFE, "");
            dariro.alerts.close(tx, first, "Sipho", AlertOutcome.SAFE, "");
        });
        after(Duration.ofMinutes(3)); // the calls end
        dariro.database.useTransaction(tx -> tx.update("update alert_numbers set last = 9"));
        text("+263771000002", RISK);
        after(Duration.ofSeconds(1));
        dariro.database.useTransaction(tx -> dariro.alerts.reopen(tx, first, "Sipho", "She wrote again"));
        after(Duration.ofSeconds(1));
        List<Running> open = dariro.database.inTransaction(tx -> dariro.escalation.open(tx));
        assertEquals(
                List.of(10, 11), open.stream().map(Running::number).sorted().toList());
        text("+263772000001", "ACK 10");
        assertEquals(
                List.of("Grace"),
                alerts().stream()
                        .filter(alert -> alert.id() != first)
                        .flatMap(alert -> alert.claim().stream())
                        .map(Alert.Claim::by)
                        .toList());
    }

    @Test
    void whoLeftAndComesBackIsCalledAgain() {
        Staff grace = staff("Grace", Staff.Role.MENTOR, Optional.of("+263772000001"), group);
        dariro.database.useTransaction(tx -> dariro.staff.save(
                tx,
                new Staff(
                        grace.id(),
                        grace.name(),
                        grace.role(),
                        grace.memberId(),
                        grace.language(),
                        grace.zone(),
                        List.of(),
                        true)));
        staff("Grace M", Staff.Role.MENTOR, Optional.of("+263772000001"), group);
        joins("+263771000001", "Thandi");
        text("+263771000001", RISK);
        after(Duration.ZERO);
        assertEquals(List.of("Grace M"), called());
    }

    private List<Alert> alerts() {
        return dariro.database.inTransaction(tx -> dariro.alerts.list(tx, AlertQuery.all(AlertQuery.Kind.NOW)));
    }
}
