package org.dariro.delivery;

import java.util.List;
import org.dariro.gateway.Line;

/**
 * Parcels with the same line and body, claimed for sending: the batches of one text.
 *
 * @param group the group whose posts these are, or the member of a single parcel: what goes to the same group or member
 *     stays in order
 */
record Consignment(Line line, String text, long group, List<Parcel> parcels) {
    Consignment {
        parcels = List.copyOf(parcels);
    }
}
