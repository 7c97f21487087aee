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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as spreadsheets save it: CSV (RFC 4180) in UTF-8 with or without a byte order mark, its cells separated by commas,
 * semicolons or tabs, its first row naming the columns. Errors never repeat a cell: a table without its header may begin
 * with somebody's number.
 */
final class CsvTable {
    private final List<String> known;
    private final List<String> needed;
    private final int mostRows;
    private final Map<String, String> otherNames;
    private final boolean lenient;

    /**
     * A kind of table.
     *
     * @param known the columns it may have, in small letters with hyphens
     * @param needed those it must have
     */
    CsvTable(List<String> known, List<String> needed, int mostRows) {
        this(known, needed, mostRows, Map.of(), false);
    }

    /**
     * A kind of table that somebody else made.
     *
     * @param otherNames what columns are called there, and which each is
     * @param lenient whether further columns are passed over
     */
    CsvTable(List<String> known, List<String> needed, int mostRows, Map<String, String> otherNames, boolean lenient) {
        this.known = known;
        this.needed = needed;
        this.mostRows = mostRows;
        this.otherNames = otherNames;
        this.lenient = lenient;
    }

    /**
     * The cells of one row.
     *
     * @param number of the row as a spreadsheet counts; the header is row 1
     */
    record Row(int number, Map<String, String> cells) {
        /** A cell; empty when it is blank or its column is not there. */
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** The rows that are not blank; refused when this is no such table, or has too many. */
    List<Row> read(byte[] bytes) {
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
                if (rows.size() == mostRows) {
                    throw Refused.of(
                            CsvFault.of(CsvFault.Reason.TOO_MANY, String.format(Locale.ROOT, "%,d", mostRows)));
                }
                rows.add(row(record, columns));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw Refused.of(CsvFault.of(CsvFault.Reason.QUOTATION, at));
        }
        if (rows.isEmpty()) {
            throw Refused.of(CsvFault.of(CsvFault.Reason.NO_ROWS));
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
            throw Refused.of(CsvFault.of(CsvFault.Reason.NOT_UTF8));
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

    private Map<String, Integer> header(Iterator<CSVRecord> records) {
        String names = String.join(", ", known);
        Map<String, Integer> columns = new HashMap<>();
        if (!records.hasNext()) {
            throw Refused.of(CsvFault.of(CsvFault.Reason.EMPTY, names));
        }
        CSVRecord header = records.next();
        for (int i = 0; i < header.size(); i++) {
            String written = header.get(i).toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
            String name = otherNames.getOrDefault(written, written);
            if (name.isEmpty() || (lenient && (!known.contains(name) || columns.containsKey(name)))) {
                continue;
            }
            if (!known.contains(name)) {
                throw Refused.of(CsvFault.of(CsvFault.Reason.COLUMN_UNKNOWN, i + 1, names));
            } else if (columns.put(name, i) != null) {
                throw Refused.of(CsvFault.of(CsvFault.Reason.COLUMN_TWICE, name, names));
            }
        }
        for (String name : needed) {
            if (!columns.containsKey(name)) {
                throw Refused.of(CsvFault.of(CsvFault.Reason.COLUMN_MISSING, name, names));
            }
        }
        return columns;
    }

    private static Row row(CSVRecord record, Map<String, Integer> columns) {
        Map<String, String> cells = new HashMap<>();
        columns.forEach((name, index) -> cells.put(name, index < record.size() ? record.get(index) : ""));
        return new Row((int) record.getRecordNumber(), cells);
    }
}
