package org.dariro.inbound;

import jakarta.inject.Inject;
import org.dariro.conversation.Command;
import org.dariro.platform.Component;
import org.dariro.safeguarding.Screener;

/** Screen: every text that a person wrote, whatever it asks for, before anyone else gets it. */
@Component
public class Screen implements Step {
    private final Screener screener;

    @Inject
    public Screen(Screener screener) {
        this.screener = screener;
    }

    @Override
    public void apply(Arrivals arrivals) {
        arrivals.onTheirWay().forEach(this::screen);
    }

    private void screen(Arrival arrival) {
        if (arrival.member != null) {
            String words = arrival.asked instanceof Command.Post post ? post.text() : arrival.text;
            boolean holdsHigh =
                    arrival.speaker.map(speaker -> speaker.group().holdsHigh()).orElse(false);
            arrival.ruling = screener.rule(words, arrival.member.language(), holdsHigh);
            arrival.screened = true;
        }
    }
}
