package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.delivery.Kind;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Post;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** Carries out rulings: places and decides holds, raises and closes alerts, sends crisis cards. */
@Component
public class Safeguard {
    /** A crisis card is not sent to the same person twice within this time. */
    private static final Duration CARD_REST = Duration.ofHours(1);

    private final HoldDao holds;
    private final AlertDao alerts;
    private final CrisisContacts contacts;
    private final GroupLog log;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Lines lines;
    private final Outbox outbox;
    private final Messages messages;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Safeguard(
            HoldDao holds,
            AlertDao alerts,
            CrisisContacts contacts,
            GroupLog log,
            Groups groups,
            Memberships memberships,
            Members members,
            Lines lines,
            Outbox outbox,
            Messages messages,
            Ids ids,
            InstantSource clock) {
        this.holds = holds;
        this.alerts = alerts;
        this.contacts = contacts;
        this.log = log;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.lines = lines;
        this.outbox = outbox;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a post back for a mentor. */
    public void hold(Transaction tx, Post post, String reason) {
        holds.insert(tx, ids.next(), post.id(), reason, clock.instant());
    }

    /**
     * Raises an alert.
     *
     * @param source {@code post}, {@code private}, {@code nickname} or {@code text}
     * @param text what the person wrote, whole
     */
    public void raise(
            Transaction tx,
            Member member,
            @Nullable Membership place,
            String source,
            @Nullable Long sourceId,
            Ruling ruling,
            String text) {
        Alert alert = new Alert(
                ids.next(),
                Optional.ofNullable(place).map(Membership::groupId),
                Optional.ofNullable(place).map(Membership::id),
                member.id(),
                source,
                Optional.ofNullable(sourceId),
                ruling.category(),
                ruling.severity(),
                text,
                true,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        alerts.insert(tx, alert, member.key());
    }

    /** Sends the crisis card in the member's language, unless it was sent within the hour; tells whether it was. */
    public boolean card(Transaction tx, Member member, Line line, @Nullable Group group) {
        Instant now = clock.instant();
        Optional<Instant> last = alerts.cardSentAt(tx, member.id());
        if (last.isPresent() && Duration.between(last.get(), now).compareTo(CARD_REST) < 0) {
            return false;
        }
        alerts.cardSent(tx, member.id(), last.isEmpty(), now);
        String text =
                messages.text(member.language(), "crisis-card", Map.of("contacts", contacts(group, member.language())));
        outbox.send(tx, line, member, group == null ? null : group.id(), Kind.SAFETY, text);
        return true;
    }

    /** Where somebody in danger can turn to: the group's own contacts, or those of its country. */
    public String contacts(@Nullable Group group, String language) {
        if (group != null && !group.contacts().isBlank()) {
            return group.contacts();
        }
        return contacts.contacts(group == null ? "default" : group.country(), language);
    }

    /** A hold with the post that it keeps back. */
    public record HeldPost(Hold hold, LoggedPost post) {}

    /** A hold by its id. */
    public Optional<HeldPost> find(Transaction tx, long holdId) {
        return holds.find(tx, holdId).map(hold -> held(tx, hold));
    }

    /** Holds that wait for a mentor, the oldest first. */
    public List<HeldPost> waiting(Transaction tx) {
        return holds.waiting(tx).stream().map(hold -> held(tx, hold)).toList();
    }

    private HeldPost held(Transaction tx, Hold hold) {
        return new HeldPost(
                hold,
                log.find(tx, hold.postId())
                        .orElseThrow(() -> new IllegalStateException("Hold " + hold.id() + " has no post")));
    }

    /** Releases a held post to the group and tells its author; false when it was decided before. */
    public boolean release(Transaction tx, HeldPost held, String by, String reason) {
        if (!holds.decide(tx, held.hold().id(), "released", by, reason, clock.instant())) {
            return false;
        }
        log.release(tx, held.post().post());
        tell(tx, held, "released-notice", Optional.empty());
        return true;
    }

    /** Rejects a held post: nobody reads it, and its author is told the reason kindly; false when it was decided before. */
    public boolean reject(Transaction tx, HeldPost held, String by, String reason) {
        if (!holds.decide(tx, held.hold().id(), "rejected", by, reason, clock.instant())) {
            return false;
        }
        log.reject(tx, held.post().post());
        tell(tx, held, "rejected-notice", Optional.of(reason));
        return true;
    }

    private void tell(Transaction tx, HeldPost held, String key, Optional<String> reason) {
        Group group = groups.get(tx, held.post().post().groupId());
        Optional<Membership> place = memberships.find(tx, held.post().post().author());
        place.filter(author -> author.standing() == Standing.ACTIVE) // who has left hears no more of it
                .flatMap(Membership::memberId)
                .flatMap(id -> members.get(tx, id))
                .filter(member -> !member.stopped())
                .ifPresent(member -> {
                    Map<String, String> values = reason.map(words -> Map.of("group", group.name(), "reason", words))
                            .orElseGet(() -> Map.of("group", group.name()));
                    outbox.send(
                            tx,
                            lines.get(place.orElseThrow().lineId()),
                            member,
                            group.id(),
                            Kind.SYSTEM,
                            messages.text(member.language(), key, values));
                });
    }

    /** Alerts, the gravest first and then the oldest. */
    public List<Alert> alerts(Transaction tx, boolean openOnly) {
        return alerts.list(tx, openOnly);
    }

    /** An alert by its id. */
    public Optional<Alert> alert(Transaction tx, long id) {
        return alerts.find(tx, id);
    }

    /** Closes an alert with what came of it; false when it was closed before. */
    public boolean close(Transaction tx, long id, String by, String outcome) {
        return alerts.close(tx, id, by, outcome, clock.instant());
    }
}
