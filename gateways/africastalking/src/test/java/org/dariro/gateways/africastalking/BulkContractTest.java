package org.dariro.gateways.africastalking;

import java.util.Map;

/** The gateway keeps the contract over the bulk endpoint. */
class BulkContractTest extends AfricasTalkingContract {

    @Override
    protected Map<String, String> settings() {
        return Map.of("SEND_PATH", "/version1/messaging/bulk");
    }
}
