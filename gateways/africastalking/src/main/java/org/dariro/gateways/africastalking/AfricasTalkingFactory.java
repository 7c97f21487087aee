package org.dariro.gateways.africastalking;

import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.GatewayFactory;

/** Makes gateways to Africa's Talking: accounts of the kind {@code africastalking}. */
public final class AfricasTalkingFactory implements GatewayFactory {

    @Override
    public String kind() {
        return "africastalking";
    }

    @Override
    public Gateway create(GatewayAccount account) {
        return new AfricasTalkingGateway(account, AfricasTalkingSettings.of(account));
    }
}
