package org.dariro.inbound;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.Command;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Helpers;
import org.dariro.platform.Work;
import org.dariro.safeguarding.RecentWords;
import org.dariro.safeguarding.Screener;

/** Screen: every text that a person wrote, whatever it asks for, before anyone else gets it. */
@Component
public class Screen implements Step {
    /** Each thread that screens keeps some megabytes for it. */
    private static final int MOST_HELPERS = 3;

    private final Screener screener;
    private final RecentWords recent;
    private final Helpers helpers;

    @Inject
    public Screen(Screener screener, RecentWords recent, Work work) {
        this.screener = screener;
        this.recent = recent;
        int cores = Runtime.getRuntime().availableProcessors();
        this.helpers = work.helpers("screen", Math.max(1, Math.min(MOST_HELPERS, cores - 1)));
    }

    /** Several at a time: a text whose sentences are read takes a core some milliseconds, and all that came with it would wait. */
    @Override
    public void apply(Arrivals arrivals) {
        List<Runnable> rulings = new ArrayList<>();
        arrivals.onTheirWay().forEach(arrival -> {
            Member member = arrival.member;
            if (member != null) {
                String words = arrival.asked instanceof Command.Post post ? post.text() : arrival.text;
                Optional<String> before = recent.before(arrivals.tx, member.id(), words);
                rulings.add(() -> rule(arrival, member, words, before));
            }
        });
        helpers.share(rulings);
    }

    private void rule(Arrival arrival, Member member, String words, Optional<String> before) {
        arrival.ruling = screener.rule(
                words,
                member.language(),
                arrival.speaker.map(speaker -> speaker.group().country()).orElse(""),
                arrival.speaker.map(speaker -> speaker.group().holdsHigh()).orElse(false),
                before);
        arrival.screened = true;
    }
}
