package org.dariro.gateways.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.testkit.FakeCarrier.Behaviour;
import org.dariro.gateways.testkit.FakeCarrier.Taken;
import org.junit.jupiter.api.Test;

/** The facts of the way out: from a batch to the carrier and back to one outcome for each recipient. */
abstract class SendingFacts extends GatewayHarness {
    private static final String TEXT = "Grace: well done all";

    @Test
    final void whatItCanDoIsInRangeAndStaysTheSame() {
        var capabilities = gateway().capabilities();
        assertTrue(capabilities.maxRecipients() >= 1 && capabilities.maxRecipients() <= 10_000);
        assertTrue(capabilities.connections() >= 1 && capabilities.connections() <= 1_000);
        assertEquals(capabilities, gateway().capabilities());
    }

    @Test
    final void aTextArrivesExactlyWithEveryIdTheCarrierGave() {
        takenWhole("Grace: well done all, 5 o'clock? @_$\nY/N & 100% +1 = {ok} [€5]");
    }

    @Test
    final void anyAlphabetArrivesExactly() {
        assumeTrue(gateway().capabilities().unicode(), "This carrier takes no UCS-2");
        takenWhole("Makorokoto ♥ 你好 🎉 ŋ");
    }

    @Test
    final void aLongTextIsSentWholeInGsm7() {
        assumeTrue(gateway().capabilities().joinedMessages(), "This carrier joins no segments");
        takenWhole("A well kept promise. ".repeat(18) + "€"); // three segments of 153
    }

    @Test
    final void aLongTextIsSentWholeInUcs2() {
        assumeTrue(gateway().capabilities().joinedMessages(), "This carrier joins no segments");
        assumeTrue(gateway().capabilities().unicode(), "This carrier takes no UCS-2");
        takenWhole("Tinokudai mose 🎉 ".repeat(10)); // three segments of 67, a surrogate pair on a border
    }

    @Test
    final void aFullBatchReachesEveryoneInOneRequest() {
        int count = gateway().capabilities().maxRecipients();
        List<Outcome> outcomes = send(TEXT, count);
        outcomes.forEach(outcome -> assertInstanceOf(Outcome.Accepted.class, outcome));
        assertEquals(1, carrier().requests());
        assertEquals(
                IntStream.rangeClosed(1, count).mapToObj(GatewayHarness::member).toList(),
                carrier().taken().stream().map(Taken::to).toList());
    }

    @Test
    final void eachRecipientHasItsOwnOutcomeInOrder() {
        int count = Math.min(3, gateway().capabilities().maxRecipients());
        int optedOut = (count + 1) / 2;
        carrier().optOut(member(optedOut));
        List<Outcome> outcomes = send(TEXT, count);
        for (int i = 1; i <= count; i++) {
            Class<? extends Outcome> expected = i == optedOut ? Outcome.OptedOut.class : Outcome.Accepted.class;
            assertInstanceOf(expected, outcomes.get(i - 1), "number " + i);
        }
        assertEquals(count - 1, carrier().taken().size());
    }

    @Test
    final void aRefusalIsForGood() {
        fails(Behaviour.REFUSE, Outcome.Refused.class);
        assertEquals(List.of(), carrier().taken());
    }

    @Test
    final void throttlingSaysHowLongToWait() {
        Outcome outcome = fails(Behaviour.THROTTLE, Outcome.Throttled.class);
        var pause = ((Outcome.Throttled) outcome).pause();
        assertTrue(pause.toMillis() > 0 && pause.toHours() < 24, "pause " + pause);
        assertEquals(List.of(), carrier().taken());
    }

    @Test
    final void whatWasSurelyNotTakenMayBeSentAgain() {
        fails(Behaviour.FAIL_BEFORE_TAKING, Outcome.RetryLater.class);
        assertEquals(List.of(), carrier().taken());
        carrier().behave(Behaviour.ACCEPT);
        assertInstanceOf(Outcome.Accepted.class, send(TEXT, 1).get(0));
        assertEquals(1, carrier().taken().size());
    }

    @Test
    final void aLostAnswerIsUnknownAndNothingIsSentTwice() {
        fails(Behaviour.LOSE_ANSWER, Outcome.Unknown.class);
        assertEquals(1, carrier().requests());
    }

