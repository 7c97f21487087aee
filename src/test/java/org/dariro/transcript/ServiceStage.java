package org.dariro.transcript;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dariro.conversation.Fault;
import org.dariro.gateway.Line;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.Outcome;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Nickname;
import org.dariro.platform.Transaction;
import org.dariro.programme.GroupWish;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.rota.Span;
import org.dariro.safeguarding.rota.WeeklyHours;

/**
 * The parts of a service behind a transcript: sets the scene in its stores, moves its clock and asks its books. How texts
 * and dialled sessions reach it, and what phones get, is left to the wire of each stage.
 */
abstract class ServiceStage implements Stage {
    static final String ACCOUNT = "sim";
    static final String OTHER_ACCOUNT = "alt";
    Parts parts;
    private final HandClock clock;
    private Books books;
    private StaffRoom staffRoom;
    private final long line;
    private final Line otherLine;

    ServiceStage(Parts parts, HandClock clock) {
        this.parts = parts;
        this.clock = clock;
        books = new Books(parts);
        staffRoom = new StaffRoom(parts);
        line = line(ACCOUNT, LINE, SERVICE_CODE).id();
        otherLine = line(OTHER_ACCOUNT, OTHER_LINE, "");
    }

    private Line line(String account, String address, String code) {
        return parts.lines
                .byAddress(account, address)
                .orElseGet(() -> parts.database.inTransaction(tx -> parts.lines.add(tx, account, address, code)));
    }

    /** The account of a line. */
    static String account(String line) {
        return line.equals(OTHER_LINE) ? OTHER_ACCOUNT : ACCOUNT;
    }

    /** Moves the clock; the node's heart beats on. */
    private void set(Instant time) {
        clock.set(time);
        parts.nodes.beat();
    }

    /** The phones forget what they got. */
    abstract void clearPhones();

    @Override
    public void clear() {
        clock.set(START.plus(Duration.ofDays(100_000)));
        parts.due.take(Integer.MAX_VALUE); // groups of the last story that still wait for a time
        set(START);
        books.clear();
        parts.screener.drill(false);
        for (String one : List.of(LINE, OTHER_LINE)) {
            carrier(one, Map.of());
            parts.health.heard(account(one), 0, new Outcome.Accepted(List.of(), Optional.empty())); // all is well
        }
        clearPhones();
    }

    @Override
    public void group(Circle circle) {
        parts.database.useTransaction(tx -> {
            Group group = parts.groups.create(
                    tx,
                    new Group(
                            0,
                            circle.name(),
                            circle.code(),
                            line,
                            circle.language(),
                            circle.country(),
                            circle.mode(),
                            circle.window(),
                            "",
                            circle.holdsHigh(),
                            false));
            if (circle.twoLines()) {
                parts.groupLines.set(tx, group, List.of(otherLine));
            }
            circle.mentor().ifPresent(mentor -> add(tx, group, mentor, Role.MENTOR));
            circle.members().forEach(member -> add(tx, group, member, Role.MEMBER));
        });
    }

    private void add(Transaction tx, Group group, Person person, Role role) {
        Optional<Long> member = person.number()
                .map(number -> parts.members.findOrRegister(
                        tx, Msisdn.of(number), person.language().orElse(group.language())))
                .map(Member::id);
        Nickname nickname = Nickname.parse(person.nickname()).match(good -> good, bad -> {
            throw new IllegalArgumentException("not a nickname: " + person.nickname());
        });
        Membership place = parts.memberships.add(tx, group, member, line, role, Standing.ACTIVE, nickname, 0);
        person.mode().ifPresent(mode -> parts.memberships.save(tx, place.reading(mode)));
    }

    /** The same story goes on with other parts. */
    void goOn(Parts fresh) {
        parts = fresh;
        books = books.of(fresh);
        staffRoom = new StaffRoom(fresh);
    }

    @Override
    public void staff(Colleague colleague) {
        staffRoom.add(colleague);
    }

    @Override
    public void rota(String group, WeeklyHours hours, List<String> people) {
        staffRoom.rota(group, hours, people);
    }

    @Override
    public void cover(String group, WeeklyHours hours) {
        staffRoom.cover(group, hours);
    }

    @Override
    public void swap(String group, String from, String to, Span span) {
        staffRoom.swap(group, from, to, span);
    }

    @Override
    public List<Span> gaps(String group) {
        return staffRoom.gaps(group, now());
    }

    @Override
    public void claim(String by, int number) {
        staffRoom.claim(by, number);
        parts.runDue();
    }

    @Override
    public void letGo(String by, int number) {
        staffRoom.letGo(by, number);
        parts.runDue();
    }

