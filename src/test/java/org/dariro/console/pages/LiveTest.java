package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.platform.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hundred open consoles, a restart of the service, and bad connections. */
class LiveTest {
    private static final int OPEN = 100;
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final List<Long> groups = List.of(desk.group("HOPE"), desk.group("PEACE"), desk.group("RIVER"));
    private int texts;

    LiveTest() {
        for (int i = 0; i < groups.size(); i++) {
            desk.member(groups.get(i), "+26377100001" + i, "Sunny");
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** A browser with a group's page open: the stream it has now, and the pulse that its page is as new as. */
    private final class Console {
        private final long group;
        private String page;
        private Stream stream = new Stream();

        Console(long group) {
            this.group = group;
            page = pulse(group);
        }

        /** The browser opens its stream again by itself, with the id of the last event. */
        void open(Live live) {
            stream = new Stream();
            live.open(stream, stream, group, page);
        }

        /** What came makes the page ask for the conversation. */
        boolean isUpToDate() {
            page = stream.last.isEmpty() ? page : stream.last;
            return page.equals(pulse(group));
        }
    }

    private String pulse(long group) {
        return desk.dariro.database.inTransaction(tx -> desk.pulse().of(tx, group));
    }

    private void text(int group) {
        write(group, "Hello " + texts++);
    }

    private void write(int group, String words) {
        desk.text("+26377100001" + group, words);
    }

    private Live live() {
        return new Live(desk.dariro.database, desk.pulse(), Work.inline(), desk.clock);
    }

    @Test
    void aHundredOpenConsolesMissNothingOverARestart() {
        Live before = live();
        List<Console> consoles = new ArrayList<>();
        for (int i = 0; i < OPEN; i++) {
            consoles.add(new Console(groups.get(i % groups.size())));
        }
        consoles.forEach(console -> console.open(before));
        assertEquals(
                0, consoles.stream().mapToInt(console -> console.stream.pulses).sum());
        text(0);
        before.look();
        text(1);
        for (int i = 0; i < OPEN; i += 3) {
            consoles.get(i).stream.close(); // some connections break before they hear of the next
        }
        text(2);
        before.look();
        text(0);
        consoles.forEach(console -> console.stream.close()); // and then the service stops
        text(1);
        assertTrue(consoles.stream().anyMatch(console -> !console.isUpToDate()));
        Live after = live(); // nothing is left of what the first knew
        consoles.forEach(console -> console.open(after));
        List<Console> behind =
                consoles.stream().filter(console -> !console.isUpToDate()).toList();
        assertEquals(0, behind.size());
        text(2);
        after.look();
        assertTrue(consoles.stream().allMatch(Console::isUpToDate));
    }

    @Test
    void whoIsUpToDateIsNotDisturbedAndComesBackAfterAWhile() {
        Live live = live();
        Console console = new Console(groups.get(0));
        console.open(live);
        text(1); // in another group
        live.look();
        assertEquals(0, console.stream.pulses);
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(6)));
        live.look();
        assertTrue(console.stream.isClosed()); // the guard looks at the session when it opens again
    }

    private String pulse(Sight sight) {
        return desk.dariro.database.inTransaction(tx -> desk.pulse().of(tx, sight));
    }

    /** Looks at something, and does something: how many pulses came. */
    private int told(Sight sight, Runnable deed) {
        Live live = live();
        Stream stream = new Stream();
        live.open(stream, stream, sight, pulse(sight));
        assertEquals(0, stream.pulses);
        deed.run();
        live.look();
        return stream.pulses;
    }

    @Test
    void todayHearsOfAlertsAtOnceAndOfPostsNowAndThen() {
        Sight today = new Sight.OfToday(Set.of(groups.get(0), groups.get(1)));
        assertEquals(1, told(today, () -> write(0, "i want to kill myself tonight")));
        assertEquals(1, told(today, () -> write(0, "MENTOR can we talk")));
        assertEquals(0, told(today, () -> text(2))); // a group of others
        Live live = live();
        Stream stream = new Stream();
        live.open(stream, stream, today, pulse(today));
        text(1);
        live.look();
        assertEquals(0, stream.pulses);
        desk.clock.set(desk.clock.instant().plus(Duration.ofSeconds(16)));
        live.look();
        assertEquals(1, stream.pulses);
    }

    @Test
    void todayHearsThatAClaimHasEnded() {
        write(0, "i want to kill myself tonight");
        long alert = desk.alert();
        desk.dariro.database.useTransaction(tx -> desk.dariro.alerts.claim(tx, alert, "Grace", false));
        Runnable later = () -> desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(4)));
        Sight today = new Sight.OfToday(Set.of(groups.get(0)));
        assertEquals(0, told(today, later));
        desk.clock.set(desk.clock.instant().plus(Duration.ofMinutes(8)));
        assertEquals(1, told(today, later));
    }

    @Test
    void anAlertHearsOfAnswersTakeoversAndOtherAlertsOnThatPerson() {
        write(0, "i want to kill myself tonight");
        Sight sight = new Sight.OfAlert(desk.alert());
        long alert = desk.alert();
        assertEquals(
                1,
                told(
                        sight,
                        () -> desk.dariro.database.useTransaction(
                                tx -> desk.dariro.alerts.claim(tx, alert, "Grace", false))));
        assertEquals(
                1,
                told(
                        sight,
                        () -> desk.dariro.database.useTransaction(
                                tx -> desk.dariro.alerts.claim(tx, alert, "Farai", true))));
        assertEquals(1, told(sight, () -> write(0, "MENTOR i am here")));
        assertEquals(1, told(sight, () -> write(0, "i will end my life")));
        assertEquals(0, told(sight, () -> write(1, "i want to kill myself tonight")));
    }

    @Test
    void somebodyElseWritingIsSeenAndDecays() {
        long group = groups.get(0);
        long user = desk.add("Grace", org.dariro.console.StaffRole.COORDINATOR, java.util.Set.of())
                .id();
        String before = pulse(group);
        AnsweringDao answering = new AnsweringDao(desk.clock);
        desk.dariro.database.useTransaction(tx -> answering.writes(tx, user, group));
        assertNotEquals(before, pulse(group));
        assertEquals(List.of("Grace"), desk.dariro.database.inTransaction(tx -> answering.others(tx, user + 1, group)));
        assertEquals(List.of(), desk.dariro.database.inTransaction(tx -> answering.others(tx, user, group)));
        desk.clock.set(desk.clock.instant().plus(Duration.ofSeconds(31)));
        assertEquals(before, pulse(group));
        assertEquals(List.of(), desk.dariro.database.inTransaction(tx -> answering.others(tx, user + 1, group)));
    }
}
