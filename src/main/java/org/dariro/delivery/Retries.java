package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Nodes;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;

/** Claims parcels that wait in the table, as soon as they are due and their account has room. */
@Component
public class Retries {
    private static final int AT_ONCE = 500;
    private final Database database;
    private final DeliveryDao dao;
    private final Dispatch dispatch;
    private final Lines lines;
    private final Members members;
    private final Memberships memberships;
    private final Vault vault;
    private final Nodes nodes;
    private final InstantSource clock;

    @Inject
    public Retries(
            Database database,
            DeliveryDao dao,
            Dispatch dispatch,
            Lines lines,
            Members members,
            Memberships memberships,
            Vault vault,
            Nodes nodes,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.dispatch = dispatch;
        this.lines = lines;
        this.members = members;
        this.memberships = memberships;
        this.vault = vault;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** Claims and hands over what is due; tells whether there may be more. */
    public boolean claimDue() {
        return database.inTransaction(tx -> {
            List<DeliveryDao.Stored> ready =
                    dao.ready(tx, clock.instant(), clock.instant().minus(Reconciliation.ORDER_PATIENCE), AT_ONCE);
            Map<Long, Member> known = members.get(
                    tx,
                    ready.stream().map(DeliveryDao.Stored::memberId).distinct().toList());
            List<Long> claimed = new ArrayList<>();
            for (DeliveryDao.Stored stored : ready) {
                Member member = known.get(stored.memberId());
                if (member == null || !mayGet(tx, member, stored)) {
                    Instant now = clock.instant();
                    String code = member == null ? "erased" : "stopped";
                    dao.settle(tx, stored.id(), ParcelState.READY, ParcelState.FAILED, code, now, now);
                } else if (dispatch.admit(lines.get(stored.lineId()).account(), 1)) {
                    tx.afterRollback(
                            () -> dispatch.giveBack(lines.get(stored.lineId()).account(), 1));
                    claim(tx, stored, member);
                    claimed.add(stored.id());
                }
            }
            return !claimed.isEmpty(); // what waits behind the oldest of a member is next
        });
    }

    /** A STOP holds for what comes back from the wire too; answers to a member's own texts and crisis cards go out. */
    private boolean mayGet(Transaction tx, Member member, DeliveryDao.Stored stored) {
        if (stored.kind() == Kind.SAFETY || stored.kind() == Kind.SYSTEM) {
            return true;
        }
        return !member.stopped()
                && memberships.of(tx, member.id()).stream()
                        .anyMatch(place -> place.groupId() == stored.groupId() && place.standing() == Standing.ACTIVE);
    }

    private void claim(Transaction tx, DeliveryDao.Stored stored, Member member) {
        Instant now = clock.instant();
        dao.claim(tx, stored.id(), nodes.id(), now);
        Line line = lines.get(stored.lineId());
        Parcel parcel =
                new Parcel(stored.id(), stored.memberId(), member.number(), stored.kind(), stored.attempts() + 1);
        long key = stored.kind() == Kind.GROUP ? stored.groupId() : stored.memberId();
        Consignment consignment =
                new Consignment(line, vault.serviceKey().open(stored.sealed(), Outbox.PLACE), key, List.of(parcel));
        tx.afterCommit(() -> {
            dispatch.resume(stored.memberId());
            dispatch.hand(consignment);
        });
    }
}
