package org.dariro.programme.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.group.Membership;
import org.dariro.member.Member;
import org.dariro.platform.Transaction;
import org.junit.jupiter.api.Test;

/** What leaves the house for a study: counts under pseudonyms, and nothing else. */
class StudyTest extends StudyFixture {
    @Test
    void countsAreWhatWasWrittenAndSent() {
        text(SUNNY, "Good morning, everybody - it rains!"); // five words on day 1
        later(Duration.ofDays(2));
        text(SUNNY, "Two words");
        text(SUNNY, "MENTOR may I call you");
        text(MOON, "And three more");
        text(SUNNY, "i want to kill myself tonight");
        Study study = study();
        Exported export = export(study);
        List<Map<String, String>> days = of(export, "dose.csv", pseudonym(study, sunny));
        assertEquals(List.of("1", "3"), days.stream().map(day -> day.get("day")).toList());
        assertEquals("1", days.get(0).get("posts"));
        assertEquals("5", days.get(0).get("words"));
        assertEquals("0", days.get(0).get("posts_by_sms"));
        assertEquals("1", days.get(1).get("posts"));
        assertEquals("2", days.get(1).get("words"));
        assertEquals("1", days.get(1).get("posts_kept"));
        assertEquals("1", days.get(1).get("private_written"));
        assertEquals("1", days.get(1).get("posts_by_sms"));
        Map<String, String> reads =
                of(export, "dose.csv", pseudonym(study, moon)).get(1);
        assertEquals("1", reads.get("posts_by_sms"));
        assertTrue(Integer.parseInt(reads.get("segments")) >= Integer.parseInt(reads.get("texts")), reads.toString());
        List<Map<String, String>> alerts = of(export, "alerts.csv", pseudonym(study, sunny));
        assertEquals(1, alerts.size(), alerts.toString());
        assertEquals("critical", alerts.get(0).get("severity"));
        assertEquals("suicide", alerts.get(0).get("category"));
        assertEquals("3", alerts.get(0).get("day"));
        int words = export.rows("dose.csv").stream()
                .mapToInt(day -> Integer.parseInt(day.get("words")))
                .sum();
        assertEquals(5 + 2 + 3, words);
    }

    @Test
    void whatIsReadByDiallingCounts() {
        text(SUNNY, "One");
        text(SUNNY, "Two");
        desk.dariro.database.useTransaction(tx -> desk.dariro.log.dialled(
                tx, desk.dariro.memberships.find(tx, moon.id()).orElseThrow().readTo(0), 2));
        in(tx -> tx.update("update dialled_reads set from_seq = 0"));
        Study study = study();
        Map<String, String> day =
                of(export(study), "dose.csv", pseudonym(study, moon)).get(0);
        assertEquals("2", day.get("posts_by_ussd"));
        assertEquals("1", day.get("ussd_pages"));
    }

    @Test
    void hoursOfQuietAreCounted() {
        text(SUNNY, "PAUSE 3");
        later(Duration.ofHours(27)); // until noon of the next day
        text(SUNNY, "RESUME");
        later(Duration.ofDays(3));
        Study study = study();
        List<Map<String, String>> days = of(export(study), "dose.csv", pseudonym(study, sunny));
        assertEquals("15", days.get(0).get("paused_hours"));
        assertEquals("12", days.get(1).get("paused_hours"));
        assertEquals(2, days.size(), days.toString());
    }

