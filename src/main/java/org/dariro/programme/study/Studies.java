package org.dariro.programme.study;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Fault;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Role;
import org.dariro.member.Members;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.CsvText;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;

/** Makes studies, changes and ends them, and tells who is behind their pseudonyms: each on record. */
@Component
public class Studies {
    private static final Pattern ARM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{0," + (Study.LONGEST_ARM - 1) + "}");
    private static final int SHORTEST_NAME = 2;
    private final StudyDao dao;
    private final CohortDao cohorts;
    private final Groups groups;
    private final Members members;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Studies(
            StudyDao dao,
            CohortDao cohorts,
            Groups groups,
            Members members,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.dao = dao;
        this.cohorts = cohorts;
        this.groups = groups;
        this.members = members;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Studies behind an id, the oldest first. */
    public List<Study> list(Transaction tx, long after, int most) {
        return dao.list(tx, after, most);
    }

    /** A study. */
    public Optional<Study> find(Transaction tx, long id) {
        return dao.find(tx, id);
    }

    /** Makes a study, with a key of its own. */
    public Attempt<Study> make(Transaction tx, Study.Wish wanted, String by) {
        Study.Wish wish = tidied(wanted);
        List<Fault> faults = faults(tx, wish);
        if (!faults.isEmpty()) {
            return new Attempt.Refused<>(faults);
        }
        Study study = new Study(
                ids.next(),
                wish.name(),
                wish.firstDay(),
                wish.lastDay(),
                new TreeMap<>(wish.arms()),
                wish.keepsWithdrawn(),
                wish.withAnswers(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty());
        dao.insert(tx, study, Pseudonyms.newKey());
        audit.add(tx, AuditEntry.of(by, "study-made").on("study", study.id()).saying(words(wish)));
        return new Attempt.Done<>(study);
    }

    /** Changes all of a study but its key: pseudonyms stay what they are. */
    public Attempt<Study> change(Transaction tx, Study study, Study.Wish wanted, String by) {
        Study.Wish wish = tidied(wanted);
        List<Fault> faults = study.ended() ? List.of(StudyFault.STUDY_ENDED) : faults(tx, wish);
        if (!faults.isEmpty()) {
            return new Attempt.Refused<>(faults);
        }
        dao.update(tx, study.id(), wish);
        audit.add(tx, AuditEntry.of(by, "study-changed").on("study", study.id()).saying(words(wish)));
        return new Attempt.Done<>(dao.find(tx, study.id()).orElseThrow());
    }

    /** Ends a study for good: its key is destroyed, and nobody can tell any more who is behind its pseudonyms. */
    public Attempt<Study> end(Transaction tx, Study study, String by) {
        if (study.ended()) {
            return Attempt.refuse(StudyFault.STUDY_ENDED);
        }
        dao.end(tx, study.id(), by, clock.instant());
        audit.add(tx, AuditEntry.of(by, "study-ended").on("study", study.id()));
        return new Attempt.Done<>(dao.find(tx, study.id()).orElseThrow());
    }

    private static Study.Wish tidied(Study.Wish wish) {
        Map<Long, String> arms = new TreeMap<>();
        wish.arms().forEach((group, arm) -> arms.put(group, arm.strip()));
        return new Study.Wish(
                Cleaning.clean(wish.name()).replaceAll("\\s+", " "),
                wish.firstDay(),
                wish.lastDay(),
                arms,
                wish.keepsWithdrawn(),
                wish.withAnswers());
    }

    /** Our own words and codes: a name could be anything. */
    private static String words(Study.Wish wish) {
        List<String> arms = new ArrayList<>();
        wish.arms().forEach((group, arm) -> arms.add("group:" + group + " " + arm));
        return "from=" + wish.firstDay() + " to=" + wish.lastDay() + " keeps-withdrawn=" + wish.keepsWithdrawn()
                + " with-answers=" + wish.withAnswers() + " "
                + String.join(", ", arms);
    }

    private List<Fault> faults(Transaction tx, Study.Wish wish) {
        List<Fault> faults = new ArrayList<>();
        int length = wish.name().codePointCount(0, wish.name().length());
        if (length < SHORTEST_NAME || length > Study.LONGEST_NAME) {
            faults.add(StudyFault.STUDY_NAME);
        }
        if (wish.firstDay().isAfter(wish.lastDay())
                || ChronoUnit.DAYS.between(wish.firstDay(), wish.lastDay()) > Study.MOST_DAYS
                || wish.firstDay().getYear() < 2000
                || wish.lastDay().getYear() > 2200) {
            faults.add(StudyFault.STUDY_DAYS);
        }
        if (wish.arms().isEmpty()
                || wish.arms().size() > Study.MOST_GROUPS
                || !groups.load(tx, wish.arms().keySet())
                        .keySet()
                        .containsAll(wish.arms().keySet())) {
            faults.add(StudyFault.STUDY_GROUPS);
        } else if (!wish.arms().values().stream()
                .allMatch(arm -> ARM.matcher(arm).matches())) {
            faults.add(StudyFault.STUDY_ARM);
        }
        return faults;
    }

    /**
     * Who is behind the pseudonyms, as a table: of each the group, the place and, while they are in the study, the number. Who
     * withdrew is in it without a number, so that what was exported of them can be found and deleted; who was erased is not.
     *
     * @param by who asks: a person, as the audit trail names people
     */
    public Attempt<String> key(Transaction tx, Study study, Study.KeyReason reason, String by) {
        Optional<Pseudonyms> pseudonyms = dao.key(tx, study.id()).map(Pseudonyms::new);
        if (pseudonyms.isEmpty()) {
            return Attempt.refuse(StudyFault.STUDY_ENDED);
        }
        Cohort cohort = Cohort.of(tx, cohorts, study, pseudonyms.get(), clock.instant());
        List<Participant> all = Stream.concat(cohort.participants().stream(), cohort.withdrawn().stream())
                .distinct()
                .sorted(Comparator.comparing(Participant::group).thenComparing(Participant::id))
                .toList();
        CsvText table =
                new CsvText(List.of("participant", "group", "group_name", "place", "role", "in_study", "number"));
        for (Participant one : all) {
            boolean in = !cohort.withdrawn().contains(one);
            table.row(List.of(
                    one.id(),
                    one.group(),
                    groups.find(tx, one.groupId()).map(Group::name).orElse(""),
                    one.place(),
                    Participant.label(one.role()),
                    in ? "yes" : "withdrawn",
                    in && one.role() == Role.MEMBER ? number(tx, one) : ""));
        }
        audit.add(
                tx,
                AuditEntry.of(by, "study-key-shown")
                        .on("study", study.id())
                        .saying(Participant.label(reason) + " places=" + all.size()));
        return new Attempt.Done<>(table.toString());
    }

    private String number(Transaction tx, Participant one) {
        return one.member()
                .flatMap(id -> members.get(tx, id))
                .map(member -> member.number().e164())
                .orElse("");
    }
}
