package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Fault;
import org.dariro.conversation.Mentoring;
import org.dariro.conversation.PostPrice;
import org.dariro.conversation.SavedReplies;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.programme.Schedule;
import org.dariro.programme.Scheduled;
import org.dariro.safeguarding.Ruling;
import org.dariro.safeguarding.screening.Severity;
import org.jspecify.annotations.Nullable;

/** The place to write on a group's page: to the group or to one member, now or later, with what the user has at hand for it. */
@Component
public class Writing {
    private static final int NEXT = 3;
    private final Voices voices;
    private final Memberships memberships;
    private final PostPrice price;
    private final Mentoring mentoring;
    private final Schedule schedule;
    private final SavedReplies replies;
    private final OwnReplyDao own;
    private final DraftDao drafts;
    private final AnsweringDao answering;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Writing(
            Voices voices,
            Memberships memberships,
            PostPrice price,
            Mentoring mentoring,
            Schedule schedule,
            SavedReplies replies,
            OwnReplyDao own,
            DraftDao drafts,
            AnsweringDao answering,
            InstantSource clock) {
        this.voices = voices;
        this.memberships = memberships;
        this.price = price;
        this.mentoring = mentoring;
        this.schedule = schedule;
        this.replies = replies;
        this.own = own;
        this.drafts = drafts;
        this.answering = answering;
        this.clock = clock;
    }

    /**
     * What a form brought along.
     *
     * @param as the chosen voice; null when none was
     * @param to the place of the member whom it is for alone; null for the group
     * @param at when it is to go out, as a field has it; empty for now
     */
    public record Given(
            String text, @Nullable String as, @Nullable Long to, String at) {
        static final Given NOTHING = new Given("", null, null, "");

        Given saying(String words) {
            return new Given(words, as, to, at);
        }
    }

    /** Somebody to write to alone. */
    public record Reader(long id, String name) {}

    /** Words to take over; {@code key} is how a link without scripts asks for them. */
    public record Reply(String key, String name, String text) {}

    /**
     * Beside the composer.
     *
     * @param later whether the part for later is open
     * @param soon the first time that the field takes
     * @param waiting the next that wait to be sent
     * @param more how many wait besides
     */
    public record Around(
            @Nullable Long to,
            List<Reader> readers,
            List<Reply> replies,
            List<Scheduled> waiting,
            int more,
            String at,
            boolean later,
            String soon) {}

    private static String place(long group, @Nullable Long to) {
        return to == null ? "group-" + group : "place-" + to;
    }

    /** Words that a link asks for; what the user has begun to write there where it asks for none. */
    Given begun(Transaction tx, Visit visit, Group group, @Nullable Long to, @Nullable String say) {
        Optional<String> saved = Optional.ofNullable(say).flatMap(key -> replies(tx, visit, group).stream()
                .filter(reply -> reply.key().equals(key))
                .map(Reply::text)
                .findFirst());
        String text = saved.or(() -> drafts.of(tx, visit.user().id(), place(group.id(), to)))
                .orElse("");
        return new Given(text, null, to, "");
    }

    /** The words that a user can take over in a group. */
    List<Reply> replies(Transaction tx, Visit visit, Group group) {
        List<Reply> all = new ArrayList<>();
        own.of(tx, visit.user().id()).forEach(one -> all.add(new Reply("own-" + one.id(), one.title(), one.text())));
        replies.in(group.language()).forEach(one -> all.add(new Reply(one.key(), one.name(), one.text())));
        return all;
    }

    /** The composer with what the words would cost. */
    Composer composer(Transaction tx, Visit visit, Group group, Given given) {
        List<Membership> all = voices.of(tx, visit, group.id());
        Optional<Membership> as = voices.chosen(tx, visit, group.id(), Optional.ofNullable(given.as()));
        Composer composer = Composer.of(given.text(), as, all);
        if (given.text().isEmpty()) {
            return composer;
        }
        Optional<Membership> to = reader(tx, group, given.to());
        return composer.counting(
                to.isPresent()
                        ? price.told(
                                tx,
                                to.get(),
                                as.map(place -> place.name() + ": ").orElse("") + given.text())
                        : price.post(tx, group, as, given.text()));
    }

    private Optional<Membership> reader(Transaction tx, Group group, @Nullable Long to) {
        return to == null ? Optional.empty() : memberships.find(tx, to).filter(place -> place.groupId() == group.id());
    }

