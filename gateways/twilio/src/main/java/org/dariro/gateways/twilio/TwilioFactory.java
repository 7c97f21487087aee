package org.dariro.gateways.twilio;

import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.GatewayFactory;

/** Makes gateways to Twilio: accounts of the kind {@code twilio}. */
public final class TwilioFactory implements GatewayFactory {

    @Override
    public String kind() {
        return "twilio";
    }

    @Override
    public Gateway create(GatewayAccount account) {
        return new TwilioGateway(account, TwilioSettings.of(account));
    }
}
