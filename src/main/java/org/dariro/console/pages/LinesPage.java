package org.dariro.console.pages;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.console.api.FieldError;
import org.dariro.console.api.LinesResource;
import org.dariro.console.api.PricesResource;
import org.dariro.console.api.Refused;
import org.dariro.gateway.Account;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Networks;
import org.dariro.gateway.Price;
import org.dariro.gateway.Prices;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.jspecify.annotations.Nullable;

/** The lines with what they reach, and what a segment costs from each of them; prices are added from a table. */
@Component
@Path("lines")
public class LinesPage {
    private static final int MOST_READ = 5_000;
    private static final int MOST = 200;
    private final Database database;
    private final Accounts accounts;
    private final Lines lines;
    private final Prices prices;
    private final Networks networks;
    private final LinesResource changing;
    private final PricesResource loading;
    private final InstantSource clock;

    @Inject
    public LinesPage(
            Database database,
            Accounts accounts,
            Lines lines,
            Prices prices,
            Networks networks,
            LinesResource changing,
            PricesResource loading,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.lines = lines;
        this.prices = prices;
        this.networks = networks;
        this.changing = changing;
        this.loading = loading;
        this.clock = clock;
    }

    /** A line; {@code reach} as it is written, empty for everywhere. */
    public record LineRow(long id, String address, String account, String code, String reach) {
        static LineRow of(Line line) {
            return new LineRow(
                    line.id(),
                    line.address(),
                    line.account(),
                    line.serviceCode(),
                    String.join(" ", line.reach().places()));
        }
    }

    /**
     * A price that holds or will hold.
     *
     * @param to the network or the beginning of numbers; null for the rest of the country
     * @param later whether its day has not come
     */
    public record PriceRow(
            String line,
            String country,
            @Nullable String to,
            String price,
            String from,
            boolean later,
            String source) {}

    /** A row of a table, and what comes of it: {@code imported}, {@code known} or {@code refused}. */
    public record Row(int number, String outcome, List<String> troubles) {}

    /**
     * A table that somebody gave.
     *
     * @param shown the rows, those with mistakes first, so many at most
     * @param fresh how many prices are new
     * @param written whether they were added
     */
    public record Given(
            String table,
            List<Row> shown,
            long fresh,
            long known,
            int broken,
            boolean written,
            @Nullable String fault) {
        static final Given NOTHING = new Given("", List.of(), 0, 0, 0, false, null);

        static Given of(String table, @Nullable String fault) {
            return new Given(table, List.of(), 0, 0, 0, false, fault);
        }
    }

    /** What is wrong with a line's form. */
    public record Wrong(long line, String reach) {
        static final Wrong NOTHING = new Wrong(0, "");
    }

    private Page page(Visit visit, Given given, Wrong wrong, @Nullable String done) {
        return page(visit, given, wrong, Entered.BLANK, done);
    }

    private Page page(Visit visit, Given given, Wrong wrong, Entered form, @Nullable String done) {
        List<PriceRow> rows =
                database.inTransaction(tx -> rows(visit, prices.list(tx, Optional.empty(), 0, MOST_READ)));
        return visit.page("lines")
                .with("lines", lines.all().stream().map(LineRow::of).toList())
                .with("prices", rows.stream().limit(MOST).toList())
                .with("further", Math.max(0, rows.size() - MOST))
                .with("given", given)
                .with("wrong", wrong)
                .with("sets", visit.has("administrator"))
                .with(
                        "accounts",
                        accounts.all().stream().map(Account::id).sorted().toList())
                .with("form", form)
                .with("done", done);
    }