    @Test
    void answersComeWithTheirTimesAndQuestionsWithoutOneToo() {
        desk.dariro.database.useTransaction(tx -> {
            Member member =
                    desk.dariro.members.get(tx, sunny.memberId().orElseThrow()).orElseThrow();
            Instant asked = desk.clock.instant();
            ask(tx, 1, sunny, "general", asked, member.key().seal("4", "wellbeing"), asked.plusSeconds(600));
            ask(tx, 2, moon, "general", asked, null, null);
        });
        later(Duration.ofDays(1));
        Study study = study();
        Map<String, String> answer =
                of(export(study), "scales.csv", pseudonym(study, sunny)).get(0);
        assertEquals(
                List.of("general", "4", "1", "1", "9", "1", "sms"),
                List.of("item", "value", "asked_day", "answered_day", "answered_hour", "hours", "channel").stream()
                        .map(answer::get)
                        .toList());
        Map<String, String> none =
                of(export(study), "scales.csv", pseudonym(study, moon)).get(0);
        assertEquals("", none.get("value") + none.get("answered_day") + none.get("hours") + none.get("channel"));
        assertFalse(export(study).columns("scales.csv").contains("minutes"));
        Map<String, String> dated = of(export(study, Study.Days.DATES), "scales.csv", pseudonym(study, sunny))
                .get(0);
        assertEquals(List.of("2026-03-03T09:10:00Z", "10"), List.of(dated.get("answered"), dated.get("minutes")));
    }

    @Test
    void whatWasAskedInTheStudyAndAnsweredAfterwardsStaysAQuestion() {
        Instant asked = desk.clock.instant();
        desk.dariro.database.useTransaction(tx -> {
            Member member =
                    desk.dariro.members.get(tx, sunny.memberId().orElseThrow()).orElseThrow();
            byte[] sealed = member.key().seal("4", "wellbeing");
            ask(tx, 1, sunny, "general", asked, sealed, asked.plus(Duration.ofDays(100)));
            ask(tx, 2, sunny, "general", asked.minus(Duration.ofDays(9)), sealed, asked); // before the study
        });
        later(Duration.ofDays(120));
        Study study = study();
        List<Map<String, String>> rows = of(export(study), "scales.csv", pseudonym(study, sunny));
        assertEquals(1, rows.size());
        assertEquals("1", rows.get(0).get("asked_day"));
        assertEquals(
                "",
                rows.get(0).get("value")
                        + rows.get(0).get("answered_day")
                        + rows.get(0).get("hours")
                        + rows.get(0).get("channel"));
    }

    @Test
    void anAnswerAfterSomebodyLeftIsNotTold() {
        Instant asked = desk.clock.instant();
        desk.dariro.database.useTransaction(tx -> {
            Member member =
                    desk.dariro.members.get(tx, moon.memberId().orElseThrow()).orElseThrow();
            byte[] sealed = member.key().seal("4", "wellbeing");
            ask(tx, 1, moon, "general", asked, sealed, asked.plus(Duration.ofDays(2)));
        });
        later(Duration.ofDays(1));
        text(MOON, "STOP");
        later(Duration.ofDays(3));
        Study study = in(tx -> done(desk.dariro.studies.make(tx, wish(true), "Nomsa")));
        List<Map<String, String>> rows = of(export(study), "scales.csv", pseudonym(study, moon));
        assertEquals(1, rows.size());
        assertEquals("", rows.get(0).get("value"));
    }

    private void ask(
            Transaction tx, long id, Membership place, String item, Instant asked, byte[] sealed, Instant answered) {
        tx.update(
                "insert into wellbeing_questions (id, group_id, membership_id, item, asked_at, answer_sealed, answered_at,"
                        + " medium) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                hope,
                place.id(),
                item,
                asked,
                sealed,
                answered,
                sealed == null ? null : "sms");
    }

