package org.dariro.console.api;

import java.util.List;
import org.dariro.conversation.Fault;

/**
 * What is wrong with a table, or with one of its cells.
 *
 * @param column the column of the cell; empty when it is the table
 * @param row as a spreadsheet counts, where the fault must say so itself; else 0
 * @param values that the sentence has, in order; none is a cell of the table
 */
public record CsvFault(Reason reason, String column, int row, List<String> values) implements Fault {
    public CsvFault {
        values = List.copyOf(values);
    }

    static CsvFault of(Reason reason, Object... values) {
        return new CsvFault(
                reason, "", 0, List.of(values).stream().map(String::valueOf).toList());
    }

    /** What can be wrong. */
    public enum Reason {
        NOT_UTF8("The table is not in UTF-8: save it as \"CSV UTF-8\" and send it again."),
        /** {1} the columns that there are. */
        EMPTY("The table is empty. The first row names the columns: {1}."),
        /** {1} the place of the column, {2} the columns that there are. */
        COLUMN_UNKNOWN("Column {1} is not known. The first row names the columns: {2}."),
        /** {1} the column, {2} those that there are. */
        COLUMN_TWICE("The column {1} is there twice. The first row names the columns: {2}."),
        /** {1} the column, {2} those that there are. */
        COLUMN_MISSING("The column {1} is missing. The first row names the columns: {2}."),
        /** {1} the last row that can be read. */
        QUOTATION("The table cannot be read after row {1}: is a quotation mark open, or followed by something else?"),
        NO_ROWS("The table has no rows below its header."),
        /** {1} how many rows it may have. */
        TOO_MANY("A table has at most {1} rows: please split it."),
        NO_TEXTS("The table has no row of a text that was sent."),
        /** {1} characters. */
        LENGTH("This field has at most {1} characters."),
        /** {1} the roles that there are. */
        ROLE("This field is one of: {1}."),
        CARRIER_ID("Every row has the carrier's id of a text."),
        AMOUNT("An amount is a number such as 0.0083 with a decimal point, or KES 0.8000."),
        CURRENCY("Three letters as in ISO 4217, such as USD, in a column or before the amount."),
        DATE("A day is written 2026-03-01, with or without a time after it."),
        SEGMENTS("A whole number.");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    @Override
    public Said said() {
        String words = reason.words;
        for (int i = 0; i < values.size(); i++) {
            words = words.replace("{" + (i + 1) + "}", values.get(i));
        }
        return new Said(row == 0 ? column : "row " + row + ", " + column, false, words);
    }
}
