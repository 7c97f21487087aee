package org.dariro.safeguarding.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Any rota, around the days on which somewhere the clocks are changed. */
class RotaProperties {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Africa/Harare"),
            ZoneId.of("Europe/London"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Africa/Cairo"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("Australia/Lord_Howe"));
    private static final List<Instant> WEEKS = List.of(
            Instant.parse("2026-03-02T00:00:00Z"),
            Instant.parse("2026-03-06T00:00:00Z"),
            Instant.parse("2026-03-27T00:00:00Z"),
            Instant.parse("2026-04-03T00:00:00Z"),
            Instant.parse("2026-04-22T12:00:00Z"),
            Instant.parse("2026-09-04T00:00:00Z"),
            Instant.parse("2026-10-23T12:00:00Z"),
            Instant.parse("2026-10-29T00:00:00Z"));

    @Provide
    Arbitrary<WeeklyHours> hours() {
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(7),
                        Arbitraries.integers().between(0, 47).map(half -> half * 30),
                        Arbitraries.integers().between(1, 48).map(half -> half * 30),
                        Arbitraries.of(ZONES))
                .as(WeeklyHours::new);
    }

    private Arbitrary<Change> change(Instant week) {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-1_000, 4_000),
                        Arbitraries.integers().between(1, 2_000))
                .as((staff, on, start, length) -> new Change(
                        0,
                        staff,
                        on,
                        new Span(
                                week.plus(start, ChronoUnit.MINUTES),
                                week.plus((long) start + length, ChronoUnit.MINUTES)),
                        "a coordinator",
                        ""));
    }

    private record Setting(Rota rota, Span within) {}

    @Provide
    Arbitrary<Setting> settings() {
        return Arbitraries.of(WEEKS).flatMap(week -> Combinators.combine(
                        hours().list().ofMaxSize(2),
                        Combinators.combine(Arbitraries.longs().between(1, 3), hours())
                                .as((staff, hours) -> new Shift(0, staff, hours))
                                .list()
                                .ofMaxSize(4),
                        change(week).list().ofMaxSize(4))
                .as((cover, shifts, changes) ->
                        new Setting(new Rota(cover, shifts, changes), new Span(week, week.plus(Duration.ofDays(7))))));
    }

    @Property(tries = 150)
    void whoIsOnDutyIsWhoAWalkByTheClockFinds(
            @ForAll("settings") Setting setting, @ForAll @IntRange(min = 0, max = 10_079) int minute) {
        Instant at = setting.within().from().plus(minute, ChronoUnit.MINUTES);
        SlowRota slow = new SlowRota(setting.rota());
        assertEquals(slow.onDuty(at), Set.copyOf(setting.rota().onDuty(at)));
        assertEquals(slow.covers(at), setting.rota().covers(at));
    }

    @Property(tries = 40)
    void gapsAreWhereCoverIsPromisedAndNobodyWhoCountsIsOnDuty(@ForAll("settings") Setting setting) {
        Rota rota = setting.rota();
        List<Span> gaps = rota.gaps(setting.within(), staff -> staff != 3);
        for (int i = 0; i + 1 < gaps.size(); i++) {
            assertTrue(gaps.get(i).to().isBefore(gaps.get(i + 1).from()));
        }
        SlowRota slow = new SlowRota(rota);
        List<Instant> looks = new ArrayList<>();
        for (int minute = 7; minute < 7 * 1_440; minute += 397) {
            looks.add(setting.within().from().plus(minute, ChronoUnit.MINUTES));
        }
        for (Span gap : gaps) { // the edges
            looks.add(gap.from());
            looks.add(gap.to().minusSeconds(60));
            if (gap.to().isBefore(setting.within().to())) {
                looks.add(gap.to());
            }
        }
        for (Instant at : looks) {
            boolean gap = slow.covers(at) && slow.onDuty(at).stream().noneMatch(staff -> staff != 3);
            assertEquals(gap, gaps.stream().anyMatch(span -> span.holds(at)), at.toString());
        }
    }

    @Property(tries = 60)
    void dutiesAreTheWholeSpanInOrderAndWhoIsOnDutyThroughout(@ForAll("settings") Setting setting) {
        Instant end = setting.within().from();
        for (Rota.Duty duty : setting.rota().duties(setting.within())) {
            assertEquals(end, duty.span().from());
            end = duty.span().to();
            assertEquals(duty.staff(), setting.rota().onDuty(duty.span().from()));
            assertEquals(duty.staff(), setting.rota().onDuty(end.minusSeconds(1)));
        }
        assertEquals(setting.within().to(), end);
    }

    @Property(tries = 60)
    void shiftsThatMeetOnPaperMeetInTime(
            @ForAll("settings") Setting setting,
            @ForAll @IntRange(min = 0, max = 1_438) int handOver,
            @ForAll @IntRange(min = 0, max = 5) int zone) {
        ZoneId place = ZONES.get(zone);
        Set<DayOfWeek> all = Set.of(DayOfWeek.values());
        int minute = handOver + 1;
        Rota rota = new Rota(
                List.of(),
                List.of(
                        new Shift(1, 1, new WeeklyHours(all, 0, minute, place)),
                        new Shift(2, 2, new WeeklyHours(all, minute, 1_440, place))),
                List.of());
        assertEquals(List.of(), rota.gaps(setting.within(), staff -> true));
        assertFalse(rota.duties(setting.within()).stream()
                .anyMatch(duty -> duty.staff().size() != 1));
    }
}
