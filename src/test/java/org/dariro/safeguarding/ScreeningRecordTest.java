package org.dariro.safeguarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dariro.Dariro;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.UssdReply;
import org.dariro.gateways.api.UssdRequest;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.platform.AuditRow;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScreeningRecordTest {
    private static final String PHONE = "+263771000001";
    private static final String LINE = "+263770000000";
    private final Dariro dariro = new Dariro(
                    Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID())),
                    Vault.inMemory(),
                    InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")),
                    Work.inline())
            .start();
    private int texts;

    ScreeningRecordTest() {
        dariro.database.useTransaction(tx -> {
            long line = dariro.lines.add(tx, "sim", LINE, "*384#").id();
            Duration window = Duration.ofMinutes(5);
            dariro.groups.create(
                    tx, new Group(0, "HOPE", "HOPE", line, "en", "ZW", ReadingMode.AT_ONCE, window, "", false, false));
        });
        text("JOIN HOPE Thandi");
        text("YES");
    }

    @AfterEach
    void close() {
        dariro.close();
    }

    private void text(String text) {
        dariro.camel.send(Inlet.SMS, new InboundSms("sim", "m" + texts++, PHONE, LINE, text));
    }

    private List<AuditRow> rows() {
        return dariro.database.inTransaction(tx -> dariro.audit.list(tx, Optional.empty(), 0, 100)).stream()
                .filter(row -> row.action().startsWith("screened")) // others tell what followed
                .toList();
    }

    @Test
    void everyScreeningDecisionIsOnRecordWithoutAWordOfTheText() {
        text("Good morning all");
        text("i want to kill myself tonight");
        text("call me on 0771234567");

        List<AuditRow> rows = rows();
        assertEquals(
                List.of("screened-clear", "screened-clear", "screened-clear", "screened", "screened"),
                rows.stream().map(AuditRow::action).toList());
        assertEquals(found(), rows.get(3).details());
        assertTrue(
                rows.get(2).details().startsWith("nothing found by lexicons " + dariro.editing.inUse() + " in texts "));
        for (AuditRow row : rows) {
            String all = row.subjects() + row.details();
            assertFalse(all.contains("kill") || all.contains("morning") || all.contains("077"), all);
        }
    }

    @Test
    void wordsOnADialledScreenAreOnRecordToo() {
        int before = rows().size();
        for (String typed : List.of("", "2", "2*i want to kill myself tonight")) {
            dariro.camel.request(Inlet.USSD, new UssdRequest("sim", "s1", PHONE, "*384#", typed), UssdReply.class);
        }
        assertEquals(before + 1, rows().size());
        assertEquals(found(), rows().get(before).details());
    }

    private String found() {
        return "critical suicide, to be held, alert, crisis card by lexicons " + dariro.editing.inUse();
    }
}
