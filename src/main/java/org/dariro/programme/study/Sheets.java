package org.dariro.programme.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.programme.WellbeingItem;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;
import org.jspecify.annotations.Nullable;

/** The sheets of an export and what their columns mean; the codebook is written from them. */
final class Sheets {
    private static final int DAYS_IN_A_WEEK = 7;
    private static final String BACK = " for good: the days between leaving and coming back count as days with nothing";
    private static final int SECONDS_IN_AN_HOUR = 3_600;
    private final Study study;
    private final boolean dates;

    Sheets(Study study, Study.Days days) {
        this.study = study;
        dates = days == Study.Days.DATES;
    }

    /**
     * A question and what somebody answered.
     *
     * @param value null while there is no answer, or none in the person's time in the study
     */
    record Answer(
            Participant who,
            String item,
            @Nullable Integer value,
            Instant asked,
            @Nullable Instant answered,
            @Nullable String medium) {
        static Answer none(Participant who, String item, Instant asked) {
            return new Answer(who, item, null, asked, null, null);
        }
    }

    /** Alerts about somebody on a day. */
    record AlertCount(Participant who, DoseDao.Alerts alerts) {}

    List<Sheet<?>> all() {
        return study.withAnswers()
                ? List.of(participants(), dose(), scales(), alerts())
                : List.of(participants(), dose(), alerts());
    }

    private static String labels(Stream<? extends Enum<?>> constants) {
        return constants.map(Participant::label).collect(Collectors.joining("; "));
    }

    private <R> List<Column<R>> who(Function<R, Participant> who) {
        List<Column<R>> columns = new ArrayList<>();
        columns.add(new Column<>(
                "participant",
                "text",
                "",
                "P and 12 letters and digits",
                "Pseudonym of the person: the same in all files, groups and exports of this study, another one in other"
                        + " studies",
                "",
                row -> who.apply(row).id()));
        columns.add(new Column<>(
                "group",
                "text",
                "",
                "G and 6 letters and digits",
                "Pseudonym of the group; somebody who was moved has rows in both",
                "",
                row -> who.apply(row).group()));
        return columns;
    }

    private <R> Column<R> day(Function<R, Participant> who, Function<R, LocalDate> day) {
        return dates
                ? new Column<>("date", "date", "", "", "Day in UTC", "", day::apply)
                : new Column<>(
                        "day",
                        "integer",
                        "days",
                        "1 or more",
                        "Study day of the person: the day in UTC on which they enrolled in the group is day 1",
                        "",
                        row -> who.apply(row).day(day.apply(row)));
    }

    Sheet<Participant> participants() {
        List<Column<Participant>> columns = who(one -> one);
        columns.add(Column.code(
                "arm",
                study.arms().values().stream().distinct().sorted().collect(Collectors.joining("; ")),
                "Arm of the group",
                Participant::arm));
        columns.add(Column.code(
                "role",
                labels(Arrays.stream(Role.values())),
                "Mentors lead the group",
                one -> Participant.label(one.role())));
        columns.add(Column.code(
                        "language",
                        "codes such as en",
                        "Language in which the person is answered, at the time of the export",
                        Participant::language)
                .orEmpty("a mentor without a phone"));
        columns.add(Column.code(
                "reading_mode",
                labels(Arrays.stream(ReadingMode.values())),
                "How the person gets posts, at the time of the export",
                one -> Participant.label(one.mode())));
        columns.add(Column.code(
                "standing",
                labels(Arrays.stream(Standing.values())),
                "Where the person stands in the group at the time of the export; naming: agreed, and has no nickname yet",
                one -> Participant.label(one.standing())));
        columns.add(
                dates
                        ? new Column<>(
                                "enrolled",
                                "date",
                                "",
                                "",
                                "Day in UTC on which the person agreed",
                                "",
                                one -> one.enrolled())
                        : new Column<>(
                                "enrolled_week",
                                "integer",
                                "weeks",
                                "",
                                "Week of the study in which the person agreed: 1 is its first week, 0 and less before it",
                                "",
                                one -> week(one.enrolled())));
        columns.add((dates
                        ? new Column<Participant>(
                                "left",
                                "date",
                                "",
                                "",
                                "Day in UTC on which the person left the group" + BACK,
                                "",
                                one -> one.left().isPresent() ? one.left().get() : null)
                        : new Column<Participant>(
                                "left_day",
                                "integer",
                                "days",
                                "1 or more",
                                "Study day on which the person left the group" + BACK,
                                "",
                                Sheets::leftDay))
                .orEmpty(dates ? "takes part" : "takes part, or the group ended: see last_week"));
        columns.add(Column.<Participant>code(
                        "left_how",
                        "stopped; removed; moved; group-ended",
                        "stopped: said STOP, which withdraws consent; removed: by staff",
                        one -> one.how().isEmpty() ? null : one.how())
                .orEmpty("takes part, or it is not known"));
        if (dates) {
            columns.add(observed("first", "First", Participant::first));
            columns.add(observed("last", "Last", Participant::last));
        } else {
            columns.add(new Column<Participant>(
                            "last_week",
                            "integer",
                            "weeks",
                            "1 or more",
                            "Last week of the study of which the other files say something of the person in the group: days"
                                    + " until then without a row in them are days with nothing",
                            "",
                            one -> leftDay(one) == null ? week(one.last()) : null)
                    .orEmpty("left before the group ended: see left_day"));
        }
        return new Sheet<>("participants.csv", columns);
    }

