package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.dariro.delivery.Digests;
import org.dariro.delivery.Till;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Messages;
import org.dariro.platform.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes leave of groups whose time is over: some days before the end everybody who takes part gets the last message, and at
 * the end a goodbye, and the group is closed. What the group's money does not pay for is not sent. All that it knows is in the
 * tables: it goes on after a restart, and what fell into a time when nothing ran is done afterwards.
 */
@Component
public class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d/M/yyyy");

    private final Database database;
    private final TermDao terms;
    private final GroupTemplates templates;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Lines lines;
    private final Till till;
    private final Messages messages;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Closing(
            Database database,
            TermDao terms,
            GroupTemplates templates,
            Groups groups,
            Memberships memberships,
            Members members,
            Lines lines,
            Till till,
            Messages messages,
            AuditLog audit,
            InstantSource clock) {
        this.database = database;
        this.terms = terms;
        this.templates = templates;
        this.groups = groups;
        this.memberships = memberships;
        this.members = members;
        this.lines = lines;
        this.till = till;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Does what is due by now. */
    public void turn() {
        for (long group : database.inTransaction(tx -> terms.due(tx, clock.instant()))) {
            try {
                database.useTransaction(tx -> turn(tx, group));
            } catch (RuntimeException e) {
                LOG.error("Group {} could not take leave; tried again: {}", group, Faults.describe(e));
            }
        }
    }

    /** When something is due next; empty when nothing is. */
    public Optional<Instant> next() {
        return database.inTransaction(terms::next);
    }

    private void turn(Transaction tx, long id) {
        Instant now = clock.instant();
        Optional<Term> locked = terms.lock(tx, id);
        Group group = groups.get(tx, id);
        if (locked.isEmpty() || group.closed()) {
            return;
        }
        Term term = locked.get();
        boolean over = term.endsAt().filter(at -> !at.isAfter(now)).isPresent();
        if (over) {
            int told = tell(tx, group, term, true);
            groups.close(tx, id);
            note(tx, "group-closed", id, told);
        } else if (term.closing(now) && term.farewellAt().isEmpty()) {
            int told = term.closingDays() == 0 ? 0 : tell(tx, group, term, false);
            note(tx, "group-closing", id, told);
        }
        if (term.farewellAt().isEmpty()) {
            terms.save(
                    tx,
                    new Term(
                            id,
                            term.template(),
                            term.closingDays(),
                            term.closingAt(),
                            term.endsAt(),
                            Optional.of(now)));
        }
    }

    private void note(Transaction tx, String action, long group, int told) {
        audit.add(
                tx, AuditEntry.of(AuditEntry.SERVICE, action).on("group", group).saying(told + " were told"));
    }

    /** Tells everybody who takes part; how many that were. Who has paused hears only the end. */
    private int tell(Transaction tx, Group group, Term term, boolean atTheEnd) {
        int told = 0;
        Instant now = clock.instant();
        for (Membership place : memberships.in(tx, group.id())) {
            Optional<Member> member = place.memberId()
                    .flatMap(id -> members.get(tx, id))
                    .filter(one -> !one.stopped() && place.standing() == Standing.ACTIVE)
                    .filter(one -> place.role() == Role.MEMBER && (atTheEnd || !place.paused(now)));
            if (member.isPresent()) {
                Line line = lines.get(place.lineId());
                String words = words(group, term, atTheEnd, member.get().language());
                if (till.send(tx, group.id(), line, member.get(), words)) {
                    told++;
                }
            }
        }
        return told;
    }

    private String words(Group group, Term term, boolean atTheEnd, String language) {
        String date = term.endsAt()
                .map(at -> DATE.format(at.atZone(Digests.zone(group.country()))))
                .orElse("");
        Map<String, String> values = Map.of("group", group.name(), "date", date);
        return templates
                .find(term.template())
                .flatMap(template -> template.words(atTheEnd, language))
                .map(wording -> wording.fill(values))
                .orElseGet(() -> messages.text(language, atTheEnd ? "goodbye-notice" : "closing-notice", values));
    }
}
