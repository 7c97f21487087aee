package org.dariro.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Where some receipts bring parcels. A parcel that the carrier took in parts, each with a receipt of its own, is delivered
 * when all of them are, and has failed when one of them has.
 */
final class Moves {
    private final Map<Long, Move> furthest = new HashMap<>();
    private final Map<Long, Move> failures = new HashMap<>();
    private final Map<Long, List<String>> delivered = new HashMap<>();

    /** To a state, with the carrier's code. */
    record Move(ParcelState to, @Nullable String code) {}

    /** Adds a receipt for a whole parcel. */
    void add(long parcel, Move move) {
        furthest.merge(parcel, move, (old, fresh) -> old.to().mayBecome(fresh.to()) ? fresh : old);
    }

    /** Adds a receipt for what goes by a carrier's id: a parcel, or a part of it. */
    void add(long parcel, String carrierId, Move move) {
        add(parcel, move);
        if (move.to() == ParcelState.DELIVERED) {
            delivered.computeIfAbsent(parcel, p -> new ArrayList<>()).add(carrierId);
        } else if (move.to() == ParcelState.FAILED) {
            failures.putIfAbsent(parcel, move);
        }
    }

    Collection<Long> parcels() {
        return furthest.keySet();
    }

    boolean isEmpty() {
        return furthest.isEmpty();
    }

    /**
     * Where each parcel goes, now that it is locked. Notes which parts are delivered.
     *
     * @param dao where parts are kept
     */
    Map<Long, Move> settle(Transaction tx, CarrierIdDao dao) {
        Set<Long> inParts = delivered.isEmpty() ? Set.of() : dao.inParts(tx, delivered.keySet());
        if (inParts.isEmpty()) {
            return furthest;
        }
        inParts.forEach(
                parcel -> delivered.getOrDefault(parcel, List.of()).forEach(id -> dao.partDelivered(tx, parcel, id)));
        Set<Long> open = dao.undelivered(tx, inParts);
        Map<Long, Move> moves = new HashMap<>(furthest);
        open.forEach(parcel -> moves.put(parcel, failures.getOrDefault(parcel, new Move(ParcelState.ACCEPTED, null))));
        return moves;
    }
}
