package org.dariro.bench.replay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.dariro.delivery.Pacing;
import org.dariro.delivery.Packed;
import org.dariro.delivery.Packing;
import org.dariro.delivery.PackingLimits;
import org.dariro.delivery.Unread;
import org.dariro.delivery.pace.LatePrice;
import org.dariro.delivery.pace.Patience;
import org.dariro.delivery.pace.Talk;
import org.dariro.delivery.pace.Verdict;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.dariro.spend.Segments;
import org.dariro.spend.budget.Course;
import org.dariro.spend.budget.Ladder;
import org.dariro.spend.budget.Outlook;
import org.dariro.spend.budget.Purse;
import org.dariro.spend.budget.Rung;
import org.dariro.spend.budget.Step;

/**
 * Ten weeks of a group under a budget, without the service: the same packing, pacing, purse, forecast and ladder on lists
 * instead of tables. A segment costs one hundredth.
 */
final class BudgetRun {
    static final BigDecimal PRICE = new BigDecimal("0.01");
    private static final long HOUR = 3_600_000;
    private static final int WHOLE = 10;
    private static final int[] DIGEST_HOURS = {7, 18};
    private static final Duration NUDGES = Duration.ofDays(1);
    private static final Duration TOLD_AGAIN = Duration.ofDays(7);

    /** A text of safety, STOP or HELP every so often. */
    private static final double OWED_AN_HOUR = 1.0 / 60;

    private static final int LONGEST_NOTICE = 1;

    private final Trace.Circle circle;
    private final Policy policy;
    private final Instant ends;
    private final BigDecimal budget;
    private final BigDecimal reserve;
    private final BudgetResult result;
    private final List<Unread> posts;
    private final List<Talk.Spoken> spoken = new ArrayList<>();
    private final List<List<Integer>> unread = new ArrayList<>();
    private final Instant[] nudged;
    private final Map<Rung.Pace, Instant> told = new EnumMap<>(Rung.Pace.class);
    private final List<Course.Hour> hours = new ArrayList<>();
    private final Ladder ladder = new Ladder(Rung.USSD);
    private final Random random;
    private double price = LatePrice.FIRST;
    private Purse purse;
    private Rung rung = Rung.CHOSEN;
    private Instant stepped = Instant.EPOCH;
    private double said;
    private BigDecimal spentBefore = BigDecimal.ZERO;
    private BigDecimal owed = BigDecimal.ZERO;
    private Optional<Instant> next = Optional.empty();

    BudgetRun(Trace.Circle circle, Policy policy, BigDecimal budget, BudgetResult result, long seed) {
        this.circle = circle;
        this.policy = policy;
        this.budget = budget;
        this.result = result;
        reserve = budget.multiply(new BigDecimal("0.05"));
        ends = Instant.EPOCH.plus(Duration.ofDays(TenWeeks.DAYS));
        posts = Drafted.posts(circle);
        circle.nicknames().forEach(nickname -> unread.add(new ArrayList<>()));
        nudged = new Instant[unread.size()];
        Arrays.fill(nudged, Instant.EPOCH.minus(NUDGES));
        purse = Purse.of(budget.subtract(reserve), notice());
        random = new Random(seed);
    }

    private BigDecimal notice() {
        return PRICE.multiply(BigDecimal.valueOf((long) unread.size() * LONGEST_NOTICE));
    }

    BudgetResult run() {
        int i = 0;
        for (Instant hour = Instant.EPOCH; hour.isBefore(ends); hour = hour.plusMillis(HOUR)) {
            Instant end = hour.plusMillis(HOUR);
            onTheHour(hour);
            for (; i < posts.size() && at(i).isBefore(end); i++) {
                tick(at(i));
                post(i);
            }
            tick(end);
            BigDecimal spent = purse.taken();
            hours.add(new Course.Hour(
                    hour, rung, said, spent.subtract(spentBefore).doubleValue()));
            result.hour(rung);
            said = 0;
            spentBefore = spent;
        }
        unread.forEach(mine -> result.unreadAtTheEnd(mine.size()));
        result.spent(purse.taken(), owed);
        return result;
    }

    private Instant at(int post) {
        return Instant.ofEpochMilli(circle.lines().get(post).millis());
    }

    private void post(int i) {
        Trace.Line line = circle.lines().get(i);
        Instant at = at(i);
        int segments = Segments.of(circle.nicknames().get(line.sender()) + ": " + line.text())
                .count();
        said += PRICE.doubleValue() * segments * (unread.size() - 1);
        spoken.add(new Talk.Spoken(at, line.sender(), Pacing.units(posts.get(i), false)));
        for (int reader = 0; reader < unread.size(); reader++) {
            if (reader != line.sender()) {
                unread.get(reader).add(i);
            }
        }
        decide(at);
    }

    private void onTheHour(Instant now) {
        if (random.nextDouble() < OWED_AN_HOUR) {
            owed = owed.add(PRICE.multiply(BigDecimal.valueOf(1 + random.nextInt(2)))); // always goes
            result.owed(owed.compareTo(reserve) <= 0);
        }
        Course course = new Course(Instant.EPOCH, hours, share(), 4.5 * 15 * 14 * PRICE.doubleValue(), ZoneOffset.UTC);
        BigDecimal limit = budget.subtract(reserve);
        Outlook outlook = course.outlook(
                now, Instant.EPOCH, ends, limit.doubleValue(), purse.taken().doubleValue());
        ladder.decide(rung, stepped, outlook).ifPresent(step -> step(now, step));
        if (rung == Rung.USSD) {
            nudge(now);
        }
        decide(now);
    }

