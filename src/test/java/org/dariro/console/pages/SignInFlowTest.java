package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.Codes;
import org.dariro.console.signin.FirstAdministrator.FirstSignIn;
import org.dariro.console.signin.SecondFactor;
import org.dariro.console.signin.SignIn;
import org.dariro.console.signin.SignIn.Tried;
import org.dariro.console.signin.SignedIn.Stage;
import org.dariro.console.signin.User;
import org.dariro.platform.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in from the first time on: passwords, codes, sessions, links. */
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
        SignIn.SetUp set = desk.signIn
                .setUp(visit.session().orElseThrow(), offer.sealed(), now)
                .orElseThrow();
        List<String> codes = set.codes();
        Visit after = desk.visit(set.token());
        assertTrue(after.in());
        assertEquals(desk.sessions.formToken(after.session().orElseThrow()), desk.signIn.formToken(set.token()));
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
    void signingOutEverywhereHoldsAndANewPasswordOrRoleDoesIt() {
        try (Desk demo = new Desk(Map.of("DARIRO_SECOND_FACTOR", "optional"))) {
            User user = demo.add("Grace", StaffRole.MENTOR, Set.of());
            Supplier<String> token = () -> right(demo.signIn.password(user.email(), Desk.PASSWORD, "a", "b"))
                    .token();
            Consumer<Consumer<Transaction>> does = demo.dariro.database::useTransaction;
            String one = token.get();
            String two = token.get();
            does.accept(
                    tx -> demo.sessions.endOthers(tx, demo.visit(one).session().orElseThrow()));
            assertTrue(demo.visit(one).in());
            assertFalse(demo.visit(two).in());
            does.accept(tx -> demo.users.save(tx, user, "service"));
            assertTrue(demo.visit(one).in());
            does.accept(tx -> demo.users.save(tx, with(user, Set.of(StaffRole.AUDITOR), false), "service"));
            assertFalse(demo.visit(one).in());
            String third = token.get();
            does.accept(tx -> demo.users.dropSecondFactor(tx, user, "service"));
            assertFalse(demo.visit(third).in());
            String fourth = token.get();
            does.accept(tx -> demo.users.setPassword(tx, user, "another four quiet stones"));
            assertFalse(demo.visit(fourth).in());
            does.accept(tx -> demo.users.setPassword(tx, user, Desk.PASSWORD));
            String fifth = token.get();
            does.accept(tx -> demo.users.save(tx, with(user, user.roles(), true), "service"));
            assertFalse(demo.visit(fifth).in());
            assertInstanceOf(Tried.Wrong.class, demo.signIn.password(user.email(), Desk.PASSWORD, "a", "b"));
        }
    }

    private static User with(User user, Set<StaffRole> roles, boolean ended) {
        return new User(
                user.id(),
                user.email(),
                user.name(),
                roles,
                user.language(),
                user.zone(),
                user.theme(),
                user.shortcuts(),
                user.staff(),
                false,
                false,
                ended);
    }

    @Test
    void eachStepOfASignInHasATokenOfItsOwn() {
        User user = desk.add("Grace", StaffRole.MENTOR, Set.of());
        String first = right(password(user.email(), Desk.PASSWORD, "a")).token();
        String elsewhere = right(password(user.email(), Desk.PASSWORD, "b")).token();
        assertNotEquals(first, elsewhere);
        SecondFactor.Offer offer = desk.factor.offer(user);
        SignIn.SetUp set = desk.signIn
                .setUp(desk.visit(first).session().orElseThrow(), offer.sealed(), Codes.of(offer, desk.clock.instant()))
                .orElseThrow();
        assertTrue(desk.sessions.find(first).isEmpty());
        assertTrue(desk.sessions.find(elsewhere).isEmpty()); // with the other app nobody goes on
        SecondFactor.Offer other = desk.factor.offer(user);
        SignIn.SetUp again = desk.signIn
                .setUp(
                        desk.visit(set.token()).session().orElseThrow(),
                        other.sealed(),
                        Codes.of(other, desk.clock.instant()))
                .orElseThrow();
        assertFalse(desk.visit(set.token()).in());
        assertTrue(desk.visit(again.token()).in());
    }

    @Test
    void whoGaveThePasswordHasTenMinutesForTheCode() {
        User user = desk.add("Grace", StaffRole.MENTOR, Set.of());
        String token = right(password(user.email(), Desk.PASSWORD, "a")).token();
        later(Duration.ofMinutes(9));
        assertTrue(desk.sessions.find(token).isPresent());
        later(Duration.ofMinutes(2));
        assertTrue(desk.sessions.find(token).isEmpty());
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
}
