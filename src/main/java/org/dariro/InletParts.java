package org.dariro;

import java.time.InstantSource;
import org.apache.camel.RoutesBuilder;
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
import org.dariro.conversation.Whereabouts;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.GroupLines;
import org.dariro.gateway.Health;
import org.dariro.gateway.Lines;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.Memberships;
import org.dariro.inbound.Converse;
import org.dariro.inbound.Deduplicate;
import org.dariro.inbound.FrontDoor;
import org.dariro.inbound.Identify;
import org.dariro.inbound.InboundRoute;
import org.dariro.inbound.Screen;
import org.dariro.inbound.Store;
import org.dariro.inbound.TextDao;
import org.dariro.inbound.Understand;
import org.dariro.inbound.UnderstandNoCommands;
import org.dariro.member.Members;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Messages;
import org.dariro.platform.Vault;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.Screener;
import org.dariro.safeguarding.ScreeningRecord;
import org.dariro.safeguarding.escalation.Acknowledgement;
import org.dariro.spend.Charges;
import org.dariro.ussd.Abilities;
import org.dariro.ussd.Entrance;
import org.dariro.ussd.SessionDao;
import org.dariro.ussd.Sessions;
import org.dariro.ussd.UssdRoute;

/** The ways by which people's words come in, wired by plain constructors. */
final class InletParts {
    final RoutesBuilder sms;
    final RoutesBuilder ussd;

    @SuppressWarnings("TooManyParameters")
    InletParts(
            boolean everythingIsAPost,
            Database database,
            FrontDoor frontDoor,
            Lines lines,
            GroupLines groupLines,
            Health health,
            Outbox outbox,
            Members members,
            Memberships memberships,
            Groups groups,
            GroupLog log,
            Keywords keywords,
            Asking asking,
            Joining joining,
            Leaving leaving,
            Posting posting,
            Reporting reporting,
            Safeguard safeguard,
            Replies replies,
            Screener screener,
            ScreeningRecord screened,
            Acknowledgement acknowledgement,
            ConversationSettings settings,
            Messages messages,
            Charges charges,
            Vault vault,
            Ids ids,
            InstantSource clock) {
        Conversation conversation = new Conversation(
                joining, leaving, asking, posting, reporting, safeguard, replies, keywords, acknowledgement);
        Whereabouts whereabouts = new Whereabouts(memberships, groups, groupLines, lines, health, outbox);
        SenderWatch senders = new SenderWatch(settings, clock);
        TextDao texts = new TextDao();
        sms = new InboundRoute(
                frontDoor,
                new Deduplicate(texts),
                new Identify(lines, members, memberships, groups, whereabouts),
                everythingIsAPost
                        ? new UnderstandNoCommands(keywords, asking, groups, whereabouts, acknowledgement, clock)
                        : new Understand(keywords, asking, groups, whereabouts, acknowledgement, clock),
                new Screen(screener),
                new Converse(conversation, senders, log),
                new Store(texts, screened, ids, clock));
        Abilities can = new Abilities(
                conversation,
                asking,
                joining,
                leaving,
                posting,
                reporting,
                replies,
                keywords,
                senders,
                settings,
                screener,
                screened,
                safeguard,
                groups,
                memberships,
                log,
                messages,
                clock);
        Entrance entrance = new Entrance(members, groups, whereabouts, messages);
        ussd = new UssdRoute(
                new Sessions(database, lines, entrance, new SessionDao(ids), can, vault, clock), database, charges);
    }
}
