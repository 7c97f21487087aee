package org.dariro.console.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.conversation.Enrolment;
import org.dariro.conversation.PlaceRecords;
import org.dariro.group.Role;

/** A table of people to enrol; only the number must be there. */
final class MemberTable {
    static final int MOST_ROWS = 1_000;
    private static final List<String> COLUMNS =
            List.of("number", "nickname", "language", "role", "consent", "referrer");
    private static final CsvTable TABLE = new CsvTable(COLUMNS, List.of("number"), MOST_ROWS);
    private static final String IN_PERSON = "in-person";
    private static final int LONGEST_NOTE = 200;
    private static final int LONGEST_CELL = 40;

    private MemberTable() {}

    /**
     * One row.
     *
     * @param number of the row as a spreadsheet counts; the header is row 1
     * @param referrer the code of who sent this person
     * @param troubles what is wrong with the cells themselves
     */
    record Row(int number, Enrolment.Wish wish, Optional<String> referrer, List<MemberImport.Trouble> troubles) {}

    /** The rows that are not blank; refused when this is no such table, or has more than 1,000. */
    static List<Row> read(byte[] bytes) {
        return TABLE.read(bytes).stream().map(MemberTable::row).toList();
    }

    private static Row row(CsvTable.Row row) {
        Fields fields = new Fields();
        List<MemberImport.Trouble> troubles = new ArrayList<>();
        String number = fields.line("number", row.cell("number"), LONGEST_CELL).orElse("");
        if (number.matches("[0-9][.,]?[0-9]*[eE]\\+?[0-9]+")) {
            troubles.add(MemberImport.Trouble.of(TableFault.NUMBER_SHORTENED));
        } else if (number.matches("[1-9][0-9]{8,14}")) {
            troubles.add(MemberImport.Trouble.of(TableFault.NUMBER_PLUS));
        }
        String consent = row.cell("consent");
        Enrolment.Wish wish = new Enrolment.Wish(
                number,
                fields.line("nickname", row.cell("nickname"), LONGEST_CELL).orElse(""),
                fields.line("language", row.cell("language"), LONGEST_CELL).orElse(""),
                role(fields, row.cell("role")),
                consent(fields, troubles, consent));
        Optional<String> referrer = Optional.of(row.cell("referrer")).filter(code -> !code.isBlank());
        Optional<String> code = referrer.flatMap(PlaceRecords::code);
        if (referrer.isPresent() && code.isEmpty()) {
            troubles.add(MemberImport.Trouble.of(TableFault.REFERRER_FORM));
        }
        fields.errors().forEach(error -> troubles.add(MemberImport.Trouble.of(fault(error.field()))));
        return new Row(row.number(), wish, code, troubles);
    }

    /** What {@link Fields} found: no known role, or a cell that is too long. */
    private static CsvFault fault(String column) {
        if (column.equals("role")) {
            String roles = Arrays.stream(Role.values()).map(Fields::label).collect(Collectors.joining(", "));
            return new CsvFault(CsvFault.Reason.ROLE, column, 0, List.of(roles));
        }
        int most = column.equals("consent") ? LONGEST_NOTE : LONGEST_CELL;
        return new CsvFault(CsvFault.Reason.LENGTH, column, 0, List.of(String.valueOf(most)));
    }

    private static Role role(Fields fields, String written) {
        return written.isBlank()
                ? Role.MEMBER
                : fields.choice("role", written, Role.class).orElse(Role.MEMBER);
    }

    /** Blank or {@code ask}: by SMS. {@code in-person: note}: given before. */
    private static Optional<String> consent(Fields fields, List<MemberImport.Trouble> troubles, String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (lower.startsWith(IN_PERSON)) {
            String note = written.substring(IN_PERSON.length()).replaceFirst("^[\\s:,-]+", "");
            return fields.line("consent", note, LONGEST_NOTE);
        }
        if (!lower.isBlank() && !lower.equals("ask")) {
            troubles.add(MemberImport.Trouble.of(TableFault.CONSENT_FORM));
        }
        return Optional.empty();
    }
}
