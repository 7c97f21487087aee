package org.dariro.programme.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.conversation.Fault;
import org.dariro.group.Group;
import org.junit.jupiter.api.Test;

/** Who is in an export, who is not, and who may know who it is. */
class StudyPeopleTest extends StudyFixture {
    @Test
    void whoWithdrewIsLeftOutOrKeptUntilThen() {
        text(MOON, "Good morning");
        Study study = study();
        String pseudonym = pseudonym(study, moon);
        later(Duration.ofDays(2));
        text(MOON, "STOP");
        later(Duration.ofDays(2));
        Exported export = export(study);
        assertFalse(export.all().contains(pseudonym));
        assertTrue(
                export.files().get("README.txt").contains("withdrawn: 1"),
                export.files().get("README.txt"));
        Map<String, String> row = key(study).stream()
                .filter(one -> one.get("participant").equals(pseudonym))
                .findFirst()
                .orElseThrow();
        assertEquals("withdrawn", row.get("in_study"));
        assertEquals("", row.get("number"));
        Study kept = in(tx -> done(desk.dariro.studies.change(tx, study, wish(true), "Nomsa")));
        Map<String, String> there =
                of(export(kept), "participants.csv", pseudonym).get(0);
        assertEquals(
                List.of("stopped", "3", ""),
                List.of(there.get("left_how"), there.get("left_day"), there.get("last_week")));
        Map<String, String> dated = of(export(kept, Study.Days.DATES), "participants.csv", pseudonym)
                .get(0);
        assertEquals(List.of("2026-03-03", "2026-03-05"), List.of(dated.get("first"), dated.get("last")));
        text(MOON, "START");
        assertEquals("", of(export(study), "participants.csv", pseudonym).get(0).get("left_how"));
    }

    @Test
    void whoWasErasedIsInNoExportAndNoKey() {
        text(MOON, "Good morning");
        Study study = study();
        String pseudonym = pseudonym(study, moon);
        in(tx -> done(desk.dariro.erasure.erase(
                tx, desk.dariro.memberships.find(tx, moon.id()).orElseThrow(), "moon", "Ruth")));
        assertFalse(export(study).all().contains(pseudonym));
        assertTrue(key(study).stream().noneMatch(row -> row.get("participant").equals(pseudonym)));
        assertTrue(export(study).files().get("README.txt").contains("erased: 1"));
    }

    @Test
    void whoIsOnlyInvitedIsNotInIt() {
        Study study = study();
        int before = people(export(study)).size();
        text("+263771000019", "JOIN CEDAR");
        assertEquals(before, people(export(study)).size());
        assertTrue(export(study).files().get("README.txt").contains("never agreed to take part: 1"));
        text("+263771000019", "YES");
        assertEquals(before + 1, people(export(study)).size());
    }

    @Test
    void theKeyHasNumbersAndIsOnRecord() {
        in(tx -> {
            Group group = desk.dariro.groups.get(tx, hope);
            desk.dariro.groups.change(
                    tx,
                    new Group(
                            group.id(),
                            "=cmd|'x'",
                            group.code(),
                            group.lineId(),
                            group.language(),
                            group.country(),
                            group.mode(),
                            group.window(),
                            group.contacts(),
                            group.holdsHigh(),
                            false));
            return 0;
        });
        Study study = study();
        Map<String, String> row = key(study).stream()
                .filter(one -> one.get("place").equals(Long.toString(sunny.id())))
                .findFirst()
                .orElseThrow();
        assertEquals("'" + SUNNY, row.get("number"));
        assertEquals("'=cmd|'x'", row.get("group_name"));
        assertFalse(key(study).toString().contains("Sunny"));
        export(study, Study.Days.DATES);
        List<String> record = in(tx -> desk.dariro.audit.list(tx, Optional.of("study:" + study.id()), 0, 100)).stream()
                .map(one -> one.actor() + " " + one.action() + " " + one.details())
                .toList();
        assertEquals(
                List.of(
                        "Nomsa study-made",
                        "Ada study-key-shown check places=5",
                        "Ada study-key-shown check places=5",
                        "Nomsa study-exported days=dates places=5"),
                record.stream()
                        .map(one -> one.replaceAll("(study-made).*", "$1"))
                        .toList());
    }

