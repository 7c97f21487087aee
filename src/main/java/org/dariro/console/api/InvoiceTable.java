package org.dariro.console.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.gateways.api.Money;
import org.dariro.platform.CarrierIds;
import org.dariro.spend.invoice.InvoiceRow;

/**
 * A carrier's invoice as a table: the plain one of docs/operator.md, or what Twilio and Africa's Talking export. Numbers and
 * texts in it are passed over; of a number the first digits are kept. What the carrier gives back is less than nothing; Twilio
 * has it the other way round.
 */
final class InvoiceTable {
    private static final int PREFIX = 6;
    private static final Pattern AMOUNT = Pattern.compile("(?:([A-Za-z]{3})\\s*)?(-?[0-9]{1,9}(?:\\.[0-9]{1,12})?)");
    private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})([T ].*)?");

    private static final CsvTable TABLE = new CsvTable(
            List.of("carrier-id", "date", "amount", "currency", "segments", "to-prefix", "direction"),
            List.of("carrier-id", "amount"),
            200_000,
            Map.ofEntries(
                    Map.entry("sid", "carrier-id"),
                    Map.entry("messagesid", "carrier-id"),
                    Map.entry("message-sid", "carrier-id"),
                    Map.entry("messageid", "carrier-id"),
                    Map.entry("message-id", "carrier-id"),
                    Map.entry("datesent", "date"),
                    Map.entry("date-sent", "date"),
                    Map.entry("sentdate", "date"),
                    Map.entry("price", "amount"),
                    Map.entry("cost", "amount"),
                    Map.entry("priceunit", "currency"),
                    Map.entry("price-unit", "currency"),
                    Map.entry("numsegments", "segments"),
                    Map.entry("num-segments", "segments"),
                    Map.entry("to", "to-prefix"),
                    Map.entry("phonenumber", "to-prefix"),
                    Map.entry("phone-number", "to-prefix")),
            true);

    private InvoiceTable() {}

    /** The form by the name of the column that has the ids. */
    static String form(byte[] bytes) {
        String header = new String(bytes, 0, Math.min(bytes.length, 2_000), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (header.contains("sid")) {
            return "twilio";
        }
        return header.matches(".*message[ _-]?id.*") ? "africastalking" : "plain";
    }

    /** The rows of texts that we sent; refused with all that is wrong, up to twenty rows. */
    static List<InvoiceRow> read(byte[] bytes) {
        boolean negated = form(bytes).equals("twilio");
        List<InvoiceRow> rows = new ArrayList<>();
        List<CsvFault> faults = new ArrayList<>();
        for (CsvTable.Row row : TABLE.read(bytes)) {
            if (row.cell("direction").toLowerCase(Locale.ROOT).startsWith("inbound")) {
                continue;
            }
            rows.add(row(
                    (column, reason) -> faults.add(new CsvFault(reason, column, row.number(), List.of())),
                    row,
                    negated));
            if (faults.size() >= 20) {
                break;
            }
        }
        if (!faults.isEmpty()) {
            throw new Refused(Problem.of(400).with(Refused.errors(faults)), faults);
        }
        return rows;
    }

    /** Takes down what is wrong in a column of a row. */
    private interface Wrong extends BiConsumer<String, CsvFault.Reason> {}

    private static InvoiceRow row(Wrong wrong, CsvTable.Row row, boolean negated) {
        String id = row.cell("carrier-id");
        if (id.isEmpty()) {
            wrong.accept("carrier id", CsvFault.Reason.CARRIER_ID);
        }
        return new InvoiceRow(
                row.number(),
                CarrierIds.kept(id),
                day(wrong, row.cell("date")),
                amount(wrong, row.cell("amount"), row.cell("currency"), negated),
                segments(wrong, row.cell("segments")),
                prefix(row.cell("to-prefix")),
                Optional.empty());
    }

    private static Money amount(Wrong wrong, String written, String currency, boolean negated) {
        Matcher amount = AMOUNT.matcher(written);
        if (!amount.matches()) {
            wrong.accept("amount", CsvFault.Reason.AMOUNT);
            return new Money(BigDecimal.ZERO, "XXX");
        }
        String code = currency.isEmpty() && amount.group(1) != null ? amount.group(1) : currency;
        if (!code.matches("[A-Za-z]{3}")) {
            wrong.accept("currency", CsvFault.Reason.CURRENCY);
            return new Money(BigDecimal.ZERO, "XXX");
        }
        BigDecimal exact = new BigDecimal(amount.group(2)).setScale(6, RoundingMode.HALF_EVEN);
        return new Money(negated ? exact.negate() : exact, code.toUpperCase(Locale.ROOT));
    }

    private static Optional<LocalDate> day(Wrong wrong, String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Matcher day = DAY.matcher(written);
        try {
            if (day.matches()) {
                return Optional.of(LocalDate.parse(day.group(1)));
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        wrong.accept("date", CsvFault.Reason.DATE);
        return Optional.empty();
    }

    private static Optional<Integer> segments(Wrong wrong, String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        } else if (!written.matches("[0-9]{1,3}")) {
            wrong.accept("segments", CsvFault.Reason.SEGMENTS);
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(written));
    }

    private static Optional<String> prefix(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        return digits.isEmpty()
                ? Optional.empty()
                : Optional.of(digits.substring(0, Math.min(PREFIX, digits.length())));
    }
}
