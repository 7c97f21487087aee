package org.dariro.console.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.conversation.Enrolment;
import org.dariro.group.Role;

/** A table of people to enrol; only the number must be there. */
final class MemberTable {
    static final int MOST_ROWS = 1_000;
    private static final List<String> COLUMNS = List.of("number", "nickname", "language", "role", "consent");
    private static final CsvTable TABLE = new CsvTable(COLUMNS, List.of("number"), MOST_ROWS);
    private static final String IN_PERSON = "in-person";
    private static final int LONGEST_NOTE = 200;

    private MemberTable() {}

    /**
     * One row.
     *
     * @param number of the row as a spreadsheet counts; the header is row 1
     * @param errors what is wrong with the cells themselves
     */
    record Row(int number, Enrolment.Wish wish, List<FieldError> errors) {}

    /** The rows that are not blank; refused when this is no such table, or has more than 1,000. */
    static List<Row> read(byte[] bytes) {
        return TABLE.read(bytes).stream().map(MemberTable::row).toList();
    }

    private static Row row(CsvTable.Row row) {
        Fields fields = new Fields();
        String number = fields.line("number", row.cell("number"), 40).orElse("");
        if (number.matches("[0-9][.,]?[0-9]*[eE]\\+?[0-9]+")) {
            fields.fault(
                    "number",
                    "The spreadsheet has shortened this number: format the column as text and type it again.");
        } else if (number.matches("[1-9][0-9]{8,14}")) {
            fields.fault("number", "Write the number with a + before the country code; format the column as text.");
        }
        String consent = row.cell("consent");
        Enrolment.Wish wish = new Enrolment.Wish(
                number,
                fields.line("nickname", row.cell("nickname"), 40).orElse(""),
                fields.line("language", row.cell("language"), 40).orElse(""),
                role(fields, row.cell("role")),
                consent(fields, consent));
        return new Row(row.number(), wish, fields.errors());
    }

    private static Role role(Fields fields, String written) {
        return written.isBlank()
                ? Role.MEMBER
                : fields.choice("role", written, Role.class).orElse(Role.MEMBER);
    }

    /** Blank or {@code ask}: by SMS. {@code in-person: note}: given before. */
    private static Optional<String> consent(Fields fields, String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (lower.startsWith(IN_PERSON)) {
            String note = written.substring(IN_PERSON.length()).replaceFirst("^[\\s:,-]+", "");
            return fields.line("consent", note, LONGEST_NOTE);
        }
        if (!lower.isBlank() && !lower.equals("ask")) {
            fields.fault("consent", "Write ask, or in-person: and a note of who took the consent and when.");
        }
        return Optional.empty();
    }
}
