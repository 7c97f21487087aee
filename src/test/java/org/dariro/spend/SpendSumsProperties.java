package org.dariro.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import org.dariro.Dariro;
import org.dariro.gateway.Line;
import org.dariro.gateway.Price;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Nickname;
import org.dariro.platform.Settings;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.transcript.HandClock;
import org.jspecify.annotations.Nullable;

/** Whatever was written, charged and corrected, and whenever sums were made of it: reports say what the ledger's entries come to. */
class SpendSumsProperties {
    private static final Instant BEGIN = Instant.parse("2026-01-20T08:00:00Z");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private final HandClock clock = new HandClock();
    private final Dariro dariro = new Dariro(
            Settings.of(Map.of("DARIRO_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID())),
            Vault.inMemory(),
            clock,
            Work.inline());
    private final BookDao books = new BookDao();
    private final List<Long> groups = new ArrayList<>();
    private final List<Long> members = new ArrayList<>();
    private final List<Long> prices = new ArrayList<>();
    private final List<Long> parcels = new ArrayList<>();
    private final long line;

    SpendSumsProperties() {
        clock.set(BEGIN);
        line = dariro.database.inTransaction(this::people);
        dariro.database.useTransaction(
                tx -> dariro.prices.list(tx, Optional.empty(), 0, 9).forEach(price -> prices.add(price.id())));
    }

    @AfterProperty
    void close() {
        dariro.close();
    }

    private long people(Transaction tx) {
        Line own = dariro.lines.add(tx, "sim", "+263770000000", "");
        for (String currency : List.of("USD", "KES")) {
            dariro.prices.add(
                    tx,
                    new Price(
                            0,
                            own.id(),
                            currency.equals("USD") ? "ZW" : "KE",
                            Optional.empty(),
                            Optional.empty(),
                            new Money(new BigDecimal("0.0425"), currency),
                            LocalDate.EPOCH,
                            "test",
                            BEGIN));
        }
        for (int number = 0; number < 3; number++) {
            Group group = dariro.groups.create(
                    tx,
                    new Group(
                            0,
                            "Sums " + number,
                            "SUMS" + number,
                            own.id(),
                            "en",
                            "ZW",
                            ReadingMode.AT_ONCE,
                            Duration.ZERO,
                            "",
                            true,
                            false));
            groups.add(group.id());
            for (int place = 0; place < 3; place++) {
                long member = dariro.members
                        .findOrRegister(tx, Msisdn.of("+26377100000" + place), "en")
                        .id();
                String name = "Mem" + (char) ('a' + place);
                dariro.memberships.add(
                        tx,
                        group,
                        Optional.of(member),
                        own.id(),
                        Role.MEMBER,
                        Standing.ACTIVE,
                        new Nickname(name, name),
                        0);
                members.add(member);
            }
        }
        return own.id();
    }

    private void clear() {
        parcels.clear();
        clock.set(BEGIN);
        dariro.database.useTransaction(tx -> {
            for (String table : List.of("spend_sums", "corrections", "charges", "exchange_rates", "parcels")) {
                tx.update("delete from " + table);
            }
            tx.update("update spend_days_made set until_day = null, looked_at = null");
        });
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void reportsSayWhatTheEntriesComeTo(@ForAll long seed) {
        clear();
        Random random = new Random(seed);
        for (int step = 0; step < 120; step++) {
            long most = random.nextInt(4) == 0 ? 4_000 : 90;
            clock.set(clock.instant().plus(Duration.ofMinutes(1 + Math.floorMod(random.nextLong(), most))));
            dariro.database.useTransaction(tx -> happen(tx, random));
            if (random.nextInt(6) == 0) {
                compare(random);
            } else if (random.nextInt(6) == 0) {
                dariro.spendDays.turn();
            }
        }
        for (int i = 0; i < 6; i++) {
            compare(random);
        }
    }

    /** Something that is written down now, or was some minutes ago by a transaction that took long. */
    private void happen(Transaction tx, Random random) {
        Instant at = clock.instant().minusSeconds(random.nextInt(540));
        int what = random.nextInt(12);
        if (what < 6 || parcels.isEmpty()) {
            write(tx, random, at);
        } else if (what < 9) {
            charge(tx, random, parcels.get(random.nextInt(parcels.size())), at);
        } else if (what == 9) {
            charge(tx, random, null, at);
        } else if (what == 10) {
            tx.update(
                    "insert into corrections (parcel_id, reason, amount, currency, at) values (?, ?, ?, ?, ?)",
                    parcels.get(random.nextInt(parcels.size())),
                    random.nextBoolean() ? "UNSENT" : "SENT_AGAIN",
                    amount(random),
                    currency(random),
                    at);
        } else {
            dariro.exchangeRates.add(
                    tx,
                    new ExchangeRate(
                            0,
                            "KES",
                            "USD",
                            new BigDecimal("0.0077").add(BigDecimal.valueOf(random.nextInt(9), 5)),
                            LocalDate.ofInstant(BEGIN, ZoneOffset.UTC).plusDays(random.nextInt(60) - 5L),
                            "test",
                            BEGIN));
        }
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(200_000) - 50_000L, 6);
    }

    private static String currency(Random random) {
        return random.nextInt(3) == 0 ? "KES" : "USD";
    }

    private void write(Transaction tx, Random random, Instant at) {
        long id = dariro.ids.next();
        int segments = 1 + random.nextInt(3);
        int price = random.nextInt(5);
        tx.update(
                "insert into parcels (id, text_id, member_id, group_id, line_id, kind, state, node, attempts, due_at,"
                        + " created_at, changed_at, segments, naive_segments, price_id, network, caused_by)"
                        + " values (?, ?, ?, ?, ?, ?, 'DELIVERED', 0, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                id,
                members.get(random.nextInt(members.size())),
                random.nextInt(8) == 0 ? null : groups.get(random.nextInt(groups.size())),
                line,
                random.nextBoolean() ? "GROUP" : "SYSTEM",
                at,
                at,
                at,
                segments,
                segments + random.nextInt(4),
                price == 0 ? null : prices.get(price % prices.size()),
                random.nextBoolean() ? "64804" : null,
                random.nextBoolean() ? members.get(0) : null);
        parcels.add(id);
    }

    private void charge(Transaction tx, Random random, @Nullable Long parcel, Instant at) {
        tx.update(
                "insert into charges (id, account, parcel_id, ussd_session, amount, currency, source, at)"
                        + " values (?, 'sim', ?, ?, ?, ?, 'RECEIPT', ?)",
                dariro.ids.next(),
                parcel,
                parcel == null ? "nobody" : null,
                amount(random),
                currency(random),
                at);
    }

    private void compare(Random random) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate to = today.minusDays(random.nextInt(3) == 0 ? random.nextInt(40) : 0);
        LocalDate from = to.minusDays(random.nextInt(80));
        Long group = random.nextInt(3) == 0 ? groups.get(random.nextInt(groups.size())) : null;
        List<Spending.By> kinds = List.of(Spending.By.values());
        Spending.By by = kinds.get(random.nextInt(kinds.size()));
        Spending.Report report = dariro.spending.report(group, from, to, by);
        Map<String, Spending.Item> items = new HashMap<>();
        report.items().forEach(item -> items.put(item.item(), item));
        Map<String, Spending.Item> plain = plain(group, from, to, by);
        String what = by + " of " + group + " from " + from + " to " + to + " on " + clock.instant();
        assertEquals(plain.keySet(), items.keySet(), what);
        plain.forEach((item, sums) -> same(sums, items.get(item), what + ": " + item));
        same(Spending.Item.sum(plain.values()), report.total(), what + ": all");
    }

    private static void same(Spending.Item plain, Spending.Item item, String what) {
        assertEquals(plain.counts(), item.counts(), what);
        assertEquals(plain.amounts().keySet(), item.amounts().keySet(), what);
        plain.amounts().forEach((currency, amounts) -> {
            Amounts other = item.amounts().get(currency);
            assertEquals(0, amounts.expected().compareTo(other.expected()), what);
            assertEquals(0, amounts.charged().compareTo(other.charged()), what);
            assertEquals(0, amounts.naive().compareTo(other.naive()), what);
        });
        assertEquals(plain.converted().isPresent(), item.converted().isPresent(), what);
        plain.converted()
                .ifPresent(converted -> assertTrue(
                        converted
                                        .spent()
                                        .subtract(item.converted().orElseThrow().spent())
                                        .abs()
                                        .compareTo(CENT)
                                < 0,
                        what));
    }

    /** What the entries come to, added up parcel by parcel, each day at its rate. */
    private Map<String, Spending.Item> plain(@Nullable Long group, LocalDate from, LocalDate to, Spending.By by) {
        return dariro.database.inTransaction(tx -> {
            DaySums sums = new DaySums();
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                LocalDate on = day;
                Instant begins = day.atStartOfDay(ZoneOffset.UTC).toInstant();
                Instant ends = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                dariro.ledger.read(tx, begins, ends, group, sums::add);
                books.sessions(tx, begins, ends, group).forEach(charge -> sums.add(on, charge));
            }
            ExchangeRates.Table table = dariro.exchangeRates.table(tx);
            Map<String, List<Spending.Item>> parts = new TreeMap<>();
            sums.rows().stream()
                    .filter(row -> row.key().dimension() == by.dimension())
                    .forEach(row -> parts.computeIfAbsent(item(by, row.key()), item -> new ArrayList<>())
                            .add(part(table, row)));
            Map<String, Spending.Item> items = new TreeMap<>();
            parts.forEach((item, some) -> items.put(item, Spending.Item.sum(some)));
            return items;
        });
    }

    private static String item(Spending.By by, DayRow.Key key) {
        return by == Spending.By.GROUP
                ? Long.toString(key.group())
                : by == Spending.By.DAY ? key.day().toString() : key.item();
    }

    private static Spending.Item part(ExchangeRates.Table table, DayRow row) {
        boolean counts = row.currency().equals(DayRow.COUNTS);
        Optional<Amounts> converted = counts
                ? Optional.of(Amounts.NONE)
                : table.rate(row.currency(), "USD", row.key().day()).map(row.amounts()::times);
        return new Spending.Item(
                "", row.counts(), counts ? Map.of() : Map.of(row.currency(), row.amounts()), converted);
    }
}
