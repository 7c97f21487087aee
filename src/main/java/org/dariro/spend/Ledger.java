package org.dariro.spend;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dariro.gateway.Lines;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * What texts cost, in double entry: every entry's postings sum to zero in each currency, and no entry is ever changed.
 * Nothing is stored but what came in (the parcel's row, corrections, charges); the entries and their postings are made of it
 * when they are asked for, so that a text costs no further statement on its way.
 */
@Component
public class Ledger {
    private static final int PAGE = 2_000;
    private final BookDao dao;
    private final CorrectionDao corrections;
    private final ChargeDao charges;
    private final Lines lines;

    @Inject
    public Ledger(BookDao dao, CorrectionDao corrections, ChargeDao charges, Lines lines) {
        this.dao = dao;
        this.corrections = corrections;
        this.charges = charges;
        this.lines = lines;
    }

    /** What is known of some parcels; unknown ones are left out. */
    public List<ParcelBook> books(Transaction tx, Collection<Long> parcels) {
        return open(tx, dao.byIds(tx, parcels));
    }

    /** Hands over all parcels that were written in some time, in that order, of one group or (null) of all. */
    public void read(Transaction tx, Instant from, Instant to, @Nullable Long group, Consumer<ParcelBook> reader) {
        Instant at = from;
        long after = -1;
        List<Written> page;
        do {
            page = dao.page(tx, at, after, to, group, PAGE);
            open(tx, page).forEach(reader);
            if (!page.isEmpty()) {
                at = page.get(page.size() - 1).at();
                after = page.get(page.size() - 1).id();
            }
        } while (page.size() == PAGE);
    }

    /** The entries of some parcels, in the order in which they came. */
    public List<LedgerEntry> entries(Transaction tx, Collection<Long> parcels) {
        return books(tx, parcels).stream()
                .flatMap(book -> book.entries(this::account).stream())
                .sorted(Comparator.comparing(LedgerEntry::at))
                .toList();
    }

    /** What stands on each account from the parcels of some time, in each currency. */
    public Map<LedgerAccount, Map<String, BigDecimal>> balances(Transaction tx, Instant from, Instant to) {
        Map<LedgerAccount, Map<String, BigDecimal>> balances = new HashMap<>();
        read(tx, from, to, null, book -> book.entries(this::account).forEach(entry -> entry.postings()
                .forEach(posting -> balances.computeIfAbsent(posting.account(), account -> new TreeMap<>())
                        .merge(posting.amount().currency(), posting.amount().amount(), BigDecimal::add))));
        return balances;
    }

    private String account(long line) {
        return lines.get(line).account();
    }

    /** What is known of parcels, in their order. */
    List<ParcelBook> open(Transaction tx, List<Written> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        List<Long> ids = written.stream().map(Written::id).toList();
        Map<Long, List<Correction>> corrected =
                corrections.of(tx, ids).stream().collect(Collectors.groupingBy(Correction::parcel));
        Map<Long, List<Charged>> charged = charges.of(tx, ids).stream().collect(Collectors.groupingBy(Charged::parcel));
        return written.stream()
                .map(one -> new ParcelBook(
                        one, corrected.getOrDefault(one.id(), List.of()), charged.getOrDefault(one.id(), List.of())))
                .toList();
    }
}
