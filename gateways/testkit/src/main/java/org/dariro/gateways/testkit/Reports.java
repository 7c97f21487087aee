package org.dariro.gateways.testkit;

import java.util.List;
import org.dariro.gateways.api.DeliveryReport.Status;

/** How a carrier reports on each message that it took. */
public enum Reports {
    /** Not at all; the state at the start. */
    NONE(false),
    /** On its way, then delivered, after the answer to the request. */
    IN_ORDER(false, Status.ON_ITS_WAY, Status.DELIVERED),
    /** Delivered, then on its way: the later one overtook. */
    REVERSED(false, Status.DELIVERED, Status.ON_ITS_WAY),
    /** Every report twice. */
    TWICE(false, Status.ON_ITS_WAY, Status.ON_ITS_WAY, Status.DELIVERED, Status.DELIVERED),
    /** Delivered, before the answer to the request itself. */
    EARLY(true, Status.DELIVERED);

    private final boolean early;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Status> statuses;

    Reports(boolean early, Status... statuses) {
        this.early = early;
        this.statuses = List.of(statuses);
    }

    /** Whether they come before the answer to the request. */
    public boolean early() {
        return early;
    }

    /** What is reported of one message, in the order of the calls. */
    public List<Status> statuses() {
        return statuses;
    }
}
