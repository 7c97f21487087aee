package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
import org.dariro.spend.Corrections;

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
    private final Corrections corrections;
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
            Corrections corrections,
            Vault vault,
            Nodes nodes,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.dispatch = dispatch;
        this.lines = lines;
        this.members = members;
        this.memberships = memberships;
        this.corrections = corrections;
        this.vault = vault;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** Claims and hands over what is due; tells whether there may be more. */
    public boolean claimDue() {
        List<Long> roomy = lines(account -> dispatch.hasRoom(account));
        List<Long> pressing = lines(account -> dispatch.mayPress(account));
        Instant patience = clock.instant().minus(Reconciliation.ORDER_PATIENCE);
        return database.inTransaction(tx -> {
            List<DeliveryDao.Stored> ready = dao.ready(tx, roomy, pressing, clock.instant(), patience, AT_ONCE);
            Map<Long, Member> known = members.get(
                    tx,
                    ready.stream().map(DeliveryDao.Stored::memberId).distinct().toList());
            Map<Body, List<Parcel>> claimed = new LinkedHashMap<>();
            for (DeliveryDao.Stored stored : ready) {
                Member member = known.get(stored.memberId());
                String account = lines.get(stored.lineId()).account();
                if (member == null || !mayGet(tx, member, stored)) {
                    Instant now = clock.instant();
                    String code = member == null ? "erased" : "stopped";
                    dao.settle(tx, stored.id(), ParcelState.READY, ParcelState.FAILED, code, now, now);
                    corrections.unsent(tx, stored.id());
                } else if (dispatch.admit(account, stored.kind(), 1)) {
                    tx.afterRollback(() -> dispatch.giveBack(account, 1));
                    claimed.computeIfAbsent(Body.of(stored), body -> new ArrayList<>())
                            .add(claim(tx, stored, member));
                }
            }
            claimed.forEach((body, parcels) -> tx.afterCommit(() -> hand(body, parcels)));
            return !claimed.isEmpty(); // what waits behind the oldest of a member is next
        });
    }

    /** Forgets who waited, where nothing does any more. */
    public void forget() {
        Set<Long> since = dispatch.waitingSince(clock.instant().minus(Reconciliation.ORDER_PATIENCE));
        if (!since.isEmpty()) {
            Set<Long> still = database.inTransaction(
                    tx -> dao.waiting(tx, since, clock.instant().minus(Reconciliation.ORDER_PATIENCE)));
            since.stream().filter(member -> !still.contains(member)).forEach(dispatch::resume);
        }
    }

    private List<Long> lines(Predicate<String> account) {
        return lines.all().stream()
                .filter(line -> account.test(line.account()))
                .map(Line::id)
                .toList();
    }

    /** What is sent in one batch: a text by a line, and what it belongs to. */
    private record Body(
            long line,
            long text,
            long group,
            @SuppressWarnings("ArrayRecordComponent") byte[] sealed) {
        static Body of(DeliveryDao.Stored stored) {
            long group = stored.kind() == Kind.GROUP ? stored.groupId() : stored.memberId();
            return new Body(stored.lineId(), stored.textId(), group, stored.sealed());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Body body && body.line == line && body.text == text && body.group == group;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(text);
        }
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

    private Parcel claim(Transaction tx, DeliveryDao.Stored stored, Member member) {
        dao.claim(tx, stored.id(), nodes.id(), clock.instant());
        if (stored.kind() != Kind.SAFETY) { // a crisis card waits for nobody, and nobody for it
            dispatch.claims(stored.memberId());
            tx.afterRollback(() -> dispatch.claimed(stored.memberId(), false));
        }
        return new Parcel(stored.id(), stored.memberId(), member.number(), stored.kind(), stored.attempts() + 1);
    }

    private void hand(Body body, List<Parcel> parcels) {
        String text = vault.serviceKey().open(body.sealed(), Outbox.PLACE);
        dispatch.hand(new Consignment(lines.get(body.line()), text, body.group(), parcels, true));
        parcels.stream()
                .filter(parcel -> parcel.kind() != Kind.SAFETY)
                .forEach(parcel -> dispatch.claimed(parcel.memberId(), true));
    }
}