    private double share() {
        return switch (policy.mode()) {
            case ADAPTIVE -> 0.55;
            case BUNDLED -> 0.65;
            default -> 1;
        };
    }

    private void step(Instant now, Step step) {
        rung = step.to();
        stepped = now;
        result.step(now, step);
        if (step.from().pace() != step.to().pace()) {
            Instant last = told.get(step.to().pace());
            if (last == null || !last.plus(TOLD_AGAIN).isAfter(now)) {
                told.put(step.to().pace(), now);
                purse.takeAll(notice());
            }
        }
        if (step.from() == Rung.USSD) {
            for (List<Integer> mine : unread) {
                int dropped = Math.max(0, mine.size() - Membership.CATCH_UP);
                result.dialled(dropped);
                mine.subList(0, dropped).clear();
            }
        }
    }

    private void nudge(Instant now) {
        for (int reader = 0; reader < nudged.length; reader++) {
            if (!unread.get(reader).isEmpty() && !nudged[reader].plus(NUDGES).isAfter(now) && purse.take(PRICE)) {
                nudged[reader] = now;
            }
        }
    }

    private void tick(Instant until) {
        while (next.isPresent() && next.get().isBefore(until)) {
            Instant due = next.get();
            next = Optional.empty();
            decide(due);
        }
    }

    private void decide(Instant now) {
        if (rung == Rung.USSD) {
            return;
        }
        List<Talk.Spoken> recent = spoken.subList(Math.max(0, spoken.size() - Talk.MEMORY), spoken.size());
        Pacing pacing = new Pacing(now, new Talk(recent), patience(), price);
        for (int reader = 0; reader < unread.size(); reader++) {
            List<Integer> mine = unread.get(reader);
            if (!mine.isEmpty()) {
                Verdict verdict = verdict(now, pacing, reader, mine);
                List<Integer> out = mine.subList(0, verdict.posts());
                if (!out.isEmpty() && send(out, now)) {
                    out.forEach(i -> pacing.sent(at(i)));
                    out.clear();
                }
                verdict.again()
                        .filter(again -> again.isAfter(now))
                        .filter(again -> next.isEmpty() || again.isBefore(next.get()))
                        .ifPresent(again -> next = Optional.of(again));
            }
        }
        price = pacing.priceAfter();
    }

    private Patience patience() {
        return Patience.of(rung.window()
                .filter(window -> policy.mode() != ReadingMode.ADAPTIVE || window.compareTo(policy.window()) > 0)
                .orElse(policy.window()));
    }

    private ReadingMode mode() {
        return switch (rung) {
            case CHOSEN -> policy.mode();
            case THREE_MINUTES, QUARTER_HOUR -> ReadingMode.ADAPTIVE;
            case DIGEST -> ReadingMode.DIGEST;
            case USSD -> ReadingMode.USSD_ONLY;
        };
    }

    private Verdict verdict(Instant now, Pacing pacing, int reader, List<Integer> mine) {
        return switch (mode()) {
            case ADAPTIVE -> pacing.decide(reader, awaited(reader, mine), Optional.empty(), limits());
            case DIGEST -> from(now, digest(at(mine.get(0))), mine);
            case BUNDLED -> from(now, at(mine.get(0)).plus(policy.window()), mine);
            default -> new Verdict(mine.size(), Optional.empty());
        };
    }

    private static Verdict from(Instant now, Instant due, List<Integer> mine) {
        return due.isAfter(now) ? new Verdict(0, Optional.of(due)) : new Verdict(mine.size(), Optional.empty());
    }

    private static Instant digest(Instant from) {
        for (long day = from.getEpochSecond() / 86_400; ; day++) {
            for (int hour : DIGEST_HOURS) {
                Instant at = Instant.ofEpochSecond(day * 86_400 + hour * 3_600L);
                if (!at.isBefore(from)) {
                    return at;
                }
            }
        }
    }

    private List<Pacing.Awaited> awaited(int reader, List<Integer> mine) {
        String name = circle.nicknames().get(reader);
        return mine.stream()
                .map(i -> new Pacing.Awaited(
                        posts.get(i),
                        at(i),
                        circle.lines().get(i).sender(),
                        Pacing.names(posts.get(i).text(), name)))
                .toList();
    }

    private PackingLimits limits() {
        return new PackingLimits(mode() == ReadingMode.ADAPTIVE ? patience().segments() : PackingLimits.JOINED, WHOLE);
    }

    private boolean send(List<Integer> out, Instant now) {
        List<Packed> packed = Packing.pack(out.stream().map(posts::get).toList(), Optional.empty(), limits());
        long segments = packed.stream().mapToLong(one -> one.segments().count()).sum();
        if (!purse.take(PRICE.multiply(BigDecimal.valueOf(segments)))) {
            result.refused(now);
            return false;
        }
        out.forEach(i -> result.arrived(at(i), Duration.between(at(i), now)));
        return true;
    }
}