    private long week(LocalDate day) {
        return Math.floorDiv(ChronoUnit.DAYS.between(study.firstDay(), day), DAYS_IN_A_WEEK) + 1;
    }

    /** Not of who left as the group ended: that is one date for all, and from it follows when each of them agreed. */
    private static @Nullable Long leftDay(Participant one) {
        return one.left().isPresent() && !one.how().equals(Course.GROUP_ENDED)
                ? Long.valueOf(one.day(one.left().get()))
                : null;
    }

    private static Column<Participant> observed(String name, String word, Function<Participant, LocalDate> day) {
        String meaning =
                word + " day of the person in the group of which the other files say something: days between the"
                        + " first and the last without a row in them are days with nothing";
        return new Column<>(name, "date", "", "", meaning, "", day::apply);
    }

    Sheet<Dose> dose() {
        List<Column<Dose>> columns = who(one -> one.who);
        columns.add(day(one -> one.who, one -> one.day));
        columns.add(Column.count(
                "posts", "posts", "Posts that the person wrote and the group could read", one -> one.posts));
        columns.add(Column.count(
                "words",
                "words",
                "Words in these posts, as the group could read them: between spaces, with a letter or" + " a digit",
                one -> one.words));
        columns.add(Column.count(
                "posts_kept",
                "posts",
                "Posts that the person wrote and that were held and not released",
                one -> one.postsKept));
        columns.add(Column.count(
                "private_written",
                "messages",
                "Messages that the person wrote to the mentors alone",
                one -> one.privateWritten));
        columns.add(Column.count(
                "private_received",
                "messages",
                "Messages that mentors wrote to the person alone",
                one -> one.privateReceived));
        columns.add(Column.count(
                "posts_by_sms",
                "posts",
                "Posts of others in texts to the person that the carrier took: each once, on the first day on which it was"
                        + " sent",
                one -> one.postsBySms));
        columns.add(Column.count(
                "posts_by_ussd", "posts", "Posts of others that the person read by dialling", one -> one.postsByUssd));
        columns.add(Column.count(
                "ussd_pages", "pages", "Pages of posts that the person read by dialling", one -> one.ussdPages));
        columns.add(Column.count(
                "texts",
                "texts",
                "Texts of this group to the person, of any kind, that the carrier took",
                one -> one.texts));
        columns.add(Column.count(
                "texts_delivered",
                "texts",
                "Of these, texts of which the carrier said that they arrived; some carriers never tell",
                one -> one.delivered));
        columns.add(Column.count(
                "texts_failed",
                "texts",
                "Texts that failed, or of which nobody knows what became of them",
                one -> one.failed));
        columns.add(Column.count(
                "segments",
                "segments",
                "Billed units (160 letters at most) in the texts that the carrier took",
                one -> one.segments));
        columns.add(new Column<>(
                "paused_hours",
                "decimal",
                "hours",
                "0 to 24",
                "How long the person had asked for quiet; noted since version 29 of the tables",
                "",
                one -> BigDecimal.valueOf(one.pausedHours)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()));
        return new Sheet<>("dose.csv", columns);
    }

