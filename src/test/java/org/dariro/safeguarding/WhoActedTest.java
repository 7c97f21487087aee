package org.dariro.safeguarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.pages.Desk;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Msisdn;
import org.dariro.member.Staff;
import org.dariro.platform.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who acts is a human, whatever that human is called and however often entered. */
class WhoActedTest {
    private static final String MEMBER = "+263771000011";
    private final Desk desk = new Desk(Map.of());
    private final long hope = desk.group("HOPE");
    private long place;
    private long alert;

    @BeforeEach
    void somebodyIsInDanger() {
        desk.member(hope, MEMBER, "Sunny");
        desk.dariro.camel.send(
                "direct:inlet-sms", new InboundSms("sim", "t1", MEMBER, Desk.LINE, "i want to kill myself tonight"));
        desk.dariro.database.useTransaction(tx -> {
            alert = desk.dariro
                    .alerts
                    .list(tx, AlertQuery.all(AlertQuery.Kind.OPEN))
                    .get(0)
                    .id();
            place = desk.dariro.memberships.in(tx, hope).stream()
                    .filter(one -> one.name().equals("Grace"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            desk.dariro.safeguard.waiting(tx).forEach(held -> desk.dariro.safeguard.reject(tx, held, "Nomsa", ""));
            desk.dariro.alerts.letGo(tx, alert, "Nomsa");
        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Staff staff(String name, Optional<String> number, Optional<Long> place) {
        return desk.dariro.database.inTransaction(tx -> desk.roll.add(
                tx,
                new Staff(
                        0,
                        name,
                        Staff.Role.MENTOR,
                        number.map(one -> desk.dariro
                                .members
                                .findOrRegister(tx, Msisdn.of(one), "en")
                                .id()),
                        "en",
                        ZoneId.of("Africa/Harare"),
                        List.of(new Staff.Service(hope, 1, place)),
                        false)));
    }

    private void rename(Staff one, String name) {
        desk.dariro.database.useTransaction(tx -> desk.roll.save(
                tx,
                new Staff(
                        one.id(), name, one.role(), one.memberId(), one.language(), one.zone(), one.serves(), false)));
    }

    private Alert.State closes(String by) {
        return desk.dariro.database.inTransaction(tx ->
                desk.dariro.alerts.close(tx, alert, by, AlertOutcome.SAFE, "").state());
    }

    private AlertFault.Reason refused(String by) {
        return assertThrows(AlertFault.class, () -> closes(by)).reason();
    }

    private Alert find(Transaction tx) {
        return desk.dariro.alerts.find(tx, alert).orElseThrow();
    }

    @Test
    void aNewNameMakesNoSecondPerson() {
        Staff grace = staff("Grace", Optional.empty(), Optional.empty());
        assertEquals(Alert.State.CLOSING, closes("Grace"));
        rename(grace, "Grace Moyo");
        assertEquals(AlertFault.Reason.SECOND_PERSON, refused("Grace Moyo"));
        staff("Grace", Optional.empty(), Optional.empty());
        assertEquals(Alert.State.CLOSED, closes("grace"), "another person who has the name now");
    }

    @Test
    void aNewNameKeepsTheClaim() {
        Staff grace = staff("Grace", Optional.empty(), Optional.empty());
        staff("Tendai", Optional.empty(), Optional.empty());
        desk.dariro.database.useTransaction(tx -> {
            desk.dariro.alerts.claim(tx, alert, "Grace", false);
        });
        rename(grace, "Grace Moyo");
        desk.dariro.database.useTransaction(tx -> {
            assertEquals(
                    Optional.of("Grace Moyo"),
                    desk.dariro
                            .alerts
                            .claim(tx, alert, "Grace Moyo", false)
                            .claim()
                            .map(Alert.Claim::by));
            assertThrows(AlertFault.class, () -> desk.dariro.alerts.claim(tx, alert, "Tendai", false));
        });
        staff("Grace", Optional.empty(), Optional.empty());
        desk.dariro.database.useTransaction(tx -> assertThrows(
                AlertFault.class,
                () -> desk.dariro.alerts.claim(tx, alert, "Grace", false),
                "not hers by the old name"));
    }

    @Test
    void whoWasEnteredTwiceIsOnePersonByThePlace() {
        staff("Grace", Optional.of("+263772000001"), Optional.of(place));
        staff("Grace M", Optional.empty(), Optional.of(place));
        staff("Tendai", Optional.of("+263772000002"), Optional.empty());
        desk.dariro.database.useTransaction(tx -> {
            desk.dariro.alerts.claim(tx, alert, "Grace", false);
            desk.dariro.alerts.claim(tx, alert, "Grace M", false);
            assertTrue(find(tx).claim().orElseThrow().isOf(desk.dariro.alerts.actor(tx, "Grace")));
        });
        assertEquals(Alert.State.CLOSING, closes("Grace M"));
        assertEquals(AlertFault.Reason.SECOND_PERSON, refused("Grace"));
        assertEquals(
                List.of("Tendai"),
                desk.dariro.database.inTransaction(tx -> desk.dariro.handOver.colleagues(tx, find(tx), "Nomsa").stream()
                        .map(Staff::name)
                        .toList()));
        desk.clock.set(desk.clock.instant().plus(Duration.ofHours(2)));
        desk.dariro.escalation.turn();
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(4)));
        desk.dariro.escalation.turn();
        assertEquals(Set.of("Tendai"), called());
    }

    private Set<String> called() {
        return desk.dariro.database.inTransaction(
                tx -> Set.copyOf(tx.query("select distinct s.name from pages p join staff s on s.id = p.staff_id"
                                + " where p.alert_id = " + alert)
                        .mapTo(String.class)
                        .list()));
    }
}
