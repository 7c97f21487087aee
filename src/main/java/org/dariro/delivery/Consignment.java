package org.dariro.delivery;

import java.util.List;
import org.dariro.gateway.Line;

/**
 * Parcels with the same line and body, claimed for sending: the batches of one text.
 *
 * @param group the group whose posts these are, or the member of a single parcel: what goes to the same group or member
 *     stays in order
 * @param first whether these are the parcels that others of the same members wait behind
 */
record Consignment(Line line, String text, long group, List<Parcel> parcels, boolean first) {
    Consignment {
        parcels = List.copyOf(parcels);
    }

    /** The same for some of the parcels, in an order of their own. */
    Consignment with(long newGroup, List<Parcel> some) {
        return new Consignment(line, text, newGroup, some, first);
    }

    /** What all its parcels are for. */
    Kind kind() {
        return parcels.get(0).kind();
    }
}
