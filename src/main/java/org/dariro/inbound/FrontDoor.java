package org.dariro.inbound;

import jakarta.inject.Inject;
import java.util.List;
import org.dariro.gateway.Line;
import org.dariro.gateways.api.InboundSms;
import org.dariro.platform.CamelRuntime;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Work;

/** Takes texts from gateways; each is on disk, with all that follows from it, when {@link #take} returns. */
@Component
public class FrontDoor {
    private final Database database;
    private final CamelRuntime camel;
    private final Gatherer<InboundSms> texts;

    @Inject
    public FrontDoor(Database database, CamelRuntime camel, Work work) {
        this.database = database;
        this.camel = camel;
        texts = new Gatherer<>("front-door", work, sms -> Line.key(sms.from()), this::commit);
    }

    /**
     * Takes a text.
     *
     * @throws IllegalStateException when it could not be stored; the carrier must call again
     */
    public void take(InboundSms sms) {
        texts.take(sms);
    }

    private void commit(List<InboundSms> batch) {
        database.useTransaction(tx -> camel.send(InboundRoute.ARRIVALS, new Arrivals(tx, batch)));
    }
}
