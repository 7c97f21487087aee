package org.dariro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Mentoring;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Nickname;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertQuery;
import org.dariro.transcript.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account that has sent all that it may in a day, and somebody in danger. */
class DayLimitTest {
    private static final String LINE = "+263770000000";
    private static final String THANDI = "+263771000001";
    private final HandClock clock = new HandClock();
    private final List<String> got = new ArrayList<>();
    private final Dariro dariro = new Dariro(
                    Settings.of(Map.of(
                            "DARIRO_DB_URL",
                            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                            "DARIRO_ACCOUNT_SIM_PER_DAY",
                            "1")),
                    Vault.inMemory(),
                    clock,
                    Work.inline())
            .start();
    private Group group =
            new Group(0, "HOPE", "HOPE", 0, "en", "ZW", ReadingMode.AT_ONCE, Duration.ofMinutes(5), "", false, false);
    private Membership thandi;

    @BeforeEach
    void setUp() {
        clock.set(Instant.parse("2026-03-02T09:00:00Z"));
        ((SimulatorGateway) dariro.accounts.get("sim").gateway()).listener(text -> {
            if (text.to().e164().equals(THANDI)) {
                got.add(text.text().lines().findFirst().orElse("")); // how to answer stands below
            }
        });
        dariro.database.useTransaction(tx -> {
            long line = dariro.lines.add(tx, "sim", LINE, "").id();
            group = dariro.groups.create(
                    tx,
                    new Group(
                            0,
                            "HOPE",
                            "HOPE",
                            line,
                            "en",
                            "ZW",
                            ReadingMode.AT_ONCE,
                            Duration.ofMinutes(5),
                            "",
                            false,
                            false));
            add(tx, "Grace", Optional.empty(), Role.MENTOR, line);
            thandi = add(tx, "Thandi", Optional.of(THANDI), Role.MEMBER, line);
        });
    }

    private Membership add(Transaction tx, String name, Optional<String> phone, Role role, long line) {
        return dariro.memberships.add(
                tx,
                group,
                phone.map(number -> dariro.members
                        .findOrRegister(tx, Msisdn.of(number), "en")
                        .id()),
                line,
                role,
                Standing.ACTIVE,
                Nickname.parse(name).match(good -> good, bad -> {
                    throw new IllegalArgumentException(name);
                }),
                0);
    }

    @AfterEach
    void close() {
        dariro.close();
    }

    private void grace(String words, Long alert) {
        Attempt<Mentoring.Told> told = dariro.database.inTransaction(
                tx -> dariro.mentoring.tell(tx, group, thandi, "Grace", words, alert, "Grace"));
        told.match(done -> done, faults -> {
            throw new AssertionError(faults);
        });
        dariro.runDue();
    }

    @Test
    void wordsFromAnAlertDoNotWaitForTomorrow() {
        dariro.camel.send(Inlet.SMS, new InboundSms("sim", "in1", THANDI, LINE, "some days i wish i was dead"));
        dariro.runDue();
        Alert alert = dariro.database
                .inTransaction(tx -> dariro.alerts.list(tx, AlertQuery.all(AlertQuery.Kind.OPEN)))
                .get(0);
        grace("Good morning all of you.", null); // the one text of the day
        grace("How is your week?", null);
        assertEquals(List.of("Grace, only to you: Good morning all of you."), got);
        grace("I am here, Thandi. Are you safe?", alert.id());
        grace("You can call me.", alert.id());
        assertEquals(
                List.of(
                        "Grace, only to you: Good morning all of you.",
                        "Grace, only to you: I am here, Thandi. Are you safe?",
                        "Grace, only to you: You can call me."),
                got);
        clock.set(Instant.parse("2026-03-03T00:00:01Z"));
        dariro.runDue();
        assertEquals("Grace, only to you: How is your week?", got.get(3));
        assertEquals(4, got.size());
    }
}
