package org.dariro.console.api;

import static org.dariro.console.StaffRole.ADMINISTRATOR;
import static org.dariro.console.StaffRole.COORDINATOR;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import java.util.Map;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.spend.invoice.Difference;
import org.dariro.spend.invoice.Invoice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Carriers' invoices: imported, compared with the ledger, and entered once a person has confirmed. */
@Component
@Path("spend/invoices")
@Produces(MediaType.APPLICATION_JSON)
public class InvoicesResource {
    private static final int MOST = 32 << 20;

    private final Database database;
    private final InvoiceDesk desk;

    @Inject
    public InvoicesResource(Database database, InvoiceDesk desk) {
        this.database = database;
        this.desk = desk;
    }

    /** An invoice. */
    public record InvoiceView(
            long id,
            String account,
            String number,
            String form,
            Instant importedAt,
            @Nullable Instant confirmedAt,
            @Nullable String confirmedBy) {
        static InvoiceView of(Invoice invoice) {
            return new InvoiceView(
                    invoice.id(),
                    invoice.account(),
                    invoice.number(),
                    invoice.form(),
                    invoice.importedAt(),
                    invoice.confirmedAt().isPresent() ? invoice.confirmedAt().get() : null,
                    invoice.confirmedBy().isPresent() ? invoice.confirmedBy().get() : null);
        }
    }

    /** An amount in a currency, a decimal number as text. */
    public record MoneyView(String amount, String currency) {}

    /**
     * An invoice beside the ledger.
     *
     * @param known whether it was imported before
     * @param rows of texts that we sent
     * @param agreed texts that are billed as they are booked
     * @param totals by reason and currency
     * @param differences at most 500 of them
     * @param further how many differences are not shown
     */
    public record ReportView(
            InvoiceView invoice,
            boolean known,
            int rows,
            List<MoneyView> billed,
            int agreed,
            List<TotalView> totals,
            List<DifferenceView> differences,
            int further) {}

    /** What both say of the texts that differ for a reason, in one currency. */
    public record TotalView(String reason, String currency, int texts, String billed, String booked) {}

    /**
     * A text of which both do not say the same.
     *
     * @param reason {@code not-ours}, {@code twice}, {@code failed}, {@code currency}, {@code segments}, {@code price},
     *     {@code unpriced} or {@code missing}
     * @param row of the table; null when the text is not on the invoice
     * @param delivery our text; null when it is none of ours
     * @param price the row of the price table that it was estimated with
     */
    public record DifferenceView(
            String reason,
            @Nullable Integer row,
            @Nullable String carrierId,
            @Nullable Long delivery,
            @Nullable MoneyView billed,
            List<MoneyView> booked,
            @Nullable Integer billedSegments,
            @Nullable Integer segments,
            @Nullable Long price) {
        static DifferenceView of(Difference one) {
            boolean ours = one.parcel().isPresent() && one.segments() > 0;
            return new DifferenceView(
                    Fields.label(one.reason()),
                    one.row() == 0 ? null : one.row(),
                    one.carrierId().isEmpty() ? null : one.carrierId(),
                    ours ? one.parcel().get() : null,
                    one.billed().isPresent()
                            ? new MoneyView(
                                    SpendView.plain(one.billed().get().amount()),
                                    one.billed().get().currency())
                            : null,
                    monies(one.booked()),
                    one.billedSegments().isPresent() ? one.billedSegments().get() : null,
                    ours ? one.segments() : null,
                    one.price().isPresent() ? one.price().get() : null);
        }
    }

    static List<MoneyView> monies(Map<String, java.math.BigDecimal> amounts) {
        List<MoneyView> monies = new ArrayList<>();
        amounts.forEach((currency, amount) -> monies.add(new MoneyView(SpendView.plain(amount), currency)));
        return monies;
    }

    /** Invoices, the oldest import first. */
    @GET
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "listInvoices", summary = "List the carriers' invoices")
    public Page<InvoiceView> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        return database.inTransaction(
                tx -> paging.show(desk.list(tx, paging.after(), paging.oneMore()), InvoiceView::of, Invoice::id));
    }

    /** Keeps an invoice and shows how it differs. The same one again is shown again. */
    @POST
    @Consumes("text/csv")
    @MayCall(ADMINISTRATOR)
    @Operation(
            operationId = "importInvoice",
            summary = "Import a carrier's invoice as a CSV table, and compare it with the ledger; nothing is entered")
    public ReportView load(
            @Context SecurityContext who,
            @QueryParam("account") @Nullable String account,
            @QueryParam("number") @Nullable String number,
            InputStream body)
            throws IOException {
        byte[] bytes = Body.read(body, MOST, Problem.of(413).because("An invoice has at most 32 MB: please split it."));
        return desk.load(account, number, bytes, Caller.of(who).getName());
    }

    /** An invoice beside the ledger as it is now. */
    @GET
    @Path("{invoice}")
    @MayCall({COORDINATOR, ADMINISTRATOR})
    @Operation(operationId = "compareInvoice", summary = "Compare an invoice with the ledger")
    public ReportView show(@PathParam("invoice") long invoice) {
        return desk.show(invoice);
    }

    /**
     * What is to be entered.
     *
     * @param accept the reasons of differences that are entered as the invoice has them; none when left out
     */
    public record Confirmation(@Nullable List<String> accept) {}

    /** What was entered. */
    public record EnteredView(int entered) {}

    /** Enters an invoice. */
    @POST
    @Path("{invoice}/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @MayCall(ADMINISTRATOR)
    @Operation(
            operationId = "confirmInvoice",
            summary = "Enter what an invoice bills: of texts that agree, and of differences that are accepted")
    public EnteredView confirm(
            @Context SecurityContext who, @PathParam("invoice") long invoice, Confirmation confirmation) {
        List<String> accepted = confirmation.accept() == null ? List.of() : confirmation.accept();
        return new EnteredView(desk.confirm(invoice, accepted, Caller.of(who).getName()));
    }
}
