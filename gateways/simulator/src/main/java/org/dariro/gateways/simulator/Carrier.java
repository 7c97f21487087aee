package org.dariro.gateways.simulator;

import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.Batch;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Outcome;
import org.dariro.gateways.api.Recipient;

/** What takes the batches: {@link MemoryCarrier} in this process or {@link RemoteCarrier} behind HTTP. */
interface Carrier extends AutoCloseable {

    /** As {@link org.dariro.gateways.api.Gateway#send}. */
    List<Outcome> send(Batch batch);

    /** As {@link org.dariro.gateways.api.Gateway#lookUp}. */
    Optional<LookUp> lookUp(Recipient recipient);

    @Override
    void close();
}
