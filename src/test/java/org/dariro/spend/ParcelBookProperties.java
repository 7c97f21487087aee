package org.dariro.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dariro.gateways.api.Money;

/** The books balance, whatever happens to a parcel and in whatever order it is heard of. */
class ParcelBookProperties {
    private static final Instant DAY = Instant.parse("2026-03-02T09:00:00Z");

    @Provide
    Arbitrary<ParcelBook> books() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("-3"), new BigDecimal("3"))
                .ofScale(6);
        Arbitrary<String> currencies = Arbitraries.of("USD", "KES");
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 500);
        Arbitrary<Correction> corrections = Combinators.combine(
                        Arbitraries.of(Correction.Reason.class),
                        amounts,
                        currencies.optional(0.9),
                        Arbitraries.longs().between(1, 3),
                        minutes)
                .as((reason, amount, currency, line, minute) -> new Correction(
                        line * 1000 + minute,
                        7,
                        reason,
                        currency.isPresent() ? amount : BigDecimal.ZERO,
                        currency,
                        Optional.empty(),
                        reason == Correction.Reason.MOVED ? Optional.of(line) : Optional.empty(),
                        DAY.plusSeconds(60L * minute)));
        Arbitrary<Charged> charges = Combinators.combine(
                        amounts, currencies, Arbitraries.of(ChargeSource.class), minutes)
                .as((amount, currency, source, minute) -> new Charged(
                        minute,
                        "tw",
                        7,
                        new Money(amount, currency),
                        Optional.empty(),
                        source,
                        DAY.plusSeconds(60L * minute)));
        Arbitrary<Optional<Money>> estimates =
                Combinators.combine(amounts, currencies).as(Money::new).optional(0.8);
        return Combinators.combine(
                        estimates,
                        corrections.list().ofMaxSize(4),
                        charges.list().ofMaxSize(4))
                .as((estimate, corrected, charged) -> new ParcelBook(written(estimate), corrected, charged));
    }

    private static Written written(Optional<Money> estimate) {
        return new Written(
                7,
                DAY,
                1,
                Optional.of(2L),
                4,
                "GROUP",
                Optional.of("64804"),
                Optional.of(3L),
                2,
                5,
                false,
                Optional.empty(),
                estimate);
    }

    private static List<LedgerEntry> entries(ParcelBook book) {
        return book.entries(line -> "account-" + line);
    }

    @Property
    void everyEntrySumsToZero(@ForAll("books") ParcelBook book) {
        for (LedgerEntry entry : entries(book)) {
            for (String currency : List.of("USD", "KES")) {
                BigDecimal sum = BigDecimal.ZERO;
                for (LedgerAccount.Type type : LedgerAccount.Type.values()) {
                    sum = sum.add(entry.sum(type, currency));
                }
                assertEquals(0, sum.signum(), entry.toString());
            }
        }
    }

    @Property
    void theEntriesComeToWhatIsSpent(@ForAll("books") ParcelBook book) {
        for (String currency : List.of("USD", "KES")) {
            BigDecimal spent = book.spent().getOrDefault(currency, BigDecimal.ZERO);
            BigDecimal charged = book.charged().getOrDefault(currency, BigDecimal.ZERO);
            BigDecimal expected = book.expected().getOrDefault(currency, BigDecimal.ZERO);
            assertEquals(0, spent.compareTo(sum(book, LedgerAccount.Type.SPENT, currency)));
            assertEquals(0, charged.negate().compareTo(sum(book, LedgerAccount.Type.OWED, currency)));
            assertEquals(0, expected.negate().compareTo(sum(book, LedgerAccount.Type.EXPECTED, currency)));
        }
    }

    private static BigDecimal sum(ParcelBook book, LedgerAccount.Type type, String currency) {
        return entries(book).stream().map(entry -> entry.sum(type, currency)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property
    void nothingIsExpectedOfALineThatWasLeft(@ForAll("books") ParcelBook book) {
        Map<LedgerAccount, BigDecimal> expected = new HashMap<>();
        entries(book).forEach(entry -> entry.postings().stream()
                .filter(posting -> posting.account().type() == LedgerAccount.Type.EXPECTED)
                .forEach(posting ->
                        expected.merge(posting.account(), posting.amount().amount(), BigDecimal::add)));
        expected.forEach((account, amount) -> {
            if (!account.of().equals("account-4")) {
                assertEquals(0, amount.signum(), account.toString());
            }
        });
    }

    @Property
    void theOrderOfArrivalChangesNoTotal(@ForAll("books") ParcelBook book, @ForAll Random random) {
        List<Correction> corrections = new ArrayList<>(book.corrections());
        List<Charged> charges = new ArrayList<>(book.charges());
        Collections.shuffle(corrections, random);
        Collections.shuffle(charges, random);
        ParcelBook other = new ParcelBook(
                book.parcel(),
                corrections.stream()
                        .map(one -> new Correction(
                                random.nextInt(1000),
                                7,
                                one.reason(),
                                one.amount(),
                                one.currency(),
                                one.price(),
                                one.fromLine(),
                                DAY.plusSeconds(random.nextInt(30_000))))
                        .toList(),
                charges.stream()
                        .map(one -> new Charged(
                                random.nextInt(1000),
                                "tw",
                                7,
                                one.amount(),
                                one.segments(),
                                one.source(),
                                DAY.plusSeconds(random.nextInt(30_000))))
                        .toList());
        assertEquals(book.spent(), other.spent());
        assertEquals(book.expected(), other.expected());
        assertEquals(book.naive(), other.naive());
        for (String currency : List.of("USD", "KES")) {
            assertEquals(
                    0,
                    sum(book, LedgerAccount.Type.SPENT, currency)
                            .compareTo(sum(other, LedgerAccount.Type.SPENT, currency)));
        }
    }
}
