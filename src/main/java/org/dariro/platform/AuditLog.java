package org.dariro.platform;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The audit trail: who decided, saw and did what, when. Rows are added in the transaction of what they record, so that one
 * never is without the other, and are never changed or removed.
 *
 * <p>A row gets a keyed hash of its own when it is written, which needs no other row, so that nobody waits for anybody.
 * {@link #seal} then gives rows their places in a chain, soon after: one node at a time, in one short transaction. Without
 * the key file nobody can write a row or a link that {@link #verify} takes. docs/safety.md says what the chain can and cannot
 * show.
 */
@Component
public class AuditLog {
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final AuditDao dao;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;
    /** The last head this process saw: rows that were chained once cannot be taken out of the chain behind its back. */
    private volatile AuditHead seen = new AuditHead(0, new byte[0]);

    @Inject
    public AuditLog(Database database, AuditDao dao, Vault vault, Ids ids, InstantSource clock) {
        this.database = database;
        this.dao = dao;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds an entry, with all else that this transaction does. */
    public void add(Transaction tx, AuditEntry entry) {
        AuditRow bare = new AuditRow(
                ids.next(),
                AuditRow.kept(clock.instant()),
                entry.actor(),
                entry.action(),
                String.join(" ", entry.subjects()),
                entry.details(),
                new byte[0],
                0,
                null);
        dao.insert(tx, withMac(bare));
    }

    private AuditRow withMac(AuditRow row) {
        return new AuditRow(
                row.id(), row.at(), row.actor(), row.action(), row.subjects(), row.details(), mac(row), 0, null);
    }

    private byte[] mac(AuditRow row) {
        return vault.hash(row.canonical());
    }

    private byte[] link(byte[] before, long seq, byte[] mac) {
        HexFormat hex = HexFormat.of();
        return vault.hash("audit-link\n" + hex.formatHex(before) + "\n" + seq + "\n" + hex.formatHex(mac));
    }

    /**
     * Gives the rows that are committed by now their places in the chain.
     *
     * @return how many got one; 0 also when another node is at it
     * @throws IllegalStateException when the chain is shorter than it was: nothing is added to one that somebody cut
     */
    public int seal() {
        int sealed = 0;
        int some = sealSome();
        while (some > 0) {
            sealed += some;
            some = some < AT_ONCE ? 0 : sealSome();
        }
        return sealed;
    }

    private int sealSome() {
        return database.inTransaction(tx -> {
            if (dao.isAllPlaced(tx)) {
                return 0; // without a lock, which would be a write on an idle service
            }
            Optional<AuditHead> head = dao.lockHead(tx);
            if (head.isEmpty()) {
                return 0;
            }
            AuditHead last = head.get();
            if (last.seq() < seen.seq()) {
                throw new IllegalStateException("The audit trail ends at row " + last.seq() + " and went up to "
                        + seen.seq() + " before; nothing is sealed until a person has looked");
            }
            List<AuditRow> rows = dao.unplaced(tx, AT_ONCE);
            for (AuditRow row : rows) {
                last = new AuditHead(last.seq() + 1, link(last.link(), last.seq() + 1, row.mac()));
                dao.place(tx, row, last);
            }
            if (!rows.isEmpty()) {
                dao.saveHead(tx, last);
            }
            AuditHead now = last;
            tx.afterCommit(() -> seen = now);
            return rows.size();
        });
    }

    /** Where the chain ends now. */
    public AuditHead head() {
        return database.inTransaction(tx -> dao.head(tx).orElse(new AuditHead(0, new byte[0])));
    }

    /**
     * Rows in the order of their ids, which is nearly that of time.
     *
     * @param subject only rows on this one: {@code alert:17}
     */
    public List<AuditRow> list(Transaction tx, Optional<String> subject, long afterId, int most) {
        return list(tx, AuditQuery.on(subject), afterId, most);
    }

    /** The same, of those that are asked for. */
    public List<AuditRow> list(Transaction tx, AuditQuery wanted, long afterId, int most) {
        return dao.oldest(tx, wanted, afterId, most);
    }

    /** Rows before an id, the newest first. */
    public List<AuditRow> newest(Transaction tx, AuditQuery wanted, long beforeId, int most) {
        return dao.newest(tx, wanted, beforeId, most);
    }

    /** Reads the whole trail and tells whether it is as it was written. */
    public AuditVerdict verify() {
        return verify(Optional.empty());
    }

    /**
     * Reads the whole trail and tells whether it is as it was written.
     *
     * @param noted a head that was kept outside, {@code 1234:9f86...}: whether the chain still runs through it
     */
    public AuditVerdict verify(Optional<String> noted) {
        List<String> heads = new ArrayList<>(noted.stream().toList());
        if (seen.seq() > 0) {
            heads.add(seen.text());
        }
        Reading reading = new Reading(heads);
        while (reading.goesOn) {
            database.useTransaction(tx -> reading.some(tx));
        }
        return reading.verdict();
    }

    /** One walk along the chain. The chain may grow meanwhile: the walk ends where the head then is. */
    private final class Reading {
        private final List<String> noted;
        private AuditHead last = new AuditHead(0, new byte[0]);
        private Optional<AuditVerdict.BadRow> bad = Optional.empty();
        private int unsealed;
        boolean goesOn = true;

        Reading(List<String> noted) {
            this.noted = noted;
        }

        void some(Transaction tx) {
            long end = dao.head(tx).map(AuditHead::seq).orElse(0L);
            List<AuditRow> rows = dao.after(tx, last.seq() == 0 ? Long.MIN_VALUE : last.seq(), AT_ONCE);
            for (AuditRow row : rows) {
                if (bad.isEmpty()) {
                    check(row);
                }
            }
            if (bad.isPresent() || rows.isEmpty()) {
                goesOn = false;
            }
            if (rows.isEmpty() && bad.isEmpty()) {
                end(tx, end);
            }
        }

        private void check(AuditRow row) {
            long seq = last.seq() + 1;
            byte[] link = row.link();
            if (row.seq() < 1) {
                found(row.seq(), row.id(), "was put in");
            } else if (row.seq() != seq) {
                found(seq, 0, "is missing");
            } else if (!Arrays.equals(mac(row), row.mac())) {
                found(seq, row.id(), "was changed");
            } else if (link == null || !Arrays.equals(link(last.link(), seq, row.mac()), link)) {
                found(seq, row.id(), "does not follow the row before");
            } else {
                last = new AuditHead(seq, link);
                checkNoted(row);
            }
        }

        private void checkNoted(AuditRow row) {
            String here = last.text();
            if (noted.stream().anyMatch(head -> seqOf(head) == row.seq() && !head.equals(here))) {
                found(row.seq(), row.id(), "is not the one that was noted");
            }
        }

        /** The end of the chain and what has no place yet. Read in this order, as rows only go from the latter to the first. */
        private void end(Transaction tx, long end) {
            AuditHead head = dao.head(tx).orElse(new AuditHead(0, new byte[0]));
            if (head.seq() > end) {
                goesOn = true; // it grew meanwhile
            } else if (head.seq() > last.seq()) {
                found(last.seq() + 1, 0, "is missing");
            } else if (head.seq() < last.seq() || !Arrays.equals(head.link(), last.link())) {
                found(head.seq() < last.seq() ? head.seq() + 1 : last.seq(), 0, "is not what the head says");
            } else if (noted.stream().anyMatch(text -> seqOf(text) > last.seq())) {
                found(last.seq() + 1, 0, "is missing: a later one was noted");
            } else {
                List<AuditRow> open = dao.unplaced(tx, Integer.MAX_VALUE);
                unsealed = open.size();
                open.stream()
                        .filter(row -> !Arrays.equals(mac(row), row.mac()))
                        .findFirst()
                        .ifPresent(row -> found(0, row.id(), "was changed before it had a place"));
            }
        }

        private void found(long seq, long id, String what) {
            bad = Optional.of(new AuditVerdict.BadRow(seq, id, what));
        }

        AuditVerdict verdict() {
            return new AuditVerdict(last.seq(), unsealed, last.text(), bad);
        }
    }

    private static long seqOf(String noted) {
        return noted.matches("[0-9]{1,18}:[0-9a-f]*") ? Long.parseLong(noted.substring(0, noted.indexOf(':'))) : -1;
    }
}
