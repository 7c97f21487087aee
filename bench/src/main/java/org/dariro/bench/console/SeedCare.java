package org.dariro.bench.console;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.dariro.Dariro;
import org.dariro.bench.console.Seed.Author;
import org.dariro.bench.console.Seed.Written;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.member.Member;
import org.dariro.member.Staff;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.dariro.programme.WellbeingItem;
import org.dariro.programme.WellbeingRounds;
import org.dariro.programme.study.Study;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.safeguarding.rota.WeeklyHours;

/** Who is on duty for each group, what its members answered every week on how they are, and a study of half of the groups. */
final class SeedCare {
    private static final String BY = "bench";
    private static final ZoneId ZONE = ZoneId.of("Africa/Harare");
    /** So many groups have the same person on duty. */
    private static final int ROUND = 5;

    private static final String PHONES = "+26378";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Write QUESTION = new Write(
            92,
            "insert into wellbeing_questions (id, group_id, membership_id, item, asked_at, answer_sealed, answered_at, medium)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)");
    private final Dariro dariro;
    private final Instant begin;
    private final List<Written> groups;
    private final Random random = new Random(2);

    SeedCare(Dariro dariro, Instant begin, List<Written> groups) {
        this.dariro = dariro;
        this.begin = begin;
        this.groups = groups;
    }

    void make() {
        for (int first = 0; first < groups.size(); first += ROUND) {
            int from = first;
            dariro.database.useTransaction(tx -> duty(tx, from));
        }
        groups.forEach(group -> dariro.database.useTransaction(tx -> answers(tx, group)));
        dariro.database.useTransaction(this::study);
    }

    /** One person on weekdays, from eight to eight; nobody at night and on Sundays, when somebody is promised all the same. */
    private void duty(Transaction tx, int first) {
        List<Written> served = groups.subList(first, Math.min(groups.size(), first + ROUND));
        Member phone = dariro.members.findOrRegister(tx, Msisdn.of(PHONES + (1_000_000 + first)), "en");
        Staff staff = dariro.staff.add(
                tx,
                new Staff(
                        0,
                        "Rowan " + (first / ROUND + 1),
                        Staff.Role.MENTOR,
                        Optional.of(phone.id()),
                        "en",
                        ZONE,
                        served.stream()
                                .map(group -> new Staff.Service(group.group(), 2, Optional.empty()))
                                .toList(),
                        false));
        WeeklyHours weekdays =
                new WeeklyHours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), 8 * 60, 20 * 60, ZONE);
        WeeklyHours daily = new WeeklyHours(EnumSet.allOf(DayOfWeek.class), 6 * 60, 22 * 60, ZONE);
        for (Written group : served) {
            dariro.rotas.cover(tx, group.group(), List.of(daily), BY);
            dariro.rotas.shifts(tx, group.group(), List.of(new Rotas.Wanted(staff.id(), weekdays)), BY);
        }
    }

    private void answers(Transaction tx, Written written) {
        Group group = dariro.groups.get(tx, written.group());
        List<WellbeingItem> items = List.of(WellbeingItem.values());
        dariro.rounds.set(tx, group, new WellbeingRounds.Wanted(true, DayOfWeek.MONDAY, 17, 1, items), BY);
        Map<Long, Instant> lows = new TreeMap<>();
        int round = 0;
        for (Instant at = begin.plus(WEEK); at.isBefore(Instant.now().minus(WEEK.dividedBy(2))); at = at.plus(WEEK)) {
            for (Author author : written.authors()) {
                ask(tx, written.group(), author, items.get(round % items.size()), at, lows);
            }
            round++;
        }
        lows.forEach((place, at) -> tx.update(
                "insert into wellbeing_lows (membership_id, group_id, since_at) values (?, ?, ?)",
                place,
                written.group(),
                at));
        tx.update(
                "update wellbeing_settings set rounds = ?, last_at = ? where group_id = ?",
                round,
                begin.plus(WEEK.multipliedBy(round)),
                written.group());
    }

    /** Three of four answer, one in fifty so that mentors are told. */
    private void ask(
            Transaction tx, long group, Author author, WellbeingItem item, Instant at, Map<Long, Instant> lows) {
        if (author.member().isEmpty()) {
            return;
        }
        boolean answers = random.nextInt(4) > 0;
        int value = random.nextInt(50) == 0 ? WellbeingItem.LOWEST : 3 + random.nextInt(3);
        Instant then = at.plusSeconds(60L * random.nextInt(600));
        tx.write(
                QUESTION,
                dariro.ids.next(),
                group,
                author.place(),
                item.label(),
                at,
                answers ? author.member().get().key().seal(Integer.toString(value), "wellbeing") : null,
                answers ? then : null,
                answers ? "sms" : null);
        if (answers) {
            lows.remove(author.place());
        }
        if (answers && value == WellbeingItem.LOWEST) {
            lows.put(author.place(), then);
        }
    }

    private void study(Transaction tx) {
        Map<Long, String> arms = new TreeMap<>();
        List<String> names = List.of("intervention", "control");
        for (int number = 0; number < groups.size(); number += 2) {
            arms.put(groups.get(number).group(), names.get(number / 2 % names.size()));
        }
        LocalDate from = LocalDate.ofInstant(begin, ZoneOffset.UTC);
        dariro.studies.make(tx, new Study.Wish("Bench", from, from.plusYears(1), arms, true, true), BY);
    }
}
