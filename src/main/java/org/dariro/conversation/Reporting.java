package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Standing;
import org.dariro.member.Nickname;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Reports;

/** REPORT: tells mentors of a post, and nobody else. */
@Component
public class Reporting {
    private final Memberships memberships;
    private final Reports reports;
    private final PrivateWordDao privateWords;
    private final WaitingWords waiting;
    private final Posting posting;
    private final Replies replies;

    @Inject
    public Reporting(
            Memberships memberships,
            Reports reports,
            PrivateWordDao privateWords,
            WaitingWords waiting,
            Posting posting,
            Replies replies) {
        this.memberships = memberships;
        this.reports = reports;
        this.privateWords = privateWords;
        this.waiting = waiting;
        this.posting = posting;
        this.replies = replies;
    }

    /** What became of a report. */
    public enum Reported {
        TOLD,
        /** Nobody else has posted yet. */
        NOTHING,
        /** It names nobody and may be a sentence for the group. */
        NO_REPORT
    }

    /**
     * A report that was made.
     *
     * @param words what was added to it, as private words
     */
    public record Done(Reported what, Optional<Long> words) {}

    /** Reports, and answers; empty when it is a sentence for the group. */
    Optional<Meaning> answer(Transaction tx, Speaker by, Utterance said, Command.Report asked) {
        Done done = report(tx, by, asked);
        if (done.what() == Reported.NO_REPORT) {
            return Optional.empty();
        }
        boolean card = posting.heed(tx, by, said.text(), said.ruling(), "private");
        tell(tx, by, done);
        if (!card) {
            replies.answer(tx, by, done.what() == Reported.TOLD ? "report-received" : "report-nothing");
        }
        return Optional.of(Meaning.COMMAND);
    }

    /**
     * Reports what the words name: nobody for the group's last post, or a nickname for that person's. Whoever calls this heeds what
     * was said, and then {@link #tell tells} of it: only then it is known whether the words belong to an alert.
     */
    public Done report(Transaction tx, Speaker by, Command.Report asked) {
        Optional<Membership> about = named(tx, by, asked.about());
        if (about.isEmpty() && !asked.sure()) {
            return new Done(Reported.NO_REPORT, Optional.empty());
        }
        boolean told = reports.report(tx, by.place(), about.map(Membership::id));
        boolean more = about.isEmpty()
                ? !asked.about().isBlank()
                : asked.about().length() > about.get().name().length();
        Optional<Long> words = more // what somebody adds is for the mentors, like any private word
                ? Optional.of(privateWords.insert(tx, by.place(), by.member().key(), asked.about()))
                : Optional.empty();
        return new Done(told || more ? Reported.TOLD : Reported.NOTHING, words);
    }

    /** Tells other systems of what was added to a report, where no alert has it. */
    public void tell(Transaction tx, Speaker by, Done done) {
        done.words().ifPresent(words -> waiting.tell(tx, by.place(), words));
    }

    /** The person of the group whose nickname the words are, or begin with; the longest nickname wins. */
    private Optional<Membership> named(Transaction tx, Speaker by, String words) {
        String said = words.toLowerCase(Locale.ROOT) + " ";
        List<Membership> people = memberships.in(tx, by.group().id());
        return people.stream()
                .filter(place -> place.id() != by.place().id() && place.nickname() != null)
                .filter(place -> place.standing() != Standing.INVITED)
                .filter(place -> said.startsWith(place.name().toLowerCase(Locale.ROOT) + " ")
                        || Objects.equals(Nickname.keyOf(words), Nickname.keyOf(place.nickname())))
                .max(Comparator.comparingInt(place -> place.name().length()));
    }
}
