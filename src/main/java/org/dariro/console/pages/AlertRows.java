package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.jspecify.annotations.Nullable;

/** Alerts in a list; that somebody saw them there is on record. */
@Component
public class AlertRows {
    private final Groups groups;
    private final Memberships memberships;
    private final Reads reads;
    private final InstantSource clock;

    @Inject
    public AlertRows(Groups groups, Memberships memberships, Reads reads, InstantSource clock) {
        this.groups = groups;
        this.memberships = memberships;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * An alert.
     *
     * @param tone a class of the style sheet: {@code critical}, {@code high}, ...
     * @param group its name; null for one of somebody in no group
     * @param state who has it, until when it is put off, or how it was closed
     * @param call what people are called with about it; null for nothing
     * @param unanswered whether all were called, and nobody has it
     */
    public record Row(
            long id,
            String tone,
            String what,
            @Nullable String group,
            String who,
            String text,
            Instant at,
            String state,
            @Nullable Integer call,
            boolean unanswered) {}

    /** Some alerts for a visitor who may see them. */
    List<Row> of(Transaction tx, Visit visit, List<Alert> alerts, CallsShown.Open called) {
        Map<Long, Membership> places = memberships.byIds(
                tx,
                alerts.stream().flatMap(alert -> alert.membership().stream()).toList());
        alerts.forEach(alert -> reads.at(tx, visit, "alert-listed", "alert", alert.id()));
        return alerts.stream()
                .map(alert -> new Row(
                        alert.id(),
                        Words.label(alert.severity()),
                        visit.named("category", alert.category()),
                        alert.group()
                                .flatMap(id -> groups.find(tx, id))
                                .map(Group::name)
                                .orElse(null),
                        alert.membership()
                                .flatMap(id -> Optional.ofNullable(places.get(id)))
                                .map(Membership::name)
                                .orElseGet(() -> visit.text("no-member")),
                        alert.text(),
                        alert.raisedAt(),
                        state(visit, alert),
                        called.numbers().get(alert.id()),
                        called.unanswered().stream().anyMatch(one -> one.id() == alert.id())))
                .toList();
    }

    private String state(Visit visit, Alert alert) {
        Instant now = clock.instant();
        Optional<Alert.Closing> closing = alert.closing();
        if (!alert.open()) {
            return closing.map(end -> visit.text(
                            "closed-by", end.by(), visit.named("outcome", end.outcome()), visit.time(end.at())))
                    .orElseGet(() -> visit.text("closed"));
        } else if (alert.claimAt(now).isPresent()) {
            return visit.text("claimed-by", alert.claimAt(now).get().by());
        } else if (closing.isPresent()) {
            Alert.Closing first = closing.get();
            return visit.text("closing-by", first.by(), visit.named("outcome", first.outcome()));
        }
        return alert.followUpAt()
                .filter(now::isBefore)
                .map(until -> visit.text("put-off-until", visit.time(until)))
                .orElseGet(() -> visit.text("claimed-nobody"));
    }
}
