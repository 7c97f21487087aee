package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.Codes;
import org.dariro.console.signin.FirstAdministrator.FirstSignIn;
import org.dariro.console.signin.SecondFactor;
import org.dariro.console.signin.SignIn.Tried;
import org.dariro.console.signin.SignedIn.Stage;
import org.dariro.console.signin.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in from the first time on: passwords, codes, sessions, links, and those who guess. */
class SignInFlowTest {
    private final Desk desk = new Desk(Map.of());

    @AfterEach
    void close() {
        desk.close();
    }

    private Tried password(String email, String password, String from) {
        return desk.signIn.password(email, password, from, "test");
    }

    private Tried.Right right(Tried tried) {
        return assertInstanceOf(Tried.Right.class, tried);
    }

    private void later(Duration time) {
        desk.clock.set(desk.clock.instant().plus(time));
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndToldAPassword() {
        FirstSignIn first = desk.firstAdministrator().make().orElseThrow();
        assertEquals("admin@localhost", first.email());
        assertEquals(Optional.empty(), desk.firstAdministrator().make());
        Tried tried = password("Admin@Localhost ", first.password().orElseThrow(), "a");
        assertEquals(Stage.SETUP, right(tried).stage());
    }

    @Test
    void aSecondFactorIsSetUpBeforeAnythingElseAndAskedForFromThenOn() {
        User user = desk.add("Grace", StaffRole.MENTOR, Set.of());
        Visit visit =
                desk.visit(right(password(user.email(), Desk.PASSWORD, "a")).token());
        assertFalse(visit.in());
        SecondFactor.Offer offer = desk.factor.offer(user);
        String now = Codes.of(offer, desk.clock.instant());
        List<String> codes = desk.dariro
                .database
                .inTransaction(tx -> desk.factor.confirm(tx, user, offer.sealed(), now))
                .orElseThrow();
        Tried.Right whole = desk.dariro.database.inTransaction(
                tx -> desk.signIn.whole(tx, visit.session().orElseThrow()));
        assertTrue(desk.visit(whole.token()).in());
        assertTrue(desk.sessions.find("x").isEmpty());

        Tried.Right half = right(password(user.email(), Desk.PASSWORD, "a"));
        assertEquals(Stage.PASSWORD, half.stage());
        assertFalse(desk.visit(half.token()).in());
        var session = desk.visit(half.token()).session().orElseThrow();
        assertInstanceOf(Tried.Wrong.class, desk.signIn.code(session, now, "a")); // it set the factor up
        later(Duration.ofSeconds(30));
        String next = Codes.of(offer, desk.clock.instant());
        assertTrue(
                desk.visit(right(desk.signIn.code(session, next, "a")).token()).in());
        assertTrue(desk.sessions.find(half.token()).isEmpty());

        var other = desk.visit(right(password(user.email(), Desk.PASSWORD, "a")).token())
                .session()
                .orElseThrow();
        assertInstanceOf(Tried.Wrong.class, desk.signIn.code(other, next, "a"));
        right(desk.signIn.code(other, codes.get(0).toUpperCase(java.util.Locale.ROOT), "a"));
        var third = desk.visit(right(password(user.email(), Desk.PASSWORD, "a")).token())
                .session()
                .orElseThrow();
        assertInstanceOf(Tried.Wrong.class, desk.signIn.code(third, codes.get(0), "a"));
    }

    @Test
    void aSessionEndsWhenItWasNotUsedAndAfterADay() {
        try (Desk demo = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"))) {
            User user = demo.add("Grace", StaffRole.MENTOR, Set.of());
            String token = right(demo.signIn.password(user.email(), Desk.PASSWORD, "a", "b"))
                    .token();
            for (int i = 0; i < 13; i++) {
                demo.clock.set(demo.clock.instant().plus(Duration.ofMinutes(61)));
                assertTrue(demo.visit(token).in(), "after hour " + i);
            }
            demo.clock.set(demo.clock.instant().plus(Duration.ofMinutes(61)));
            assertFalse(demo.visit(token).in());
            String idle = right(demo.signIn.password(user.email(), Desk.PASSWORD, "a", "b"))
                    .token();
            demo.clock.set(demo.clock.instant().plus(Duration.ofMinutes(121)));
            assertFalse(demo.visit(idle).in());
        }
    }

    @Test
    void signingOutEverywhereAndEndingSomebodyHold() {
        try (Desk demo = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"))) {
            User user = demo.add("Grace", StaffRole.MENTOR, Set.of());
            String one = right(demo.signIn.password(user.email(), Desk.PASSWORD, "a", "b"))
                    .token();
            String two = right(demo.signIn.password(user.email(), Desk.PASSWORD, "a", "b"))
                    .token();
            demo.dariro.database.useTransaction(
                    tx -> demo.sessions.endOthers(tx, demo.visit(one).session().orElseThrow()));
            assertTrue(demo.visit(one).in());
            assertFalse(demo.visit(two).in());
            demo.dariro.database.useTransaction(tx -> demo.users.setPassword(tx, user, "another four quiet stones"));
            assertFalse(demo.visit(one).in());
        }
    }

    private boolean take(String link, String password) {
        return desk.dariro.database.inTransaction(tx -> desk.users.take(tx, link, password));
    }

    @Test
    void aLinkIsGoodOnceAndForAWhile() {
        User user = desk.add("Grace", StaffRole.MENTOR, Set.of());
        var database = desk.dariro.database;
        String first = database.inTransaction(tx -> desk.users.link(tx, user, "service"));
        String second = database.inTransaction(tx -> desk.users.link(tx, user, "service"));
        assertTrue(database.inTransaction(tx -> desk.users.ofLink(tx, first)).isEmpty()); // the later one counts
        assertTrue(take(second, "another four quiet stones"));
        assertFalse(take(second, "yet another four stones"));
        right(password(user.email(), "another four quiet stones", "a"));
        String third = database.inTransaction(tx -> desk.users.link(tx, user, "service"));
        later(Duration.ofHours(25));
        assertFalse(take(third, "yet another four stones"));
    }

    @Test
    void whoGuessesWaitsLongerAndLongerAndNobodyElseDoes() {
        User user = desk.add("Grace", StaffRole.MENTOR, Set.of());
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(Tried.Wrong.class, password(user.email(), "wrong", "thief"));
        }
        assertEquals(
                Duration.ofSeconds(2),
                assertInstanceOf(Tried.Wait.class, password(user.email(), Desk.PASSWORD, "thief"))
                        .left());
        right(password(user.email(), Desk.PASSWORD, "home"));
        for (int i = 0; i < 20; i++) {
            later(Duration.ofMinutes(5));
            assertInstanceOf(Tried.Wrong.class, password(user.email(), "wrong", "thief"));
        }
        assertTrue(assertInstanceOf(Tried.Wait.class, password(user.email(), Desk.PASSWORD, "thief"))
                        .left()
                        .compareTo(Duration.ofMinutes(5))
                <= 0);
        right(password(user.email(), Desk.PASSWORD, "home"));
    }

    @Test
    void anUnknownAccountIsAnsweredLikeAWrongPassword() {
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(Tried.Wrong.class, password("nobody@example.org", "wrong", "thief"));
        }
        assertInstanceOf(Tried.Wait.class, password("nobody@example.org", "wrong", "thief"));
    }

    @Test
    void manyFailuresForOneAccountFromManyPlacesCostItsOwnerSecondsOnly() {
        User user = desk.add("Grace", StaffRole.MENTOR, Set.of());
        for (int i = 0; i < 40; i++) {
            desk.patience.failed(user.email(), "thief " + i);
        }
        Tried tried = password(user.email(), Desk.PASSWORD, "home");
        assertTrue(assertInstanceOf(Tried.Wait.class, tried).left().compareTo(Duration.ofSeconds(5)) <= 0);
        later(Duration.ofSeconds(6));
        right(password(user.email(), Desk.PASSWORD, "home"));
    }
}
