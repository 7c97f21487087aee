package org.dariro.safeguarding.escalation;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dariro.delivery.Kind;
import org.dariro.delivery.Outbox;
import org.dariro.gateway.Line;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Ids;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.FailedCards;
import org.dariro.safeguarding.escalation.Callees.Person;
import org.dariro.safeguarding.escalation.EscalationDao.Holder;
import org.dariro.safeguarding.screening.Severity;
import org.dariro.webhook.Event;
import org.dariro.webhook.Webhooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls people about critical and high alerts that nobody has, by SMS, step by step up the {@link Ladder}, and never stops
 * before somebody has the alert. All of it is in tables, and each step is taken in one transaction with the lock of its row:
 * a restart goes on where it was, and of several nodes one takes each step, once.
 */
@Component
public class Escalation {
    private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);
    private static final int AT_ONCE = 50;
    private static final int FIRST_NUMBER = 10;
    private static final int LAST_NUMBER = 999;

    private final Database database;
    private final FailedCards failedCards;
    private final EscalationDao dao;
    private final Callees callees;
    private final Outbox outbox;
    private final Messages messages;
    private final AuditLog audit;
    private final Webhooks webhooks;
    private final EscalationSettings settings;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Escalation(
            Database database,
            FailedCards failedCards,
            EscalationDao dao,
            Callees callees,
            Outbox outbox,
            Messages messages,
            AuditLog audit,
            Webhooks webhooks,
            EscalationSettings settings,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.failedCards = failedCards;
        this.dao = dao;
        this.callees = callees;
        this.outbox = outbox;
        this.messages = messages;
        this.audit = audit;
        this.webhooks = webhooks;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Does all that is due by now; to be called every second. */
    public void turn() {
        failedCards.turn();
        begin();
        List<Long> due = database.inTransaction(tx -> dao.due(tx, clock.instant()));
        for (long alert : due) {
            try {
                database.useTransaction(
                        tx -> dao.lockDue(tx, alert, clock.instant()).ifPresent(run -> step(tx, run)));
            } catch (RuntimeException e) { // one that fails must not keep the others from being called about
                LOG.error("Nobody could be called about alert {}; tried again: {}", alert, Faults.describe(e));
            }
        }
    }

    /** When the next turn has something to do, as far as is known now. */
    public Optional<Instant> next() {
        return database.inTransaction(
                tx -> Stream.of(dao.next(tx), dao.nextLeftAlone(tx, clock.instant(), settings.second()))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo));
    }

    /** Begins with the alerts that nobody has and nobody is called about: new ones, and those that somebody let go. */
    private void begin() {
        if (database.inTransaction(
                tx -> dao.leftAlone(tx, clock.instant(), second(), 1).isEmpty()
                        && dao.unheard(tx, clock.instant(), 1).isEmpty())) {
            return;
        }
        database.useTransaction(tx -> dao.lockNumbers(tx).ifPresent(last -> {
            Instant now = clock.instant();
            Beginning beginning = new Beginning(tx, now, last, dao.numbersInUse(tx));
            dao.leftAlone(tx, now, second(), AT_ONCE).forEach(matter -> beginning.begin(matter, 0, now));
            Duration rest = settings.critical().wait(Running.TELLS);
            for (Matter matter : dao.unheard(tx, now, AT_ONCE)) {
                Instant at = dao.toldOfMore(tx, matter.alert())
                        .map(told -> told.plus(rest))
                        .filter(now::isBefore)
                        .orElse(now);
                beginning.begin(matter, Running.TELLS, at);
            }
            dao.saveNumber(tx, beginning.number);
        }));
    }

    /** Begins with some alerts, once for each person in a group: the gravest comes first. */
    private final class Beginning {
        private final Transaction tx;
        private final Instant now;
        private final Set<Integer> taken;
        private final Set<List<Optional<Long>>> begun = new HashSet<>();
        private int number;

        Beginning(Transaction tx, Instant now, int last, Set<Integer> taken) {
            this.tx = tx;
            this.now = now;
            this.number = last;
            this.taken = taken;
        }

        void begin(Matter matter, int step, Instant at) {
            if (matter.member().isPresent() && !begun.add(List.of(matter.member(), matter.group()))) {
                return;
            }
            Optional<Running> known = dao.find(tx, matter.alert());
            if (known.isPresent() && !dao.isAnothers(tx, known.get())) {
                dao.update(tx, known.get().again(known.get().number(), step, now, at));
                return;
            }
            number = next(number, taken);
            taken.add(number);
            if (known.isPresent()) { // it was closed, and its number given to another
                dao.update(tx, known.get().again(number, step, now, at));
            } else {
                dao.insert(tx, Running.of(matter.alert(), number, step, now, at));
            }
        }
    }

    /** Alerts that wait for their second person since then or longer are left alone. */
    private Instant second() {
        return clock.instant().minus(settings.second());
    }

    /** Short, and not soon used again. */
    private static int next(int last, Set<Integer> taken) {
        int number = last;
        for (int tries = 0; tries <= LAST_NUMBER; tries++) {
            number = number >= LAST_NUMBER ? FIRST_NUMBER : number + 1;
            if (!taken.contains(number)) {
                return number;
            }
        }
        return number; // a thousand open alerts; the number then means the latest
    }

    private void step(Transaction tx, Running due) {
        Instant now = clock.instant();
        Matter matter = dao.matter(tx, due.alert())
                .orElseThrow(() -> new IllegalStateException("There is no alert " + due.alert()));
        Optional<Holder> other = matter.first().isEmpty() ? dao.holder(tx, due.alert(), now) : Optional.empty();
        Optional<String> holder =
                matter.heldBy(now).or(() -> other.filter(Holder::knows).map(Holder::name));
        boolean rests = matter.closed() || matter.isPutOff(now) || matter.isRestingUntilSecond(now, settings.second());
        if (rests || holder.isPresent()) {
            dao.update(tx, due.ended(holder, now));
            return;
        } else if (due.step() == Running.TELLS && other.isPresent()) {
            tellOfMore(tx, due, matter, other.get(), now);
            return;
        }
        Running run = due.onLadder();
        Ladder ladder = settings.of(matter.severity());
        List<Person> people = whom(tx, run, matter, ladder, now);
        String key = ladder.callsOneMore(run.step()) ? "staff-page" : "staff-page-unanswered";
        int calls = 0;
        for (Person person : people) {
            Optional<Line> line = callees.line(tx, matter.group(), person.member());
            if (line.isPresent()) {
                page(tx, run, matter, person, line.get(), key, run.number(), now);
                calls++;
            }
        }
        if (calls == 0 && run.step() == 0) {
            LOG.error("There is nobody to call about alert {}: it has no staff with a phone", run.number());
            audit.add(tx, AuditEntry.of(AuditEntry.SERVICE, "nobody-to-call").on("alert", run.alert()));
        }
        if (ladder.isFirstUnanswered(run.step())) {
            LOG.warn("Nobody has answered for alert {}: {} calls so far", run.number(), run.called() + calls);
            audit.add(
                    tx,
                    AuditEntry.of(AuditEntry.SERVICE, "alert-unanswered")
                            .on("alert", run.alert())
                            .saying(run.called() + calls + " calls"));
        }
        if (run.step() > 0) {
            webhooks.tell(
                    tx,
                    Event.of(Event.Type.ALERT_ESCALATED, now)
                            .with("alert", run.alert())
                            .with("group", matter.group())
                            .with("severity", matter.severity().name().toLowerCase(Locale.ROOT))
                            .with("step", run.step()));
        }
        dao.update(tx, run.stepped(calls, now.plus(ladder.wait(run.step()))));
    }

    /** Tells who has another alert on the same person; nobody else, until that person has had time to act. */
    private void tellOfMore(Transaction tx, Running run, Matter matter, Holder holder, Instant now) {
        Optional<Person> person = holder.staff().flatMap(id -> callees.one(tx, matter, id));
        Optional<Line> line = person.flatMap(one -> callees.line(tx, matter.group(), one.member()));
        line.ifPresent(from -> page(
                tx,
                run,
                matter,
                person.orElseThrow(),
                from,
                "staff-page-more",
                holder.number().orElse(run.number()),
                now));
        Duration wait = settings.critical().wait(Running.TELLS);
        dao.update(tx, run.stepped(line.isPresent() ? 1 : 0, now.plus(wait)));
    }

    /** One more person; the coordinators when there is nobody left; everybody when there are no coordinators. */
    private List<Person> whom(Transaction tx, Running run, Matter matter, Ladder ladder, Instant now) {
        Callees.Order order = callees.of(tx, matter, now);
        if (ladder.callsOneMore(run.step())) {
            Set<Long> called = dao.pages(tx, run.alert()).stream()
                    .filter(page -> page.round() == run.round())
                    .map(Page::staff)
                    .collect(Collectors.toSet());
            List<Person> more = order.people().stream()
                    .filter(person -> !called.contains(person.staff().id()))
                    .limit(1)
                    .toList();
            if (!more.isEmpty()) {
                return more;
            }
        }
        return order.coordinators().isEmpty() ? order.people() : order.coordinators();
    }

    private void page(
            Transaction tx, Running run, Matter matter, Person person, Line line, String key, int number, Instant now) {
        dao.insertPage(tx, new Page(ids.next(), run.alert(), person.staff().id(), run.round(), run.step(), now));
        String language = person.staff().language();
        Map<String, String> values = new HashMap<>();
        values.put("group", callees.name(tx, matter.group()).orElse("-"));
        values.put("number", Integer.toString(number));
        values.put(
                "severity",
                messages.text(language, "severity-" + matter.severity().name().toLowerCase(Locale.ROOT), Map.of()));
        values.put("minutes", Long.toString(Duration.between(run.began(), now).toMinutes()));
        outbox.send(
                tx,
                line,
                person.member(),
                matter.group().orElse(null),
                Kind.SAFETY,
                messages.text(language, key, values));
        audit.add(
                tx,
                AuditEntry.of(AuditEntry.SERVICE, "paged")
                        .on("alert", run.alert())
                        .on("staff", person.staff().id())
                        .saying("round " + run.round() + ", step " + run.step()));
    }

    /** The escalations of alerts that are not closed, the oldest first. */
    public List<Running> open(Transaction tx) {
        return dao.open(tx);
    }

    /** The calls about an alert; empty when nobody had to be called. */
    public Optional<Running> of(Transaction tx, long alert) {
        return dao.find(tx, alert);
    }

    /** Whether the next step calls one more person; else it is the coordinators' turn. */
    public boolean callsOneMore(Severity severity, Running run) {
        return settings.of(severity).callsOneMore(run.step());
    }

    /** Whether all were called in this round, and it goes on. */
    public boolean isUnanswered(Severity severity, Running run) {
        boolean nobodyToCall = run.step() > 0 && run.called() == 0;
        return run.next().isPresent() && (nobodyToCall || !settings.of(severity).callsOneMore(run.step() - 1));
    }

    /** Whom we called about an alert, in order. */
    public List<Page> pages(Transaction tx, long alert) {
        return dao.pages(tx, alert);
    }
}
