package org.dariro;

import java.time.InstantSource;
import org.dariro.conversation.Conversation;
import org.dariro.conversation.SenderWatch;
import org.dariro.conversation.Whereabouts;
import org.dariro.delivery.DeliveryRoute;
import org.dariro.inbound.Converse;
import org.dariro.inbound.Deduplicate;
import org.dariro.inbound.FrontDoor;
import org.dariro.inbound.Identify;
import org.dariro.inbound.InboundRoute;
import org.dariro.inbound.OptOutRoute;
import org.dariro.inbound.PartDao;
import org.dariro.inbound.Parts;
import org.dariro.inbound.PartsRoute;
import org.dariro.inbound.ReceiptRoute;
import org.dariro.inbound.Screen;
import org.dariro.inbound.Store;
import org.dariro.inbound.TextDao;
import org.dariro.inbound.Understand;
import org.dariro.inbound.UnderstandNoCommands;
import org.dariro.platform.KeyCheck;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.programme.ClosingRoute;
import org.dariro.programme.ProgrammeRoute;
import org.dariro.safeguarding.escalation.EscalationRoute;
import org.dariro.ussd.Abilities;
import org.dariro.ussd.Entrance;
import org.dariro.ussd.SessionDao;
import org.dariro.ussd.Sessions;
import org.dariro.ussd.UssdRoute;

/**
 * The service wired by plain constructors, without a container: for tests, replays and tools. In the container CDI wires
 * the same classes ({@link Wiring}). Its layers are those of the packages, each on those below it.
 */
@SuppressWarnings("checkstyle:VisibilityModifier")
public final class Dariro extends ProgrammeLayer implements AutoCloseable {
    public final FrontDoor frontDoor;
    public final Parts parts;
    private final Lifecycle lifecycle;

    /** Wires everything; {@link #start} starts it. */
    public Dariro(Settings settings, Vault vault, InstantSource clock, Work work) {
        this(settings, vault, clock, work, false);
    }

    /**
     * Wires everything.
     *
     * @param everythingIsAPost for replays: no text is taken for a command
     */
    public Dariro(Settings settings, Vault vault, InstantSource clock, Work work, boolean everythingIsAPost) {
        super(settings, vault, clock, work);
        frontDoor = new FrontDoor(database, camel, work);
        Conversation conversation = new Conversation(
                joining,
                leaving,
                asking,
                posting,
                confiding,
                answers,
                reporting,
                safeguard,
                replies,
                keywords,
                acknowledgement);
        Whereabouts whereabouts = new Whereabouts(memberships, groups, groupLines, lines, health, outbox);
        SenderWatch senders = new SenderWatch(conversationSettings, clock);
        TextDao texts = new TextDao();
        routes.add(new InboundRoute(
                frontDoor,
                new Deduplicate(texts),
                new Identify(lines, members, memberships, groups, whereabouts),
                everythingIsAPost
                        ? new UnderstandNoCommands(keywords, asking, groups, whereabouts, acknowledgement, clock)
                        : new Understand(keywords, asking, groups, whereabouts, acknowledgement, clock),
                new Screen(screener, recent),
                new Converse(conversation, wellbeingAnswers, senders, log),
                new Store(texts, screened, ids, clock)));
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
                conversationSettings,
                screener,
                recent,
                screened,
                safeguard,
                groups,
                memberships,
                log,
                messages,
                wellbeingAnswers,
                clock);
        Entrance entrance = new Entrance(members, groups, whereabouts, messages);
        routes.add(new UssdRoute(
                new Sessions(database, lines, entrance, new SessionDao(ids), can, vault, clock), database, charges));
        parts = new Parts(database, new PartDao(), frontDoor, vault, ids, clock, settings, work);
        routes.add(new PartsRoute(parts));
        routes.add(new ReceiptRoute(receipts, work));
        routes.add(new OptOutRoute(database, members, optOuts));
        routes.add(new DeliveryRoute(
                packer,
                retries,
                receipts,
                reconciliation,
                chargeRequests,
                spendDays,
                figures,
                failover,
                budgetWatch,
                nodes));
        lifecycle = new Lifecycle(
                new KeyCheck(database, vault), lexicons, camel, accounts, due, dispatch, figures, settlement, work);
    }

    /** Starts the routes, and on a threaded service the loops. */
    public Dariro start() {
        try {
            lifecycle.start(routes);
            lifecycle.drive();
            packer.findDue();
        } catch (Exception e) {
            throw new IllegalStateException("The service did not start", e);
        }
        return this;
    }

    /** Does everything that is due by now, when work is done inline. */
    public void runDue() {
        camel.request(EscalationRoute.TURN, true, Boolean.class);
        camel.request(ClosingRoute.TURN, true, Boolean.class);
        camel.request(ProgrammeRoute.TURN, true, Boolean.class);
        boolean more = true;
        while (more) {
            more = camel.request(DeliveryRoute.PACKING, true, Boolean.class)
                    || camel.request(DeliveryRoute.DISPATCH, true, Boolean.class);
        }
    }

    @Override
    public void close() {
        lifecycle.stop();
        accounts.close();
        database.close();
    }
}