    /** Those that hold today, and those to come; what was before stays in the table, and is not shown. */
    private List<PriceRow> rows(Visit visit, List<Price> all) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<List<Object>, Price> now = all.stream()
                .filter(price -> !price.validFrom().isAfter(today))
                .collect(Collectors.toMap(
                        price -> List.of(price.line(), price.country(), price.network(), price.prefix()),
                        price -> price,
                        (one, other) -> other.validFrom().isBefore(one.validFrom()) ? one : other));
        return all.stream()
                .filter(price -> price.validFrom().isAfter(today) || now.containsValue(price))
                .sorted(Comparator.comparing(Price::line)
                        .thenComparing(Price::country)
                        .thenComparing(price ->
                                price.network().isEmpty() && price.prefix().isEmpty())
                        .thenComparing(Price::validFrom))
                .map(price -> row(visit, price, today))
                .toList();
    }

    private PriceRow row(Visit visit, Price price, LocalDate today) {
        Optional<String> network = price.network().map(one -> networks.all().stream()
                .filter(known -> known.network().equals(one))
                .map(Networks.Known::name)
                .findFirst()
                .orElse(one.code()));
        return new PriceRow(
                lines.find(price.line()).map(Line::address).orElse("-"),
                new Locale("", price.country()).getDisplayCountry(Locale.forLanguageTag(visit.language())),
                network.or(() -> price.prefix().map(digits -> "+" + digits)).orElse(null),
                Figures.of(visit).exact(price.money().amount(), price.money().currency()),
                BudgetShown.day(visit, price.validFrom()),
                price.validFrom().isAfter(today),
                price.source());
    }

    /** The page. */
    @GET
    @For({COORDINATOR, ADMINISTRATOR})
    public Page show(@Context SecurityContext caller, @QueryParam("done") @Nullable String done) {
        Visit visit = Visit.of(caller);
        return page(visit, Given.NOTHING, Wrong.NOTHING, done(visit, done));
    }

    private static @Nullable String done(Visit visit, @Nullable String done) {
        return done == null ? null : visit.text("added".equals(done) ? "line-added" : "changed");
    }

    /** Adds a line that an account has. */
    @POST
    @For(ADMINISTRATOR)
    public Response add(@Context SecurityContext caller, MultivaluedMap<String, String> given) {
        Visit visit = Visit.of(caller);
        Entered form = Entered.of(given);
        try {
            changing.add(
                    visit.actor(),
                    new LinesResource.NewLine(
                            form.value("account"),
                            form.value("address"),
                            form.value("serviceCode"),
                            places(form.value("reaches")),
                            null,
                            null));
            return Pages.leading("/console/lines?done=added").build();
        } catch (Refused e) {
            boolean taken = e.problem().status() == Response.Status.CONFLICT.getStatusCode();
            List<FieldError> errors = Optional.ofNullable(e.problem().errors()).orElse(List.of());
            Entered wrong = form;
            for (String field :
                    errors.stream().map(FieldError::field).distinct().toList()) {
                wrong = wrong.faulted(
                        field, visit.named(taken ? "line-taken" : "line-fault", field.toLowerCase(Locale.ROOT)));
            }
            return Pages.wrong(page(visit, Given.NOTHING, Wrong.NOTHING, wrong, null));
        }
    }

    /** Countries and networks as they are written, with anything between. */
    private static List<String> places(String written) {
        return Arrays.stream(written.toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(place -> !place.isEmpty())
                .toList();
    }

    /** Changes what a line reaches. */
    @POST
    @Path("{line}")
    @For(ADMINISTRATOR)
    public Response change(
            @Context SecurityContext caller, @PathParam("line") String id, @FormParam("reach") @Nullable String reach) {
        Visit visit = Visit.of(caller);
        long line = SpendQuery.number(id);
        String written = reach == null ? "" : reach.strip();
        try {
            changing.change(visit.actor(), line, new LinesResource.LineChange(places(written), null, null));
            return Pages.to("/console/lines", "done");
        } catch (Refused e) {
            if (e.problem().status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw PageFault.notFound();
            }
            return Pages.wrong(page(visit, Given.NOTHING, new Wrong(line, written), null));
        }
    }

    /** Shows what a table of prices would do, or adds them. */
    @POST
    @Path("prices")
    @For(ADMINISTRATOR)
    public Response load(
            @Context SecurityContext caller,
            @FormParam("table") @Nullable String given,
            @FormParam("do") @Nullable String what)
            throws IOException {
        Visit visit = Visit.of(caller);
        String table = given == null ? "" : given;
        boolean dry = !"confirm".equals(what);
        if ("edit".equals(what)) {
            return Response.ok(page(visit, Given.of(table, null), Wrong.NOTHING, null), Pages.HTML)
                    .build();
        }
        try {
            PricesResource.PriceImportView came = loading.load(
                    visit.actor(),
                    Boolean.toString(dry),
                    new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
            return Response.ok(page(visit, given(visit, dry ? table : "", came), Wrong.NOTHING, null), Pages.HTML)
                    .build();
        } catch (Refused refused) {
            String words = visit.text("import-unreadable") + " " + Faulty.words(visit, refused.faults());
            return Pages.wrong(page(visit, Given.of(table, words.strip()), Wrong.NOTHING, null));
        }
    }

    private static Given given(Visit visit, String table, PricesResource.PriceImportView came) {
        List<Row> rows = came.rows().stream()
                .map(row -> new Row(row.row(), row.outcome(), troubles(visit, row.errors())))
                .sorted(Comparator.comparing((Row row) -> !row.outcome().equals("refused"))
                        .thenComparing(Row::number))
                .toList();
        long fresh =
                rows.stream().filter(row -> row.outcome().equals("imported")).count();
        return new Given(
                table,
                rows.stream().limit(MOST).toList(),
                fresh,
                came.good() - fresh,
                came.broken(),
                !came.dryRun(),
                null);
    }

    private static List<String> troubles(Visit visit, @Nullable List<FieldError> errors) {
        return errors == null
                ? List.of()
                : errors.stream()
                        .map(error -> visit.named("price-fault", error.field()))
                        .toList();
    }
}
