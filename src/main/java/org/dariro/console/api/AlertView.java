package org.dariro.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.group.Membership;
import org.dariro.safeguarding.Alert;
import org.jspecify.annotations.Nullable;

/**
 * An alert.
 *
 * @param group null when somebody in no group wrote
 * @param member the person's place in that group
 * @param source {@code post}, {@code private}, {@code nickname}, {@code report}, {@code missed} or {@code text}
 * @param state {@code open}, {@code closing} (a second person must look) or {@code closed}
 * @param claimedBy who has it now; null when nobody has
 * @param followUpAt when it comes back into the queue, or came back
 * @param confirmedBy the second person who closed a critical alert
 */
public record AlertView(
        long id,
        @Nullable Long group,
        @Nullable Long member,
        @Nullable String nickname,
        String source,
        String category,
        String severity,
        String text,
        List<WhyView> why,
        String state,
        boolean open,
        Instant raisedAt,
        @Nullable String claimedBy,
        @Nullable Instant claimedUntil,
        @Nullable Instant followUpAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String outcome,
        @Nullable String confirmedBy) {
    /**
     * What screening found.
     *
     * @param start where in the text, in characters; absent for an opinion on the whole
     */
    public record WhyView(
            String category,
            String severity,
            String term,
            @Nullable Integer start,
            @Nullable Integer end) {}

    static AlertView of(Alert alert, Map<Long, Membership> places, Instant now) {
        Optional<Membership> place = alert.membership().flatMap(id -> Optional.ofNullable(places.get(id)));
        Optional<Alert.Claim> claim = alert.claimAt(now);
        Optional<Alert.Closing> closing = alert.closing();
        return new AlertView(
                alert.id(),
                or(alert.group()),
                or(alert.membership()),
                or(place.map(Membership::name)),
                alert.source(),
                alert.category(),
                Fields.label(alert.severity()),
                alert.text(),
                alert.why().stream().map(AlertView::why).toList(),
                Fields.label(alert.state()),
                alert.open(),
                alert.raisedAt(),
                or(claim.map(Alert.Claim::by)),
                or(claim.map(Alert.Claim::until)),
                or(alert.followUpAt()),
                or(closing.map(Alert.Closing::at)),
                or(closing.map(Alert.Closing::by)),
                or(closing.map(Alert.Closing::outcome)),
                or(closing.flatMap(Alert.Closing::confirmedBy)));
    }

    private static WhyView why(Alert.Why why) {
        boolean whole = why.end() == 0;
        return new WhyView(
                why.category(), why.severity(), why.term(), whole ? null : why.start(), whole ? null : why.end());
    }

    /** The value, or null: what is absent is left out of the JSON. */
    static <T> @Nullable T or(Optional<T> value) {
        return value.isPresent() ? value.get() : null;
    }
}
