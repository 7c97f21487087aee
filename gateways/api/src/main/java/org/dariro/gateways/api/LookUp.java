package org.dariro.gateways.api;

/** What a carrier answers when it is asked about a message by our reference. */
public sealed interface LookUp {

    /** The carrier has it; {@code report} says how far it came. */
    record Found(DeliveryReport report) implements LookUp {}

    /** The carrier is sure that it never took it: sending it again is safe. */
    record NotFound() implements LookUp {}
}