    /** A container plays on: what survives a restart is shown in memory. */
    @Override
    public void restart() {
        // nothing
    }

    @Override
    public void until(String group, String day, int closingDays) {
        GroupWish wish = new GroupWish(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(day),
                Optional.of(closingDays));
        parts.database.useTransaction(tx -> parts.convening
                .change(tx, parts.groups.byCode(tx, group).orElseThrow(), wish, "a coordinator")
                .match(done -> true, faults -> {
                    throw new IllegalArgumentException("refused: " + faults);
                }));
    }

    @Override
    public void end(String group) {
        parts.database.useTransaction(tx -> parts.groups.close(
                tx, parts.groups.byCode(tx, group).orElseThrow().id()));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void moveTo(Instant time) {
        if (time.isBefore(now())) {
            throw new IllegalArgumentException("the clock does not go back from " + now());
        }
        settle();
        for (Optional<Instant> next = next(); next.isPresent() && !next.get().isAfter(time); next = next()) {
            set(next.get().isAfter(now()) ? next.get() : now());
            settle();
        }
        set(time);
        settle();
    }

    private Optional<Instant> next() {
        Optional<Instant> packing = parts.due.next();
        Optional<Instant> delivery = books.nextDelivery(now());
        return Stream.of(
                        packing,
                        delivery,
                        parts.failover.next(),
                        parts.escalation.next(),
                        parts.budgetWatch.next(),
                        parts.closing.next(),
                        parts.sending.next(),
                        parts.guests.next(),
                        parts.rounds.next(),
                        parts.dailyCounts.next())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private void settle() {
        parts.reconciliation.resolve();
        parts.failover.turn();
        parts.budgetWatch.turn();
        parts.runDue();
    }

    @Override
    public void price(String line, String country, String amount, String currency) {
        books.price(line(account(line), line, "").id(), country, new Money(new BigDecimal(amount), currency));
    }

    @Override
    public void budget(String group, Money amount, BigDecimal reserve, LocalDate until) {
        new Funds(parts).set(group, amount, reserve, until, now());
        settle();
    }

    @Override
    public String budget(String group) {
        return new Funds(parts).stands(group);
    }

    @Override
    public String spend(String group) {
        return books.spend(group, now());
    }

    @Override
    public String standing(String phone) {
        return books.standing(phone);
    }

    @Override
    public void release(String mentor, String author, String reason) {
        decide(author, (tx, held) -> parts.safeguard.release(tx, held, mentor, reason));
    }

    @Override
    public void reject(String mentor, String author, String reason) {
        decide(author, (tx, held) -> parts.safeguard.reject(tx, held, mentor, reason));
    }

    private interface Decision {
        boolean take(Transaction tx, Safeguard.HeldPost held);
    }

    private void decide(String author, Decision decision) {
        boolean decided = parts.database.inTransaction(tx -> parts.safeguard.waiting(tx).stream()
                .filter(held -> held.post().nickname().equals(author))
                .findFirst()
                .map(held -> decision.take(tx, held))
                .orElse(false));
        if (!decided) {
            throw new IllegalArgumentException("no post of " + author + " waits");
        }
        parts.runDue();
    }

    @Override
    public Planner calendar() {
        return new Calendar(parts);
    }

    @Override
    public Desk desk() {
        return new Desk(parts, now());
    }

    @Override
    public void post(String mentor, String text) {
        asMentor(mentor, (tx, place) -> parts.mentoring
                .post(tx, parts.groups.get(tx, place.groupId()), mentor, text, mentor)
                .match(posted -> List.of(), faults -> faults));
    }

    @Override
    public void tell(String mentor, String member, String text) {
        asMentor(mentor, (tx, place) -> {
            Membership to = parts.memberships.in(tx, place.groupId()).stream()
                    .filter(other -> other.name().equals(member))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + member));
            return parts.mentoring
                    .tell(tx, parts.groups.get(tx, place.groupId()), to, mentor, text, mentor)
                    .match(told -> List.of(), faults -> faults);
        });
    }

    private interface MentorsWork {
        List<Fault> done(Transaction tx, Membership by);
    }

    /** In the first group that has a mentor of this name. */
    private void asMentor(String mentor, MentorsWork work) {
        List<Fault> faults = parts.database.inTransaction(tx -> work.done(
                tx,
                parts.groups.all(tx).stream()
                        .flatMap(group -> parts.memberships.in(tx, group.id()).stream())
                        .filter(place ->
                                place.role() == Role.MENTOR && place.name().equals(mentor))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no mentor " + mentor))));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("refused: " + faults);
        }
        parts.runDue();
    }

    @Override
    public List<Told> told() {
        return books.told();
    }
}
