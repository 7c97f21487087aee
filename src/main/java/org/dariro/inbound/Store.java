package org.dariro.inbound;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.dariro.conversation.Meaning;
import org.dariro.platform.CarrierIds;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.safeguarding.ScreeningRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Store: the text itself, and what became of it. */
@Component
public class Store implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private final TextDao texts;
    private final ScreeningRecord screened;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Store(TextDao texts, ScreeningRecord screened, Ids ids, InstantSource clock) {
        this.texts = texts;
        this.screened = screened;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void apply(Arrivals arrivals) {
        List<ScreeningRecord.Screened> decisions = new ArrayList<>();
        for (Arrival arrival : arrivals.all()) {
            Meaning meaning = arrival.meaning == null ? Meaning.UNUSABLE : arrival.meaning;
            if (meaning == Meaning.NO_LINE || meaning == Meaning.NO_PERSON || meaning == Meaning.LOOP) {
                LOG.warn("Text at account {} goes no further: {}", arrival.sms.account(), meaning);
            }
            long id = ids.next();
            if (arrival.screened && arrival.member != null) {
                decisions.add(new ScreeningRecord.Screened(id, arrival.member.id(), arrival.ruling));
            }
            texts.insert(
                    arrivals.tx,
                    id,
                    arrival.sms.account(),
                    CarrierIds.kept(arrival.sms.carrierId()),
                    arrival.line,
                    arrival.member,
                    meaning,
                    arrival.text,
                    clock.instant());
        }
        screened.texts(arrivals.tx, decisions);
    }
}
