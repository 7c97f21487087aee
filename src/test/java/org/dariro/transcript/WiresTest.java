package org.dariro.transcript;

import java.nio.file.Path;
import org.dariro.gateways.testkit.CallingCarrier;
import org.dariro.gateways.testkit.SeparateCarrier;
import org.dariro.gateways.testkit.africastalking.FakeAfricasTalking;
import org.dariro.gateways.testkit.simulator.FakeSimCarrier;
import org.dariro.gateways.testkit.smpp.FakeSmsc;
import org.dariro.gateways.testkit.twilio.FakeTwilio;
import org.junit.jupiter.api.Test;

/** The same conversation over each carrier's real wire, against a fake carrier in a process of its own. */
class WiresTest {
    private static final String STORY = "wires/from-joining-to-stop.txt";

    @Test
    void theSimulatorsWire() throws Exception {
        play("simulator", FakeSimCarrier.class);
    }

    @Test
    void twilio() throws Exception {
        play("twilio", FakeTwilio.class);
    }

    @Test
    void africasTalking() throws Exception {
        play("africastalking", FakeAfricasTalking.class);
    }

    @Test
    void smpp() throws Exception {
        play("smpp", FakeSmsc.class);
    }

    private static void play(String kind, Class<? extends CallingCarrier> carrier) throws Exception {
        Path story = Transcripts.folder().resolve(STORY);
        try (WireStage stage = new WireStage(new Wire(kind, new SeparateCarrier(carrier), "wire" + kind))) {
            Performance.play(stage, Transcript.read(story));
        }
    }
}
