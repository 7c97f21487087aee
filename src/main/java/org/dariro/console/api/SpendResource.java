package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.spend.Ledger;
import org.dariro.spend.LedgerEntry;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What texts cost, and what they would have cost without packing. */
@Component
@Path("spend")
@Produces(MediaType.APPLICATION_JSON)
public class SpendResource {
    private final SpendReports reports;
    private final Ledger ledger;
    private final Database database;

    @Inject
    public SpendResource(SpendReports reports, Ledger ledger, Database database) {
        this.reports = reports;
        this.ledger = ledger;
        this.database = database;
    }

    /**
     * An entry of the ledger.
     *
     * @param type {@code estimate}, {@code correction}, {@code charge} or {@code invoice}
     * @param why the reason of a correction or the source of a charge
     * @param postings that sum to zero in each currency
     */
    public record EntryView(
            Instant at, String type, @Nullable String why, List<PostingView> postings) {
        static EntryView of(LedgerEntry entry) {
            return new EntryView(
                    entry.at(),
                    Fields.label(entry.type()),
                    entry.why().isEmpty()
                            ? null
                            : entry.why().toLowerCase(Locale.ROOT).replace('_', '-'),
                    entry.postings().stream().map(PostingView::of).toList());
        }
    }

    /**
     * An amount that is added to an account.
     *
     * @param account {@code spent} by a group, {@code expected} of or {@code owed} to an account at a carrier
     * @param of that group's id or that account
     */
    public record PostingView(String account, String of, String amount, String currency) {
        static PostingView of(LedgerEntry.Posting posting) {
            return new PostingView(
                    Fields.label(posting.account().type()),
                    posting.account().of(),
                    SpendView.plain(posting.amount().amount()),
                    posting.amount().currency());
        }
    }

    /** What was spent. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(
            operationId = "reportSpend",
            summary = "Show what was spent, by group, member, network, line, day, kind or cause")
    public SpendView show(
            @QueryParam("group") @Nullable String group,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @Nullable String by) {
        return reports.read(group, from, to, by);
    }

    /** The same as a table for a spreadsheet. */
    @GET
    @Path("table")
    @Produces("text/csv")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "exportSpend", summary = "The same as a CSV table")
    public String table(
            @QueryParam("group") @Nullable String group,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @Nullable String by) {
        return reports.table(group, from, to, by);
    }

    /** At a glance. */
    @GET
    @Path("overview")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "overviewSpend", summary = "Show what was spent today, this month, and for a participant")
    public SpendOverviewView overview(@QueryParam("group") @Nullable String group) {
        return reports.overview(group);
    }

    /** The texts that a sum is made of. */
    @GET
    @Path("texts")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listSpendTexts", summary = "List the texts that a sum is made of, the latest first")
    public Page<SpendTextView> texts(
            @QueryParam("group") @Nullable String group,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @Nullable String by,
            @QueryParam("item") @Nullable String item,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return reports.texts(reports.wanted(group, from, to, by, item), after, limit);
    }

    /** The same as a table for a spreadsheet. */
    @GET
    @Path("texts/table")
    @Produces("text/csv")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "exportSpendTexts", summary = "The same as a CSV table, the latest 20,000")
    public String textTable(
            @QueryParam("group") @Nullable String group,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @Nullable String by,
            @QueryParam("item") @Nullable String item) {
        return reports.textTable(reports.wanted(group, from, to, by, item));
    }

    /** The entries of one text. */
    @GET
    @Path("entries/{delivery}")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listSpendEntries", summary = "List what the ledger holds of one text")
    public Page<EntryView> entries(@PathParam("delivery") long delivery) {
        List<EntryView> entries = database.inTransaction(tx -> ledger.entries(tx, List.of(delivery))).stream()
                .map(EntryView::of)
                .toList();
        if (entries.isEmpty()) {
            throw Refused.notFound("delivery");
        }
        return new Page<>(entries, null);
    }
}
