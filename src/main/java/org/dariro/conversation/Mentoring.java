package org.dariro.conversation;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dariro.delivery.Kind;
import org.dariro.delivery.Outbox;
import org.dariro.delivery.Till;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Aside;
import org.dariro.group.Group;
import org.dariro.group.GroupLog;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Post;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.member.Nickname;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.safeguarding.Alerts;
import org.dariro.safeguarding.Ruling;
import org.dariro.safeguarding.Screener;
import org.dariro.safeguarding.ScreeningRecord;
import org.dariro.spend.Segments;
import org.jspecify.annotations.Nullable;

/**
 * What a mentor says at the console: to the group, or to one member alone.
 *
 * <p>It is screened like every text, but not held, masked or made an alert of: a mentor may quote a risky word, and gives out
 * helpline numbers on purpose. What screening found is handed back to be shown. When screening itself fails, nothing is sent
 * but what a mentor writes about an alert: somebody in danger waits for it.
 */
@Component
public class Mentoring {
    private final GroupLog log;
    private final Members members;
    private final Memberships memberships;
    private final Lines lines;
    private final Outbox outbox;
    private final Till till;
    private final PrivateWordDao privateWords;
    private final Screener screener;
    private final ScreeningRecord screened;
    private final Alerts alerts;
    private final Messages messages;
    private final ConversationSettings settings;
    private final Vault vault;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Mentoring(
            GroupLog log,
            Members members,
            Memberships memberships,
            Lines lines,
            Outbox outbox,
            Till till,
            PrivateWordDao privateWords,
            Screener screener,
            ScreeningRecord screened,
            Alerts alerts,
            Messages messages,
            ConversationSettings settings,
            Vault vault,
            AuditLog audit,
            InstantSource clock) {
        this.log = log;
        this.members = members;
        this.memberships = memberships;
        this.lines = lines;
        this.outbox = outbox;
        this.till = till;
        this.privateWords = privateWords;
        this.screener = screener;
        this.screened = screened;
        this.alerts = alerts;
        this.messages = messages;
        this.settings = settings;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** A post that was released, and what screening found in it. */
    public record Posted(Post post, Membership by, Ruling ruling) {}

    /** Private words that are on their way: {@code text} with the mentor's name before it. */
    public record Told(Membership to, String mentor, String text, Ruling ruling) {}

    /** Posts to the group, under the nickname of one of its mentors; {@code by} is who does so. */
    public Attempt<Posted> post(Transaction tx, Group group, String as, String text, String by) {
        Optional<Membership> mentor = mentor(tx, group, as);
        if (group.closed()) {
            return Attempt.refuse(MentoringFault.GROUP_CLOSED);
        } else if (mentor.isEmpty()) {
            return Attempt.refuse(MentoringFault.NO_SUCH_MENTOR);
        }
        return screened(tx, mentor.get(), text, group, false)
                .match(
                        ruling -> {
                            DataKey key = mentor.get()
                                    .memberId()
                                    .flatMap(id -> members.get(tx, id))
                                    .map(Member::key)
                                    .orElseGet(vault::serviceKey);
                            Post post = log.append(tx, mentor.get(), key, text, null);
                            audit.add(
                                    tx,
                                    AuditEntry.of(by, "mentor-posted")
                                            .on("post", post.id())
                                            .on("place", mentor.get().id()));
                            return new Attempt.Done<>(new Posted(post, mentor.get(), ruling));
                        },
                        Attempt.Refused::new);
    }

    /** What screening finds in words that a mentor is about to write to a group or one of its members; nothing is kept of it. */
    public Ruling look(Group group, String text) {
        return screener.rule(text, group.language(), group.country(), false);
    }

    /** Writes to one member alone; {@code by} is who does so. */
    public Attempt<Told> tell(Transaction tx, Group group, Membership to, String as, String text, String by) {
        return tell(tx, group, to, as, text, null, by);
    }

    /** Writes to one member alone what was planned earlier: it is no answer to what the member has written since. */
    public Attempt<Told> tellPlanned(Transaction tx, Group group, Membership to, String as, String text, String by) {
        return tell(tx, group, to, as, text, null, by, true);
    }

    /**
     * Writes to one member alone.
     *
     * @param alert that the mentor is at work on; null when it is none
     * @param by who does so, as the audit trail names people
     */
    public Attempt<Told> tell(
            Transaction tx, Group group, Membership to, String as, String text, @Nullable Long alert, String by) {
        return tell(tx, group, to, as, text, alert, by, false);
    }

    private Attempt<Told> tell(
            Transaction tx,
            Group group,
            Membership to,
            String as,
            String text,
            @Nullable Long alert,
            String by,
            boolean planned) {
        Optional<Membership> mentor = mentor(tx, group, as);
        Optional<Member> member = to.memberId().flatMap(id -> members.get(tx, id));
        boolean takesPart = to.standing() == Standing.ACTIVE || to.standing() == Standing.NAMING;
        if (mentor.isEmpty()) {
            return Attempt.refuse(MentoringFault.NO_SUCH_MENTOR);
        } else if (member.isEmpty()) {
            return Attempt.refuse(MentoringFault.NO_PHONE);
        } else if (!takesPart || member.get().stopped()) {
            return Attempt.refuse(MentoringFault.TAKES_NO_PART);
        }
        return screened(tx, mentor.get(), text, group, alert != null)
                .match(
                        ruling -> {
                            String name = mentor.get().name();
                            String sent = worded(member.get(), name, text, !isApart(to));
                            Line line = lines.get(to.lineId());
                            if (alert != null) {
                                till.payAnyway(tx, group.id(), line, member.get(), sent); // no budget stops that work
                            } else if (!till.pay(tx, group.id(), line, member.get(), sent)) {
                                return Attempt.refuse(MentoringFault.NO_MONEY);
                            }
                            privateWords.insertFromMentor(tx, to, member.get().key(), name, text, alert, planned);
                            // what was offered while they were apart before is not offered any more
                            Aside before = isApart(to) ? to.aside() : null;
                            memberships.save(tx, to.apart(Aside.begun(before, clock.instant())));
                            outbox.send(
                                    tx,
                                    line,
                                    member.get(),
                                    group.id(),
                                    alert == null ? Kind.MENTOR : Kind.CARE,
                                    sent,
                                    mentor.get().id());
                            audit.add(
                                    tx,
                                    AuditEntry.of(by, "mentor-wrote")
                                            .on("place", to.id())
                                            .on("place", mentor.get().id())
                                            .saying(ruling.failed() ? "sent unscreened" : ""));
                            if (alert != null && ruling.failed()) {
                                alerts.sentUnscreened(tx, alert, by);
                            }
                            return new Attempt.Done<>(new Told(to, name, sent, ruling));
                        },
                        Attempt.Refused::new);
    }

    private boolean isApart(Membership to) {
        return to.apartSince(clock.instant().minus(settings.privateTime()));
    }

    /** A mentor's words as they are sent; the first ones say how to answer, where that costs no more segments. */
    private String worded(Member to, String mentor, String text, boolean first) {
        Map<String, String> named = Map.of("mentor", mentor);
        String words = messages.text(to.language(), "mentor-prefix", named) + " " + text;
        String more = words + "\n" + messages.text(to.language(), "mentor-reply", named);
        return first && Segments.of(more).count() == Segments.of(words).count() ? more : words;
    }

    private Optional<Membership> mentor(Transaction tx, Group group, String as) {
        String key = Nickname.keyOf(as);
        return memberships.in(tx, group.id()).stream()
                .filter(place -> place.role() == Role.MENTOR && place.standing() == Standing.ACTIVE)
                .filter(place -> Objects.equals(Nickname.keyOf(place.nickname()), key))
                .findFirst();
    }

    private Attempt<Ruling> screened(Transaction tx, Membership mentor, String text, Group group, boolean anyway) {
        if (text.isBlank()) {
            return Attempt.refuse(MentoringFault.EMPTY);
        } else if (text.length() > settings.longestText()) {
            return Attempt.refuse(MentoringFault.TOO_LONG);
        }
        Ruling ruling = screener.rule(text, group.language(), group.country(), false);
        screened.one(tx, "place", mentor.id(), ruling);
        return ruling.failed() && !anyway ? Attempt.refuse(MentoringFault.NOT_SCREENED) : new Attempt.Done<>(ruling);
    }
}
