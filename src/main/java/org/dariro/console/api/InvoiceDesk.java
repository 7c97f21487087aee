package org.dariro.console.api;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.gateway.Accounts;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Transaction;
import org.dariro.spend.invoice.Invoice;
import org.dariro.spend.invoice.InvoiceRow;
import org.dariro.spend.invoice.Invoices;
import org.dariro.spend.invoice.Reason;
import org.jspecify.annotations.Nullable;

/** Takes carriers' invoices in, shows how they differ from the ledger, and enters them: for the API and the console. */
@Component
public class InvoiceDesk {
    private static final int MOST_SHOWN = 500;
    private final Database database;
    private final Invoices invoices;
    private final Accounts accounts;
    private final AuditLog audit;

    @Inject
    public InvoiceDesk(Database database, Invoices invoices, Accounts accounts, AuditLog audit) {
        this.database = database;
        this.invoices = invoices;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Invoices, the oldest import first, after an id. */
    List<Invoice> list(Transaction tx, long after, int most) {
        return invoices.list(tx, after, most);
    }

    /** The latest imports first. */
    public List<InvoicesResource.InvoiceView> latest() {
        return database.inTransaction(tx -> {
            List<Invoice> all = new ArrayList<>(invoices.list(tx, 0, 1_000));
            java.util.Collections.reverse(all);
            return all.stream().map(InvoicesResource.InvoiceView::of).toList();
        });
    }

    /** The accounts that there are. */
    public List<String> accounts() {
        return accounts.all().stream().map(account -> account.id()).toList();
    }

    /**
     * Keeps an invoice and compares it. The same one again is shown again.
     *
     * @throws Refused when it cannot be read, or another one with its number is there
     */
    public InvoicesResource.ReportView load(
            @Nullable String account, @Nullable String number, byte[] bytes, String by) {
        Fields fields = new Fields();
        String of = fields.text("account", account, 32);
        String given = fields.text("number", number, 60);
        if (!of.isEmpty() && accounts.find(of).isEmpty()) {
            fields.fault("account", "There is no such account; GET /accounts lists them.");
        }
        fields.check();
        List<InvoiceRow> rows = InvoiceTable.read(bytes);
        if (rows.isEmpty()) {
            throw Refused.of(CsvFault.of(CsvFault.Reason.NO_TEXTS));
        }
        return database.inTransaction(tx -> {
            Invoices.Imported imported = invoices.load(tx, of, given, InvoiceTable.form(bytes), rows);
            if (imported.result() == Invoices.Import.DIFFERS) {
                throw Refused.of(InvoiceFault.OTHER_ROWS);
            } else if (imported.result() == Invoices.Import.NEW) {
                audit.add(
                        tx,
                        AuditEntry.of(by, "invoice-imported")
                                .on("invoice", imported.invoice().id()));
            }
            return view(tx, imported.invoice(), imported.result() == Invoices.Import.KNOWN);
        });
    }

    /** An invoice beside the ledger as it is now. */
    public InvoicesResource.ReportView show(long invoice) {
        return database.inTransaction(tx -> view(tx, find(tx, invoice), true));
    }

    /**
     * Enters an invoice.
     *
     * @param reasons of differences that are entered as the invoice has them
     * @return how many texts were entered
     */
    public int confirm(long invoice, List<String> reasons, String by) {
        Fields fields = new Fields();
        Set<Reason> accepted = EnumSet.noneOf(Reason.class);
        for (String reason : reasons) {
            fields.choice("accept", reason, Reason.class).ifPresent(accepted::add);
        }
        if (!accepted.stream().allMatch(Reason::mayBeEntered)) {
            fields.fault("accept", "These may be entered: " + String.join(", ", acceptable()) + ".");
        }
        fields.check();
        return database.inTransaction(tx -> {
            Optional<Integer> entered = invoices.confirm(tx, find(tx, invoice), accepted, by);
            audit.add(
                    tx,
                    AuditEntry.of(by, "invoice-confirmed")
                            .on("invoice", invoice)
                            .saying(accepted.stream().map(Fields::label).collect(Collectors.joining(" "))));
            return entered.orElseThrow(() -> Refused.of(InvoiceFault.INVOICE_ENTERED));
        });
    }

    /** The reasons of differences that may be entered. */
    public static List<String> acceptable() {
        return Arrays.stream(Reason.values())
                .filter(Reason::mayBeEntered)
                .map(Fields::label)
                .toList();
    }

    private Invoice find(Transaction tx, long invoice) {
        return invoices.find(tx, invoice).orElseThrow(() -> Refused.notFound("invoice"));
    }

    private InvoicesResource.ReportView view(Transaction tx, Invoice invoice, boolean known) {
        Invoices.Report report = invoices.compare(tx, invoice);
        List<InvoicesResource.DifferenceView> shown = report.differences().stream()
                .limit(MOST_SHOWN)
                .map(InvoicesResource.DifferenceView::of)
                .toList();
        return new InvoicesResource.ReportView(
                InvoicesResource.InvoiceView.of(invoice),
                known,
                report.rows(),
                InvoicesResource.monies(report.billed()),
                report.agreed(),
                report.totals().stream()
                        .map(total -> new InvoicesResource.TotalView(
                                Fields.label(total.reason()),
                                total.currency(),
                                total.texts(),
                                SpendView.plain(total.billed()),
                                SpendView.plain(total.booked())))
                        .toList(),
                shown,
                report.differences().size() - shown.size());
    }
}
