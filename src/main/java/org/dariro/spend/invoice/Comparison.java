package org.dariro.spend.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dariro.gateways.api.Money;
import org.dariro.spend.Correction;
import org.dariro.spend.ParcelBook;

/** Compares the rows of an invoice with the books of the parcels that they name. Pure. */
final class Comparison {
    /**
     * A parcel as it is billed.
     *
     * @param once what its rows come to when each id is taken once
     * @param all what they come to
     */
    record Billed(InvoiceRow first, Money once, Money all, Optional<Integer> segments, boolean oneCurrency) {
        boolean twice() {
            return once.amount().compareTo(all.amount()) != 0;
        }

        static Billed of(List<InvoiceRow> rows) {
            InvoiceRow first = rows.get(0);
            String currency = first.amount().currency();
            Set<String> seen = new HashSet<>();
            BigDecimal once = BigDecimal.ZERO;
            BigDecimal all = BigDecimal.ZERO;
            Integer segments = null;
            for (InvoiceRow row : rows) {
                all = all.add(row.amount().amount());
                if (row.amount().amount().signum() < 0) {
                    once = once.add(row.amount().amount()); // given back: no repetition
                } else if (seen.add(row.carrierId())) {
                    once = once.add(row.amount().amount());
                    if (row.segments().isPresent()) {
                        segments = (segments == null ? 0 : segments)
                                + row.segments().get();
                    }
                }
            }
            boolean one = rows.stream().allMatch(row -> row.amount().currency().equals(currency));
            return new Billed(
                    first, new Money(once, currency), new Money(all, currency), Optional.ofNullable(segments), one);
        }
    }

    private final Map<Long, ParcelBook> books = new HashMap<>();

    Comparison(List<ParcelBook> books) {
        books.forEach(book -> this.books.put(book.parcel().id(), book));
    }

    /** The rows by parcel, those that are none of ours left out. */
    static Map<Long, Billed> billed(List<InvoiceRow> rows) {
        Map<Long, List<InvoiceRow>> grouped = new LinkedHashMap<>();
        rows.forEach(row -> row.parcel().ifPresent(parcel -> grouped.computeIfAbsent(parcel, id -> new ArrayList<>())
                .add(row)));
        Map<Long, Billed> billed = new LinkedHashMap<>();
        grouped.forEach((parcel, some) -> billed.put(parcel, Billed.of(some)));
        return billed;
    }

    /** Why a parcel is billed otherwise than it is booked; empty when it is not. */
    Optional<Difference> compare(long parcel, Billed billed) {
        ParcelBook book = books.get(parcel);
        if (book == null) {
            return Optional.of(notOurs(billed.first()));
        }
        return reason(book, billed)
                .map(reason -> new Difference(
                        reason,
                        billed.first().number(),
                        billed.first().carrierId(),
                        Optional.of(parcel),
                        Optional.of(billed.all()),
                        new TreeMap<>(book.spent()),
                        billed.segments(),
                        book.parcel().segments(),
                        book.parcel().price()));
    }

    static Difference notOurs(InvoiceRow row) {
        return new Difference(
                Reason.NOT_OURS,
                row.number(),
                row.carrierId(),
                Optional.empty(),
                Optional.of(row.amount()),
                Map.of(),
                row.segments(),
                0,
                Optional.empty());
    }

    static Difference missing(ParcelBook book) {
        return new Difference(
                Reason.MISSING,
                0,
                "",
                Optional.of(book.parcel().id()),
                Optional.empty(),
                new TreeMap<>(book.spent()),
                Optional.empty(),
                book.parcel().segments(),
                book.parcel().price());
    }

    private static Optional<Reason> reason(ParcelBook book, Billed billed) {
        Map<String, BigDecimal> spent = book.spent();
        String currency = billed.all().currency();
        BigDecimal booked = spent.getOrDefault(currency, BigDecimal.ZERO);
        boolean otherwise = spent.entrySet().stream()
                .anyMatch(
                        one -> !one.getKey().equals(currency) && one.getValue().signum() != 0);
        if (billed.oneCurrency() && !otherwise && booked.compareTo(billed.all().amount()) == 0) {
            return Optional.empty();
        } else if (billed.twice()) {
            return Optional.of(Reason.TWICE);
        } else if (book.parcel().failed() && (book.charges().isEmpty() || unsent(book))) {
            return Optional.of(Reason.FAILED);
        } else if (book.unpriced()) {
            return Optional.of(Reason.UNPRICED);
        } else if (!billed.oneCurrency() || otherwise) {
            return Optional.of(Reason.CURRENCY);
        } else if (billed.segments()
                .filter(one -> one != book.parcel().segments())
                .isPresent()) {
            return Optional.of(Reason.SEGMENTS);
        }
        return Optional.of(Reason.PRICE);
    }

    private static boolean unsent(ParcelBook book) {
        return book.corrections().stream().anyMatch(one -> one.reason() == Correction.Reason.UNSENT);
    }
}
