package org.dariro.bench.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.dariro.Dariro;
import org.dariro.bench.console.Seed.Author;
import org.dariro.bench.console.Seed.Written;
import org.dariro.platform.DataKey;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Write;

/** The posts of some groups, in the order in which they were written, and the texts by which the last ones went out. */
final class SeedLog {
    private static final int ROUND = 2_000;
    private static final int BUNDLE = 2;
    /** In days, as the service has them. */
    private static final int LARGEST_BLOCK = 64;
    /** Every so often the mentor writes. */
    private static final int MENTOR = 9;

    private static final Write POST = new Write(
            40,
            "insert into posts (id, group_id, membership_id, seq, state, sealed, written_at, released_at)"
                    + " values (?, ?, ?, ?, 'RELEASED', ?, ?, ?)");
    private static final Write TEXT =
            new Write(50, "insert into parcel_texts (id, sealed, encoding, segments) values (?, ?, 'GSM7', ?)");
    private static final Write PARCEL = new Write(
            51,
            "insert into parcels (id, text_id, member_id, group_id, line_id, kind, first_seq, last_seq, state, node,"
                    + " attempts, due_at, created_at, changed_at, segments, naive_segments, price_id, network, caused_by)"
                    + " values (?, ?, ?, ?, ?, 'GROUP', ?, ?, ?, 0, 1, ?, ?, ?, ?, ?, ?, '64804', ?)");
    private static final Write CARRIER_ID =
            new Write(52, "insert into carrier_ids (account, carrier_id, parcel_id) values ('sim', ?, ?)");
    private static final String SUMS = "insert into spend_sums (dimension, days, first_day, group_id, item, currency,"
            + " parcels, segments, naive_segments, unpriced, expected, charged, naive)";
    private final Dariro dariro;
    private final DataKey service;
    private final Instant begin;
    private final Instant end = Instant.now();
    private final List<Written> groups;
    private final Random random = new Random(1);
    private final Talk talk = new Talk(random);
    private int each;

    SeedLog(Dariro dariro, Vault vault, Instant begin, List<Written> groups) {
        this.dariro = dariro;
        service = vault.serviceKey();
        this.begin = begin;
        this.groups = groups;
    }

    private interface Row {
        void write(Transaction tx, int turn);
    }

    /** Writes row after row, some thousand a transaction. */
    private void rows(int count, int round, Row row) {
        for (int first = 0; first < count; first += round) {
            int from = first;
            dariro.database.useLazyTransaction(tx -> {
                for (int turn = from; turn < Math.min(count, from + round); turn++) {
                    row.write(tx, turn);
                }
            });
        }
    }

    /** When a post with a number was released: all groups write at the same pace, each a little later than the one before. */
    private Instant at(int group, long seq) {
        Duration step = Duration.between(begin, end).dividedBy(each + 1L);
        return begin.plus(step.multipliedBy(seq)).plusMillis(step.toMillis() * group / groups.size());
    }

    private static Author author(Written group, long seq) {
        int members = group.authors().size() - 1;
        return group.authors().get(seq % MENTOR == 0 ? 0 : 1 + Math.floorMod((seq * 2_654_435_761L) >> 7, members));
    }

    /** Stores posts, as many in each group. */
    void posts(int messages) {
        each = Math.max(1, messages / groups.size());
        rows(each * groups.size(), ROUND, (tx, turn) -> {
            int number = turn % groups.size();
            long seq = turn / groups.size() + 1L;
            Written group = groups.get(number);
            Author author = author(group, seq);
            Instant at = at(number, seq);
            tx.write(
                    POST,
                    dariro.ids.next(),
                    group.group(),
                    author.place(),
                    seq,
                    author.member().map(member -> member.key()).orElse(service).seal(talk.next(), "post"),
                    at,
                    at);
        });
        dariro.database.useTransaction(tx -> {
            tx.update("update groups set last_seq = ?", (long) each);
            tx.update("update memberships set cursor_seq = ?, spoke_at = ?", (long) each, end);
        });
    }

    /** Stores the texts of the last days, two posts each, and the sums of all days. */
    void texts(long line, long price, Seed.Volume volume) {
        int days = Math.min(volume.textDays(), volume.days());
        int first = each - (int) ((long) each * days / volume.days());
        int bundles = (each - first) / BUNDLE;
        rows(bundles * groups.size(), 100, (tx, turn) -> {
            int number = turn % groups.size();
            text(tx, groups.get(number), number, first + 1L + (long) turn / groups.size() * BUNDLE, line, price);
        });
        dariro.spendDays.bringUp();
        // the days before had as much as those that are whole
        LocalDate from = LocalDate.ofInstant(end, ZoneOffset.UTC).minusDays(Math.max(1, days - 1));
        dariro.database.useTransaction(tx ->
                tx.update("delete from spend_sums where days > 1 or first_day < cast(? as date)", from.toString()));
        for (int back = days - 1; days > 1 && back < volume.days(); back += days - 1) {
            int offset = back;
            sums("dimension, 1, first_day - " + offset, "where days = 1 and first_day >= cast('" + from + "' as date)");
        }
        for (int block = 2; block <= LARGEST_BLOCK; block *= 2) {
            join(block);
        }
    }

    /** The sums of blocks of days, made of those of their halves, as the service makes them. */
    private void join(int days) {
        String begins = "date '1970-01-01' + cast(floor(extract(epoch from first_day) / 86400 / " + days
                + ") as integer) * " + days;
        dariro.database.useTransaction(tx -> tx.update(SUMS + " select dimension, " + days
                + ", begins, group_id, item, currency, sum(parcels), sum(segments),"
                + " sum(naive_segments), sum(unpriced), sum(expected), sum(charged), sum(naive)"
                + " from (select s.*, " + begins + " as begins from spend_sums s where days = " + days / 2 + ") d"
                + " where begins + " + days + " <= (select until_day from spend_days_made)"
                + " group by dimension, begins, group_id, item, currency"));
    }

    private void sums(String key, String which) {
        dariro.database.useTransaction(tx -> tx.update(SUMS + " select " + key + ", group_id, item, currency, parcels,"
                + " segments, naive_segments, unpriced, expected, charged, naive from spend_sums " + which));
    }

    private void text(Transaction tx, Written group, int number, long seq, long line, long price) {
        Author author = author(group, seq);
        Instant at = at(number, seq + BUNDLE - 1).plusSeconds(30);
        long text = dariro.ids.next();
        tx.write(TEXT, text, service.seal(talk.next() + "\n" + talk.next(), "parcel"), 1);
        for (Author reader : group.authors()) {
            if (reader.member().isEmpty() || reader.place() == author.place()) {
                continue;
            }
            long parcel = dariro.ids.next();
            tx.write(
                    PARCEL,
                    parcel,
                    text,
                    reader.member().get().id(),
                    group.group(),
                    line,
                    seq,
                    seq + BUNDLE - 1,
                    random.nextInt(100) == 0 ? "FAILED" : "DELIVERED",
                    at,
                    at,
                    at.plusSeconds(5),
                    1,
                    BUNDLE,
                    price,
                    author.place());
            tx.write(CARRIER_ID, "seed-" + parcel, parcel);
        }
    }
}
