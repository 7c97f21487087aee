package org.dariro.gateways.smpp;

import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.GatewayFactory;

/** Makes gateways to SMSCs: accounts of the kind {@code smpp}. */
public final class SmppFactory implements GatewayFactory {

    @Override
    public String kind() {
        return "smpp";
    }

    @Override
    public Gateway create(GatewayAccount account) {
        return new SmppGateway(account);
    }
}
