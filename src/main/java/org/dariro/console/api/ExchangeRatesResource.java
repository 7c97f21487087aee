package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.dariro.delivery.BudgetWatch;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.spend.ExchangeRate;
import org.dariro.spend.ExchangeRates;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What currencies are worth in each other: rates are added, never changed. */
@Component
@Path("exchange-rates")
@Produces(MediaType.APPLICATION_JSON)
public class ExchangeRatesResource {
    private static final List<String> COLUMNS = List.of("from", "to", "rate", "valid-from", "source");
    private static final CsvTable TABLE = new CsvTable(COLUMNS, COLUMNS, 10_000);

    private final Database database;
    private final ExchangeRates rates;
    private final BudgetWatch watch;

    @Inject
    public ExchangeRatesResource(Database database, ExchangeRates rates, BudgetWatch watch) {
        this.database = database;
        this.rates = rates;
        this.watch = watch;
    }

    /**
     * A rate.
     *
     * @param rate what one unit of {@code from} is in {@code to}, a decimal number as text
     * @param validFrom the first day, in UTC
     */
    public record RateView(
            long id, String from, String to, String rate, String validFrom, String source, Instant importedAt) {
        static RateView of(ExchangeRate rate) {
            return new RateView(
                    rate.id(),
                    rate.from(),
                    rate.to(),
                    rate.rate().toPlainString(),
                    rate.validFrom().toString(),
                    rate.source(),
                    rate.importedAt());
        }
    }

    /** What came of an import: the rows that the table has now, and those that it has not. */
    public record RateImportView(int good, int broken, List<RateRowView> rows) {}

    /**
     * One row.
     *
     * @param outcome {@code imported}, {@code known} or {@code refused}
     */
    public record RateRowView(
            int row, String outcome, @Nullable List<FieldError> errors) {}

    /** Rates, the oldest import first. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listExchangeRates", summary = "List the exchange rates")
    public Page<RateView> list() {
        return database.inTransaction(
                tx -> Page.all(rates.all(tx).stream().map(RateView::of).toList()));
    }

    /** Imports the rows of a table: good ones are added, broken ones reported. */
    @POST
    @Consumes("text/csv")
    @MayCall(ADMINISTRATOR)
    @Operation(operationId = "importExchangeRates", summary = "Add exchange rates from a CSV table")
    public RateImportView load(InputStream body) throws IOException {
        List<CsvTable.Row> rows = TABLE.read(Body.read(body));
        return database.inTransaction(tx -> {
            List<RateRowView> views = new ArrayList<>();
            for (CsvTable.Row row : rows) {
                Fields fields = new Fields();
                ExchangeRate rate = rate(fields, row);
                if (!fields.errors().isEmpty()) {
                    views.add(new RateRowView(row.number(), "refused", fields.errors()));
                } else {
                    views.add(new RateRowView(row.number(), rates.add(tx, rate) ? "imported" : "known", null));
                }
            }
            int broken = (int) views.stream()
                    .filter(view -> view.outcome().equals("refused"))
                    .count();
            watch.priced(tx);
            return new RateImportView(views.size() - broken, broken, views);
        });
    }

    private static ExchangeRate rate(Fields fields, CsvTable.Row row) {
        String rate = row.cell("rate");
        boolean good = rate.matches("[0-9]{1,9}(\\.[0-9]{1,12})?") && new BigDecimal(rate).signum() > 0;
        if (!good) {
            fields.fault("rate", "What one unit is in the other currency: a number such as 0.0077, more than 0.");
        }
        return new ExchangeRate(
                0,
                currency(fields, "from", row),
                currency(fields, "to", row),
                good ? new BigDecimal(rate) : BigDecimal.ONE,
                day(fields, row.cell("valid-from")),
                fields.text("source", row.cell("source"), 200),
                Instant.EPOCH);
    }

    private static String currency(Fields fields, String column, CsvTable.Row row) {
        String code = row.cell(column).toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(code))) {
            fields.fault(column, "Three letters as in ISO 4217, such as USD.");
        }
        return code;
    }

    private static LocalDate day(Fields fields, String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            fields.fault("valid-from", "The first day it holds, written 2026-03-01.");
            return LocalDate.EPOCH;
        }
    }
}
