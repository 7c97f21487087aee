package org.dariro.gateway;

import org.dariro.gateways.api.Capabilities;
import org.dariro.gateways.api.Charging;
import org.dariro.gateways.api.Gateway;

/** A configured login at a carrier, opened. */
public record Account(String id, String kind, Gateway gateway, Capabilities capabilities, Pace pace) {

    /** Whether the carrier's ids of our texts are needed: to know its receipts, or to ask for its charges. */
    public boolean keepsIds() {
        return !capabilities.echoesReference() || capabilities.charging() == Charging.ON_REQUEST;
    }
}
