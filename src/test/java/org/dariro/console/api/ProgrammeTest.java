package org.dariro.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.token.ApiToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words for later, topics and guests by the API. */
class ProgrammeTest {
    private static final Caller RUTH = Wired.as("Ruth");
    private final Wired wired = new Wired();
    private ScheduleResource scheduled;
    private TopicsResource topics;
    private GuestsResource guests;

    @BeforeEach
    void begin() {
        wired.mentor("Grace");
        wired.enrolInPerson("+263771000001", "Thandi");
        wired.got();
        scheduled = new ScheduleResource(wired.dariro.database, wired.dariro.groups, wired.dariro.schedule);
        topics = new TopicsResource(wired.dariro.database, wired.dariro.groups, wired.dariro.topics);
        guests = new GuestsResource(wired.dariro.database, wired.dariro.groups, wired.dariro.guests);
    }

    @AfterEach
    void close() {
        wired.close();
    }

    private static Caller mentor(String name, Set<Long> groups) {
        return new Caller(new ApiToken(name, EnumSet.of(StaffRole.MENTOR), groups), false);
    }

    private ScheduleResource.NewScheduled words(String as, String at) {
        return new ScheduleResource.NewScheduled(List.of(wired.group), as, null, "Hello", at, null, null);
    }

    @Test
    void mentorsChangeTheirOwnWordsAndCoordinatorsAll() {
        Caller grace = mentor("Grace", Set.of(wired.group));
        Caller tariro = mentor("Tariro", Set.of(wired.group));
        Caller far = mentor("Farai", Set.of(1L));
        assertThrows(Refused.class, () -> scheduled.add(grace, words(null, "2026-03-03T09:00")));
        assertThrows(Refused.class, () -> scheduled.add(far, words("Grace", "2026-03-03T09:00")));
        assertThrows(Refused.class, () -> scheduled.add(grace, words("Grace", "tomorrow")));
        ScheduledView one =
                scheduled.add(grace, words("Grace", "2026-03-03T09:00")).items().get(0);
        assertEquals("Africa/Harare", one.zone());
        ScheduleResource.Change later = new ScheduleResource.Change("Hello all", "2026-03-03T10:00", null);
        assertThrows(Refused.class, () -> scheduled.change(tariro, one.id(), later));
        assertThrows(Refused.class, () -> scheduled.change(far, one.id(), later));
        assertEquals(
                "2026-03-03T10:00", scheduled.change(grace, one.id(), later).at());
        assertEquals(List.of(), scheduled.list(far, null).items());
        assertEquals("Hello all", scheduled.list(tariro, null).items().get(0).text());
        assertEquals("cancelled", scheduled.cancel(RUTH, one.id()).state());
        assertThrows(Refused.class, () -> scheduled.send(RUTH, one.id()));
        ScheduledView own =
                scheduled.add(RUTH, words(null, "2026-03-03T09:00")).items().get(0);
        assertThrows(Refused.class, () -> scheduled.cancel(grace, own.id()));
        scheduled.send(RUTH, own.id());
        assertEquals(List.of("+263771000001 < Programme: Hello"), wired.got());
    }

    @Test
    void aPlanIsAppliedFromADayOn() {
        List<ScheduledView> all = topics.apply(
                        RUTH, wired.group, new TopicsResource.Applying("twelve-weeks", "2026-03-09", "Grace"))
                .items();
        assertEquals("2026-03-09T10:00", all.get(0).at());
        assertEquals("2026-05-29T16:00", all.get(all.size() - 1).at());
        assertThrows(
                Refused.class,
                () -> topics.apply(RUTH, wired.group, new TopicsResource.Applying("none", "2026-03-09", null)));
        assertThrows(
                Refused.class,
                () -> topics.apply(RUTH, wired.group, new TopicsResource.Applying("twelve-weeks", "2020-03-09", null)));
    }

    @Test
    void aGuestIsPlannedAndCancelled() {
        GuestsResource.NewGuest moyo = new GuestsResource.NewGuest("Moyo", "2026-03-03T18:00", "2026-03-03T19:00");
        GuestsResource.GuestView one = guests.plan(RUTH, wired.group, moyo);
        assertThrows(Refused.class, () -> guests.plan(RUTH, wired.group, moyo));
        assertThrows(
                Refused.class,
                () -> guests.plan(
                        RUTH,
                        wired.group,
                        new GuestsResource.NewGuest("Thandi", "2026-03-04T18:00", "2026-03-04T19:00")));
        assertThrows(
                Refused.class,
                () -> guests.plan(
                        RUTH,
                        wired.group,
                        new GuestsResource.NewGuest("Moyo", "2026-03-04T18:00", "2026-03-04T17:00")));
        assertEquals("planned", guests.guests(wired.group).items().get(0).state());
        assertEquals("cancelled", guests.end(RUTH, wired.group, one.id()).state());
        assertThrows(Refused.class, () -> guests.end(RUTH, wired.group, one.id()));
    }
}
