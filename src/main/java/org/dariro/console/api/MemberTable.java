package org.dariro.console.api;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dariro.conversation.Enrolment;
import org.dariro.group.Role;

/**
 * A table of people to enrol, as spreadsheets save it: CSV (RFC 4180) in UTF-8 with or without a byte order mark, its cells
 * separated by commas, semicolons or tabs, its first row naming the columns. Errors never repeat a cell: a table without
 * its header begins with somebody's number.
 */
final class MemberTable {
    static final int MOST_ROWS = 1_000;
    private static final List<String> COLUMNS = List.of("number", "nickname", "language", "role", "consent");
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
        String text = decode(bytes);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get();
        List<Row> rows = new ArrayList<>();
        long at = 1;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            Iterator<CSVRecord> records = parser.iterator();
            Map<String, Integer> columns = header(records);
            while (records.hasNext()) {
                CSVRecord record = records.next();
                at = record.getRecordNumber();
                if (record.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (rows.size() == MOST_ROWS) {
                    throw Refused.invalid("A table has at most 1,000 rows: please split it.");
                }
                rows.add(row(record, columns));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new Refused(Problem.of(400)
                    .because("The table cannot be read after row " + at
                            + ": is a quotation mark open, or followed by something else?"));
        }
        if (rows.isEmpty()) {
            throw Refused.invalid("The table has no rows below its header.");
        }
        return rows;
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused(
                    Problem.of(400).because("The table is not in UTF-8: save it as \"CSV UTF-8\" and send it again."));
        }
    }

    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        for (char candidate : new char[] {';', '\t'}) {
            if (header.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }

    private static Map<String, Integer> header(Iterator<CSVRecord> records) {
        String known = "The first row names the columns: " + String.join(", ", COLUMNS) + ".";
        Map<String, Integer> columns = new HashMap<>();
        if (!records.hasNext()) {
            throw Refused.invalid("The table is empty. " + known);
        }
        CSVRecord header = records.next();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                continue;
            }
            if (!COLUMNS.contains(name)) {
                throw Refused.invalid("Column " + (i + 1) + " is not known. " + known);
            } else if (columns.put(name, i) != null) {
                throw Refused.invalid("The column " + name + " is there twice. " + known);
            }
        }
        if (!columns.containsKey("number")) {
            throw Refused.invalid("The column number is missing. " + known);
        }
        return columns;
    }

    private static Row row(CSVRecord record, Map<String, Integer> columns) {
        Fields fields = new Fields();
        String number =
                fields.line("number", cell(record, columns, "number"), 40).orElse("");
        if (number.matches("[0-9][.,]?[0-9]*[eE]\\+?[0-9]+")) {
            fields.fault(
                    "number",
                    "The spreadsheet has shortened this number: format the column as text and type it again.");
        } else if (number.matches("[1-9][0-9]{8,14}")) {
            fields.fault("number", "Write the number with a + before the country code; format the column as text.");
        }
        String consent = cell(record, columns, "consent");
        Enrolment.Wish wish = new Enrolment.Wish(
                number,
                fields.line("nickname", cell(record, columns, "nickname"), 40).orElse(""),
                fields.line("language", cell(record, columns, "language"), 40).orElse(""),
                role(fields, cell(record, columns, "role")),
                consent(fields, consent));
        return new Row((int) record.getRecordNumber(), wish, fields.errors());
    }

    private static String cell(CSVRecord record, Map<String, Integer> columns, String column) {
        Integer index = columns.get(column);
        return index == null || index >= record.size() ? "" : record.get(index);
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
