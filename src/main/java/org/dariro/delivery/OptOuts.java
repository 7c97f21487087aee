package org.dariro.delivery;

import jakarta.inject.Inject;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Carries out a STOP that a carrier tells us of: whoever the carrier blocks has stopped here too. */
@Component
public class OptOuts {
    private final Memberships memberships;

    @Inject
    public OptOuts(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Stops the member in every group, until START. */
    public void carrierBlocks(Transaction tx, long member) {
        memberships.of(tx, member).stream()
                .filter(place -> place.standing() == Standing.ACTIVE)
                .forEach(place -> memberships.save(tx, place.with(Standing.STOPPED)));
    }
}
