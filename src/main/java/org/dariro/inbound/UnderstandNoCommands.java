package org.dariro.inbound;

import java.time.InstantSource;
import org.dariro.conversation.Asking;
import org.dariro.conversation.Command;
import org.dariro.conversation.Keywords;
import org.dariro.conversation.Whereabouts;
import org.dariro.group.Groups;
import org.dariro.safeguarding.escalation.Acknowledgement;

/** Takes every text as a post, whatever its words: for replays of conversations that were held elsewhere. */
public class UnderstandNoCommands extends Understand {
    public UnderstandNoCommands(
            Keywords keywords,
            Asking asking,
            Groups groups,
            Whereabouts whereabouts,
            Acknowledgement acknowledgement,
            InstantSource clock) {
        super(keywords, asking, groups, whereabouts, acknowledgement, clock);
    }

    @Override
    public void apply(Arrivals arrivals) {
        arrivals.onTheirWay().forEach(arrival -> arrival.asked = new Command.Post(arrival.text));
    }
}
