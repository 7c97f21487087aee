package org.dariro.gateways.simulator;

import java.util.Map;
import org.dariro.gateways.testkit.FakeCarrier;
import org.dariro.gateways.testkit.simulator.FakeSimCarrier;

/** The simulator with a carrier behind HTTP keeps the contract. */
class RemoteContractTest extends SimulatorContract {

    @Override
    protected FakeCarrier openCarrier() {
        return new FakeSimCarrier();
    }

    @Override
    protected Map<String, String> deviations() {
        return Map.of("aForgedCallIsRefused", OPEN);
    }
}
