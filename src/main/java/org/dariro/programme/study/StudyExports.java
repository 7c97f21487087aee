package org.dariro.programme.study;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dariro.conversation.Attempt;
import org.dariro.group.GroupLog;
import org.dariro.group.Post;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.CsvText;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.programme.Wellbeing;

/**
 * Writes what a study is about as a ZIP of CSV tables: pseudonyms, days and counts; no number, no nickname, no text, no id. One
 * group is held at a time, so that a large study takes no more room than its largest group. The same data gives the same bytes.
 */
@Component
public class StudyExports {
    /** In every entry, so that it tells nothing and changes nothing. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Database database;
    private final StudyDao dao;
    private final CohortDao cohorts;
    private final DoseDao doses;
    private final GroupLog log;
    private final Wellbeing wellbeing;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public StudyExports(
            Database database,
            StudyDao dao,
            CohortDao cohorts,
            DoseDao doses,
            GroupLog log,
            Wellbeing wellbeing,
            AuditLog audit,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.cohorts = cohorts;
        this.doses = doses;
        this.log = log;
        this.wellbeing = wellbeing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Reads who is in a study, and puts on record who takes it out; what comes back writes it. */
    public Attempt<Export> open(Study study, Study.Days days, String by) {
        Instant now = clock.instant();
        return database.inTransaction(tx -> {
            Optional<Pseudonyms> pseudonyms = dao.key(tx, study.id()).map(Pseudonyms::new);
            if (pseudonyms.isEmpty()) {
                return Attempt.refuse(StudyFault.STUDY_ENDED);
            }
            Cohort cohort = Cohort.of(tx, cohorts, study, pseudonyms.get(), now);
            audit.add(
                    tx,
                    AuditEntry.of(by, "study-exported")
                            .on("study", study.id())
                            .saying("days=" + Participant.label(days) + " places="
                                    + cohort.participants().size()));
            return new Attempt.Done<>(new Export(study, days, cohort, now));
        });
    }

    /** An export that is on record; it can be written once or more. */
    public final class Export {
        private final Study study;
        private final Study.Days days;
        private final Cohort cohort;
        private final Sheets sheets;
        private final Instant from;
        private final Instant to;

        Export(Study study, Study.Days days, Cohort cohort, Instant now) {
            this.study = study;
            this.days = days;
            this.cohort = cohort;
            sheets = new Sheets(study, days);
            from = study.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant end =
                    study.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            to = end.isBefore(now) ? end : now.plusMillis(1); // what happens now is in it
        }

        /** What the file is called: our own words. */
        public String fileName() {
            return "study-" + study.id() + (days == Study.Days.DATES ? "-dates" : "") + ".zip";
        }

        /** How many places it tells of. */
        public int places() {
            return cohort.participants().size();
        }

        /** Writes it; the stream stays open. */
        public void write(OutputStream out) throws IOException {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            begin(zip, "README.txt");
            put(zip, StudyReadme.of(study, days, cohort));
            write(zip, sheets.participants(), (tx, group) -> group);
            write(zip, sheets.dose(), this::dose);
            if (study.withAnswers()) {
                write(zip, sheets.scales(), this::answers);
            }
            write(zip, sheets.alerts(), this::alerts);
            begin(zip, Codebook.sheet().file());
            CsvText codebook = new CsvText(Codebook.sheet().header());
            Codebook.entries(sheets)
                    .forEach(entry -> codebook.row(Codebook.sheet().cells(entry)));
            put(zip, codebook.take());
            zip.closeEntry();
            zip.finish();
        }

        private static void begin(ZipOutputStream zip, String file) throws IOException {
            ZipEntry entry = new ZipEntry(file);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
        }

        private static void put(ZipOutputStream zip, String text) throws IOException {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }

        private <R> void write(ZipOutputStream zip, Sheet<R> sheet, Rows<R> rows) throws IOException {
            begin(zip, sheet.file());
            CsvText table = new CsvText(sheet.header());
            for (List<Participant> group : cohort.byGroup()) {
                for (R row : database.inTransaction(tx -> rows.of(tx, group))) {
                    table.row(sheet.cells(row));
                    put(zip, table.take());
                }
            }
            put(zip, table.take());
            zip.closeEntry();
        }

        private List<Dose> dose(Transaction tx, List<Participant> group) {
            long id = group.get(0).groupId();
            Gathered gathered = new Gathered(group);
            for (Participant one : group) {
                log.worded(tx, one.place(), from, to)
                        .forEach(post -> gathered.add(
                                one.place(), post.at().atOffset(ZoneOffset.UTC).toLocalDate(), dose -> {
                                    if (post.state() == Post.State.RELEASED) {
                                        dose.posts++;
                                        dose.words += post.words();
                                    } else {
                                        dose.postsKept++;
                                    }
                                }));
            }
            gathered.add(doses.privateWords(tx, id, from, to), (dose, count) -> {
                dose.privateWritten = count.one();
                dose.privateReceived = count.two();
            });
            gathered.add(doses.byUssd(tx, id, from, to), (dose, count) -> {
                dose.postsByUssd = count.one();
                dose.ussdPages = count.two();
            });
            long[] authors = doses.authors(tx, id);
            doses.parcels(tx, id, from, to, parcel -> gathered.sent(parcel, authors));
            gathered.paused(cohorts.pauses(tx, id), to);
            List<Dose> rows = new ArrayList<>();
            group.forEach(one -> rows.addAll(gathered.of(one)));
            return rows;
        }

        private List<Sheets.Answer> answers(Transaction tx, List<Participant> group) {
            long id = group.get(0).groupId();
            Gathered people = new Gathered(group);
            List<Sheets.Answer> rows = new ArrayList<>();
            wellbeing.answersTo(tx, id, from, to).forEach(one -> people.who(one.membership(), one.askedAt())
                    .ifPresent(who -> rows.add(
                            who.has(LocalDate.ofInstant(one.answeredAt(), ZoneOffset.UTC))
                                    ? new Sheets.Answer(
                                            who, one.item(), one.value(), one.askedAt(), one.answeredAt(), one.medium())
                                    : Sheets.Answer.none(who, one.item(), one.askedAt()))));
            doses.unanswered(tx, id, from, to).forEach(one -> people.who(one.place(), one.askedAt())
                    .ifPresent(who -> rows.add(Sheets.Answer.none(who, one.item(), one.askedAt()))));
            rows.sort(java.util.Comparator.comparing(
                            (Sheets.Answer one) -> one.who().id())
                    .thenComparing(Sheets.Answer::asked)
                    .thenComparing(Sheets.Answer::item));
            return rows;
        }

        private List<Sheets.AlertCount> alerts(Transaction tx, List<Participant> group) {
            Gathered people = new Gathered(group);
            List<Sheets.AlertCount> rows = new ArrayList<>();
            doses.alerts(tx, group.get(0).groupId(), from, to).forEach(one -> people.who(one.place(), one.day())
                    .ifPresent(who -> rows.add(new Sheets.AlertCount(who, one))));
            rows.sort(java.util.Comparator.comparing(one -> one.who().id()));
            return rows;
        }
    }

    /** The rows of a group. */
    private interface Rows<R> {
        List<R> of(Transaction tx, List<Participant> group);
    }
}
