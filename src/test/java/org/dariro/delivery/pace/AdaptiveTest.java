package org.dariro.delivery.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdaptiveTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final long READER = 1;
    private static final long ANN = 2;
    private static final long BEN = 3;
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(1), Duration.ofMinutes(10), 3);
    private static final Verdict SEND_ONE = new Verdict(1, Optional.empty());

    private final Adaptive adaptive = new Adaptive(PATIENCE);
    private final List<Talk.Spoken> spoken = new ArrayList<>();
    private final List<Waiting.Post> posts = new ArrayList<>();

    @Test
    void aShortPostWaitsUntilItWouldBeLate() {
        says(ANN, 0, 40, false);
        assertEquals(new Verdict(0, Optional.of(NOON.plusSeconds(60))), decide(0, 0.01, 0, 1));
    }

    @Test
    void nothingWaitsBeyondTheDeadline() {
        says(ANN, 0, 40, false);
        assertEquals(0, decide(300, 0.01, 0, 1).posts());
        assertEquals(SEND_ONE, decide(600, 0.01, 0, 1));
    }

    @Test
    void aWellFilledTextGoesOut() {
        says(ANN, 0, 158, false);
        assertEquals(SEND_ONE, decide(0, 0.1, 0, 1));
    }

    @Test
    void whatFillsATextGoesOutAndTheRestWaits() {
        says(ANN, 0, 78, false);
        says(BEN, 30, 80, false);
        says(ANN, 40, 40, false);
        assertEquals(2, decide(40, 0.1, 0, 1, 1, 2).posts());
    }

    @Test
    void anUrgentPostTakesWhatWaitsAlong() {
        says(ANN, 0, 20, false);
        says(BEN, 30, 20, true);
        assertEquals(2, decide(30, 0, 0, 1, 1).posts());
    }

    @Test
    void whoJustWroteGetsWhatTheOthersSayAtOnce() {
        says(READER, -100, 20, false);
        says(BEN, -60, 20, false);
        says(ANN, 0, 20, false);
        posts.remove(0); // the reader's own
        posts.remove(0); // has gone out
        assertEquals(SEND_ONE, decide(0, 0, 0, 1));
    }

    @Test
    void theFirstAnswerComesAtOnceEvenMinutesLater() {
        says(READER, -500, 20, false);
        says(ANN, 0, 20, false);
        posts.remove(0);
        assertEquals(SEND_ONE, decide(0, 0, 0, 1));
    }

    @Test
    void aLatePostIsDearerWhereThePriceIsHigh() {
        says(ANN, 0, 100, false);
        assertEquals(0, decide(0, 0.01, 0, 1).posts());
        assertEquals(1, decide(0, 2, 0, 1).posts());
    }

    @Test
    void thePriceRestsWhereALittleLessThanHalfIsLate() {
        assertTrue(LatePrice.after(0.1, 50, 50) > 0.1);
        assertTrue(LatePrice.after(0.1, 48, 52) < 0.1);
        assertEquals(0.1, LatePrice.after(0.1, 49, 51), 1e-9);
    }

    @Test
    void aUnitCostsALittleMoreThanInAPerfectlyFilledSegment() {
        double price = FillValue.of(60, 0.01, 0.05, 3).price();
        assertTrue(price > 1.0 / 160 && price < 1.3 / 153, "price " + price);
        assertTrue(FillValue.of(60, 1, 0.05, 3).price() > price);
    }

    @Test
    void silenceBecomesLikelierTheLongerItLasts() {
        Talk talk = new Talk(List.of());
        assertTrue(talk.silence(0, 60) < talk.silence(600, 60));
        assertEquals(0.5, talk.silence(1e9, 60));
    }

    private void says(long author, int second, double units, boolean urgent) {
        Instant at = NOON.plusSeconds(second);
        spoken.add(new Talk.Spoken(at, author, units));
        posts.add(new Waiting.Post(at, author, units, urgent));
    }

    private Verdict decide(int second, double price, Integer... costs) {
        return adaptive.decide(
                NOON.plusSeconds(second), new Waiting(posts, List.of(costs), READER), new Talk(spoken), price);
    }
}
