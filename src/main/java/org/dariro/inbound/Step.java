package org.dariro.inbound;

/** One step of the way of texts through the front door. */
interface Step {
    void apply(Arrivals arrivals);
}
