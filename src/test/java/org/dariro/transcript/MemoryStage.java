package org.dariro.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dariro.Dariro;
import org.dariro.conversation.Fault;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.HttpAnswer;
import org.dariro.gateways.api.HttpCall;
import org.dariro.gateways.api.InboundSms;
import org.dariro.gateways.api.Inlet;
import org.dariro.gateways.api.Msisdn;
import org.dariro.gateways.api.UssdReply;
import org.dariro.gateways.api.UssdRequest;
import org.dariro.gateways.simulator.SimulatorGateway;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Nickname;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.safeguarding.Safeguard;

/**
 * The whole service in this process, wired by constructors, on H2 in memory, its work done in the caller's thread. One
 * service plays all transcripts; between them its tables are emptied.
 */
final class MemoryStage implements Stage {
    private static final String ACCOUNT = "sim";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Hands clock = new Hands();
    private final Dariro dariro;
    private final Books books;
    private final long line;
    private final List<Received> received = new ArrayList<>();
    private final Map<String, String> lastReference = new HashMap<>();

    /** The hands of the only clock. */
    private static final class Hands implements InstantSource {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }
    }

    MemoryStage() {
        dariro = new Dariro(
                        Settings.of(Map.of(
                                "DARIRO_DB_URL", "jdbc:h2:mem:transcripts", "DARIRO_ACCOUNT_SIM_KEEP", "100000")),
                        Vault.inMemory(),
                        clock,
                        Work.inline())
                .start();
        books = new Books(dariro);
        line = dariro.database.inTransaction(
                tx -> dariro.lines.add(tx, ACCOUNT, LINE, SERVICE_CODE).id());
        ((SimulatorGateway) dariro.accounts.get(ACCOUNT).gateway()).listener(text -> {
            received.add(new Received(text.to().e164(), text.text()));
            lastReference.put(text.to().e164(), text.reference());
        });
    }

    @Override
    public void clear() {
        clock.now = START.plus(Duration.ofDays(100_000));
        dariro.due.take(Integer.MAX_VALUE); // groups of the last story that still wait for a time
        clock.now = START;
        books.clear();
        carrier(Map.of());
        received.clear();
        lastReference.clear();
    }

    @Override
    public void group(Circle circle) {
        dariro.database.useTransaction(tx -> {
            Group group = dariro.groups.create(
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
            circle.mentor().ifPresent(mentor -> add(tx, group, mentor, Role.MENTOR));
            circle.members().forEach(member -> add(tx, group, member, Role.MEMBER));
        });
    }

    private void add(Transaction tx, Group group, Person person, Role role) {
        Optional<Long> member = person.number()
                .map(number -> dariro.members.findOrRegister(
                        tx, Msisdn.of(number), person.language().orElse(group.language())))
                .map(Member::id);
        Nickname nickname = Nickname.parse(person.nickname()).match(good -> good, bad -> {
            throw new IllegalArgumentException("not a nickname: " + person.nickname());
        });
        Membership place = dariro.memberships.add(tx, group, member, line, role, Standing.ACTIVE, nickname, 0);
        person.mode().ifPresent(mode -> dariro.memberships.save(tx, place.reading(mode)));
    }

    @Override
    public void end(String group) {
        dariro.database.useTransaction(tx -> dariro.groups.close(
                tx, dariro.groups.byCode(tx, group).orElseThrow().id()));
    }

    @Override
    public Instant now() {
        return clock.now;
    }

    @Override
    public void moveTo(Instant time) {
        if (time.isBefore(clock.now)) {
            throw new IllegalArgumentException("the clock does not go back from " + clock.now);
        }
        settle();
        for (Optional<Instant> next = next(); next.isPresent() && !next.get().isAfter(time); next = next()) {
            clock.now = next.get().isAfter(clock.now) ? next.get() : clock.now;
            settle();
        }
        clock.now = time;
        settle();
    }

    private Optional<Instant> next() {
        Optional<Instant> packing = dariro.due.next();
        Optional<Instant> delivery = books.nextDelivery(clock.now);
        return packing.isPresent() && delivery.isPresent()
                ? Optional.of(packing.get().isBefore(delivery.get()) ? packing.get() : delivery.get())
                : packing.or(() -> delivery);
    }

    private void settle() {
        dariro.reconciliation.resolve();
        dariro.runDue();
    }

    @Override
    public void text(Sent text) {
        dariro.camel.send(Inlet.SMS, new InboundSms(ACCOUNT, text.id(), text.from(), text.to(), text.text()));
        dariro.runDue();
    }

    @Override
    public UssdReply dial(String session, String phone, String code, String typed) {
        UssdReply reply = dariro.camel.request(
                Inlet.USSD, new UssdRequest(ACCOUNT, session, phone, code, typed), UssdReply.class);
        dariro.runDue();
        return reply;
    }

    @Override
    public void carrier(Map<String, Object> conditions) {
        Map<String, Object> all = new HashMap<>(conditions);
        all.put("receipts", false); // they would come from threads of their own; a transcript names each
        try {
            HttpCall put = new HttpCall(
                    "PUT", "", "", Map.of(), JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8), "");
            HttpAnswer answer =
                    dariro.camel.request("direct:gateways/" + ACCOUNT + "/conditions", put, HttpAnswer.class);
            if (answer.status() != 200) {
                throw new IllegalArgumentException(answer.body());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void report(String phone, String status) {
        String reference = Optional.ofNullable(lastReference.get(phone))
                .orElseThrow(() -> new IllegalArgumentException("nothing was sent to " + phone));
        dariro.camel.send(
                Inlet.RECEIPT,
                new DeliveryReport(
                        ACCOUNT,
                        "report-" + reference,
                        Optional.of(reference),
                        DeliveryReport.Status.valueOf(status.toUpperCase(Locale.ROOT)),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public String standing(String phone) {
        return books.standing(phone);
    }

    @Override
    public void release(String mentor, String author, String reason) {
        decide(author, (tx, held) -> dariro.safeguard.release(tx, held, mentor, reason));
    }

    @Override
    public void reject(String mentor, String author, String reason) {
        decide(author, (tx, held) -> dariro.safeguard.reject(tx, held, mentor, reason));
    }

    private interface Decision {
        boolean take(Transaction tx, Safeguard.HeldPost held);
    }

    private void decide(String author, Decision decision) {
        boolean decided = dariro.database.inTransaction(tx -> dariro.safeguard.waiting(tx).stream()
                .filter(held -> held.post().nickname().equals(author))
                .findFirst()
                .map(held -> decision.take(tx, held))
                .orElse(false));
        if (!decided) {
            throw new IllegalArgumentException("no post of " + author + " waits");
        }
        dariro.runDue();
    }

    @Override
    public void post(String mentor, String text) {
        asMentor(mentor, (tx, place) -> dariro.mentoring
                .post(tx, dariro.groups.get(tx, place.groupId()), mentor, text)
                .match(posted -> List.of(), faults -> faults));
    }

    @Override
    public void tell(String mentor, String member, String text) {
        asMentor(mentor, (tx, place) -> {
            Membership to = dariro.memberships.in(tx, place.groupId()).stream()
                    .filter(other -> other.name().equals(member))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + member));
            return dariro.mentoring
                    .tell(tx, dariro.groups.get(tx, place.groupId()), to, mentor, text)
                    .match(told -> List.of(), faults -> faults);
        });
    }

    private interface MentorsWork {
        List<Fault> done(Transaction tx, Membership by);
    }

    /** In the first group that has a mentor of this name. */
    private void asMentor(String mentor, MentorsWork work) {
        List<Fault> faults = dariro.database.inTransaction(tx -> work.done(
                tx,
                dariro.groups.all(tx).stream()
                        .flatMap(group -> dariro.memberships.in(tx, group.id()).stream())
                        .filter(place ->
                                place.role() == Role.MENTOR && place.name().equals(mentor))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no mentor " + mentor))));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("refused: " + faults);
        }
        dariro.runDue();
    }

    @Override
    public List<Received> received() {
        List<Received> all = List.copyOf(received);
        received.clear();
        return all;
    }

    @Override
    public List<Told> told() {
        return books.told();
    }

    @Override
    public void close() {
        dariro.close();
    }
}
