package org.dariro.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A transcript that tells less, more or other than what happens fails, at the right line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PerformanceTest {
    private static final String HELLO = "+263771000001 > Hello";
    private static final String HEARD = "+263771000002 < Thandi: Hello";
    private final Stage stage = MemoryStage.open();

    @AfterAll
    void close() {
        stage.close();
    }

    private void play(String... lines) {
        List<String> all = new ArrayList<>(List.of(
                "# A story",
                "given group HOPE with members Thandi +263771000001, Rudo +263771000002 and mentor Grace"));
        all.addAll(List.of(lines));
        Performance.play(stage, Transcript.parse("story.txt", all));
    }

    private String failure(String... lines) {
        return assertThrows(AssertionError.class, () -> play(lines)).getMessage();
    }

    @Test
    void aTrueStoryPasses() {
        play(HELLO, "+263771000001 <", HEARD, "@ +3m", "+263771000002 <");
    }

    @Test
    void theSameStoryCanBePlayedAgain() {
        play(HELLO, HEARD);
        play(HELLO, HEARD);
    }

    @Test
    void aTextThatIsNotNamedFailsAtTheNextStep() {
        String failure = failure(HELLO, "@ +3m");
        assertTrue(
                failure.startsWith("story.txt:4: before '@ +3m' this came too, and is not named: " + HEARD), failure);
    }

    @Test
    void aTextThatIsNotNamedFailsAtTheEnd() {
        assertTrue(failure(HELLO).startsWith("story.txt:4: before the end"));
    }

    @Test
    void aTextThatDoesNotComeFails() {
        assertTrue(failure(HELLO, HEARD, HEARD).startsWith("story.txt:5: nothing (more) came to +263771000002"));
    }

    @Test
    void aTextThatIsDifferentFails() {
        assertTrue(failure(HELLO, HEARD + "!").startsWith("story.txt:4: what came is different"));
    }

    @Test
    void textsOfOnePhoneComeInOrder() {
        String later = "carrier is away";
        play(later, HELLO, HELLO + " again", "carrier answers again", "@ +1m", HEARD, HEARD + " again");
        assertTrue(failure(later, HELLO, HELLO + " again", "carrier answers again", "@ +1m", HEARD + " again", HEARD)
                .startsWith("story.txt:8: what came is different"));
    }

    @Test
    void silenceThatIsBrokenFails() {
        assertTrue(failure(HELLO, "+263771000002 <").startsWith("story.txt:4: nothing was expected, but this came"));
    }

    @Test
    void anAlertAndAHoldThatAreNotNamedFail() {
        String risky = "+263771000001 > i want to kill myself tonight";
        String card = "+263771000001 < Thank you for telling us. ...";
        assertTrue(failure(risky, card).contains("alert critical suicide for Thandi"));
        assertTrue(failure(risky, card, "alert critical suicide for Thandi").contains("is not named: held Thandi"));
        assertTrue(failure(risky, card, "alert high suicide for Thandi").contains("this did not happen"));
    }

    @Test
    void aFailureShowsTheWholeRealDialogue() {
        String failure = failure(HELLO, "+263771000002 > Hi", "+263771000001 < Rudo: Hi");
        assertTrue(
                failure.endsWith(String.join("\n", HELLO, HEARD, "+263771000002 > Hi", "+263771000001 < Rudo: Hi", "")),
                failure);
    }

    @Test
    void aStepThatCannotBeDoneFailsAtItsLine() {
        assertTrue(failure("mentor Grace releases Thandi's post").startsWith("story.txt:3: this failed with"));
        assertTrue(failure("@ 2020-01-01 09:00").startsWith("story.txt:3: this failed with"));
    }

    @Test
    void aLineThatIsNotUnderstoodIsNamed() {
        IllegalArgumentException wrong = assertThrows(IllegalArgumentException.class, () -> play("Thandi says hello"));
        assertEquals("story.txt:3: not a line of a transcript: Thandi says hello", wrong.getMessage());
    }

    @Test
    void threeDotsStandForAnythingAndNothingElseDoes() {
        assertTrue(Performance.fits("You are Thandi in HOPE.", "You are ... in ..."));
        assertTrue(Performance.fits("one\ntwo", "one...two"));
        assertTrue(Performance.fits("(hello)", "(hello)"));
        assertFalse(Performance.fits("hello.", "hello"));
        assertFalse(Performance.fits("hello", "h.llo"));
        assertFalse(Performance.fits("xhello", "hello..."));
    }
}
