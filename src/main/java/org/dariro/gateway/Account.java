package org.dariro.gateway;

import org.dariro.gateways.api.Capabilities;
import org.dariro.gateways.api.Gateway;

/** A configured login at a carrier, opened. */
public record Account(String id, String kind, Gateway gateway, Capabilities capabilities, Pace pace) {}