    @Test
    void noNumberNicknameTextOrIdIsInAnyByte() {
        text(SUNNY, "We met under the " + SECRET + " tree, call me on 0771 234 567");
        text(SUNNY, "MENTOR the " + SECRET + " tree is mine");
        text(SUNNY, "i want to kill myself tonight under the " + SECRET);
        Set<String> ids = new HashSet<>();
        desk.dariro.database.useTransaction(tx -> {
            desk.dariro.placeRecords.note(tx, sunny, "Met at the " + SECRET + " tree", "Grace");
            desk.dariro.placeRecords.guardian(tx, sunny, "Mrs Mulberry", "mother", "Form 12", "Ruth");
            desk.dariro.placeRecords.refer(tx, sunny, "CLINIC-4");
            for (long group : List.of(hope, river)) {
                ids.add(Long.toString(group));
                desk.dariro.memberships.in(tx, group).forEach(place -> {
                    ids.add(Long.toString(place.id()));
                    place.memberId().ifPresent(id -> ids.add(Long.toString(id)));
                });
            }
        });
        Study study = study();
        for (Study.Days days : Study.Days.values()) {
            Exported export = export(study, days);
            String all = export.all().toLowerCase(java.util.Locale.ROOT);
            for (String secret : List.of(
                    SECRET,
                    "sunny",
                    "moon",
                    "zebra",
                    "grace",
                    "771000011",
                    "771000012",
                    "771 234",
                    "cedar",
                    "river",
                    "clinic-4",
                    "nomsa",
                    "tonight")) {
                assertFalse(all.contains(secret), secret);
            }
            for (String file : List.of("participants.csv", "dose.csv", "scales.csv", "alerts.csv")) {
                export.rows(file).forEach(row -> row.values().forEach(cell -> assertFalse(ids.contains(cell), cell)));
            }
            assertTrue(export.rows("alerts.csv").size() == 1);
            boolean dated = all.matches("(?s).*20\\d\\d-\\d\\d-\\d\\d.*");
            assertEquals(days == Study.Days.DATES, dated);
        }
    }

    @Test
    void pseudonymsStayInAStudyAndDifferInAnother() {
        text(SUNNY, "Good morning");
        Study one = study();
        Study two = study();
        assertArrayEquals(export(one).zip(), export(one).zip());
        Set<String> first = people(export(one));
        assertEquals(5, first.size());
        Set<String> other = people(export(two));
        Set<String> both = new HashSet<>(first);
        both.retainAll(other);
        assertEquals(Set.of(), both);
        later(Duration.ofDays(9));
        text(MOON, "Hello again");
        desk.member(hope, "+263771000014", "Cloud");
        Set<String> wave = people(export(one));
        assertEquals(6, wave.size());
        assertTrue(wave.containsAll(first));
        assertEquals(
                export(one).rows("participants.csv").stream()
                        .map(row -> row.get("group") + row.get("participant"))
                        .sorted()
                        .toList(),
                export(one).rows("participants.csv").stream()
                        .map(row -> row.get("group") + row.get("participant"))
                        .toList());
    }

    @Test
    void theCodebookNamesEveryColumnInItsOrder() {
        Study study = study();
        for (Study.Days days : Study.Days.values()) {
            Exported export = export(study, days);
            for (String file : List.of("participants.csv", "dose.csv", "scales.csv", "alerts.csv", "codebook.csv")) {
                assertEquals(
                        export.columns(file),
                        export.rows("codebook.csv").stream()
                                .filter(row -> row.get("file").equals(file))
                                .map(row -> row.get("column"))
                                .toList());
            }
            export.rows("codebook.csv")
                    .forEach(row -> assertFalse(row.get("meaning").isBlank(), row.toString()));
            assertEquals(
                    List.of("README.txt", "participants.csv", "dose.csv", "scales.csv", "alerts.csv", "codebook.csv"),
                    List.copyOf(export.files().keySet()));
        }
        Map<String, String> someone = export(study).rows("participants.csv").get(0);
        assertTrue(Set.of("intervention", "control").contains(someone.get("arm")));
        assertEquals("1", someone.get("enrolled_week"));
    }

    @Test
    void answersAreInItOnlyWhereMembersAgreedToThat() {
        Study.Wish with = wish(false);
        Study study = in(tx -> done(desk.dariro.studies.make(
                tx, new Study.Wish(with.name(), with.firstDay(), with.lastDay(), with.arms(), false, false), "Nomsa")));
        Exported export = export(study);
        assertFalse(export.files().containsKey("scales.csv"));
        assertTrue(export.rows("codebook.csv").stream()
                .noneMatch(row -> row.get("file").equals("scales.csv")));
        assertTrue(export.files().get("README.txt").contains("no scales.csv"));
    }
}
