package org.dariro.console.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Price;
import org.dariro.gateways.api.Money;
import org.dariro.member.Network;

/** A table of prices, one segment to some numbers a row; only the column of the network may be left out. */
final class PriceTable {
    private static final List<String> COLUMNS =
            List.of("country", "network", "line", "price", "currency", "valid-from", "source");
    private static final List<String> NEEDED = List.of("country", "line", "price", "currency", "valid-from", "source");
    private static final CsvTable TABLE = new CsvTable(COLUMNS, NEEDED, 10_000);

    private PriceTable() {}

    /**
     * One row.
     *
     * @param number of the row as a spreadsheet counts; the header is row 1
     * @param price empty when something is wrong
     */
    record Row(int number, Optional<Price> price, List<FieldError> errors) {}

    /** The rows that are not blank; refused when this is no such table, or has more than 10,000. */
    static List<Row> read(byte[] bytes, Lines lines) {
        return TABLE.read(bytes).stream().map(row -> row(row, lines)).toList();
    }

    private static Row row(CsvTable.Row row, Lines lines) {
        Fields fields = new Fields();
        String country = country(fields, row.cell("country"));
        Optional<Network> network = Network.parse(row.cell("network"));
        Optional<String> prefix = prefix(fields, row.cell("network"), network);
        Optional<Line> line = line(fields, row.cell("line"), lines);
        Optional<BigDecimal> amount = amount(fields, row.cell("price"));
        Optional<String> currency = currency(fields, row.cell("currency"));
        Optional<LocalDate> validFrom = day(fields, row.cell("valid-from"));
        String source = fields.text("source", row.cell("source"), 200);
        if (!fields.errors().isEmpty()) {
            return new Row(row.number(), Optional.empty(), fields.errors());
        }
        Price price = new Price(
                0,
                line.orElseThrow().id(),
                country,
                network,
                prefix,
                new Money(amount.orElseThrow(), currency.orElseThrow()),
                validFrom.orElseThrow(),
                source,
                Instant.EPOCH);
        return new Row(row.number(), Optional.of(price), List.of());
    }

    private static String country(Fields fields, String written) {
        String country = written.toUpperCase(Locale.ROOT);
        if (!Arrays.asList(Locale.getISOCountries()).contains(country)) {
            fields.fault("country", "Two letters as in ISO 3166, such as ZW.");
        }
        return country;
    }

    /** Blank for the rest of the country, a network's code, or with + the beginning of numbers. */
    private static Optional<String> prefix(Fields fields, String written, Optional<Network> network) {
        if (written.isBlank() || network.isPresent()) {
            return Optional.empty();
        }
        if (!written.matches("\\+[1-9][0-9]{0,14}")) {
            fields.fault(
                    "network",
                    "Write a network's MCC and MNC such as 63902, or the beginning of numbers with + such as +25470,"
                            + " or leave it blank for the rest of the country.");
            return Optional.empty();
        }
        return Optional.of(written.substring(1));
    }

    /** By id, by address, or where two accounts have the same address by {@code account/address}. */
    private static Optional<Line> line(Fields fields, String written, Lines lines) {
        List<Line> found = lines.all().stream()
                .filter(line -> written.equals(Long.toString(line.id()))
                        || Line.key(line.address()).equals(Line.key(written))
                        || written.equals(line.account() + "/" + line.address()))
                .toList();
        if (found.isEmpty()) {
            fields.fault("line", "There is no such line: give its id or its address; GET /lines lists them.");
        } else if (found.size() > 1) {
            fields.fault("line", "Several accounts have this address: write account/address.");
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Optional<BigDecimal> amount(Fields fields, String written) {
        if (!written.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            fields.fault(
                    "price",
                    "A segment's price is a number such as 0.0083, with a decimal point and at most six decimals.");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(written));
    }

    private static Optional<String> currency(Fields fields, String written) {
        String code = written.toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(code))) {
            fields.fault("currency", "Three letters as in ISO 4217, such as USD.");
            return Optional.empty();
        }
        return Optional.of(code);
    }

    private static Optional<LocalDate> day(Fields fields, String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            if (day.getYear() >= 2000 && day.getYear() < 2100) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        fields.fault("valid-from", "The first day it holds, written 2026-03-01.");
        return Optional.empty();
    }
}