    @Test
    void anEndedStudyHasNoKeyAnyMore() {
        Study study = study();
        Study ended = in(tx -> done(desk.dariro.studies.end(tx, study, "Ada")));
        assertTrue(ended.ended());
        assertEquals(
                List.of(StudyFault.STUDY_ENDED),
                refused(desk.dariro.studyExports.open(ended, Study.Days.STUDY, "Nomsa")));
        assertEquals(
                List.of(StudyFault.STUDY_ENDED),
                refused(in(tx -> desk.dariro.studies.key(tx, ended, Study.KeyReason.CHECK, "Ada"))));
        assertEquals(
                List.of(StudyFault.STUDY_ENDED),
                refused(in(tx -> desk.dariro.studies.change(tx, ended, wish(true), "Ada"))));
        assertEquals(List.of(StudyFault.STUDY_ENDED), refused(in(tx -> desk.dariro.studies.end(tx, ended, "Ada"))));
        boolean gone = in(tx -> tx.query("select id from studies where key_sealed is not null")
                .mapTo(Long.class)
                .list()
                .isEmpty());
        assertTrue(gone);
    }

    @Test
    void theEndOfAStudyOrAGroupDoesNotTellWhenSomebodyAgreed() {
        later(Duration.ofDays(3));
        desk.member(hope, "+263771000014", "Cloud");
        later(Duration.ofDays(12)); // in the third week
        Study study = study();
        assertEquals(Set.of(List.of("3", "")), ends(export(study)));
        in(tx -> tx.update("update groups set closed_at = ?", desk.clock.instant()));
        later(Duration.ofDays(30));
        assertEquals(Set.of(List.of("3", "")), ends(export(study)));
    }

    private static Set<List<String>> ends(Exported export) {
        assertFalse(export.columns("participants.csv").contains("first_day"));
        assertFalse(export.columns("participants.csv").contains("last_day"));
        return export.rows("participants.csv").stream()
                .map(row -> List.of(row.get("last_week"), row.get("left_day")))
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void whatCannotBeAStudyIsRefused() {
        List<Fault> faults = new ArrayList<>();
        for (Study.Wish wrong : List.of(
                new Study.Wish(" x ", FIRST, FIRST, Map.of(hope, "a"), false, true),
                new Study.Wish("Good", FIRST, FIRST.minusDays(1), Map.of(hope, "a"), false, true),
                new Study.Wish("Good", FIRST, FIRST.plusYears(11), Map.of(hope, "a"), false, true),
                new Study.Wish("Good", FIRST, FIRST, Map.of(), false, true),
                new Study.Wish("Good", FIRST, FIRST, Map.of(999_999L, "a"), false, true),
                new Study.Wish("Good", FIRST, FIRST, Map.of(hope, "=1+1"), false, true))) {
            faults.addAll(refused(in(tx -> desk.dariro.studies.make(tx, wrong, "Nomsa"))));
        }
        assertEquals(
                List.of(
                        StudyFault.STUDY_NAME,
                        StudyFault.STUDY_DAYS,
                        StudyFault.STUDY_DAYS,
                        StudyFault.STUDY_GROUPS,
                        StudyFault.STUDY_GROUPS,
                        StudyFault.STUDY_ARM),
                faults);
        assertEquals(List.of(), in(tx -> desk.dariro.studies.list(tx, 0, 10)));
    }

    @Test
    void onlyDaysOfTheStudyAreExported() {
        text(SUNNY, "Good morning");
        later(Duration.ofDays(120));
        text(SUNNY, "Long after");
        Study study = study();
        assertEquals(1, of(export(study), "dose.csv", pseudonym(study, sunny)).size());
        Study before = in(tx -> done(desk.dariro.studies.change(
                tx,
                study,
                new Study.Wish("Earlier", FIRST.minusDays(9), FIRST, Map.of(hope, "a"), false, true),
                "Nomsa")));
        assertEquals(Set.of(), people(export(before)));
        assertNotEquals(study.name(), before.name());
    }
}
