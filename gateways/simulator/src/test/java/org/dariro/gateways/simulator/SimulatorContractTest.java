package org.dariro.gateways.simulator;

import java.util.Map;
import org.dariro.gateways.testkit.FakeCarrier;

/** The simulator with its phones in memory keeps the contract. */
class SimulatorContractTest extends SimulatorContract {

    @Override
    protected FakeCarrier openCarrier() {
        return new MemoryFakeCarrier();
    }

    @Override
    protected Map<String, String> deviations() {
        return Map.of(
                "aForgedCallIsRefused", OPEN,
                "anAnswerThatCannotBeReadIsUnknown", "There is no wire in memory, so nothing to misread",
                "lookingUpAtACarrierThatIsAwaySaysNothing", "The carrier in memory is never away");
    }
}
