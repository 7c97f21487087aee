package org.dariro.programme.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.console.pages.Desk;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Fault;
import org.dariro.gateways.api.InboundSms;
import org.dariro.group.Membership;
import org.dariro.platform.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two groups, some people, and a study of both. */
abstract class StudyFixture {
    static final String SUNNY = "+263771000011";
    static final String MOON = "+263771000012";
    static final String STAR = "+263771000013";
    static final String SECRET = "mulberry";
    static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    long hope;
    long river;
    Membership sunny;
    Membership moon;
    private int texts;

    @BeforeEach
    void talk() {
        desk.clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        hope = desk.group("CEDAR");
        river = desk.group("RIVER");
        sunny = desk.member(hope, SUNNY, "Sunny");
        moon = desk.member(hope, MOON, "Moon");
        desk.member(river, STAR, "Zebra");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    void text(String from, String words) {
        desk.dariro.camel.send("direct:inlet-sms", new InboundSms("sim", "t" + texts++, from, Desk.LINE, words));
        desk.dariro.runDue();
    }

    void later(Duration time) {
        desk.clock.set(desk.clock.instant().plus(time));
    }

    <T> T in(java.util.function.Function<Transaction, T> work) {
        return desk.dariro.database.inTransaction(work);
    }

    static <T> T done(Attempt<T> attempt) {
        return attempt.match(good -> good, faults -> {
            throw new AssertionError(faults.stream().map(Fault::words).toList().toString());
        });
    }

    static List<Fault> refused(Attempt<?> attempt) {
        return attempt.match(good -> List.of(), faults -> faults);
    }

    Study.Wish wish(boolean keepsWithdrawn) {
        return new Study.Wish(
                "Circles by SMS",
                FIRST,
                LocalDate.parse("2026-05-31"),
                Map.of(hope, "intervention", river, "control"),
                keepsWithdrawn,
                true);
    }

    Study study() {
        return in(tx -> done(desk.dariro.studies.make(tx, wish(false), "Nomsa")));
    }

    Exported export(Study study, Study.Days days) {
        return Exported.of(done(desk.dariro.studyExports.open(study, days, "Nomsa")));
    }

    Exported export(Study study) {
        return export(study, Study.Days.STUDY);
    }

    List<Map<String, String>> key(Study study) {
        String table = in(tx -> done(desk.dariro.studies.key(tx, study, Study.KeyReason.CHECK, "Ada")));
        return new Exported(new byte[0], Map.of("key", table)).rows("key");
    }

    String pseudonym(Study study, Membership place) {
        return key(study).stream()
                .filter(row -> row.get("place").equals(Long.toString(place.id())))
                .map(row -> row.get("participant"))
                .findFirst()
                .orElseThrow();
    }

    static List<Map<String, String>> of(Exported export, String file, String participant) {
        return export.rows(file).stream()
                .filter(row -> row.get("participant").equals(participant))
                .toList();
    }

    static Set<String> people(Exported export) {
        return export.rows("participants.csv").stream()
                .map(row -> row.get("participant"))
                .collect(Collectors.toSet());
    }
}
