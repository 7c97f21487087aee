package org.dariro.gateway;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.Money;
import org.dariro.group.Group;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * Chooses the line that a member is written from: of the group's lines that reach the member's network, the cheapest on an
 * account that is healthy.
 *
 * <p>Prices in different currencies cannot be compared. The currency of the first of the group's lines that has a price
 * counts; a price in another is taken for unknown.
 */
@Component
public class Pricing {
    private final GroupLines groupLines;
    private final Networks networks;
    private final Prices prices;
    private final Health health;

    @Inject
    public Pricing(GroupLines groupLines, Networks networks, Prices prices, Health health) {
        this.groupLines = groupLines;
        this.networks = networks;
        this.prices = prices;
        this.health = health;
    }

    /**
     * The group's lines that reach a member: those on healthy accounts first, then the cheaper ones, those without a price
     * last, then the group's own line and the others as they were added.
     *
     * @return empty when none does
     */
    public List<Line> inOrder(Transaction tx, Group group, Member member) {
        Destination to = networks.of(member);
        List<Line> reaching = groupLines.of(tx, group).stream()
                .filter(line -> line.reach().covers(to))
                .toList();
        prices.load(tx, reaching.stream().map(Line::id).toList());
        Map<Line, BigDecimal> costs = costs(tx, reaching, to);
        List<Line> order = new ArrayList<>(reaching);
        order.sort(Comparator.comparing((Line line) -> health.isOpen(line.account()))
                .thenComparing(costs::get, Comparator.nullsLast(Comparator.naturalOrder()))); // stable
        return order;
    }

    /** Whether a line reaches a member. */
    public boolean reaches(Line line, Member member) {
        return line.reach().covers(networks.of(member));
    }

    private Map<Line, BigDecimal> costs(Transaction tx, List<Line> lines, Destination to) {
        Map<Line, BigDecimal> costs = new HashMap<>();
        String currency = null;
        for (Line line : lines) {
            Optional<Money> price = prices.price(tx, line.id(), to);
            if (price.isPresent()
                    && (currency == null || currency.equals(price.get().currency()))) {
                currency = price.get().currency();
                costs.put(line, price.get().amount());
            }
        }
        return costs;
    }

    /** The line for somebody new in a group; the group's own when none is known to reach them. */
    public Line choose(Transaction tx, Group group, Member member) {
        return inOrder(tx, group, member).stream()
                .findFirst()
                .orElseGet(() -> groupLines.of(tx, group).get(0));
    }
}
