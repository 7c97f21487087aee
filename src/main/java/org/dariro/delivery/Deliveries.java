package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** What became of parcels, for staff to read. */
@Component
public class Deliveries {
    private final DeliveryListDao dao;

    @Inject
    public Deliveries(DeliveryListDao dao) {
        this.dao = dao;
    }

    /**
     * Deliveries in the order of their ids.
     *
     * @param group empty for those of all groups and of none
     * @param state empty for any
     * @param after only ids above this one
     */
    public List<Delivery> list(
            Transaction tx, Optional<Long> group, Optional<ParcelState> state, long after, int most) {
        return dao.list(tx, group, state, after, most);
    }

    /**
     * What became of the latest posts of a group on their way by SMS, as far back as a bounded look at its parcels goes.
     *
     * @param from the first post that is asked for
     */
    public List<Delivery.Leg> legs(Transaction tx, long group, long from) {
        return dao.legs(tx, group, from);
    }

    /**
     * What became of earlier posts of a group on their way by SMS.
     *
     * @param since when the first of them was written
     * @param until parcels that were made later are not looked for
     */
    public List<Delivery.Leg> legs(Transaction tx, long group, long from, long to, Instant since, Instant until) {
        return dao.legs(tx, group, from, to, since, until);
    }

    /** What is known of one parcel; empty when there is none. */
    public Optional<Delivery.Evidence> evidence(Transaction tx, long parcel) {
        return dao.evidence(tx, parcel);
    }

    /** What a group's parcels add up to. */
    public List<Delivery.Count> counts(Transaction tx, long group) {
        return dao.counts(tx, group);
    }
}
