package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Fault;
import org.dariro.gateway.GroupLines;
import org.dariro.gateway.Line;
import org.dariro.group.DueGroups;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Makes groups, changes what they are, and ends them, on staff's word. Each is told to the audit trail. */
@Component
public class Convening {
    private final Groups groups;
    private final GroupReader reader;
    private final GroupLines groupLines;
    private final TermDao terms;
    private final DueGroups due;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    public Convening(
            Groups groups,
            GroupReader reader,
            GroupLines groupLines,
            TermDao terms,
            DueGroups due,
            AuditLog audit,
            InstantSource clock) {
        this.groups = groups;
        this.reader = reader;
        this.groupLines = groupLines;
        this.terms = terms;
        this.due = due;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a group; {@code by} is who does so, as the audit trail names people. */
    public Attempt<Group> create(Transaction tx, GroupWish wish, String by) {
        GroupReader.Read read = reader.read(wish, clock.instant());
        List<Fault> faults = new ArrayList<>(read.faults());
        if (faults.isEmpty() && groups.byCode(tx, read.group().code()).isPresent()) {
            faults.add(GroupFault.CODE_TAKEN);
        }
        if (!faults.isEmpty()) {
            return new Attempt.Refused<>(faults);
        }
        Group group = groups.create(tx, read.group());
        terms.save(tx, of(group.id(), read.term(), Optional.empty()));
        audit.add(tx, AuditEntry.of(by, "group-created").on("group", group.id()));
        return new Attempt.Done<>(group);
    }

    private static Term of(long group, Term wanted, Optional<Instant> farewellAt) {
        return new Term(
                group, wanted.template(), wanted.closingDays(), wanted.closingAt(), wanted.endsAt(), farewellAt);
    }

    /** Changes a group; what the wish leaves out stays. */
    public Attempt<Group> change(Transaction tx, Group group, GroupWish wish, String by) {
        Term known = term(tx, group.id());
        GroupReader.Read read = reader.read(group, known, wish, clock.instant());
        if (!read.faults().isEmpty()) {
            return new Attempt.Refused<>(read.faults());
        }
        Group changed = read.group();
        Term term = of(group.id(), read.term(), known.farewellAt());
        List<String> what = GroupReader.differences(group, changed, known, term);
        if (what.isEmpty()) {
            return new Attempt.Done<>(group);
        }
        groups.change(tx, changed);
        terms.save(tx, term);
        tx.afterCommit(() -> due.wake(group.id())); // what waited for a bundle may be due now
        audit.add(tx, AuditEntry.of(by, "group-changed").on("group", group.id()).saying(String.join(", ", what)));
        return new Attempt.Done<>(changed);
    }

    /** Changes the lines that a group writes from besides its own. */
    public void lines(Transaction tx, Group group, List<Line> further, String by) {
        List<Line> known = groupLines.of(tx, group);
        if (!known.subList(1, known.size()).equals(further)) {
            groupLines.set(tx, group, further);
            audit.add(
                    tx,
                    AuditEntry.of(by, "group-changed").on("group", group.id()).saying("lines"));
        }
    }

    /** Ends a group now, without a farewell: nothing is posted in it any more. One that is closed stays so. */
    public Group close(Transaction tx, Group group, String by) {
        if (!group.closed()) {
            groups.close(tx, group.id());
            audit.add(tx, AuditEntry.of(by, "group-closed").on("group", group.id()));
        }
        return groups.get(tx, group.id());
    }

    /** How long a group is together. */
    public Term term(Transaction tx, long group) {
        return terms(tx, List.of(group)).getOrDefault(group, Term.none(group));
    }

    /** The same of many, those that something is said of. */
    public Map<Long, Term> terms(Transaction tx, Collection<Long> ids) {
        Map<Long, Term> found = new HashMap<>();
        if (!ids.isEmpty()) {
            terms.of(tx, ids).forEach(term -> found.put(term.group(), term));
        }
        return found;
    }
}
