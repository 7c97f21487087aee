package org.dariro.delivery;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.gateway.Line;
import org.dariro.gateway.Quote;
import org.dariro.gateway.Tariff;
import org.dariro.gateways.api.Money;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.spend.Corrections;

/** Parcels that wait go to another line. What posts and a mentor's words cost more there, the group pays first. */
@Component
public class Transfers {
    private static final Set<Kind> PAID = Set.of(Kind.GROUP, Kind.MENTOR, Kind.CARE);

    private final FailoverDao dao;
    private final Tariff tariff;
    private final Corrections corrections;
    private final Fares fares;
    private final Till till;
    private final InstantSource clock;

    @Inject
    public Transfers(
            FailoverDao dao, Tariff tariff, Corrections corrections, Fares fares, Till till, InstantSource clock) {
        this.dao = dao;
        this.tariff = tariff;
        this.corrections = corrections;
        this.fares = fares;
        this.till = till;
        this.clock = clock;
    }

    /**
     * A parcel that waits.
     *
     * @param group 0 if it belongs to none
     * @param line that it waits for
     */
    record Waiting(long parcel, long member, long group, Kind kind, long line, int segments) {}

    /**
     * Sends what waits for one member of a group by another line; false, and nothing is changed, when the budgets have too
     * little for what it costs more there.
     *
     * @param always whether it goes even then, for somebody in danger; what is left may then go below nothing
     */
    boolean move(Transaction tx, List<Waiting> parcels, Member member, Line to, boolean always) {
        List<Waiting> own =
                parcels.stream().filter(one -> PAID.contains(one.kind())).toList();
        Optional<String> currency =
                own.isEmpty() ? Optional.empty() : till.currency(tx, own.get(0).group());
        boolean paid = false;
        if (currency.isPresent()) {
            Optional<BigDecimal> more = more(tx, own, member, to, currency.get());
            boolean dearer = more.filter(one -> one.signum() <= 0).isEmpty();
            paid = dearer && more.isPresent();
            if (dearer && !till.payMore(tx, own.get(0).group(), more, always)) {
                return false;
            }
        }
        Quote quote = tariff.quote(tx, to.id(), member);
        boolean counted = paid;
        corrections.moved(
                tx,
                parcels.stream()
                        .map(one -> new Corrections.Move(
                                one.parcel(), one.segments(), one.line(), quote, counted && own.contains(one)))
                        .toList());
        parcels.forEach(one -> dao.redirect(tx, one.parcel(), to.id(), clock.instant()));
        return true;
    }

    /** By how much parcels cost more on another line; empty where no price or exchange rate says so. */
    private Optional<BigDecimal> more(Transaction tx, List<Waiting> parcels, Member member, Line to, String currency) {
        Map<Long, Map<String, BigDecimal>> expected =
                corrections.expected(tx, parcels.stream().map(Waiting::parcel).toList());
        BigDecimal more = BigDecimal.ZERO;
        for (Waiting parcel : parcels) {
            Optional<BigDecimal> cost = fares.cost(tx, to.id(), member, parcel.segments(), currency);
            if (cost.isEmpty()) {
                return cost;
            }
            more = more.add(cost.get());
            for (var old : expected.getOrDefault(parcel.parcel(), Map.of()).entrySet()) {
                Optional<BigDecimal> before = fares.in(tx, new Money(old.getValue(), old.getKey()), currency);
                if (before.isEmpty()) {
                    return before;
                }
                more = more.subtract(before.get());
            }
        }
        return Optional.of(more);
    }
}
