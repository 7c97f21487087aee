package org.dariro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.junit.jupiter.api.Test;

class FirstTextTest {
    @Test
    void aTextReachesTheWholeCircle() {
        try (Dariro dariro = new Dariro(
                        Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:first")),
                        Vault.inMemory(),
                        InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")),
                        Work.inline())
                .start()) {
            List<String> got = new ArrayList<>();
            ((SimulatorGateway) dariro.accounts.get("sim").gateway())
                    .listener(text -> got.add(text.to().e164() + " < " + text.text()));
            dariro.database.useTransaction(tx -> {
                long line =
                        dariro.lines.add(tx, "sim", "+263770000000", "*384#").id();
                dariro.groups.create(
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
            });
            int id = 0;
            for (String text : List.of(
                    "+263771000001 JOIN HOPE Thandi",
                    "+263771000001 yes",
                    "+263771000002 JOIN HOPE Rudo",
                    "+263771000002 YES",
                    "+263771000001 Hello all",
                    "+263771000002 i want to kill myself tonight")) {
                dariro.camel.send(
                        "direct:inlet-sms",
                        new InboundSms("sim", "m" + id++, text.substring(0, 13), "+263770000000", text.substring(14)));
                dariro.runDue();
            }
            got.forEach(System.out::println);
            assertEquals(6, got.size());
        }
    }
}
