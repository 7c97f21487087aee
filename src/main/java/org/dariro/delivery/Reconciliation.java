package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.api.Sent;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.CarrierIds;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Nodes;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of parcels whose answer was lost: by asking the carrier, where it can be asked; by receipts
 * otherwise. What stays unknown is listed for a person. Only a safeguarding reply is sent once more after a minute.
 *
 * <p>Setting: {@code DARIRO_LOOKUP_SECONDS} (10; 1 to 3,600), after which a carrier is asked.
 */
@Component
public class Reconciliation {
    private static final int PAGE = 200;

    /** So long the texts behind one whose answer was lost wait for it to be found out, to stay in order. */
    static final Duration ORDER_PATIENCE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final Duration SAFETY_PATIENCE = Duration.ofSeconds(60);
    private static final String SENT_TWICE = "sent-twice";
    private final Database database;
    private final DeliveryDao dao;
    private final Dispatch dispatch;
    private final Accounts accounts;
    private final Lines lines;
    private final Members members;
    private final CarrierIdDao carrierIds;
    private final Vault vault;
    private final Nodes nodes;
    private final Settlement settlement;
    private final InstantSource clock;

    /** A carrier may still be busy with what it got just before. */
    private final Duration settled;

    /** The last parcel that was asked about: where there are many that nobody can tell of, others get their turn. */
    private long asked;

    @Inject
    public Reconciliation(
            Database database,
            DeliveryDao dao,
            Dispatch dispatch,
            Accounts accounts,
            Lines lines,
            Members members,
            CarrierIdDao carrierIds,
            Vault vault,
            Nodes nodes,
            Settlement settlement,
            InstantSource clock,
            Settings settings) {
        this.database = database;
        this.dao = dao;
        this.dispatch = dispatch;
        this.accounts = accounts;
        this.lines = lines;
        this.members = members;
        this.carrierIds = carrierIds;
        this.vault = vault;
        this.nodes = nodes;
        this.settlement = settlement;
        this.clock = clock;
        settled = Duration.ofSeconds(settings.number("DARIRO_LOOKUP_SECONDS", 10, 1, 3_600));
    }

    /** Takes over what nodes that are gone had on the wire, and what this one lost sight of: its fate is unknown. */
    public void abandon() {
        database.useTransaction(tx -> {
            Instant now = clock.instant();
            int gone = dao.abandon(tx, nodes.live(tx), now);
            for (long parcel : dao.claimedBefore(tx, nodes.id(), now.minus(ORDER_PATIENCE))) {
                if (!settlement.isOnTheWire(
                        parcel)) { // claimed by us, but it never reached a lane, or its outcome is lost
                    dao.settle(tx, parcel, ParcelState.SENDING, ParcelState.UNKNOWN, "never-settled", now, now);
                    gone++;
                }
            }
            if (gone > 0) {
                tx.afterCommit(dispatch::wake);
            }
        });
    }

    /**
     * Asks carriers about all parcels whose fate is unknown, as long as they answer; goes on from there the next time. No
     * transaction is open while a carrier is asked.
     */
    public void resolve() {
        boolean more = true;
        while (more) {
            long from = asked;
            List<DeliveryDao.Stored> unknown = database.inTransaction(
                    tx -> dao.unknownSince(tx, clock.instant().minus(settled), from, PAGE));
            boolean full = unknown.size() == PAGE;
            asked = full ? unknown.get(PAGE - 1).id() : 0;
            boolean told = resolve(unknown);
            more = full && told;
        }
    }

    /** What a carrier said of a parcel. */
    private record Answered(DeliveryDao.Stored parcel, Optional<LookUp> answer) {}

    private boolean resolve(List<DeliveryDao.Stored> unknown) {
        if (unknown.isEmpty()) {
            return false;
        }
        Map<Long, Member> known = database.inTransaction(tx -> members.get(
                tx,
                unknown.stream().map(DeliveryDao.Stored::memberId).distinct().toList()));
        List<Answered> answers = new ArrayList<>();
        for (DeliveryDao.Stored stored : unknown) {
            Member member = known.get(stored.memberId());
            if (member != null) {
                answers.add(new Answered(stored, ask(stored, member)));
            }
        }
        database.useTransaction(tx -> answers.forEach(one -> settle(tx, one.parcel(), one.answer())));
        return answers.stream().anyMatch(one -> one.answer().isPresent());
    }

    private Optional<LookUp> ask(DeliveryDao.Stored stored, Member member) {
        Line line = lines.get(stored.lineId());
        Recipient recipient = new Recipient(member.number(), Long.toString(stored.id()));
        String text = vault.serviceKey().open(stored.sealed(), Outbox.PLACE);
        try {
            return accounts.get(line.account())
                    .gateway()
                    .lookUp(
                            new Sent(line.address(), text, recipient, stored.changedAt(), List.of()),
                            id -> isAnothers(line.account(), id, stored.id()));
        } catch (RuntimeException e) {
            LOG.error("Account {} failed while it was asked: {}", line.account(), Faults.describe(e));
            return Optional.empty();
        }
    }

    private boolean isAnothers(String account, String id, long parcel) {
        return database.inTransaction(tx -> carrierIds.find(tx, account, List.of(CarrierIds.kept(id)))).stream()
                .anyMatch(known -> known.parcel() != parcel);
    }

    private void settle(Transaction tx, DeliveryDao.Stored stored, Optional<LookUp> answer) {
        Instant now = clock.instant();
        if (answer.isPresent() && answer.get() instanceof LookUp.Found found) {
            ParcelState state = Receipts.state(found.report().status());
            String account = lines.get(stored.lineId()).account();
            if (!accounts.get(account).capabilities().echoesReference()) {
                carrierIds.insert(tx, account, found.report().carrierId(), stored.id()); // receipts follow
            }
            dao.settle(
                    tx,
                    stored.id(),
                    ParcelState.UNKNOWN,
                    state,
                    found.report().code().orElse(null),
                    now,
                    now);
        } else if (answer.isPresent()) {
            ready(tx, stored, "not-taken", now);
        } else if (stored.kind() == Kind.SAFETY
                && stored.attempts() < 2
                && !stored.changedAt().plus(SAFETY_PATIENCE).isAfter(now)) {
            ready(tx, stored, SENT_TWICE, now);
        }
    }

    private void ready(Transaction tx, DeliveryDao.Stored stored, String code, Instant now) {
        dao.settle(tx, stored.id(), ParcelState.UNKNOWN, ParcelState.READY, code, now, now);
        tx.afterCommit(dispatch::wake);
    }
}
