package org.dariro.spend.invoice;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dariro.gateway.Lines;
import org.dariro.gateways.api.Charge;
import org.dariro.gateways.api.Money;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.spend.ChargeSource;
import org.dariro.spend.Charges;
import org.dariro.spend.Ledger;
import org.dariro.spend.ParcelBook;

/**
 * Carriers' invoices. Life of one: imported, which changes nothing in the ledger; compared with it as often as somebody asks;
 * confirmed by a person, which enters what the carrier bills of the texts that agree and of those with the reasons that the
 * person accepts. Once for each account and number.
 */
@Component
public class Invoices {
    private static final int PAGE = 2_000;
    private final InvoiceDao dao;
    private final Ledger ledger;
    private final Charges charges;
    private final Lines lines;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Invoices(InvoiceDao dao, Ledger ledger, Charges charges, Lines lines, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.ledger = ledger;
        this.charges = charges;
        this.lines = lines;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What an invoice and the ledger come to for one reason and currency.
     *
     * @param billed on the invoice
     * @param booked in the ledger
     */
    public record Total(Reason reason, String currency, int texts, BigDecimal billed, BigDecimal booked) {}

    /**
     * What a comparison found.
     *
     * @param billed what the whole invoice comes to, by currency
     * @param agreed texts that are billed as they are booked
     */
    public record Report(
            Invoice invoice,
            int rows,
            Map<String, BigDecimal> billed,
            int agreed,
            List<Total> totals,
            List<Difference> differences) {}

    /** Whether an import is new, the same as before, or another one with a number that is taken. */
    public enum Import {
        NEW,
        KNOWN,
        DIFFERS
    }

    /** What came of an import. */
    public record Imported(Import result, Invoice invoice) {}

    /** Keeps an invoice. Nothing is entered. */
    public Imported load(Transaction tx, String account, String number, String form, List<InvoiceRow> rows) {
        List<InvoiceRow> found = find(tx, account, rows);
        Optional<Invoice> known = dao.find(tx, account, number);
        if (known.isPresent()) {
            boolean same = withoutParcels(dao.rows(tx, known.get().id())).equals(withoutParcels(found));
            return new Imported(same ? Import.KNOWN : Import.DIFFERS, known.get());
        }
        Invoice invoice =
                new Invoice(ids.next(), account, number, form, clock.instant(), Optional.empty(), Optional.empty());
        dao.insert(tx, invoice, found);
        return new Imported(Import.NEW, invoice);
    }

    private static List<InvoiceRow> withoutParcels(List<InvoiceRow> rows) {
        return rows.stream()
                .map(row -> new InvoiceRow(
                        row.number(),
                        row.carrierId(),
                        row.day(),
                        new Money(
                                row.amount().amount().stripTrailingZeros(),
                                row.amount().currency()),
                        row.segments(),
                        row.prefix(),
                        Optional.empty()))
                .toList();
    }

    /** The rows with the parcels that they are for: by the carrier's id, else by our reference. */
    private List<InvoiceRow> find(Transaction tx, String account, List<InvoiceRow> rows) {
        List<InvoiceRow> found = new ArrayList<>();
        pages(rows, page -> {
            Map<String, Long> parcels = dao.parcels(
                    tx,
                    account,
                    page.stream().map(InvoiceRow::carrierId).distinct().toList());
            page.forEach(row -> found.add(
                    row.of(Optional.ofNullable(parcels.get(row.carrierId())).or(() -> reference(row)))));
        });
        return found;
    }

    private static Optional<Long> reference(InvoiceRow row) {
        return row.carrierId().matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(row.carrierId())) : Optional.empty();
    }

    /** An invoice by its id. */
    public Optional<Invoice> find(Transaction tx, long id) {
        return dao.find(tx, id);
    }

    /** Invoices in the order in which they were imported. */
    public List<Invoice> list(Transaction tx, long after, int most) {
        return dao.page(tx, after, most);
    }

