package org.dariro.console.api;

import static org.dariro.console.api.Wired.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.dariro.group.Membership;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking members how they are by the API, and reading what they answer. */
class WellbeingTest {
    private static final Caller RUTH = Wired.as("Ruth");
    private static final String THANDI = "+263771000001";
    private final Wired wired = new Wired();
    private final WellbeingResource wellbeing =
            new WellbeingResource(wired.dariro.database, wired.dariro.groups, wired.dariro.rounds);
    private final AnswersResource answers = new AnswersResource(
            wired.dariro.database, wired.dariro.groups, wired.dariro.memberships, wired.dariro.wellbeing);

    @AfterEach
    void close() {
        wired.close();
    }

    private static WellbeingResource.Wanted wanted(String weekday, int hour, int weeks, String... items) {
        return new WellbeingResource.Wanted(true, weekday, hour, weeks, List.of(items));
    }

    @Test
    void aGroupIsNotAskedUntilACoordinatorSaysSo() {
        WellbeingResource.WellbeingView none = wellbeing.show(wired.group);
        assertFalse(none.asks());
        assertNull(none.nextAt());
        assertEquals(List.of("general"), none.items());
        WellbeingResource.WellbeingView set =
                wellbeing.set(RUTH, wired.group, wanted("wednesday", 17, 2, "supported", "general", "supported"));
        assertTrue(set.asks());
        assertEquals(List.of("supported", "general"), set.items());
        assertEquals("Africa/Harare", set.zone());
        assertEquals(Instant.parse("2026-03-04T15:00:00Z"), set.nextAt());
        assertEquals(set, wellbeing.show(wired.group));
        WellbeingResource.WellbeingView off =
                wellbeing.set(RUTH, wired.group, new WellbeingResource.Wanted(false, null, null, null, null));
        assertFalse(off.asks());
        assertEquals("wednesday", off.weekday());
        assertEquals(List.of("supported", "general"), off.items());
    }

    @Test
    void whatIsWrongIsRefused() {
        refused(400, () -> wellbeing.set(RUTH, wired.group, wanted("someday", 17, 1, "general")));
        refused(400, () -> wellbeing.set(RUTH, wired.group, wanted("monday", 3, 1, "general")));
        refused(400, () -> wellbeing.set(RUTH, wired.group, wanted("monday", 17, 3, "general")));
        refused(400, () -> wellbeing.set(RUTH, wired.group, wanted("monday", 17, 1)));
        refused(400, () -> wellbeing.set(RUTH, wired.group, wanted("monday", 17, 1, "weather")));
        refused(404, () -> wellbeing.set(RUTH, 1L, wanted("monday", 17, 1, "general")));
        wired.dariro.database.useTransaction(tx -> wired.dariro.groups.close(tx, wired.group));
        refused(409, () -> wellbeing.set(RUTH, wired.group, wanted("monday", 17, 1, "general")));
    }

    @Test
    void answersAreReadTheLatestFirst() {
        wired.mentor("Grace");
        MemberView thandi = wired.enrolInPerson(THANDI, "Thandi");
        wellbeing.set(RUTH, wired.group, wanted("tuesday", 10, 1, "general", "isolation"));
        wired.clock.set(Instant.parse("2026-03-03T08:00:00Z"));
        wired.dariro.runDue();
        wired.text(THANDI, "4");
        wired.clock.set(Instant.parse("2026-03-10T08:00:00Z"));
        wired.dariro.runDue();
        wired.clock.set(Instant.parse("2026-03-10T08:30:00Z"));
        wired.text(THANDI, "1");
        assertEquals(
                List.of(
                        new AnswersResource.AnswerView(
                                "isolation",
                                1,
                                Instant.parse("2026-03-10T08:00:00Z"),
                                Instant.parse("2026-03-10T08:30:00Z"),
                                "sms"),
                        new AnswersResource.AnswerView(
                                "general",
                                4,
                                Instant.parse("2026-03-03T08:00:00Z"),
                                Instant.parse("2026-03-03T08:00:00Z"),
                                "sms")),
                answers.list(RUTH, wired.group, thandi.id()).items());
        AttentionView shown = new GroupAttentionResource(
                        wired.dariro.database, wired.dariro.groups, wired.dariro.attention)
                .show(wired.group);
        assertEquals(
                List.of(new AttentionView.LowView(
                        wired.group, thandi.id(), "Thandi", Instant.parse("2026-03-10T08:30:00Z"))),
                shown.low());
        refused(404, () -> answers.list(RUTH, wired.group, 1L));
        Caller program = Wired.program("Exporter");
        refused(409, () -> answers.list(program, wired.group, thandi.id()));
    }

    @Test
    void answersAreSealedWithThePersonsKeyAndGoWithThePerson() {
        wired.mentor("Grace");
        MemberView thandi = wired.enrolInPerson(THANDI, "Thandi");
        wellbeing.set(RUTH, wired.group, wanted("tuesday", 10, 1, "general"));
        wired.clock.set(Instant.parse("2026-03-03T08:00:00Z"));
        wired.dariro.runDue();
        wired.text(THANDI, "1");
        wired.dariro.database.useTransaction(tx -> {
            Membership place = wired.dariro.memberships.find(tx, thandi.id()).orElseThrow();
            byte[] sealed = tx.query("select answer_sealed from wellbeing_questions")
                    .mapTo(byte[].class)
                    .one();
            assertTrue(sealed.length > 20);
            wired.dariro.erasure.erase(tx, place, "Thandi", "Ruth").match(done -> done, faults -> {
                throw new IllegalStateException(faults.toString());
            });
            for (String table : List.of("wellbeing_questions", "wellbeing_lows")) {
                assertEquals(
                        0,
                        tx.query("select count(*) from " + table)
                                .mapTo(int.class)
                                .one());
            }
        });
        assertEquals(List.of(), answers.list(RUTH, wired.group, thandi.id()).items());
    }
}