    @Test
    final void aCarrierThatBreaksAfterSendingIsUnknownAndNothingIsSentTwice() {
        fails(Behaviour.BREAK, Outcome.Unknown.class);
        assertEquals(1, carrier().requests());
    }

    @Test
    final void anAnswerThatCannotBeReadIsUnknown() {
        fails(Behaviour.GARBAGE, Outcome.Unknown.class);
        assertEquals(1, carrier().requests());
    }

    @Test
    final void aConnectionThatIsCutIsUnknownAndNothingIsSentTwice() {
        fails(Behaviour.RESET, Outcome.Unknown.class);
        assertEquals(1, carrier().requests());
    }

    @Test
    final void anAnswerThatComesTooLateIsUnknownAndNothingIsSentTwice() {
        fails(Behaviour.SLOW, Outcome.Unknown.class);
        assertEquals(1, carrier().requests());
    }

    @Test
    final void lookingUpLeavesOutWhatBelongsToAnotherMessage() {
        send(TEXT, 1);
        Optional<LookUp> answer = gateway()
                .lookUp(
                        sent(TEXT, 1),
                        id -> carrier().taken().get(0).ids().contains(id)
                                && !gateway().capabilities().echoesReference());
        if (gateway().capabilities().echoesReference()) {
            assertInstanceOf(LookUp.Found.class, answer.orElseThrow());
        } else {
            assertInstanceOf(LookUp.NotFound.class, answer.orElseThrow());
        }
    }

    @Test
    final void severalThreadsSendAtOnceAndNothingIsMixedUp() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Outcome>> jobs = IntStream.rangeClosed(1, 100)
                    .<Callable<Outcome>>mapToObj(
                            n -> () -> gateway().send(batch("text " + n, n, 1)).get(0))
                    .toList();
            for (var outcome : threads.invokeAll(jobs)) {
                assertInstanceOf(Outcome.Accepted.class, outcome.get());
            }
        } finally {
            threads.shutdownNow();
        }
        var ids = new HashSet<String>();
        for (Taken taken : carrier().taken()) {
            assertEquals(member(Integer.parseInt(taken.text().substring(5))), taken.to());
            taken.ids().forEach(id -> assertTrue(ids.add(id), "An id was given twice"));
        }
        assertEquals(100, carrier().taken().size());
    }

    @Test
    final void lookingUpFindsWhatWasTaken() {
        send(TEXT, 1);
        Optional<LookUp> answer = lookUp(1);
        var found = assertInstanceOf(LookUp.Found.class, answer.orElseThrow());
        assertEquals(ACCOUNT, found.report().account());
        assertTrue(carrier().taken().get(0).ids().contains(found.report().carrierId()), "the id it was given");
    }

    @Test
    final void lookingUpSaysWhatWasNeverTaken() {
        send(TEXT, 1);
        assertInstanceOf(LookUp.NotFound.class, lookUp(2).orElseThrow());
    }

    @Test
    final void lookingUpAtACarrierThatIsAwaySaysNothing() {
        carrier().behave(Behaviour.FAIL_BEFORE_TAKING);
        assertEquals(Optional.empty(), lookUp(1));
    }

    @Test
    final void closingTwiceDoesNoHarm() {
        send(TEXT, 1);
        gateway().close();
        gateway().close();
    }

    private Optional<LookUp> lookUp(int number) {
        return gateway().lookUp(sent(TEXT, number), id -> false);
    }

    private void takenWhole(String text) {
        List<Outcome> outcomes = send(text, 1);
        var accepted = assertInstanceOf(Outcome.Accepted.class, outcomes.get(0));
        assertEquals(1, carrier().taken().size());
        Taken taken = carrier().taken().get(0);
        assertEquals(text, taken.text());
        assertEquals(member(1), taken.to());
        assertEquals(taken.ids(), accepted.ids());
        assertFalse(accepted.ids().contains(""), "an empty id");
        if (gateway().capabilities().echoesReference()) {
            assertEquals("parcel-1", taken.reference());
        }
    }

    private Outcome fails(Behaviour behaviour, Class<? extends Outcome> expected) {
        carrier().behave(behaviour);
        List<Outcome> outcomes = send(TEXT, Math.min(3, gateway().capabilities().maxRecipients()));
        outcomes.forEach(outcome -> assertInstanceOf(expected, outcome));
        assertTrue(carrier().requests() <= 1, "sent more than once");
        return outcomes.get(0);
    }
}
