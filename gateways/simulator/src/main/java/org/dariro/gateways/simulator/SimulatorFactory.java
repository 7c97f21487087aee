package org.dariro.gateways.simulator;

import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.GatewayFactory;

/** Makes simulators: accounts of the kind {@code simulator}. */
public final class SimulatorFactory implements GatewayFactory {

    @Override
    public String kind() {
        return "simulator";
    }

    @Override
    public Gateway create(GatewayAccount account) {
        return new SimulatorGateway(account);
    }
}
