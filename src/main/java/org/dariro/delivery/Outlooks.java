package org.dariro.delivery;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Budgets;
import org.dariro.spend.budget.Course;
import org.dariro.spend.budget.Outlook;
import org.dariro.spend.budget.Rung;

/** Where budgets stand and what is to be expected, from the tables: who reads, what texts to them cost, what was said. */
@Component
public class Outlooks {
    private static final int SEGMENT = 160;
    private static final int NAME = 8;

    private final Budgets budgets;
    private final Fares fares;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Lines lines;
    private final InstantSource clock;
    private final BudgetSettings settings;

    @Inject
    public Outlooks(
            Budgets budgets,
            Fares fares,
            Groups groups,
            Memberships memberships,
            Members members,
            Lines lines,
            InstantSource clock,
            Settings settings) {
        this.budgets = budgets;
        this.fares = fares;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.lines = lines;
        this.clock = clock;
        this.settings = BudgetSettings.of(settings);
    }

    /** Where a group's budget stands. */
    public Outlook outlook(Transaction tx, Budget.State state, Group group) {
        List<Reader> readers = readers(tx, group.id());
        return outlook(tx, state, group, readers.size(), prices(tx, readers, state.currency()));
    }

    Outlook outlook(Transaction tx, Budget.State state, Group group, int readers, Prices prices) {
        double prior = settings.postsADay() * (double) readers * prices.sum().doubleValue();
        return outlook(
                state,
                budgets.hours(tx, group.id(), Instant.EPOCH),
                share(group),
                prior,
                DigestHours.zone(group.country()),
                state.spent());
    }

    /** Where the programme's budget stands. */
    public Outlook programme(Transaction tx, Budget.State state) {
        double prior = 0;
        double share = 0;
        for (Group group : groups.all(tx)) {
            if (!group.closed()) {
                List<Reader> readers = readers(tx, group.id());
                double usual = settings.postsADay()
                        * (double) readers.size()
                        * prices(tx, readers, state.currency()).sum().doubleValue();
                prior += usual;
                share += usual * share(group);
            }
        }
        return outlook(
                state,
                budgets.hours(tx, Budgets.PROGRAMME, Instant.EPOCH),
                prior == 0 ? 1 : share / prior,
                prior,
                ZoneOffset.UTC,
                state.spent().subtract(budgets.inHands(tx)));
    }

    private Outlook outlook(
            Budget.State state, List<Course.Hour> hours, double share, double prior, ZoneId zone, BigDecimal spent) {
        Budget budget = state.budget().orElseThrow();
        Instant first = hours.isEmpty() ? budget.begins() : hours.get(0).at();
        Instant begins = (first.isBefore(budget.begins()) ? first : budget.begins()).truncatedTo(ChronoUnit.HOURS);
        return new Course(begins, hours, share, prior, zone)
                .outlook(
                        clock.instant(),
                        budget.begins().truncatedTo(ChronoUnit.HOURS),
                        budget.ends(),
                        budget.limit().subtract(budget.beyond(state.owed())).doubleValue(),
                        spent.doubleValue());
    }

    /** What a group's own way of reading usually costs, as a share of one text per post and reader. */
    private static double share(Group group) {
        return switch (group.mode()) {
            case AT_ONCE -> 1;
            case BUNDLED -> 0.65;
            case ADAPTIVE -> 0.55;
            case DIGEST -> 0.46;
            case USSD_ONLY -> 0.02;
        };
    }

    /** The last rung of a group: where somebody cannot dial, nobody is left to dialling. */
    Rung slowest(List<Reader> readers) {
        boolean allDial = readers.stream()
                .noneMatch(reader ->
                        lines.get(reader.place().lineId()).serviceCode().isEmpty());
        return allDial ? Rung.USSD : Rung.DIGEST;
    }

    /**
     * What a segment to each reader costs.
     *
     * @param missing readers without a price
     */
    public record Prices(BigDecimal sum, int missing) {}

    /** The prices of those who read a group. */
    public Prices prices(Transaction tx, long group, String currency) {
        return prices(tx, readers(tx, group), currency);
    }

    Prices prices(Transaction tx, List<Reader> readers, String currency) {
        BigDecimal sum = BigDecimal.ZERO;
        int missing = 0;
        for (Reader reader : readers) {
            Optional<BigDecimal> cost = fares.cost(tx, reader.place().lineId(), reader.member(), 1, currency);
            sum = sum.add(cost.orElse(BigDecimal.ZERO));
            missing += cost.isEmpty() ? 1 : 0;
        }
        return new Prices(sum, missing);
    }

    /** What a text of so many sealed bytes costs, sent to everybody but its author by itself. */
    static double naive(int bytes, Prices prices, int readers) {
        int segments = Math.max(0, bytes - DataKey.OVERHEAD + NAME - 1) / SEGMENT + 1;
        return readers == 0 ? 0 : segments * prices.sum().doubleValue() * (readers - 1) / readers;
    }

    /** Those who read a group by SMS or by dialling. */
    List<Reader> readers(Transaction tx, long group) {
        List<Membership> places = memberships.in(tx, group).stream()
                .filter(place -> place.standing() == Standing.ACTIVE)
                .toList();
        Map<Long, Member> known = members.get(
                tx, places.stream().flatMap(place -> place.memberId().stream()).toList());
        List<Reader> readers = new ArrayList<>();
        for (Membership place : places) {
            place.memberId()
                    .flatMap(id -> Optional.ofNullable(known.get(id)))
                    .filter(one -> !one.stopped())
                    .ifPresent(one -> readers.add(new Reader(place, one)));
        }
        return readers;
    }
}
