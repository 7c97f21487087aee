package org.dariro.ussd;

import jakarta.inject.Inject;
import java.time.InstantSource;
import org.dariro.conversation.Asking;
import org.dariro.conversation.Conversation;
import org.dariro.conversation.ConversationSettings;
import org.dariro.conversation.Joining;
import org.dariro.conversation.Keywords;
import org.dariro.conversation.Leaving;
import org.dariro.conversation.Posting;
import org.dariro.conversation.Replies;
import org.dariro.conversation.Reporting;
import org.dariro.conversation.SenderWatch;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.safeguarding.RecentWords;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.Screener;
import org.dariro.safeguarding.ScreeningRecord;

/** What the screens can do: the parts of the conversation that SMS uses too. */
@Component
public class Abilities {
    final Conversation conversation;
    final Asking asking;
    final Joining joining;
    final Leaving leaving;
    final Posting posting;
    final Reporting reporting;
    final Replies replies;
    final Keywords keywords;
    final SenderWatch watch;
    final ConversationSettings settings;
    final Screener screener;
    final RecentWords recent;
    final ScreeningRecord screened;
    final Safeguard safeguard;
    final Groups groups;
    final Memberships memberships;
    final GroupLog log;
    final Messages messages;
    final Questions questions;
    final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Abilities(
            Conversation conversation,
            Asking asking,
            Joining joining,
            Leaving leaving,
            Posting posting,
            Reporting reporting,
            Replies replies,
            Keywords keywords,
            SenderWatch watch,
            ConversationSettings settings,
            Screener screener,
            RecentWords recent,
            ScreeningRecord screened,
            Safeguard safeguard,
            Groups groups,
            Memberships memberships,
            GroupLog log,
            Messages messages,
            Questions questions,
            InstantSource clock) {
        this.conversation = conversation;
        this.asking = asking;
        this.joining = joining;
        this.leaving = leaving;
        this.posting = posting;
        this.reporting = reporting;
        this.replies = replies;
        this.keywords = keywords;
        this.watch = watch;
        this.settings = settings;
        this.screener = screener;
        this.recent = recent;
        this.screened = screened;
        this.safeguard = safeguard;
        this.groups = groups;
        this.memberships = memberships;
        this.log = log;
        this.messages = messages;
        this.questions = questions;
        this.clock = clock;
    }
}