    /** Compares an invoice with the ledger as it is now. */
    public Report compare(Transaction tx, Invoice invoice) {
        List<InvoiceRow> rows = dao.rows(tx, invoice.id());
        List<Difference> differences = new ArrayList<>();
        rows.stream()
                .filter(row -> row.parcel().isEmpty())
                .map(Comparison::notOurs)
                .forEach(differences::add);
        Map<Long, Comparison.Billed> billed = Comparison.billed(rows);
        int others = differences.size();
        each(tx, invoice, billed, (comparison, parcel, one) -> comparison
                .compare(parcel, one)
                .ifPresent(differences::add));
        int agreed = billed.size() - (differences.size() - others);
        missing(tx, invoice, rows, billed.keySet(), differences);
        differences.sort(Comparator.comparing(Difference::reason).thenComparing(Difference::row));
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(row.amount().currency(), row.amount().amount(), BigDecimal::add));
        return new Report(invoice, rows.size(), sums, agreed, totals(differences), differences);
    }

    private interface Each {
        void take(Comparison comparison, long parcel, Comparison.Billed billed);
    }

    /** A page at a time; a reference to a text of another account is none of ours. */
    private void each(Transaction tx, Invoice invoice, Map<Long, Comparison.Billed> billed, Each action) {
        pages(List.copyOf(billed.entrySet()), page -> {
            List<Long> parcels = page.stream().map(Map.Entry::getKey).toList();
            Comparison comparison = new Comparison(ledger.books(tx, parcels).stream()
                    .filter(book -> isOf(invoice, book))
                    .toList());
            page.forEach(entry -> action.take(comparison, entry.getKey(), entry.getValue()));
        });
    }

    private boolean isOf(Invoice invoice, ParcelBook book) {
        return book.charges().stream().anyMatch(charge -> charge.account().equals(invoice.account()))
                || lines.get(book.parcel().line()).account().equals(invoice.account());
    }

    private void missing(
            Transaction tx, Invoice invoice, List<InvoiceRow> rows, Set<Long> billed, List<Difference> differences) {
        List<LocalDate> days =
                rows.stream().flatMap(row -> row.day().stream()).sorted().toList();
        if (days.isEmpty()) {
            return;
        }
        Instant from = days.get(0).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = days.get(days.size() - 1)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        ledger.read(tx, from, to, null, book -> {
            boolean costs = book.spent().values().stream().anyMatch(amount -> amount.signum() != 0);
            if (costs && isOf(invoice, book) && !billed.contains(book.parcel().id())) {
                differences.add(Comparison.missing(book));
            }
        });
    }

    private static List<Total> totals(List<Difference> differences) {
        Map<String, Total> totals = new HashMap<>();
        for (Difference one : differences) {
            one.billed()
                    .ifPresent(money -> add(totals, one.reason(), money.currency(), money.amount(), BigDecimal.ZERO));
            one.booked().forEach((currency, amount) -> add(totals, one.reason(), currency, BigDecimal.ZERO, amount));
        }
        return totals.values().stream()
                .map(total -> new Total(
                        total.reason(),
                        total.currency(),
                        (int) differences.stream()
                                .filter(one -> one.reason() == total.reason())
                                .count(),
                        total.billed(),
                        total.booked()))
                .sorted(Comparator.comparing(Total::reason).thenComparing(Total::currency))
                .toList();
    }

    private static void add(
            Map<String, Total> totals, Reason reason, String currency, BigDecimal billed, BigDecimal booked) {
        totals.merge(
                reason + currency,
                new Total(reason, currency, 0, billed, booked),
                (a, b) -> new Total(
                        reason,
                        currency,
                        0,
                        a.billed().add(b.billed()),
                        a.booked().add(b.booked())));
    }

    /**
     * Enters an invoice: what it bills of the texts that agree, and of those that differ for a reason that is accepted. What
     * is not ours, and what is missing, is never entered.
     *
     * @param by who confirms, at most 80 characters
     * @return the number of texts that were entered; empty when it was confirmed before
     */
    public Optional<Integer> confirm(Transaction tx, Invoice invoice, Set<Reason> accepted, String by) {
        if (!dao.confirm(tx, invoice.id(), by, clock.instant())) {
            return Optional.empty();
        }
        Map<Long, Comparison.Billed> billed = Comparison.billed(dao.rows(tx, invoice.id()));
        Map<Long, Charge> entered = new TreeMap<>(); // in the order in which parcels are locked
        each(tx, invoice, billed, (comparison, parcel, one) -> {
            Optional<Reason> reason = comparison.compare(parcel, one).map(Difference::reason);
            boolean once = reason.filter(r -> r == Reason.TWICE).isPresent() && !accepted.contains(Reason.TWICE);
            if (reason.isEmpty() || (reason.get().mayBeEntered() && (once || accepted.contains(reason.get())))) {
                entered.put(parcel, new Charge(once ? one.once() : one.all(), one.segments()));
            }
        });
        pages(List.copyOf(entered.entrySet()), page -> {
            Map<Long, Charge> some = new LinkedHashMap<>();
            page.forEach(entry -> some.put(entry.getKey(), entry.getValue()));
            charges.told(tx, invoice.account(), some, ChargeSource.INVOICE);
        });
        return Optional.of(entered.size());
    }

    private static <T> void pages(List<T> all, Consumer<List<T>> action) {
        for (int start = 0; start < all.size(); start += PAGE) {
            action.accept(all.subList(start, Math.min(all.size(), start + PAGE)));
        }
    }
}
