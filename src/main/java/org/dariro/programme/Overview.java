package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.escalation.Callees;
import org.dariro.safeguarding.rota.Span;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Budgets;
import org.dariro.spend.budget.Rung;
import org.jspecify.annotations.Nullable;

/** How groups stand, each in one line: for whoever has many. */
@Component
public class Overview {
    private static final Duration WEEK = Duration.ofDays(7);
    private final OverviewDao dao;
    private final Convening convening;
    private final Callees callees;
    private final Budgets budgets;
    private final InstantSource clock;

    @Inject
    public Overview(OverviewDao dao, Convening convening, Callees callees, Budgets budgets, InstantSource clock) {
        this.dao = dao;
        this.convening = convening;
        this.callees = callees;
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * A group in one line.
     *
     * @param members how many take part
     * @param posts released in the last seven days
     * @param alerts that are open
     * @param gaps times of the next seven days when nobody who can be called is on duty
     * @param gapHours how long these are together, in hours, rounded up
     * @param rung of the ladder; empty without a budget
     */
    public record Row(
            Group group,
            Term term,
            long members,
            long posts,
            long alerts,
            int gaps,
            long gapHours,
            Optional<Rung> rung) {
        /** The rung as it is written; empty without a budget. */
        public String rungLabel() {
            return rung.map(one -> one.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                    .orElse("");
        }

        /** The last day where the group is; null for none. */
        public @Nullable LocalDate endsOn() {
            return term.endsAt().map(at -> GroupReader.day(group, at)).orElse(null);
        }

        /** Whether the last message has gone out, and the group is open. */
        public boolean closing() {
            return !group.closed() && term.farewellAt().isPresent();
        }
    }

    /** Groups, in the order in which they are given. */
    public List<Row> of(Transaction tx, Collection<Group> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Long> ids = groups.stream().map(Group::id).toList();
        Map<Long, Long> members = dao.members(tx, ids);
        Map<Long, Long> posts = dao.posts(tx, ids, now.minus(WEEK));
        Map<Long, Long> alerts = dao.openAlerts(tx, ids);
        Map<Long, Term> terms = convening.terms(tx, ids);
        Map<Long, Rung> rungs = new HashMap<>();
        for (Budget.State state : budgets.all(tx)) {
            rungs.put(state.group(), state.rung());
        }
        List<Long> open =
                groups.stream().filter(group -> !group.closed()).map(Group::id).toList();
        Map<Long, List<Span>> uncovered = callees.gaps(tx, open, new Span(now, now.plus(WEEK)));
        List<Row> rows = new ArrayList<>();
        for (Group group : groups) {
            long id = group.id();
            List<Span> gaps = uncovered.getOrDefault(id, List.of());
            rows.add(new Row(
                    group,
                    terms.getOrDefault(id, Term.none(id)),
                    members.getOrDefault(id, 0L),
                    posts.getOrDefault(id, 0L),
                    alerts.getOrDefault(id, 0L),
                    gaps.size(),
                    hours(gaps),
                    rung(rungs, id)));
        }
        return rows;
    }

    private static long hours(List<Span> gaps) {
        long minutes = gaps.stream()
                .mapToLong(gap -> Duration.between(gap.from(), gap.to()).toMinutes())
                .sum();
        return (minutes + 59) / 60;
    }

    /** The slower of the group's own and the programme's. */
    private static Optional<Rung> rung(Map<Long, Rung> rungs, long group) {
        Optional<Rung> own = Optional.ofNullable(rungs.get(group));
        Optional<Rung> all = Optional.ofNullable(rungs.get(Budgets.PROGRAMME));
        return own.isPresent() && all.isPresent() ? Optional.of(own.get().or(all.get())) : own.or(() -> all);
    }
}
