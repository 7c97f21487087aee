package org.dariro.inbound;

import jakarta.inject.Inject;
import org.dariro.conversation.Command;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.RecentWords;
import org.dariro.safeguarding.Screener;

/** Screen: every text that a person wrote, whatever it asks for, before anyone else gets it. */
@Component
public class Screen implements Step {
    private final Screener screener;
    private final RecentWords recent;

    @Inject
    public Screen(Screener screener, RecentWords recent) {
        this.screener = screener;
        this.recent = recent;
    }

    @Override
    public void apply(Arrivals arrivals) {
        arrivals.onTheirWay().forEach(arrival -> screen(arrivals.tx, arrival));
    }

    private void screen(Transaction tx, Arrival arrival) {
        if (arrival.member != null) {
            String words = arrival.asked instanceof Command.Post post ? post.text() : arrival.text;
            boolean holdsHigh =
                    arrival.speaker.map(speaker -> speaker.group().holdsHigh()).orElse(false);
            arrival.ruling = screener.rule(
                    words,
                    arrival.member.language(),
                    arrival.speaker.map(speaker -> speaker.group().country()).orElse(""),
                    holdsHigh,
                    recent.before(tx, arrival.member.id(), words));
            arrival.screened = true;
        }
    }
}
