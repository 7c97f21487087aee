package org.dariro.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dariro.gateways.api.InboundSms;
import org.dariro.platform.Transaction;

/** Texts that are taken in one transaction, never two of the same sender. */
final class Arrivals {
    final Transaction tx;
    private final List<Arrival> all = new ArrayList<>();

    Arrivals(Transaction tx, List<InboundSms> texts) {
        this.tx = tx;
        texts.forEach(text -> all.add(new Arrival(text)));
    }

    /** All of them. */
    List<Arrival> all() {
        return all;
    }

    /** Drops texts that were taken before. */
    void remove(List<Arrival> repeats) {
        all.removeAll(repeats);
    }

    /** Those whose meaning is still open. */
    Stream<Arrival> onTheirWay() {
        return all.stream().filter(Arrival::onItsWay);
    }
}
