package org.dariro.delivery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Line;
import org.dariro.gateway.Tariff;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Nodes;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.spend.Corrections;
import org.dariro.spend.Estimate;
import org.dariro.spend.Segments;
import org.jspecify.annotations.Nullable;

/**
 * Where MTs are written down. What is written here in a transaction goes out when it is committed, and never otherwise.
 *
 * <p>A parcel is written as SENDING when the line's account has room for it right now, which saves a second write before
 * the wire; otherwise as READY, to be claimed when there is room.
 */
@Component
public class Outbox {
    static final String PLACE = "parcel";
    private final DeliveryDao dao;
    private final Dispatch dispatch;
    private final Accounts accounts;
    private final Tariff tariff;
    private final Vault vault;
    private final Nodes nodes;
    private final Ids ids;
    private final Corrections corrections;
    private final InstantSource clock;

    @Inject
    public Outbox(
            DeliveryDao dao,
            Dispatch dispatch,
            Accounts accounts,
            Tariff tariff,
            Vault vault,
            Nodes nodes,
            Ids ids,
            Corrections corrections,
            InstantSource clock) {
        this.dao = dao;
        this.accounts = accounts;
        this.dispatch = dispatch;
        this.tariff = tariff;
        this.vault = vault;
        this.nodes = nodes;
        this.ids = ids;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** Sends words of the service to one member. */
    public void send(Transaction tx, Line line, Member to, @Nullable Long group, Kind kind, String text) {
        send(tx, line, to, group, kind, text, null);
    }

    /**
     * Sends words to one member, in several texts where the line does not carry them in one.
     *
     * @param causedBy the place of whoever wrote it; null for the service
     */
    public void send(
            Transaction tx,
            Line line,
            Member to,
            @Nullable Long group,
            Kind kind,
            String text,
            @Nullable Long causedBy) {
        // help waits behind nothing
        Set<Long> waiting = kind == Kind.SAFETY
                ? Set.of()
                : dao.waiting(tx, List.of(to.id()), clock.instant().minus(Reconciliation.ORDER_PATIENCE));
        PackingLimits limits = limits(line);
        for (String part : LongPost.split(text, limits)) {
            Segments segments = limits.rules().segments(part);
            Worth worth = Worth.alone(segments, causedBy);
            put(tx, line, part, segments, worth, kind, group, List.of(new Addressee(to, null, null)), waiting);
            waiting = Set.of(to.id());
        }
    }

    private PackingLimits limits(Line line) {
        return PackingLimits.of(
                PackingLimits.JOINED, line, accounts.get(line.account()).capabilities());
    }

    /** How many segments words are billed as when they are sent by a line. */
    int segments(Line line, String text) {
        PackingLimits limits = limits(line);
        return LongPost.split(text, limits).stream()
                .mapToInt(part -> limits.rules().segments(part).count())
                .sum();
    }

    /** Whether something for a member is on the wire this moment, on whatever line. */
    public boolean isSending(Transaction tx, long member) {
        return dao.isSending(tx, member);
    }

    /** Takes back what still waits for a member; a crisis card goes out all the same. */
    public void cancel(Transaction tx, long member, @Nullable Long group) {
        dao.cancel(tx, member, group, clock.instant());
        corrections.stopped(tx, member);
    }

    /**
     * One who gets a text.
     *
     * @param firstSeq the first post in it, null if there is none
     */
    record Addressee(
            Member member,
            @Nullable Long firstSeq,
            @Nullable Long lastSeq) {}

    /** Sends one text to several members; whoever is among {@code waiting} gets it behind what already waits. */
    void put(
            Transaction tx,
            Line line,
            String text,
            Segments segments,
            Worth worth,
            Kind kind,
            @Nullable Long group,
            List<Addressee> addressees,
            Set<Long> waiting) {
        Instant now = clock.instant();
        long textId = ids.next();
        dao.insertText(
                tx,
                textId,
                vault.serviceKey().seal(text, PLACE),
                segments.encoding().name(),
                segments.count());
        boolean room = dispatch.admit(line.account(), kind, addressees.size());
        List<Parcel> claimed = new ArrayList<>(addressees.size());
        for (Addressee addressee : addressees) {
            Member member = addressee.member();
            boolean claim = room
                    && (kind == Kind.SAFETY || (!waiting.contains(member.id()) && !dispatch.isClaiming(member.id())));
            Parcel parcel = new Parcel(ids.next(), member.id(), member.number(), kind, claim ? 1 : 0);
            dao.insert(
                    tx,
                    parcel,
                    textId,
                    group,
                    line.id(),
                    addressee.firstSeq(),
                    addressee.lastSeq(),
                    claim ? ParcelState.SENDING : ParcelState.READY,
                    nodes.id(),
                    new Estimate(
                            segments.count(),
                            worth.naiveSegments(),
                            tariff.quote(tx, line.id(), member),
                            worth.causedBy()),
                    now);
            if (claim) {
                claimed.add(parcel);
            }
        }
        if (room) {
            dispatch.giveBack(line.account(), addressees.size() - claimed.size());
            tx.afterRollback(() -> dispatch.giveBack(line.account(), claimed.size()));
        }
        if (claimed.size() < addressees.size()) {
            tx.afterCommit(dispatch::wake);
        }
        if (!claimed.isEmpty()) {
            long key =
                    kind == Kind.GROUP && group != null ? group : claimed.get(0).memberId();
            Consignment consignment = new Consignment(line, text, key, claimed, false);
            tx.afterCommit(() -> dispatch.hand(consignment));
        }
    }
}
