package org.dariro.gateway;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.Msisdn;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;

/**
 * The lines. They are few and change rarely, so a copy is kept in memory and read again when a line is added or asked for
 * in vain.
 */
@Component
public class Lines {
    private final LineDao dao;
    private final Database database;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;
    private volatile List<Line> lines = List.of();

    @Inject
    public Lines(LineDao dao, Database database, AuditLog audit, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.database = database;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        reload();
    }

    private void reload() {
        lines = database.inTransaction(dao::all);
    }

    /** Adds a line; the rows that use it may follow in the same transaction. */
    public Line add(Transaction tx, String account, String address, String serviceCode, Reach reach) {
        return add(tx, new Line(0, account, address, serviceCode, reach));
    }

    /** Adds a line, whose id is given here. */
    public Line add(Transaction tx, Line wanted) {
        Line line = new Line(
                ids.next(),
                wanted.account(),
                wanted.address(),
                wanted.serviceCode(),
                wanted.reach(),
                wanted.mostSegments(),
                wanted.respelling());
        dao.insert(tx, line, clock.instant());
        tx.afterCommit(this::reload);
        return line;
    }

    /** Adds a line, whose id is given here; it stands in the audit trail who did. */
    public Line add(Transaction tx, Line wanted, String by) {
        Line line = add(tx, wanted);
        audit.add(tx, AuditEntry.of(by, "line-added").on("line", line.id()).saying("at " + line.account()));
        return line;
    }

    /** Adds a line that reaches everybody. */
    public Line add(Transaction tx, String account, String address, String serviceCode) {
        return add(tx, account, address, serviceCode, Reach.EVERYWHERE);
    }

    /** Changes a line's reach and limits; it stands in the audit trail who did. */
    public Line change(Transaction tx, Line changed, String by) {
        dao.change(tx, changed);
        audit.add(
                tx,
                AuditEntry.of(by, "line-changed")
                        .on("line", changed.id())
                        .saying("reaches " + String.join(" ", changed.reach().places())));
        tx.afterCommit(this::reload);
        return changed;
    }

    /** All lines, the oldest first. */
    public List<Line> all() {
        return lines;
    }

    /**
     * A line that a row refers to.
     *
     * @throws IllegalStateException when there is none
     */
    public Line get(long id) {
        return find(id).or(() -> {
                    reload(); // another node may have added it
                    return find(id);
                })
                .orElseThrow(() -> new IllegalStateException("There is no line " + id));
    }

    /** A line by id. */
    public Optional<Line> find(long id) {
        return lines.stream().filter(line -> line.id() == id).findFirst();
    }

    /** The lines of an account, the oldest first. */
    public List<Line> at(String account) {
        return lines.stream().filter(line -> line.account().equals(account)).toList();
    }

    /** The line that a text was sent to. */
    public Optional<Line> byAddress(String account, String address) {
        String key = Line.key(address);
        return lines.stream()
                .filter(line -> line.account().equals(account)
                        && Line.key(line.address()).equals(key))
                .findFirst();
    }

    /** The line that was dialled: by its service code, or by the account's only line with one. */
    public Optional<Line> byServiceCode(String account, String dialled) {
        String key = Line.key(dialled);
        List<Line> candidates = lines.stream()
                .filter(line ->
                        line.account().equals(account) && !line.serviceCode().isEmpty())
                .toList();
        return candidates.stream()
                .filter(line -> Line.key(line.serviceCode()).equals(key))
                .findFirst()
                .or(() -> candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty());
    }

    /** Whether a number is one of our own: a text from it is our own message come back. */
    public boolean isOwn(Msisdn number) {
        return lines.stream().anyMatch(line -> Line.key(line.address()).equals(number.digits()));
    }
}
