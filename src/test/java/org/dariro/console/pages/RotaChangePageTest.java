package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.safeguarding.rota.Change;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.safeguarding.rota.WeeklyHours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What differs from the ordinary week for once. */
class RotaChangePageTest {
    private final Desk desk = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"));
    private final long hope = desk.group("HOPE");
    private final Visit visit = desk.visit(desk.add("Tendai", StaffRole.MENTOR, Set.of(hope)));
    private final long tendai = visit.staff().orElseThrow().id();
    private final long rudo = desk.visit(desk.add("Rudo", StaffRole.MENTOR, Set.of(hope)))
            .staff()
            .orElseThrow()
            .id();
    private final RotaPage rota = new RotaPage(
            desk.dariro.database, desk.dariro.groups, desk.roll, desk.dariro.rotas, desk.dariro.callees, desk.clock);
    private final RotaChangePage page = new RotaChangePage(
            desk.dariro.database, desk.dariro.groups, desk.roll, desk.dariro.rotas, rota, desk.clock);
    private final ZoneId harare = ZoneId.of("Africa/Harare");
    private final Instant tonight = desk.clock.instant().plus(Duration.ofHours(5));
    private final Instant morning = tonight.plus(Duration.ofHours(10));

    @BeforeEach
    void tendaiIsAlwaysOnDuty() {
        WeeklyHours always = new WeeklyHours(EnumSet.allOf(java.time.DayOfWeek.class), 0, 24 * 60, harare);
        desk.dariro.database.useTransaction(
                tx -> desk.dariro.rotas.shifts(tx, hope, List.of(new Rotas.Wanted(tendai, always)), "Chipo"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private MultivaluedMap<String, String> form(String what, Object... more) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>(Map.of(
                "do", what,
                "staff", Long.toString(tendai),
                "from", Moments.field(tonight, harare),
                "to", Moments.field(morning, harare),
                "reason", "ill"));
        for (int i = 0; i < more.length; i += 2) {
            form.putSingle(more[i].toString(), more[i + 1].toString());
        }
        return form;
    }

    private int post(String what, Object... more) {
        return page.change(visit, hope, form(what, more)).getStatus();
    }

    private Set<Long> onDuty(Instant at) {
        return desk.dariro.database.inTransaction(
                tx -> desk.dariro.rotas.of(tx, hope).onDuty(at));
    }

    private List<Change> ahead() {
        return desk.dariro.database.inTransaction(tx -> desk.dariro.rotas.ahead(tx, hope));
    }

    @Test
    void whoIsIllTonightIsOffDutyUntilTheMorning() {
        assertEquals(303, post("away"));
        assertEquals(Set.of(), onDuty(tonight.plusSeconds(60)));
        assertEquals(Set.of(tendai), onDuty(morning));
        String html = desk.html(rota.show(visit, hope));
        assertTrue(html.contains("ill") && html.contains("Take back"), html);
    }

    @Test
    void anotherTakesTheDutyOrIsThereAsWell() {
        assertEquals(303, post("swap", "by", rudo));
        assertEquals(Set.of(rudo), onDuty(tonight.plusSeconds(60)));
        assertEquals(303, post("extra"));
        assertEquals(Set.of(tendai, rudo), onDuty(tonight.plusSeconds(60)));
    }

    @Test
    void whatIsWrongIsToldAndWhatWasFilledInStays() {
        Response backwards = page.change(visit, hope, form("away", "to", Moments.field(tonight, harare)));
        assertEquals(422, backwards.getStatus());
        String html = desk.html(backwards.getEntity());
        assertTrue(html.contains("value=\"ill\"") && html.contains(Moments.field(tonight, harare)), html);
        assertEquals(422, post("away", "staff", 1));
        assertEquals(422, post("away", "from", "soon"));
        assertEquals(422, post("away", "reason", "x".repeat(201)));
        assertEquals(422, post("swap", "by", tendai));
        assertEquals(422, post("swap", "staff", rudo, "by", tendai), "Rudo is not on duty");
        assertEquals(422, post("leave"));
        assertEquals(List.of(), ahead());
    }

    @Test
    void aChangeIsTakenBackAndOneThatHasBegunEnds() {
        post("away");
        assertEquals(303, post("back", "change", ahead().get(0).id()));
        assertEquals(List.of(), ahead());
        assertEquals(Set.of(tendai), onDuty(tonight.plusSeconds(60)));
        post("away");
        desk.clock.set(tonight.plus(Duration.ofHours(1)));
        post("back", "change", ahead().get(0).id());
        assertEquals(Set.of(tendai), onDuty(desk.clock.instant()));
        assertEquals(List.of(), ahead());
    }

    @Test
    void aSwapIsTakenBackWithBothHalves() {
        for (int half = 0; half < 2; half++) {
            post("swap", "by", rudo);
            assertEquals(303, post("back", "change", ahead().get(half).id()));
            assertEquals(List.of(), ahead());
            assertEquals(Set.of(tendai), onDuty(tonight.plusSeconds(60)));
        }
        post("swap", "by", rudo);
        desk.clock.set(tonight.plus(Duration.ofHours(1)));
        post("back", "change", ahead().get(1).id());
        assertEquals(List.of(), ahead());
        assertEquals(Set.of(tendai), onDuty(desk.clock.instant()));
    }

    @Test
    void aChangeOfAnotherGroupStays() {
        post("away");
        long other = desk.group("OTHER");
        page.change(visit, other, form("back", "change", ahead().get(0).id()));
        assertFalse(ahead().isEmpty());
    }
}
