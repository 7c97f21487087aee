package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Ids;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.safeguarding.screening.Severity;
import org.dariro.webhook.Event;
import org.dariro.webhook.Webhooks;
import org.jspecify.annotations.Nullable;

/** Carries out rulings: places and decides holds, raises alerts, sends crisis cards. {@link Alerts} is what follows. */
@Component
public class Safeguard {
    private static final Duration SAME_MOMENT = Duration.ofSeconds(5);
    private final HoldDao holds;
    private final AlertDao alertDao;
    private final CardDao cards;
    private final WatchDao watches;
    private final PostTagDao tags;
    private final Alerts alerts;
    private final CrisisContacts contacts;
    private final Rotas rotas;
    private final GroupLog log;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Lines lines;
    private final Outbox outbox;
    private final Messages messages;
    private final Webhooks webhooks;
    private final Ids ids;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SafeguardSettings settings;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Safeguard(
            HoldDao holds,
            AlertDao alertDao,
            CardDao cards,
            WatchDao watches,
            PostTagDao tags,
            Alerts alerts,
            CrisisContacts contacts,
            Rotas rotas,
            GroupLog log,
            Groups groups,
            Memberships memberships,
            Members members,
            Lines lines,
            Outbox outbox,
            Messages messages,
            AuditLog audit,
            Webhooks webhooks,
            Ids ids,
            InstantSource clock,
            SafeguardSettings settings) {
        this.holds = holds;
        this.alertDao = alertDao;
        this.cards = cards;
        this.watches = watches;
        this.tags = tags;
        this.alerts = alerts;
        this.contacts = contacts;
        this.rotas = rotas;
        this.log = log;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.lines = lines;
        this.outbox = outbox;
        this.messages = messages;
        this.webhooks = webhooks;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.audit = audit;
    }

    /** What is ruled for a person whom mentors may be watching over: a light sign of theirs is no light one. */
    public Ruling weigh(Transaction tx, Member member, boolean holdsHigh, Ruling ruling) {
        boolean light = ruling.alert() && ruling.severity() == Severity.MEDIUM;
        return light && watches.holds(tx, member.id(), clock.instant()) ? ruling.watched(holdsHigh) : ruling;
    }

    /** Notes beside a post what screening found in it, so that mentors who read the log see it. */
    public void tag(Transaction tx, Post post, Ruling ruling) {
        if (ruling.failed() || ruling.assessment().severity().isPresent()) {
            tags.insert(tx, post.id(), ruling);
        }
    }

    /** What screening found in some posts, by post. */
    public Map<Long, Tag> tags(Transaction tx, Collection<Long> posts) {
        return posts.isEmpty() ? Map.of() : tags.of(tx, posts);
    }