    /** What stands around it. */
    Around around(Transaction tx, Visit visit, Group group, Given given) {
        List<Reader> readers = memberships.in(tx, group.id()).stream()
                .filter(place ->
                        place.standing() == Standing.ACTIVE && place.memberId().isPresent())
                .map(place -> new Reader(place.id(), place.name()))
                .toList();
        List<Scheduled> open = schedule.open(tx, List.of(group.id()));
        return new Around(
                reader(tx, group, given.to()).map(Membership::id).orElse(null),
                readers,
                replies(tx, visit, group),
                open.stream().limit(NEXT).toList(),
                Math.max(0, open.size() - NEXT),
                given.at(),
                !given.at().isEmpty(),
                Moments.field(clock.instant().plus(Duration.ofMinutes(1)), visit.zone()));
    }

    /** The user is writing: keeps it, and lets others see so. */
    void keep(Transaction tx, Visit visit, Group group, Given given) {
        drafts.keep(tx, visit.user().id(), place(group.id(), given.to()), given.text());
        if (given.text().isBlank()) {
            answering.stops(tx, visit.user().id(), group.id());
        } else {
            answering.writes(tx, visit.user().id(), group.id());
        }
    }

    /** What the user has begun to write from an alert. */
    Optional<String> begunFrom(Transaction tx, Visit visit, long alert) {
        return drafts.of(tx, visit.user().id(), "alert-" + alert);
    }

    /** The user is writing from an alert: keeps it, and lets others who look at the alert see so. */
    void keepFrom(Transaction tx, Visit visit, long alert, String text) {
        drafts.keep(tx, visit.user().id(), "alert-" + alert, text);
        if (text.isBlank()) {
            answering.stopsFrom(tx, visit.user().id(), alert);
        } else {
            answering.writesFrom(tx, visit.user().id(), alert);
        }
    }

    /** Who else is writing from an alert. */
    List<String> othersFrom(Transaction tx, Visit visit, long alert) {
        return answering.othersFrom(tx, visit.user().id(), alert);
    }

    /** Who else is writing. */
    List<String> others(Transaction tx, Visit visit, long group) {
        return answering.others(tx, visit.user().id(), group);
    }

    /**
     * What a user is asked before words go out: others may not need a number, an address or words of danger that are in them.
     * Empty when nothing is to be asked.
     */
    Optional<String> question(Visit visit, Group group, Given given) {
        if (given.text().isBlank()) {
            return Optional.empty();
        }
        Ruling found = mentoring.look(group, given.text());
        if (found.assessment().severity().filter(Severity.CRITICAL::equals).isPresent()) {
            return Optional.of(visit.text("write-sure-critical"));
        }
        return found.masked() ? Optional.of(visit.text("write-sure-details")) : Optional.empty();
    }

    /** Sends the words, now or later; tells what is wrong when nothing was done. */
    Optional<String> send(Transaction tx, Visit visit, Group group, Given given) {
        String voice = voices.chosen(tx, visit, group.id(), Optional.ofNullable(given.as()))
                .map(Membership::name)
                .orElse("");
        Optional<Membership> to = reader(tx, group, given.to());
        Attempt<?> attempt;
        if (given.to() != null && to.isEmpty()) {
            throw PageFault.notFound();
        } else if (!given.at().isEmpty()) {
            Optional<Instant> at = Moments.of(given.at(), visit.zone());
            if (at.isEmpty()) {
                return Optional.of(visit.text("time-needed"));
            }
            attempt = schedule.add(
                    tx,
                    new Schedule.Wanted(
                            Scheduled.Kind.MENTOR,
                            List.of(group.id()),
                            Optional.of(voice),
                            to.map(Membership::id),
                            given.text(),
                            LocalDateTime.ofInstant(at.get(), visit.zone()),
                            Optional.of(visit.zone()),
                            false),
                    visit.actor());
        } else if (to.isPresent()) {
            attempt = mentoring.tell(tx, group, to.get(), voice, given.text(), visit.actor());
        } else {
            attempt = mentoring.post(tx, group, voice, given.text(), visit.actor());
        }
        Optional<String> fault = attempt.match(done -> Optional.empty(), faults -> Optional.of(words(visit, faults)));
        if (fault.isEmpty()) {
            keep(tx, visit, group, given.saying(""));
        }
        return fault;
    }

    private static String words(Visit visit, List<Fault> faults) {
        return Faulty.words(visit, faults);
    }
}
