package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dariro.conversation.NumberReason;
import org.dariro.conversation.PlaceRecords;
import org.dariro.conversation.PrivateWordDao;
import org.dariro.conversation.PrivateWordDao.PrivateWords;
import org.dariro.conversation.WaitingWords;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.programme.Attention;
import org.dariro.programme.Engagement;
import org.dariro.programme.Wellbeing;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertHistory;
import org.jspecify.annotations.Nullable;

/** All that staff may know about somebody in a group, gathered for a page; never the number. */
@Component
public class MemberFile {
    private static final int WORDS_AT_ONCE = 20;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final PlaceRecords records;
    private final Engagement engagement;
    private final Attention attention;
    private final Wellbeing wellbeing;
    private final AlertHistory alerts;
    private final PrivateWordDao privateWords;
    private final WaitingWords waiting;
    private final Messages messages;
    private final Reads reads;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public MemberFile(
            Groups groups,
            Memberships memberships,
            Members members,
            PlaceRecords records,
            Engagement engagement,
            Attention attention,
            Wellbeing wellbeing,
            AlertHistory alerts,
            PrivateWordDao privateWords,
            WaitingWords waiting,
            Messages messages,
            Reads reads,
            InstantSource clock) {
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.records = records;
        this.engagement = engagement;
        this.attention = attention;
        this.wellbeing = wellbeing;
        this.alerts = alerts;
        this.privateWords = privateWords;
        this.waiting = waiting;
        this.messages = messages;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * An alert in one line.
     *
     * @param outcome null while it is open
     */
    public record AlertRow(
            long id,
            String tone,
            String category,
            Instant at,
            @Nullable String outcome) {
        static AlertRow of(Alert alert) {
            return new AlertRow(
                    alert.id(),
                    Words.label(alert.severity()),
                    alert.category(),
                    alert.raisedAt(),
                    alert.state() == Alert.State.CLOSED
                            ? alert.closing().map(Alert.Closing::outcome).orElse("")
                            : null);
        }
    }

    /**
     * Some of what somebody and the mentors wrote to each other alone.
     *
     * @param before what to ask for what came before; 0 when this is the beginning
     * @param latest whether this is its end
     * @param waits whether the last of it waits for an answer
     */
    public record PrivateTalk(List<PrivateWords> words, long before, boolean latest, boolean waits) {
        /** The id of the last words; 0 when there are none. */
        public long last() {
            return words.isEmpty() ? 0 : words.get(words.size() - 1).id();
        }
    }

    /** The latest private words; or what came before some, when that is not 0. */
    PrivateTalk thread(Transaction tx, Membership place, long before) {
        boolean latest = before <= 0;
        List<PrivateWords> found =
                privateWords.ofPlace(tx, place.id(), latest ? Long.MAX_VALUE : before, WORDS_AT_ONCE + 1);
        boolean more = found.size() > WORDS_AT_ONCE;
        List<PrivateWords> shown = more ? found.subList(1, found.size()) : found;
        return new PrivateTalk(shown, more ? shown.get(0).id() : 0, latest, waiting.waits(tx, place));
    }

    /** The page about somebody. */
    Page page(Transaction tx, Visit visit, Membership place, Entered form) {
        Group group = groups.get(tx, place.groupId());
        Optional<Member> member = place.memberId().flatMap(id -> members.get(tx, id));
        boolean erased = place.memberId().isPresent() && member.isEmpty();
        reads.at(tx, visit, "member-read", "place", place.id());
        boolean stopped = member.filter(Member::stopped).isPresent() && place.standing() != Standing.LEFT;
        ReadingMode mode = place.modeIn(group);
        Page page = visit.page("member")
                .with("place", place)
                .with("name", place.name())
                .with("group", group)
                .with("mentor", place.role() == Role.MENTOR)
                .with("standing", Words.label(stopped ? Standing.STOPPED : place.standing()))
                .with("there", member.isPresent() && takesPart(place) && !stopped)
                .with("paused", place.paused(clock.instant()))
                .with("muted", place.muted(clock.instant()))
                .with("muting", Muting.of(visit, place, member, clock.instant(), "", form))
                .with("phone", member.isPresent())
                .with("erased", erased)
                .with(
                        "language",
                        member.map(one -> messages.languageName(one.language())).orElse("–"))
                .with("languageCode", member.map(Member::language).orElse(group.language()))
                .with("mode", Words.label(mode))
                .with("ownMode", place.mode() != null)
                .with("engagement", engagement.of(tx, place))
                .with("answers", AnswersShown.of(wellbeing.of(tx, place)))
                .with(
                        "alerts",
                        alerts.of(tx, place.id()).stream().map(AlertRow::of).toList())
                .with("thread", thread(tx, place, 0))
                .with("number", null)
                .with("done", null)
                .with("form", form);
        return choices(tx, visit, place, wants(tx, place, records(tx, place, page)));
    }

    private static boolean takesPart(Membership place) {
        return place.standing() == Standing.ACTIVE || place.standing() == Standing.NAMING;
    }

    private Page records(Transaction tx, Membership place, Page page) {
        return page.with("notes", records.notes(tx, place))
                .with("consents", records.consents(tx, place))
                .with("guardian", records.guardian(tx, place).orElse(null))
                .with("referrer", records.referrer(tx, place).orElse(null));
    }

    /** What quiet moments are for: whether they are silent, answered low, or wait for an answer. */
    private Page wants(Transaction tx, Membership place, Page page) {
        Attention.Wanted wanted = attention.of(tx, Set.of(place.groupId()));
        Optional<Instant> silent = wanted.silent().stream()
                .filter(one -> one.place().id() == place.id())
                .map(one -> one.last().orElse(one.since()))
                .findFirst();
        Optional<Long> unanswered = wanted.unanswered().stream()
                .filter(one -> one.post().post().author() == place.id())
                .map(one -> one.post().post().seq())
                .findFirst();
        Optional<Instant> low = wanted.low().stream()
                .filter(one -> one.place().id() == place.id())
                .map(Attention.Low::since)
                .findFirst();
        return page.with("silentSince", silent.orElse(null))
                .with("unanswered", unanswered.orElse(null))
                .with("lowSince", low.orElse(null));
    }

    private Page choices(Transaction tx, Visit visit, Membership place, Page page) {
        boolean tends = visit.is("coordinator", "administrator");
        List<Group> others = tends
                ? groups.all(tx).stream()
                        .filter(one -> !one.closed() && one.id() != place.groupId())
                        .toList()
                : List.of();
        return page.with("tends", tends)
                .with("groups", others)
                .with(
                        "reasons",
                        Arrays.stream(NumberReason.values()).map(Words::label).toList())
                .with(
                        "languages",
                        messages.languages().stream()
                                .map(code -> new GroupEntry.Choice(code, messages.languageName(code)))
                                .toList())
                .with(
                        "modes",
                        Arrays.stream(ReadingMode.values()).map(Words::label).toList());
    }

    /** The place of a page that its guard let in. */
    Membership place(Transaction tx, long id) {
        return memberships.find(tx, id).orElseThrow(PageFault::notFound);
    }
}