    /** Keeps a post back for a mentor. */
    public void hold(Transaction tx, Post post, String reason) {
        holds.insert(tx, ids.next(), post.id(), reason, clock.instant());
        audit.add(
                tx,
                AuditEntry.of(AuditEntry.SERVICE, "post-held")
                        .on("post", post.id())
                        .saying(reason));
        webhooks.tell(
                tx,
                Event.of(Event.Type.POST_HELD, clock.instant())
                        .with("post", post.id())
                        .with("group", post.groupId())
                        .with("reason", reason));
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
        raise(
                tx,
                new Alert(
                        ids.next(),
                        Optional.ofNullable(place).map(Membership::groupId),
                        Optional.ofNullable(place).map(Membership::id),
                        Optional.of(member.id()),
                        source,
                        Optional.ofNullable(sourceId),
                        ruling.category(),
                        ruling.severity(),
                        text,
                        WhyText.of(ruling.assessment()),
                        Alert.State.OPEN,
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                member.key());
    }

    /** Raises an alert: the one place where any begins. */
    void raise(Transaction tx, Alert alert, DataKey key) {
        alertDao.insert(tx, alert, key);
        audit.add(
                tx,
                AuditEntry.of(AuditEntry.SERVICE, "alert-raised")
                        .on("alert", alert.id())
                        .saying(alert.severity().name().toLowerCase(Locale.ROOT) + " " + alert.category()));
        webhooks.tell(tx, alert.event(Event.Type.ALERT_RAISED, clock.instant()));
    }

    /**
     * Answers words of danger with the crisis card; and words that could not be screened with the contacts alone, as nobody
     * knows what is in them. Neither comes twice within the set time, but a card after the contacts. Tells whether one went.
     */
    public boolean answer(Transaction tx, Member member, Line line, @Nullable Group group, Ruling ruling) {
        if (!ruling.crisisCard() && !ruling.failed()) {
            return false;
        }
        Instant now = clock.instant();
        boolean plain = !ruling.crisisCard();
        Optional<CardDao.Sent> last = cards.last(tx, member.id());
        if (last.filter(sent -> plain || !sent.plain())
                .filter(sent -> sent.at().plus(settings.cardRest()).isAfter(now))
                .isPresent()) {
            if (!plain) {
                note(
                        tx,
                        member,
                        AlertAction.Kind.CARD_SENT_BEFORE,
                        last.get().at().toString());
            }
            return false;
        }
        cards.sent(tx, member.id(), last.isEmpty(), new CardDao.Sent(now, plain));
        boolean covered = group == null || covers(tx, group);
        String text = messages.text(
                member.language(),
                plain ? "crisis-unscreened" : covered ? "crisis-card" : "crisis-card-out-of-cover",
                Map.of("contacts", contacts(group, member.language())));
        outbox.send(tx, line, member, group == null ? null : group.id(), Kind.SAFETY, text);
        audit.add(
                tx,
                AuditEntry.of(AuditEntry.SERVICE, plain ? "contacts-sent" : "crisis-card-sent")
                        .on("member", member.id()));
        if (!plain) {
            note(tx, member, AlertAction.Kind.CARD_SENT, "");
        }
        return true;
    }

    /** Whether the group is promised that somebody acts at this hour. */
    public boolean covers(Transaction tx, Group group) {
        return rotas.of(tx, group.id()).covers(clock.instant());
    }

    /** Whether words are so grave that their sender must not wait for mentors at this hour, who may be long in coming. */
    public boolean mustNotWait(Transaction tx, Group group, Ruling ruling) {
        boolean grave = ruling.alert() && !ruling.failed() && !Severity.HIGH.isGraverThan(ruling.severity());
        return grave && !covers(tx, group); // who writes while screening fails has the contacts already
    }

    /** Keeps what became of the card with the alert that was raised in the same moment. */
    private void note(Transaction tx, Member member, AlertAction.Kind kind, String detail) {
        Instant moment = clock.instant().minus(SAME_MOMENT);
        alertDao.open(tx, member.id()).stream()
                .filter(alert -> !alert.raisedAt().isBefore(moment))
                .reduce((one, later) -> later)
                .ifPresent(alert -> alerts.note(tx, alert, AuditEntry.SERVICE, kind, detail, ""));
    }

    /** Where somebody in danger can turn to: the group's own contacts, or those of its country. */
    public String contacts(@Nullable Group group, String language) {
        if (group != null && !group.contacts().isBlank()) {
            return group.contacts();
        }
        return contacts.contacts(group == null ? "default" : group.country(), language);
    }

    /** The lines to call that a group or its country has; empty where there is general advice alone. */
    public Optional<String> linesToCall(Group group, String language) {
        boolean known = !group.contacts().isBlank()
                || contacts.countries().contains(group.country().toUpperCase(Locale.ROOT));
        return known ? Optional.of(contacts(group, language)) : Optional.empty();
    }

    /** The card of a group, and whether anybody has checked the lines on it. */
    public CrisisCard card(Group group) {
        boolean own = !group.contacts().isBlank();
        return new CrisisCard(
                messages.text(group.language(), "crisis-card", Map.of("contacts", contacts(group, group.language()))),
                own,
                !own && contacts.isGeneral(group.country()),
                own ? "" : contacts.source(group.country()),
                own ? Optional.empty() : contacts.checked(group.country()));
    }

    /** A hold with the post that it keeps back. */
    public record HeldPost(Hold hold, LoggedPost post) {}

    /** A hold by its id. */
    public Optional<HeldPost> find(Transaction tx, long holdId) {
        return holds.find(tx, holdId).map(hold -> held(tx, hold));
    }

    /** The hold of a post. */
    public Optional<HeldPost> ofPost(Transaction tx, long post) {
        return holds.ofPost(tx, post).map(hold -> held(tx, hold));
    }

    /** Holds that wait for a mentor, the oldest first. */
    public List<HeldPost> waiting(Transaction tx) {
        return waiting(tx, Set.of(), 0, Integer.MAX_VALUE);
    }

    /**
     * Holds that wait for a mentor, the oldest first.
     *
     * @param groups only those of these; none for all
     * @param after only what comes after this hold; 0 for all
     */
    public List<HeldPost> waiting(Transaction tx, Set<Long> groups, long after, int most) {
        List<Hold> waiting = holds.waiting(tx, groups, after, most);
        Map<Long, LoggedPost> posts =
                log.find(tx, waiting.stream().map(Hold::postId).toList());
        return waiting.stream()
                .map(hold -> new HeldPost(hold, Objects.requireNonNull(posts.get(hold.postId()))))
                .toList();
    }

    /** Whether a post from one of these places waits for a mentor. */
    public boolean isWaiting(Transaction tx, Collection<Membership> places) {
        Set<Long> ids = places.stream().map(Membership::id).collect(Collectors.toSet());
        Set<Long> groups = places.stream().map(Membership::groupId).collect(Collectors.toSet());
        return !ids.isEmpty()
                && waiting(tx, groups, 0, Integer.MAX_VALUE).stream()
                        .anyMatch(held -> ids.contains(held.post().post().author()));
    }

    private HeldPost held(Transaction tx, Hold hold) {
        return new HeldPost(
                hold,
                log.find(tx, hold.postId())
                        .orElseThrow(() -> new IllegalStateException("Hold " + hold.id() + " has no post")));
    }

    /**
     * Releases a held post to the group and tells its author; false when it was decided before.
     *
     * @throws AlertFault when it is this person's own, or somebody else has its alert
     */
    public boolean release(Transaction tx, HeldPost held, String by, String reason) {
        notOwn(tx, held, by);
        if (!holds.decide(tx, held.hold().id(), "released", by, reason, clock.instant())) {
            return false;
        }
        alerts.decided(tx, held.hold().postId(), by, AlertAction.Kind.POST_RELEASED, reason);
        decided(tx, held, by, "post-released");
        Post post = held.post().post();
        // of no numbers: what is held has none
        boolean masked = log.masked(tx, post.groupId(), 1, 0).contains(post.id());
        log.release(tx, post);
        tell(tx, held, masked ? "released-notice-masked" : "released-notice", Optional.empty());
        return true;
    }

    private void notOwn(Transaction tx, HeldPost held, String by) {
        Optional<Membership> author = memberships.find(tx, held.post().post().author());
        alerts.notAbout(tx, author.flatMap(Membership::memberId), author.map(Membership::id), by);
    }

    /**
     * Rejects a held post: nobody reads it, and its author is told the reason kindly; false when it was decided before.
     *
     * @throws AlertFault as for {@link #release}
     */
    public boolean reject(Transaction tx, HeldPost held, String by, String reason) {
        notOwn(tx, held, by);
        if (!holds.decide(tx, held.hold().id(), "rejected", by, reason, clock.instant())) {
            return false;
        }
        alerts.decided(tx, held.hold().postId(), by, AlertAction.Kind.POST_REJECTED, reason);
        decided(tx, held, by, "post-rejected");
        log.reject(tx, held.post().post());
        tell(tx, held, "rejected-notice", Optional.of(reason));
        return true;
    }

    private void decided(Transaction tx, HeldPost held, String by, String action) {
        audit.add(
                tx,
                AuditEntry.of(by, action)
                        .on("hold", held.hold().id())
                        .on("post", held.post().post().id()));
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
}
