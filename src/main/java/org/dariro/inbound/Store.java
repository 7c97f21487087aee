package org.dariro.inbound;

import jakarta.inject.Inject;
import java.time.InstantSource;
import org.dariro.conversation.Meaning;
import org.dariro.platform.CarrierIds;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Store: the text itself, and what became of it. */
@Component
public class Store implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private final TextDao texts;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Store(TextDao texts, Ids ids, InstantSource clock) {
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void apply(Arrivals arrivals) {
        for (Arrival arrival : arrivals.all()) {
            Meaning meaning = arrival.meaning == null ? Meaning.UNUSABLE : arrival.meaning;
            if (meaning == Meaning.NO_LINE || meaning == Meaning.NO_PERSON || meaning == Meaning.LOOP) {
                LOG.warn("Text at account {} goes no further: {}", arrival.sms.account(), meaning);
            }
            texts.insert(
                    arrivals.tx,
                    ids.next(),
                    arrival.sms.account(),
                    CarrierIds.kept(arrival.sms.carrierId()),
                    arrival.line,
                    arrival.member,
                    meaning,
                    arrival.text,
                    clock.instant());
        }
    }
}
