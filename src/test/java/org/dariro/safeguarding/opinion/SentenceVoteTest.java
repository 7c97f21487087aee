package org.dariro.safeguarding.opinion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dariro.safeguarding.screening.Category;
import org.junit.jupiter.api.Test;

/** What the networks of a vote hear in readings that are made up here. */
class SentenceVoteTest {
    private static final int PIECES = 6;
    private static final int TELLING = 7;

    /** Two pieces of a risk stand out, and their sum is nothing: the mean is that of a harmless text. */
    private static float[][] read(boolean risk, Random random) {
        float[][] read = new float[PIECES][Sentences.SIZE];
        for (float[] piece : read) {
            for (int i = 0; i < piece.length; i++) {
                piece[i] = (float) random.nextGaussian() * 0.3f;
            }
            piece[TELLING] = 0;
        }
        if (risk) {
            int at = random.nextInt(PIECES);
            read[at][TELLING] = 6;
            read[(at + 1) % PIECES][TELLING] = -6;
        }
        return read;
    }

    private static SentenceVote taught() {
        Random random = new Random(5);
        List<SentenceTrainer.Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            boolean risk = i % 2 == 0;
            lessons.add(SentenceTrainer.Lesson.of(
                    read(risk, random), risk ? Scores.of(Category.ABUSE) : Scores.NONE, risk));
        }
        return SentenceTrainer.train(lessons);
    }

    /** By pieces alone: the mean tells nothing here, and its network may say anything. */
    private static Scores heard(SentenceVote vote, float[][] read) {
        Network pieces = vote.pieces();
        return Scores.of(pieces.sums(pieces.answer(SentenceVote.raised(read)).units()));
    }

    @Test
    void aTellingPieceIsHeardWhereTheMeanSaysNothing() {
        SentenceVote vote = taught();
        Random random = new Random(6);
        for (int i = 0; i < 50; i++) {
            Scores risk = heard(vote, read(true, random));
            Scores harmless = heard(vote, read(false, random));
            assertTrue(
                    risk.alarm() > harmless.alarm() + 2,
                    () -> "of " + harmless.alarm() + " a risk makes " + risk.alarm());
            assertEquals(Category.ABUSE, risk.category());
        }
    }

    @Test
    void theSameReadingsMakeTheSameVoteAndItSurvivesTheFile() throws IOException {
        SentenceVote vote = taught();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        vote.write(new DataOutputStream(file));
        SentenceVote back = SentenceVote.read(new DataInputStream(new ByteArrayInputStream(file.toByteArray())));
        SentenceVote again = taught();
        float[][] read = read(true, new Random(7));

        assertArrayEquals(vote.sums(read), back.sums(read));
        assertArrayEquals(vote.sums(read), again.sums(read));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        float[][] nothing = new float[1][Sentences.SIZE];
        float[][] none = {new float[Sentences.SIZE]};
        none[0][3] = Float.NaN;

        SentenceVote vote =
                new SentenceVote(Network.blank(SentenceVote.WHOLE_UNITS), Network.blank(SentenceVote.PIECES_UNITS));
        assertThrows(IllegalStateException.class, () -> vote.sums(nothing));
        assertThrows(IllegalStateException.class, () -> vote.sums(none));
    }
}
