package org.dariro.transcript;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dariro.conversation.Attempt;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.platform.Transaction;
import org.dariro.programme.DailyCounts;
import org.dariro.programme.GuestSession;
import org.dariro.programme.Schedule;
import org.dariro.programme.Scheduled;
import org.dariro.programme.WellbeingItem;
import org.dariro.programme.WellbeingRounds;

/** What is planned for groups, in the stores of a service. */
final class Calendar implements Planner {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String BY = "a coordinator";
    private final Parts parts;

    Calendar(Parts parts) {
        this.parts = parts;
    }

    private Group group(Transaction tx, String code) {
        return parts.groups.byCode(tx, code).orElseThrow(() -> new IllegalArgumentException("no group " + code));
    }

    private <T> void does(Function<Transaction, Attempt<T>> work) {
        parts.database.useTransaction(tx -> work.apply(tx).match(done -> done, faults -> {
            throw new IllegalArgumentException("refused: " + faults);
        }));
        parts.runDue();
    }

    @Override
    public void schedule(List<String> codes, LocalDateTime at, boolean weekly, String as, String to, String text) {
        does(tx -> {
            List<Long> groups = codes.stream().map(code -> group(tx, code).id()).toList();
            Optional<Long> member = to.isEmpty()
                    ? Optional.empty()
                    : Optional.of(parts.memberships.in(tx, groups.get(0)).stream()
                            .filter(place -> place.name().equals(to))
                            .map(Membership::id)
                            .findFirst()
                            .orElseThrow());
            Optional<String> voice = as.equals("programme") ? Optional.empty() : Optional.of(as);
            return parts.schedule.add(
                    tx,
                    new Schedule.Wanted(
                            Scheduled.Kind.PROGRAMME, groups, voice, member, text, at, Optional.empty(), weekly),
                    BY);
        });
    }

    private Scheduled open(Transaction tx, String code, int number) {
        return parts.schedule.open(tx, List.of(group(tx, code).id())).get(number - 1);
    }

    @Override
    public void change(String group, int number, LocalDateTime at, String text) {
        does(tx -> parts.schedule.change(tx, open(tx, group, number).id(), text, at, false, BY));
    }

    @Override
    public void cancel(String group, int number) {
        does(tx -> parts.schedule.cancel(tx, open(tx, group, number).id(), BY));
    }

    @Override
    public void sendNow(String group, int number) {
        does(tx -> parts.schedule.sendNow(tx, open(tx, group, number).id(), BY));
    }

    @Override
    public void topics(String group, String plan, LocalDate start) {
        does(tx -> parts.topics.apply(tx, group(tx, group), plan, start, Optional.empty(), BY));
    }

    @Override
    public void guest(String code, String guest, LocalDateTime begins, LocalDateTime ends) {
        does(tx -> {
            Group group = group(tx, code);
            return parts.guests.plan(tx, group, guest, begins, ends, Schedule.zone(group), BY);
        });
    }

    @Override
    public void endGuest(String code, String guest) {
        does(tx -> parts.guests.end(
                tx,
                parts.guests.of(tx, List.of(group(tx, code).id())).stream()
                        .filter(one -> one.live() && one.guest().equals(guest))
                        .map(GuestSession::id)
                        .findFirst()
                        .orElseThrow(),
                BY));
    }

    @Override
    public void wellbeing(String code, DayOfWeek weekday, int hour, int everyWeeks, List<String> items) {
        wellbeing(
                code,
                new WellbeingRounds.Wanted(
                        true,
                        weekday,
                        hour,
                        everyWeeks,
                        items.stream()
                                .map(label -> WellbeingItem.of(label).orElseThrow())
                                .toList()));
    }

    private void wellbeing(String code, WellbeingRounds.Wanted wanted) {
        does(tx -> parts.rounds.set(tx, group(tx, code), wanted, BY));
    }

    @Override
    public void noWellbeing(String code) {
        wellbeing(code, new WellbeingRounds.Wanted(false, DayOfWeek.MONDAY, 10, 1, List.of(WellbeingItem.GENERAL)));
    }

    @Override
    public void counts(String code, int hour) {
        counts(code, true, hour);
    }

    @Override
    public void noCounts(String code) {
        counts(code, false, DailyCounts.FIRST_HOUR);
    }

    private void counts(String code, boolean sends, int hour) {
        parts.database.useTransaction(tx -> parts.dailyCounts.set(tx, group(tx, code), sends, hour, BY));
    }

    @Override
    public String answers(String code) {
        return parts.database.inTransaction(tx -> {
            Map<Long, String> answers = new TreeMap<>();
            parts.wellbeing
                    .answers(tx, List.of(group(tx, code).id()), Instant.EPOCH, Stage.START.plus(Duration.ofDays(3_660)))
                    .forEach(one -> answers.merge(
                            one.membership(),
                            one.item() + " " + one.value() + " " + one.medium(),
                            (before, after) -> before + ", " + after));
            return answers.isEmpty()
                    ? "nothing"
                    : answers.entrySet().stream()
                            .map(one -> parts.memberships
                                            .find(tx, one.getKey())
                                            .orElseThrow()
                                            .name() + " "
                                    + one.getValue())
                            .collect(Collectors.joining("; "));
        });
    }

    @Override
    public String shown(String code) {
        return parts.database.inTransaction(tx -> {
            List<Scheduled> open =
                    parts.schedule.open(tx, List.of(group(tx, code).id()));
            return open.isEmpty()
                    ? "nothing"
                    : open.stream().map(Calendar::shown).collect(Collectors.joining("; "));
        });
    }

    private static String shown(Scheduled one) {
        return shown(
                one.local(),
                one.voice().orElse("programme"),
                one.state().name().toLowerCase(Locale.ROOT),
                one.fault().orElse(""));
    }

    static String shown(LocalDateTime at, String voice, String state, String fault) {
        return TIME.format(at) + " " + voice + " " + state + (fault.isEmpty() ? "" : " " + fault);
    }
}
