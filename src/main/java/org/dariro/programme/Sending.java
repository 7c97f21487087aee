package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Fault;
import org.dariro.conversation.Mentoring;
import org.dariro.conversation.MentoringFault;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.programme.Scheduled.State;
import org.dariro.spend.budget.Budget;
import org.dariro.spend.budget.Budgets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is scheduled when its time has come. Each is taken by the lock of its row, and posted and marked in the same
 * transaction: a restart goes on where it was, and of several nodes one sends it, once. What stands in the way for longer
 * than some hours is not sent any more, but shown as missed: a good morning at midnight helps nobody.
 */
@Component
public class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final Duration LATE = Duration.ofHours(6);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int AT_ONCE = 50;
    private final Database database;
    private final ScheduleDao dao;
    private final ProgrammeVoice voice;
    private final Mentoring mentoring;
    private final Groups groups;
    private final Memberships memberships;
    private final Budgets budgets;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Sending(
            Database database,
            ScheduleDao dao,
            ProgrammeVoice voice,
            Mentoring mentoring,
            Groups groups,
            Memberships memberships,
            Budgets budgets,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.voice = voice;
        this.mentoring = mentoring;
        this.groups = groups;
        this.memberships = memberships;
        this.budgets = budgets;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Sends what is due by now. */
    public void turn() {
        List<Long> due = database.inTransaction(tx -> dao.due(tx, clock.instant(), AT_ONCE));
        for (long id : due) {
            try {
                database.useTransaction(
                        tx -> dao.lockDue(tx, id, clock.instant()).ifPresent(one -> send(tx, one)));
            } catch (RuntimeException e) { // one that fails must not keep the others waiting
                LOG.error("What was scheduled could not be sent; tried again: {}", Faults.describe(e));
                putOff(id);
            }
        }
    }

    private void putOff(long id) {
        try {
            database.useTransaction(
                    tx -> dao.lockDue(tx, id, clock.instant()).ifPresent(one -> dao.update(tx, later(one, "failed"))));
        } catch (RuntimeException e) {
            LOG.error("What was scheduled stays due: {}", Faults.describe(e));
        }
    }

    /** When the next turn has something to do, as far as is known now. */
    public Optional<Instant> next() {
        return database.inTransaction(dao::next);
    }

    private void send(Transaction tx, Scheduled one) {
        Group group = groups.get(tx, one.group());
        boolean late = clock.instant().isAfter(one.due().plus(LATE));
        boolean usedUp = one.to().isEmpty() && isUsedUp(tx, group);
        Scheduled now;
        if (group.closed()) {
            now = done(one, State.MISSED, Optional.of("group-closed"));
        } else if (late) {
            now = done(one, State.MISSED, Optional.of(one.fault().orElse("late")));
        } else if (usedUp) {
            now = later(one, "no-money");
        } else {
            now = said(tx, group, one)
                    .match(sent -> done(one, State.SENT, Optional.empty()), faults -> after(one, faults));
        }
        dao.update(tx, now);
        if (now.state() != State.WAITING) {
            audit.add(
                    tx,
                    AuditEntry.of(AuditEntry.SERVICE, now.state() == State.SENT ? "scheduled-sent" : "scheduled-missed")
                            .on("group", one.group())
                            .on("scheduled", one.id()));
            if (one.weekly() && !group.closed()) {
                dao.insert(tx, one.following(ids.next(), clock.instant()), clock.instant());
            }
        }
    }

    /** Whether no post goes out by SMS because a budget has no money left. */
    private boolean isUsedUp(Transaction tx, Group group) {
        return budgets.find(tx, group.id()).filter(Budget.State::stuck).isPresent();
    }

    private Attempt<?> said(Transaction tx, Group group, Scheduled one) {
        String as = one.voice().orElseGet(() -> voice.in(tx, group).name());
        if (one.to().isEmpty()) {
            return mentoring.post(tx, group, as, one.text(), one.by());
        }
        Optional<Membership> to = memberships.find(tx, one.to().get());
        return to.isEmpty()
                ? Attempt.refuse(MentoringFault.TAKES_NO_PART)
                : mentoring.tellPlanned(tx, group, to.get(), as, one.text(), one.by());
    }

    private Scheduled after(Scheduled one, List<Fault> faults) {
        Fault first = faults.get(0);
        String label = ((Enum<?>) first).name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean passing = first == MentoringFault.NOT_SCREENED || first == MentoringFault.NO_MONEY;
        return passing ? later(one, label) : done(one, State.MISSED, Optional.of(label));
    }

    private Scheduled later(Scheduled one, String fault) {
        return with(one, State.WAITING, Optional.of(fault), clock.instant().plus(AGAIN), Optional.empty());
    }

    private Scheduled done(Scheduled one, State state, Optional<String> fault) {
        return with(one, state, fault, one.tryAt(), Optional.of(clock.instant()));
    }

    private static Scheduled with(
            Scheduled one, State state, Optional<String> fault, Instant tryAt, Optional<Instant> doneAt) {
        return new Scheduled(
                one.id(),
                one.group(),
                one.series(),
                one.kind(),
                one.voice(),
                one.to(),
                one.text(),
                one.due(),
                one.zone(),
                one.weekly() && state != State.MISSED, // the next of its series follows it already
                state,
                fault,
                tryAt,
                one.by(),
                doneAt);
    }
}
