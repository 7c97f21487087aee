package org.dariro.programme.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.group.Role;
import org.dariro.platform.Transaction;

/**
 * Who is in a study, by group and pseudonym: in an order that tells nothing of when somebody came.
 *
 * @param withdrawn who agreed and withdrew, and is left out, or kept until the day on which they did, as the study has it
 * @param erased how many places are left out as the person was erased
 * @param neverAgreed how many, as the person never agreed to take part
 * @param outside how many, as the person came after the study's time, or left before it
 */
record Cohort(List<Participant> participants, List<Participant> withdrawn, int erased, int neverAgreed, int outside) {
    private static final Comparator<Participant> ORDER =
            Comparator.comparing(Participant::group).thenComparing(Participant::id);

    Cohort {
        participants = participants.stream().sorted(ORDER).toList();
        withdrawn = withdrawn.stream().sorted(ORDER).toList();
    }

    /** The participants of each group, the groups in the order of their pseudonyms. */
    List<List<Participant>> byGroup() {
        List<List<Participant>> groups = new ArrayList<>();
        for (Participant one : participants) {
            if (groups.isEmpty() || groups.get(groups.size() - 1).get(0).groupId() != one.groupId()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(one);
        }
        return groups;
    }

    /** Who it is as things stand at a time; of what comes later nothing is exported. */
    static Cohort of(Transaction tx, CohortDao dao, Study study, Pseudonyms pseudonyms, Instant now) {
        return new Gathering(study, pseudonyms, LocalDate.ofInstant(now, ZoneOffset.UTC)).gather(tx, dao);
    }

    /** Goes through the places. */
    private static final class Gathering {
        private final Study study;
        private final Pseudonyms pseudonyms;
        private final LocalDate today;
        private final List<Participant> participants = new ArrayList<>();
        private final List<Participant> withdrawn = new ArrayList<>();
        private int erased;
        private int neverAgreed;
        private int outside;

        Gathering(Study study, Pseudonyms pseudonyms, LocalDate today) {
            this.study = study;
            this.pseudonyms = pseudonyms;
            this.today = today;
        }

        Cohort gather(Transaction tx, CohortDao dao) {
            Long[] groups = study.arms().keySet().toArray(Long[]::new);
            Map<Long, Course> courses = new HashMap<>();
            for (CohortDao.Event event : dao.events(tx, groups)) {
                courses.computeIfAbsent(event.place(), id -> new Course()).on(event.event(), event.at());
            }
            for (CohortDao.Place place : dao.places(tx, groups)) {
                take(place, courses.getOrDefault(place.id(), new Course()));
            }
            return new Cohort(participants, withdrawn, erased, neverAgreed, outside);
        }

        private void take(CohortDao.Place place, Course course) {
            course.now(place.standing(), place.role() == Role.MENTOR, place.created(), place.stoppedAt());
            if (place.closedAt() != null) {
                course.groupEnded(place.closedAt());
            }
            Optional<LocalDate> enrolled = course.enrolled().map(Gathering::day);
            if (place.erased()) {
                erased++;
            } else if (enrolled.isEmpty()) {
                neverAgreed++;
            } else {
                Participant one = participant(place, course, enrolled.get());
                if (one.last().isBefore(one.first())) {
                    outside++;
                    return;
                }
                if (course.withdrawn()) {
                    withdrawn.add(one);
                }
                if (!course.withdrawn() || study.keepsWithdrawn()) {
                    participants.add(one);
                }
            }
        }

        private Participant participant(CohortDao.Place place, Course course, LocalDate enrolled) {
            Optional<LocalDate> left = course.left().map(Gathering::day);
            LocalDate end = study.lastDay().isBefore(today) ? study.lastDay() : today;
            return new Participant(
                    place.id(),
                    place.group(),
                    place.member(),
                    pseudonyms.person(place.member(), place.id()),
                    pseudonyms.group(place.group()),
                    study.arms().getOrDefault(place.group(), ""),
                    place.role(),
                    place.standing(),
                    place.language(),
                    place.mode(),
                    enrolled,
                    left,
                    course.how(),
                    enrolled.isBefore(study.firstDay()) ? study.firstDay() : enrolled,
                    left.filter(day -> day.isBefore(end)).orElse(end));
        }

        private static LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }
    }
}
