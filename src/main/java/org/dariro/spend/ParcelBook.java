package org.dariro.spend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.dariro.gateways.api.Money;

/**
 * All that the ledger knows of one parcel: the estimate, which is its row, the corrections of it, and the charges. What it
 * comes to does not depend on the order in which they came: once a carrier has told a charge, its sum counts; until then
 * the expectation does.
 */
public record ParcelBook(Written parcel, List<Correction> corrections, List<Charged> charges) {
    private static final Comparator<Correction> CORRECTIONS =
            Comparator.comparing(Correction::at).thenComparing(Correction::id);
    private static final Comparator<Charged> CHARGES =
            Comparator.comparing(Charged::at).thenComparing(Charged::id);

    public ParcelBook {
        corrections = corrections.stream().sorted(CORRECTIONS).toList();
        charges = charges.stream().sorted(CHARGES).toList();
    }

    /** What it is expected to cost, whether or not it is charged by now. */
    public Map<String, BigDecimal> expectation() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        parcel.estimate().ifPresent(money -> sums.put(money.currency(), money.amount()));
        corrections.forEach(
                one -> one.currency().ifPresent(currency -> sums.merge(currency, one.amount(), BigDecimal::add)));
        return sums;
    }

    /** What is still expected: nothing once it is charged. */
    public Map<String, BigDecimal> expected() {
        return charges.isEmpty() ? expectation() : Map.of();
    }

    /** What carriers charge for it. */
    public Map<String, BigDecimal> charged() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        charges.forEach(one -> sums.merge(one.amount().currency(), one.amount().amount(), BigDecimal::add));
        return sums;
    }

    /** What it costs, as far as is known. */
    public Map<String, BigDecimal> spent() {
        return charges.isEmpty() ? expectation() : charged();
    }

    /** What naive fan-out would have cost, at the same price a segment. */
    public Map<String, BigDecimal> naive() {
        Map<String, BigDecimal> naive = new TreeMap<>();
        spent().forEach((currency, amount) -> naive.put(
                currency,
                amount.multiply(BigDecimal.valueOf(parcel.naiveSegments()))
                        .divide(BigDecimal.valueOf(parcel.segments()), 6, RoundingMode.HALF_UP)));
        return naive;
    }

    /** Whether it may cost something and nobody knows how much. */
    public boolean unpriced() {
        if (!charges.isEmpty() || corrections.stream().anyMatch(one -> one.reason() == Correction.Reason.UNSENT)) {
            return false;
        }
        List<Correction> moves = corrections.stream()
                .filter(one -> one.reason() == Correction.Reason.MOVED)
                .toList();
        return moves.isEmpty()
                ? parcel.estimate().isEmpty()
                : moves.get(moves.size() - 1).price().isEmpty();
    }

    /**
     * Its entries in the order in which they came; those of the first charge also release what was expected. A correction
     * of the expectation that comes after a charge has nothing left to correct, and posts nothing.
     *
     * @param account the account at a carrier of a line
     */
    public List<LedgerEntry> entries(LongFunction<String> account) {
        return new Journal(account).entries();
    }

    private final class Journal {
        private final LongFunction<String> account;
        private final LedgerAccount spent = account(LedgerAccount.Type.SPENT, Long.toString(parcel.group()));
        private final Map<String, BigDecimal> open = new TreeMap<>();
        private final List<LedgerEntry> entries = new ArrayList<>();
        private LedgerAccount expected;

        Journal(LongFunction<String> account) {
            this.account = account;
            expected = expectedOf(corrections.stream()
                    .flatMap(one -> one.fromLine().stream())
                    .findFirst()
                    .orElse(parcel.line()));
        }

        private LedgerAccount expectedOf(long line) {
            return account(LedgerAccount.Type.EXPECTED, account.apply(line));
        }

        List<LedgerEntry> entries() {
            List<LedgerEntry.Posting> first = new ArrayList<>();
            parcel.estimate().ifPresent(money -> expect(first, money.currency(), money.amount()));
            entries.add(new LedgerEntry(parcel.at(), parcel.id(), LedgerEntry.Type.ESTIMATE, "", first));
            int next = 0;
            for (Charged charge : charges) {
                while (next < corrections.size() && !corrections.get(next).at().isAfter(charge.at())) {
                    correct(next++, charge.equals(charges.get(0)));
                }
                charge(charge);
            }
            while (next < corrections.size()) {
                correct(next++, charges.isEmpty());
            }
            return Collections.unmodifiableList(entries);
        }

        private void correct(int index, boolean counts) {
            Correction one = corrections.get(index);
            List<LedgerEntry.Posting> postings = new ArrayList<>();
            if (counts && one.reason() == Correction.Reason.MOVED) {
                move(postings, expectedOf(lineAfter(index)));
            }
            if (counts) {
                one.currency().ifPresent(currency -> expect(postings, currency, one.amount()));
            }
            LedgerEntry.Type type = LedgerEntry.Type.CORRECTION;
            entries.add(
                    new LedgerEntry(one.at(), parcel.id(), type, one.reason().name(), postings));
        }

        /** The line that a move leads to: the one that the next move leaves, or where the parcel is now. */
        private long lineAfter(int index) {
            return corrections.subList(index, corrections.size()).stream()
                    .flatMap(one -> one.fromLine().stream())
                    .filter(from -> !corrections.get(index).fromLine().equals(java.util.Optional.of(from)))
                    .findFirst()
                    .orElse(parcel.line());
        }

        private void move(List<LedgerEntry.Posting> postings, LedgerAccount to) {
            if (!to.equals(expected)) {
                open.forEach((currency, amount) -> {
                    post(postings, expected, currency, amount);
                    post(postings, to, currency, amount.negate());
                });
                expected = to;
            }
        }

        private void expect(List<LedgerEntry.Posting> postings, String currency, BigDecimal amount) {
            open.merge(currency, amount, BigDecimal::add);
            post(postings, spent, currency, amount);
            post(postings, expected, currency, amount.negate());
        }

        private void charge(Charged charge) {
            List<LedgerEntry.Posting> postings = new ArrayList<>();
            open.forEach((currency, amount) -> {
                post(postings, expected, currency, amount);
                post(postings, spent, currency, amount.negate());
            });
            open.clear();
            String currency = charge.amount().currency();
            post(postings, spent, currency, charge.amount().amount());
            post(
                    postings,
                    account(LedgerAccount.Type.OWED, charge.account()),
                    currency,
                    charge.amount().amount().negate());
            boolean invoice = charge.source() == ChargeSource.INVOICE;
            LedgerEntry.Type type = invoice ? LedgerEntry.Type.INVOICE : LedgerEntry.Type.CHARGE;
            entries.add(new LedgerEntry(
                    charge.at(), parcel.id(), type, charge.source().name(), postings));
        }

        private static LedgerAccount account(LedgerAccount.Type type, String of) {
            return new LedgerAccount(type, of);
        }

        private static void post(
                List<LedgerEntry.Posting> postings, LedgerAccount account, String currency, BigDecimal amount) {
            if (amount.signum() != 0) {
                postings.add(new LedgerEntry.Posting(account, new Money(amount, currency)));
            }
        }
    }
}
