package org.dariro.bench.ledger;

import org.dariro.gateways.api.Gateway;
import org.dariro.gateways.api.GatewayAccount;
import org.dariro.gateways.api.GatewayFactory;

/** Makes {@link BilledCarrier}s. */
public final class BilledCarrierFactory implements GatewayFactory {
    @Override
    public String kind() {
        return BilledCarrier.KIND;
    }

    @Override
    public Gateway create(GatewayAccount account) {
        return new BilledCarrier(
                account.id(), Long.parseLong(account.setting("SEED").orElse("1")));
    }
}
