package org.dariro.programme.study;

import java.time.temporal.ChronoUnit;
import org.dariro.group.Role;

/** The text that comes with an export: what it is, who is not in it, and what to mind. */
final class StudyReadme {
    private StudyReadme() {}

    static String of(Study study, Study.Days days, Cohort cohort) {
        boolean dates = days == Study.Days.DATES;
        long length = ChronoUnit.DAYS.between(study.firstDay(), study.lastDay()) + 1;
        long members = cohort.participants().stream()
                .filter(one -> one.role() == Role.MEMBER)
                .count();
        return String.join(
                "\r\n",
                "Study: " + study.name(),
                dates ? "Time: " + study.firstDay() + " to " + study.lastDay() + " (UTC)" : "Time: " + length + " days",
                "",
                "Files",
                "  participants.csv  one row for each person and group",
                "  dose.csv          what each person did and got, by day; days with nothing have no row",
                study.withAnswers()
                        ? "  scales.csv        what each person was asked about how they are, and answered"
                        : "  (no scales.csv: what people answer on how they are is not part of this study)",
                "  alerts.csv        how many alerts were raised about each person, by day, category and severity",
                "  codebook.csv      every column of these files, its type, unit, range and meaning",
                "Tables are CSV (RFC 4180), in UTF-8, with a decimal point. A cell that a spreadsheet would take for a formula",
                "begins with an apostrophe.",
                "",
                "Who is in it",
                "  members: " + members + ", mentors: " + (cohort.participants().size() - members)
                        + " (somebody in two groups counts twice)",
                "  left out, as their consent is withdrawn: "
                        + (study.keepsWithdrawn() ? 0 : cohort.withdrawn().size()),
                "  in it until the day on which they withdrew: "
                        + (study.keepsWithdrawn() ? cohort.withdrawn().size() : 0),
                "  left out, as they were erased: " + cohort.erased(),
                "  left out, as they never agreed to take part: " + cohort.neverAgreed(),
                "  left out, as they came after this time or left before it: " + cohort.outside(),
                "",
                "Pseudonyms",
                "  They are made with a key that stays in the service, and are the same in every export of this study: later",
                "  exports can be joined by participant and group. Those of another study differ. No order of rows tells who",
                "  came first.",
                dates
                        ? "  Days are dates in UTC. Dates can tell who somebody is: keep this export closer than one in study days."
                        : "  Days are counted from the day (UTC) on which each person agreed to take part, which is day 1.\r\n"
                                + "  What a whole group got on one day, such as a question, can still tell who agreed when.",
                "",
                "Please mind",
                "  This is pseudonymous and not anonymous: in a small group somebody may be known by language, by when they",
                "  wrote and how much, or by a rare alert. Do not try to find out who it is, do not bring it together with",
                "  other records unless people agreed to that, and publish no count below five.",
                "  Alerts say what screening or a person took for a risk, and are no diagnosis.",
                "  Who withdraws or is erased later is left out of later exports: delete what an earlier one had of them.",
                "");
    }
}
