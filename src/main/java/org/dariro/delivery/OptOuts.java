package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.InstantSource;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.spend.Corrections;

/** Carries out a STOP that a carrier tells us of: whoever the carrier blocks has stopped here too. */
@Component
public class OptOuts {
    private final Memberships memberships;
    private final DeliveryDao dao;
    private final Corrections corrections;
    private final InstantSource clock;

    @Inject
    public OptOuts(Memberships memberships, DeliveryDao dao, Corrections corrections, InstantSource clock) {
        this.memberships = memberships;
        this.dao = dao;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** Stops the member in every group, until START. */
    public void carrierBlocks(Transaction tx, long member) {
        dao.cancel(tx, member, null, clock.instant());
        corrections.stopped(tx, member);
        memberships.of(tx, member).stream()
                .filter(place -> place.standing() != Standing.STOPPED && place.standing() != Standing.LEFT)
                .forEach(place -> memberships.save(tx, place.with(Standing.STOPPED)));
    }
}
