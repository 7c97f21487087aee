package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.delivery.BudgetWatch;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Price;
import org.dariro.gateway.Prices;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What a segment costs from each line: tables are added, never changed. */
@Component
@Path("prices")
@Produces(MediaType.APPLICATION_JSON)
public class PricesResource {
    private final Database database;
    private final Lines lines;
    private final Prices prices;
    private final BudgetWatch watch;

    @Inject
    public PricesResource(Database database, Lines lines, Prices prices, BudgetWatch watch) {
        this.database = database;
        this.lines = lines;
        this.prices = prices;
        this.watch = watch;
    }

    /**
     * A price.
     *
     * @param network MCC and MNC; null when it holds for a prefix or for the rest of the country
     * @param prefix the beginning of numbers, with {@code +}
     * @param price of one segment, a decimal number as text
     * @param validFrom the first day, in UTC
     */
    public record PriceView(
            long id,
            long line,
            String country,
            @Nullable String network,
            @Nullable String prefix,
            String price,
            String currency,
            String validFrom,
            String source,
            Instant importedAt) {
        static PriceView of(Price price) {
            return new PriceView(
                    price.id(),
                    price.line(),
                    price.country(),
                    price.network().isPresent() ? price.network().get().code() : null,
                    price.prefix().isPresent() ? "+" + price.prefix().get() : null,
                    price.money().amount().toPlainString(),
                    price.money().currency(),
                    price.validFrom().toString(),
                    price.source(),
                    price.importedAt());
        }
    }

    /**
     * What came of an import.
     *
     * @param dryRun whether nothing was changed
     * @param good rows that were imported, or would be, or were known
     * @param broken rows that were not
     */
    public record PriceImportView(boolean dryRun, int good, int broken, List<PriceRowView> rows) {}

    /**
     * One row.
     *
     * @param row as a spreadsheet counts: the header is row 1
     * @param outcome {@code imported}, {@code known} when the table says exactly this already, or {@code refused}
     * @param errors what is wrong and what to do; null when nothing is
     */
    public record PriceRowView(
            int row, String outcome, @Nullable List<FieldError> errors) {}

    /** Prices, the oldest import first. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listPrices", summary = "List the prices, of one line or of all")
    public Page<PriceView> list(
            @QueryParam("line") @Nullable String line,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        if (line != null && !line.matches("[0-9]{1,18}")) {
            throw Refused.invalid("line", "This is the id of a line.");
        }
        Optional<Long> of = Optional.ofNullable(line).map(Long::valueOf);
        return database.inTransaction(
                tx -> paging.show(prices.list(tx, of, paging.after(), paging.oneMore()), PriceView::of, Price::id));
    }

    /** Imports the rows of a table: good ones are added, broken ones reported, in one transaction. */
    @POST
    @Consumes("text/csv")
    @MayCall(ADMINISTRATOR)
    @Operation(
            operationId = "importPrices",
            summary = "Add prices from a CSV table; dryRun=true only shows what would happen")
    public PriceImportView load(
            @Context SecurityContext who, @QueryParam("dryRun") @Nullable String dryRun, InputStream body)
            throws IOException {
        return load(Caller.of(who).getName(), dryRun, body);
    }

    /** Imports a table for somebody, by the name that the audit trail has. */
    public PriceImportView load(String by, @Nullable String dryRun, InputStream body) throws IOException {
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            throw Refused.invalid("dryRun", "This is true or false.");
        }
        boolean dry = "true".equals(dryRun);
        List<PriceTable.Row> rows = PriceTable.read(Body.read(body), lines);
        return database.inTransaction(tx -> {
            List<PriceRowView> views = new ArrayList<>();
            for (PriceTable.Row row : rows) {
                views.add(load(tx, row, dry));
            }
            int broken = (int) views.stream()
                    .filter(view -> view.outcome().equals("refused"))
                    .count();
            if (!dry) {
                long fresh = views.stream()
                        .filter(view -> view.outcome().equals("imported"))
                        .count();
                prices.added(tx, fresh, by);
                watch.priced(tx);
            }
            return new PriceImportView(dry, views.size() - broken, broken, views);
        });
    }

    private PriceRowView load(Transaction tx, PriceTable.Row row, boolean dry) {
        if (row.price().isEmpty()) {
            return new PriceRowView(row.number(), "refused", row.errors());
        }
        Price price = row.price().get();
        boolean fresh = dry ? !prices.isKnown(tx, price) : prices.add(tx, price);
        return new PriceRowView(row.number(), fresh ? "imported" : "known", null);
    }
}
