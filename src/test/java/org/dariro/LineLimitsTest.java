package org.dariro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateway.Line;
import org.dariro.gateway.Reach;
import org.dariro.gateway.Respelling;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.spend.Segments;
import org.junit.jupiter.api.Test;

/** A line that does not join messages, as some carriers' are, and one that changes nothing in what members wrote. */
class LineLimitsTest {
    private final List<String> got = new ArrayList<>();
    private int id;

    @Test
    void onALineThatDoesNotJoinMessagesEveryTextIsOneSegment() {
        String post =
                "It was a long day and I have much to tell you all. ".repeat(6).strip();
        converse(Optional.of(1), Optional.empty(), post);
        got.forEach(text -> assertEquals(1, Segments.of(text).count(), text));
        List<String> parts =
                got.stream().filter(text -> text.startsWith("Thandi (")).toList();
        assertEquals(3, parts.size());
        assertEquals("Thandi (1/3): ", parts.get(0).substring(0, 14));
        assertEquals(
                post,
                String.join("", parts.stream().map(text -> text.substring(14)).toList()));
        List<String> consent = got.subList(0, 4);
        assertTrue(consent.get(0).startsWith("(1/"), consent.get(0));
        assertTrue(consent.get(1).startsWith("(2/"), consent.get(1));
    }

    @Test
    void aLineMayLeaveWhatMembersWroteAsItIs() {
        String post = "\u201cHello\u201d \u2014 " + "and so on ".repeat(10);
        converse(Optional.empty(), Optional.empty(), post);
        assertTrue(got.get(got.size() - 1).contains("\"Hello\" - "));
        got.clear();
        converse(Optional.empty(), Optional.of(Respelling.AS_WRITTEN), post);
        assertTrue(got.get(got.size() - 1).contains("\u201cHello\u201d \u2014 "));
    }

    private void converse(Optional<Integer> segments, Optional<Respelling> respelling, String post) {
        try (Dariro dariro = new Dariro(
                        Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:limits" + ++id)),
                        Vault.inMemory(),
                        InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")),
                        Work.inline())
                .start()) {
            ((SimulatorGateway) dariro.accounts.get("sim").gateway()).listener(text -> got.add(text.text()));
            dariro.database.useTransaction(tx -> {
                Line line = dariro.lines.add(
                        tx, new Line(0, "sim", "+263770000000", "", Reach.EVERYWHERE, segments, respelling));
                dariro.groups.create(
                        tx,
                        new Group(
                                0,
                                "HOPE",
                                "HOPE",
                                line.id(),
                                "en",
                                "ZW",
                                ReadingMode.AT_ONCE,
                                Duration.ofMinutes(5),
                                "",
                                false,
                                false));
            });
            text(dariro, "+263771000001", "JOIN HOPE Thandi");
            text(dariro, "+263771000001", "YES");
            text(dariro, "+263771000002", "JOIN HOPE Rudo");
            text(dariro, "+263771000002", "YES");
            text(dariro, "+263771000001", post);
        }
    }

    private void text(Dariro dariro, String from, String text) {
        dariro.camel.send("direct:inlet-sms", new InboundSms("sim", "m" + id++, from, "+263770000000", text));
        dariro.runDue();
    }
}
