package org.dariro.console.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.SignIn.Tried;
import org.dariro.console.signin.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever guesses passwords waits, leaves a trail, and learns nothing. */
class GuessingTest {
    private final Desk desk = new Desk(Map.of());

    @AfterEach
    void close() {
        desk.close();
    }

    private Tried password(String email, String password, String from) {
        return desk.signIn.password(email, password, from, "test");
    }

    private static void right(Tried tried) {
        assertInstanceOf(Tried.Right.class, tried);
    }

    private static Duration left(Tried tried) {
        return assertInstanceOf(Tried.Wait.class, tried).left();
    }

    private void later(Duration time) {
        desk.clock.set(desk.clock.instant().plus(time));
    }

    @Test
    void whoGuessesWaitsLongerAndLongerAndNobodyElseDoes() {
        User user = desk.add("Grace", StaffRole.MENTOR, Set.of());
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(Tried.Wrong.class, password(user.email(), "wrong", "thief"));
        }
        assertEquals(Duration.ofSeconds(2), left(password(user.email(), Desk.PASSWORD, "thief")));
        right(password(user.email(), Desk.PASSWORD, "home"));
        for (int i = 0; i < 20; i++) {
            later(Duration.ofMinutes(5));
            assertInstanceOf(Tried.Wrong.class, password(user.email(), "wrong", "thief"));
        }
        assertTrue(left(password(user.email(), Desk.PASSWORD, "thief")).compareTo(Duration.ofMinutes(5)) <= 0);
        right(password(user.email(), Desk.PASSWORD, "home"));
    }

    @Test
    void guessesThatComeTogetherCountLikeThoseThatComeOneByOne() throws Exception {
        User user = desk.add("Grace", StaffRole.MENTOR, Set.of());
        List<Callable<Tried>> guesses = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            guesses.add(() -> password(user.email(), "wrong", "thief"));
        }
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        int looked = 0;
        for (Future<Tried> guess : crowd.invokeAll(guesses)) {
            looked += guess.get() instanceof Tried.Wrong ? 1 : 0;
        }
        crowd.shutdown();
        assertEquals(3, looked);
    }

    @Test
    void whatWasRightDoesNotCount() {
        User user = desk.add("Grace", StaffRole.MENTOR, Set.of());
        for (int i = 0; i < 40; i++) {
            right(password(user.email(), Desk.PASSWORD, "the office"));
        }
        for (int i = 0; i < 2; i++) { // two more may be wrong, as ever
            assertInstanceOf(Tried.Wrong.class, password(user.email(), "wrong", "the office"));
        }
        right(password(user.email(), Desk.PASSWORD, "the office"));
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
        for (int i = 0; i < 30; i++) {
            assertInstanceOf(Tried.Wrong.class, password(user.email(), "wrong", "thief " + i));
        }
        assertTrue(left(password(user.email(), Desk.PASSWORD, "home")).compareTo(Duration.ofSeconds(5)) <= 0);
        later(Duration.ofSeconds(6));
        right(password(user.email(), Desk.PASSWORD, "home"));
    }

    @Test
    void aFailedSignInIsOnRecordWithoutTheAddress() {
        User user = desk.add("Grace", StaffRole.MENTOR, Set.of());
        password(user.email(), "wrong", "thief");
        password("nobody@example.org", "wrong", "thief");
        password("Nobody@example.org ", "wrong", "thief");
        password("somebody@example.org", "wrong", "thief");
        List<String> trail =
                desk.dariro.database.inTransaction(tx -> desk.dariro.audit.list(tx, Optional.empty(), 0, 100).stream()
                        .filter(row -> row.action().equals("sign-in-failed"))
                        .map(row -> row.subjects() + row.details())
                        .toList());
        assertEquals(4, trail.size());
        assertEquals(1, trail.stream().filter(("user:" + user.id())::equals).count());
        assertEquals(3, trail.stream().distinct().count(), trail.toString()); // the same address is the same hash
        assertFalse(trail.toString().contains("body@"));
    }

    @Test
    void thePasswordIsAskedAgainWithTheSamePatience() {
        User user = desk.add("Grace", StaffRole.MENTOR, Set.of());
        assertEquals(Optional.empty(), desk.signIn.unlessPassword(user, Desk.PASSWORD, "a"));
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(
                    Tried.Wrong.class,
                    desk.signIn.unlessPassword(user, "wrong", "a").orElseThrow());
        }
        assertInstanceOf(
                Tried.Wait.class,
                desk.signIn.unlessPassword(user, Desk.PASSWORD, "a").orElseThrow());
    }
}
