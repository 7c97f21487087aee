package org.dariro.transcript;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.member.Staff;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.escalation.Running;
import org.dariro.safeguarding.rota.Rota;
import org.dariro.safeguarding.rota.Rotas;
import org.dariro.safeguarding.rota.Span;
import org.dariro.safeguarding.rota.WeeklyHours;
import org.dariro.transcript.Stage.Colleague;

/** What transcripts do about staff, rotas and alerts, in the stores of a service. */
final class StaffRoom {
    private static final String BY = "a coordinator";
    private final Parts parts;

    StaffRoom(Parts parts) {
        this.parts = parts;
    }

    void add(Colleague colleague) {
        parts.database.useTransaction(tx -> {
            String language = colleague.language().orElse("en");
            List<Staff.Service> serves = new ArrayList<>();
            for (String code : colleague.serves()) {
                int turn = parts.staff.of(tx, group(tx, code).id()).size();
                serves.add(new Staff.Service(group(tx, code).id(), turn, Optional.empty()));
            }
            parts.staff.add(
                    tx,
                    new Staff(
                            0,
                            colleague.name(),
                            Staff.Role.valueOf(
                                    colleague.role().toUpperCase(Locale.ROOT).replace(' ', '_')),
                            Optional.of(parts.members
                                    .findOrRegister(tx, Msisdn.of(colleague.number()), language)
                                    .id()),
                            language,
                            ZoneId.of("Africa/Harare"),
                            serves,
                            false));
        });
    }

    private Group group(Transaction tx, String code) {
        return parts.groups.byCode(tx, code).orElseThrow(() -> new IllegalArgumentException("no group " + code));
    }

    private Staff person(Transaction tx, String name) {
        return parts.staff.all(tx).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no staff " + name));
    }

    void rota(String group, WeeklyHours hours, List<String> people) {
        parts.database.useTransaction(tx -> {
            long id = group(tx, group).id();
            List<Rotas.Wanted> shifts = parts.rotas.of(tx, id).shifts().stream()
                    .map(shift -> new Rotas.Wanted(shift.staff(), shift.hours()))
                    .collect(Collectors.toCollection(ArrayList::new));
            people.forEach(name -> shifts.add(new Rotas.Wanted(person(tx, name).id(), hours)));
            parts.rotas.shifts(tx, id, shifts, BY);
        });
    }

    void cover(String group, WeeklyHours hours) {
        parts.database.useTransaction(tx -> {
            long id = group(tx, group).id();
            List<WeeklyHours> cover = new ArrayList<>(parts.rotas.of(tx, id).cover());
            cover.add(hours);
            parts.rotas.cover(tx, id, cover, BY);
        });
    }

    void swap(String group, String from, String to, Span span) {
        parts.database.useTransaction(tx -> parts.rotas.swap(
                tx, group(tx, group).id(), person(tx, from).id(), person(tx, to).id(), span, BY, ""));
    }

    List<Span> gaps(String group, Instant now) {
        return parts.database.inTransaction(tx -> {
            long id = group(tx, group).id();
            Rota rota = parts.rotas.of(tx, id);
            Set<Long> reachable = parts.callees.reachable(tx, id);
            return rota.gaps(new Span(now, now.plus(Duration.ofDays(7))), reachable::contains);
        });
    }

    private long alert(Transaction tx, int number) {
        return parts.escalation.open(tx).stream()
                .filter(run -> run.number() == number)
                .map(Running::alert)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no alert " + number));
    }

    void claim(String by, int number) {
        parts.database.useTransaction(tx -> parts.alerts.claim(tx, alert(tx, number), by, false));
    }

    void letGo(String by, int number) {
        parts.database.useTransaction(tx -> {
            if (!parts.alerts.letGo(tx, alert(tx, number), by)) {
                throw new IllegalArgumentException(by + " has not alert " + number);
            }
        });
    }
}
