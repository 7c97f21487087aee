package org.dariro.console.api;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.conversation.Enrolment;
import org.dariro.conversation.Fault;
import org.dariro.conversation.PlaceRecords;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.Role;
import org.dariro.member.Nickname;
import org.dariro.member.Numbers;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * Enrols many people from a table, or tells row by row what would happen: good rows are taken, broken ones reported. The two
 * go the same way, but that a dry run writes nothing.
 */
@Component
public class MemberImport {
    private final Enrolment enrolment;
    private final PlaceRecords records;

    @Inject
    public MemberImport(Enrolment enrolment, PlaceRecords records) {
        this.enrolment = enrolment;
        this.records = records;
    }

    /**
     * Something wrong with a row.
     *
     * @param words what it is and what to do
     * @param fault the same, for callers who say it in another language
     */
    public record Trouble(String field, String words, Fault fault) {
        static Trouble of(Fault fault) {
            return new Trouble(fault.field(), fault.words(), fault);
        }
    }

    /**
     * What comes of a row.
     *
     * @param number as a spreadsheet counts: the header is row 1
     * @param asks whether this person is asked for consent by SMS
     * @param place the new place in the group; empty when refused or in a dry run
     * @param troubles none when the row is good
     */
    public record Line(
            int number, String nickname, Role role, boolean asks, Optional<Membership> place, List<Trouble> troubles) {
        public Line {
            troubles = List.copyOf(troubles);
        }

        /** Whether it was taken, or would be. */
        public boolean good() {
            return troubles.isEmpty();
        }
    }

    /** What must not be in a table twice. */
    private record Seen(Set<String> numbers, Set<String> nicknames) {}

    /**
     * Goes through a table.
     *
     * @param dry whether nothing is changed
     * @param by who does so, as the audit trail names people
     * @throws Refused when this is no table of members, or has more than 1,000 rows
     */
    public List<Line> run(Transaction tx, Group group, byte[] table, boolean dry, String by) {
        List<MemberTable.Row> rows = MemberTable.read(table);
        Seen seen = new Seen(new HashSet<>(), new HashSet<>());
        List<Line> lines = new ArrayList<>();
        for (MemberTable.Row row : rows) {
            lines.add(line(tx, group, row, seen, dry, by));
        }
        return lines;
    }

    private Line line(Transaction tx, Group group, MemberTable.Row row, Seen seen, boolean dry, String by) {
        Enrolment.Wish wish = row.wish();
        List<Trouble> troubles = troubles(tx, group, row, seen);
        boolean asks = wish.role() == Role.MEMBER && wish.consentNote().isEmpty();
        Optional<Membership> place = Optional.empty();
        if (troubles.isEmpty() && !dry) {
            Membership made = Refused.unlessDone(enrolment.enrol(tx, group, wish, by));
            row.referrer().ifPresent(code -> records.refer(tx, made, code));
            place = Optional.of(made);
        }
        return new Line(row.number(), wish.nickname(), wish.role(), asks, place, troubles);
    }

    private List<Trouble> troubles(Transaction tx, Group group, MemberTable.Row row, Seen seen) {
        Enrolment.Wish wish = row.wish();
        List<Trouble> troubles = new ArrayList<>(row.troubles());
        Set<String> told = troubles.stream().map(Trouble::field).collect(Collectors.toSet());
        enrolment.check(tx, group, wish).stream()
                .filter(fault -> !told.contains(fault.field()))
                .forEach(fault -> troubles.add(Trouble.of(fault)));
        Numbers.possible(wish.number())
                .filter(number -> !seen.numbers().add(number.digits()))
                .ifPresent(twice -> troubles.add(Trouble.of(TableFault.NUMBER_TWICE)));
        if (troubles.isEmpty() && !wish.nickname().isEmpty()) {
            String key = Nickname.keyOf(wish.nickname());
            if (key != null && !seen.nicknames().add(key)) {
                troubles.add(Trouble.of(TableFault.NICKNAME_TWICE));
            }
        }
        return troubles;
    }
}
