package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertQuery;
import org.junit.jupiter.api.Test;

/**
 * Over long random sequences of texts, actions and times: no post leaves a hold and no alert is closed but by a person who
 * said so, and a critical one by two.
 */
class NothingByItselfTest {
    private static final List<String> PHONES = List.of("+263771000001", "+263771000002", "+263771000003");
    private static final List<String> PEOPLE = List.of("Grace", "Farai", "Tariro");
    private static final List<String> TEXTS = List.of(
            "i want to kill myself tonight",
            "some days i wish i was dead",
            "i am a burden to everyone",
            "good morning all",
            "REPORT",
            "MENTOR i want to kill myself tonight");
    private static final List<String> OUTCOMES = List.of("safe", "referred", "not-a-risk");

    private final Set<Long> decided = new HashSet<>();
    private final Map<Long, Set<String>> closers = new HashMap<>();

    @Test
    void nothingIsReleasedOrClosedByItself() {
        for (long seed = 1; seed <= 6; seed++) {
            decided.clear();
            closers.clear();
            try (Wired wired = new Wired()) {
                wired.mentor("Grace");
                PHONES.forEach(phone -> wired.enrolInPerson(phone, "Member" + (char) ('A' + PHONES.indexOf(phone))));
                Random random = new Random(seed);
                for (int step = 0; step < 150; step++) {
                    act(wired, random);
                    check(wired, "seed " + seed + " step " + step);
                }
                wired.clock.set(wired.clock.instant().plus(Duration.ofDays(400)));
                wired.dariro.runDue();
                check(wired, "seed " + seed + " a year later");
            }
        }
    }

    private void act(Wired wired, Random random) {
        Caller by = Wired.as(PEOPLE.get(random.nextInt(PEOPLE.size())));
        List<HoldView> holds = wired.waiting();
        List<Alert> alerts = all(wired);
        switch (random.nextInt(10)) {
            case 0, 1, 2 ->
                wired.text(
                        PHONES.get(random.nextInt(PHONES.size())),
                        TEXTS.get(random.nextInt(TEXTS.size())) + " " + random.nextInt(1_000));
            case 3 -> {
                Duration time = Duration.ofMinutes(1L << random.nextInt(14));
                wired.clock.set(wired.clock.instant().plus(time));
                wired.dariro.runDue();
            }
            case 4 -> {
                if (!holds.isEmpty()) {
                    decide(wired, by, holds.get(random.nextInt(holds.size())).id(), random.nextBoolean());
                }
            }
            default -> {
                if (!alerts.isEmpty()) {
                    work(wired, by, alerts.get(random.nextInt(alerts.size())).id(), random);
                }
            }
        }
    }

    private static List<Alert> all(Wired wired) {
        return wired.dariro.database.inTransaction(
                tx -> wired.dariro.alerts.list(tx, AlertQuery.all(AlertQuery.Kind.ALL)));
    }

    private void decide(Wired wired, Caller by, long hold, boolean release) {
        attempt(() -> {
            HoldsResource.Decision decision = new HoldsResource.Decision(null, "Let us talk first.");
            HoldView view = release ? wired.holds.release(by, hold, decision) : wired.holds.reject(by, hold, decision);
            decided.add(view.id());
        });
    }

    private void work(Wired wired, Caller by, long alert, Random random) {
        String soon = wired.clock.instant().plus(Duration.ofHours(5)).toString();
        attempt(() -> {
            switch (random.nextInt(8)) {
                case 0 -> wired.alert.claim(by, alert, new AlertResource.Claiming(random.nextBoolean()));
                case 1 -> wired.alert.letGo(by, alert);
                case 2 -> wired.alert.note(by, alert, new AlertResource.Note("A note"));
                case 3 -> wired.alert.followUp(by, alert, new AlertResource.Until(soon, null));
                case 4 -> wired.alert.watch(by, alert, new AlertResource.Until(soon, null));
                case 5 -> {
                    wired.alert.reopen(by, alert, new AlertResource.Note("Look again"));
                    closers.remove(alert);
                }
                default -> {
                    String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
                    wired.alert.close(by, alert, new AlertResource.Closing(null, outcome, null, null, null));
                    closers.computeIfAbsent(alert, id -> new HashSet<>()).add(by.getName());
                }
            }
        });
    }

    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (Refused expected) {
            assertTrue(expected.problem().status() < 500);
        }
    }

    private void check(Wired wired, String when) {
        for (Alert alert : all(wired)) {
            int people = closers.getOrDefault(alert.id(), Set.of()).size();
            int needed = alert.needsTwo() ? 2 : 1;
            assertEquals(people >= needed, !alert.open(), when + " " + alert);
        }
        assertEquals(0, count(wired, "decision is null and p.state <> 'HELD'"), when);
        assertEquals(0, count(wired, "decision = 'rejected' and p.state <> 'REJECTED'"), when);
        assertEquals(decided.size(), count(wired, "decision is not null"), when);
    }

    private static long count(Wired wired, String where) {
        return wired.dariro.database.inTransaction(
                tx -> tx.query("select count(*) from holds h join posts p on p.id = h.post_id where " + where)
                        .mapTo(long.class)
                        .one());
    }
}