    Sheet<Answer> scales() {
        String none = "not answered by the last day of the person in the study";
        List<Column<Answer>> columns = who(Answer::who);
        columns.add(Column.code(
                "item",
                labels(Arrays.stream(WellbeingItem.values())),
                "What was asked: its words are in the programme's templates, under wellbeing- and this code",
                Answer::item));
        columns.add(new Column<Answer>(
                        "value",
                        "integer",
                        "",
                        WellbeingItem.LOWEST + " to " + WellbeingItem.HIGHEST,
                        "Answer; a low one is the worse",
                        "",
                        Answer::value)
                .orEmpty(none));
        columns.add(
                dates
                        ? new Column<>(
                                "asked", "time", "", "", "When it was asked, in UTC", "", one -> minute(one.asked()))
                        : new Column<>(
                                "asked_day",
                                "integer",
                                "days",
                                "1 or more",
                                "Study day on which it was asked",
                                "",
                                one -> one.who().day(day(one.asked()))));
        if (dates) {
            columns.add(new Column<Answer>(
                    "answered",
                    "time",
                    "",
                    "",
                    "When it was answered, in UTC",
                    none,
                    one -> one.answered() == null ? null : minute(one.answered())));
        } else {
            columns.add(new Column<Answer>(
                    "answered_day",
                    "integer",
                    "days",
                    "1 or more",
                    "Study day on which it was answered",
                    none,
                    one -> one.answered() == null ? null : one.who().day(day(one.answered()))));
            columns.add(new Column<Answer>(
                    "answered_hour",
                    "integer",
                    "hours",
                    "0 to 23",
                    "Hour in UTC in which it was answered",
                    none,
                    one -> one.answered() == null
                            ? null
                            : one.answered().atOffset(ZoneOffset.UTC).getHour()));
        }
        columns.add(
                dates
                        ? new Column<>(
                                "minutes",
                                "integer",
                                "minutes",
                                "0 or more",
                                "From asked to answered",
                                none,
                                one -> one.answered() == null
                                        ? null
                                        : ChronoUnit.MINUTES.between(one.asked(), one.answered()))
                        : new Column<>(
                                "hours",
                                "integer",
                                "hours",
                                "1 or more",
                                "From asked to answered, in whole hours rounded up: 1 is up to an hour",
                                none,
                                one -> one.answered() == null ? null : hours(one.asked(), one.answered())));
        columns.add(Column.<Answer>code("channel", "sms; ussd", "How it was answered", Answer::medium)
                .orEmpty(none));
        return new Sheet<>("scales.csv", columns);
    }

    /** Not the minutes: who knows when the group was asked would have the minute of the answer. */
    private static long hours(Instant asked, Instant answered) {
        return Math.max(1, -Math.floorDiv(-ChronoUnit.SECONDS.between(asked, answered), SECONDS_IN_AN_HOUR));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static String minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    Sheet<AlertCount> alerts() {
        List<Column<AlertCount>> columns = who(AlertCount::who);
        columns.add(day(AlertCount::who, one -> one.alerts().day()));
        columns.add(Column.code(
                "category",
                Arrays.stream(Category.values()).map(Category::label).collect(Collectors.joining("; "))
                        + "; and names of protocols of the programme",
                "What the risk is about",
                one -> one.alerts().category()));
        columns.add(Column.code(
                "severity",
                labels(Arrays.stream(Severity.values())),
                "How grave it was, the gravest first",
                one -> one.alerts().severity().toLowerCase(java.util.Locale.ROOT)));
        columns.add(Column.count("alerts", "alerts", "Alerts raised about the person", one -> one.alerts()
                .alerts()));
        columns.add(Column.count(
                "not_a_risk", "alerts", "Of these, closed by now as no risk: screening was wrong", one -> one.alerts()
                        .unfounded()));
        return new Sheet<>("alerts.csv", columns);
    }
}
