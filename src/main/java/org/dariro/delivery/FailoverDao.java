package org.dariro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.dariro.spend.Encoding;

/** What waits for lines that are down. */
@Component
public class FailoverDao {
    private static final Write REDIRECT = new Write(52, "update parcels set line_id = ?, due_at = ? where id = ?");

    /**
     * What a member has on its way.
     *
     * @param onTheWire whether something may be at a carrier this moment
     * @param waits whether something waits on the lines asked about
     * @param segments of the longest text that waits on them, 0 if none does
     * @param unicode whether one of these needs UCS-2
     */
    record Load(boolean onTheWire, boolean waits, int segments, boolean unicode) {
        static final Load NONE = new Load(false, false, 0, false);
    }

    /** What members have on their way; those who have nothing are left out. */
    Map<Long, Load> loads(Transaction tx, Collection<Long> members, Collection<Long> lines) {
        Map<Long, Load> loads = new HashMap<>();
        tx.query("select p.member_id, p.state, p.line_id, max(t.segments) as segments, max(t.encoding) as encoding"
                        + " from unnest(?) asked(member_id)"
                        + " join parcels p on p.member_id = asked.member_id and p.state in ('READY', 'SENDING')"
                        + " join parcel_texts t on t.id = p.text_id group by p.member_id, p.state, p.line_id")
                .bind(0, members.toArray(Long[]::new))
                .map((row, context) -> {
                    boolean wire = row.getString("state").equals("SENDING");
                    boolean waits = !wire && lines.contains(row.getLong("line_id"));
                    return Map.entry(
                            row.getLong("member_id"),
                            new Load(
                                    wire,
                                    waits,
                                    waits ? row.getInt("segments") : 0,
                                    waits && row.getString("encoding").equals(Encoding.UCS_2.name())));
                })
                .list()
                .forEach(one -> loads.merge(
                        one.getKey(),
                        one.getValue(),
                        (a, b) -> new Load(
                                a.onTheWire() || b.onTheWire(),
                                a.waits() || b.waits(),
                                Math.max(a.segments(), b.segments()),
                                a.unicode() || b.unicode())));
        return loads;
    }

    /**
     * The line from which each member of a group got its last text, or will get it, other than what waits on some lines. Who
     * is not among the readers of its last thousand texts is left out.
     */
    Map<Long, Long> lastLines(Transaction tx, long group, Collection<Long> lines) {
        Map<Long, Long> last = new HashMap<>();
        tx.query("select member_id, line_id from parcels where group_id = ? and state <> 'FAILED'"
                        + " and not (state = 'READY' and line_id = any(?)) order by id desc limit 1000")
                .bind(0, group)
                .bind(1, lines.toArray(Long[]::new))
                .map((row, context) -> last.putIfAbsent(row.getLong("member_id"), row.getLong("line_id")))
                .list();
        return last;
    }

    /** Members for whom a crisis card or words about an alert wait on some lines. */
    List<Long> inDanger(Transaction tx, Collection<Long> lines) {
        return tx.query("select distinct member_id from parcels where state = 'READY' and kind in ('SAFETY', 'CARE')"
                        + " and line_id = any(?)")
                .bind(0, lines.toArray(Long[]::new))
                .mapTo(Long.class)
                .list();
    }

    private static final String WAITING = "p.id, p.member_id, p.group_id, p.kind, p.line_id, p.segments";

    private static Transfers.Waiting waiting(ResultSet row) throws SQLException {
        return new Transfers.Waiting(
                row.getLong("id"),
                row.getLong("member_id"),
                row.getLong("group_id"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("line_id"),
                row.getInt("segments"));
    }

    /** Crisis cards that wait on some lines; locked. */
    List<Transfers.Waiting> cards(Transaction tx, Collection<Long> lines) {
        return tx.query("select " + WAITING + " from parcels p where p.state = 'READY'"
                        + " and p.kind = 'SAFETY' and p.line_id = any(?) order by p.id + 0 for update skip locked")
                .bind(0, lines.toArray(Long[]::new))
                .map((row, context) -> waiting(row))
                .list();
    }

    /** What waits on some lines for the members of a group, by member; locked. */
    Map<Long, List<Transfers.Waiting>> waiting(Transaction tx, long group, Collection<Long> lines) {
        return tx
                .query("select " + WAITING + " from parcels p where p.state = 'READY'"
                        + " and p.group_id = ? and p.line_id = any(?) order by p.id + 0 for update skip locked")
                .bind(0, group)
                .bind(1, lines.toArray(Long[]::new))
                .map((row, context) -> waiting(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Transfers.Waiting::member));
    }

    /** A parcel that waits, and the line that its reader's place in the group is on by now. */
    record Follower(Transfers.Waiting parcel, long to) {}

    /** The groups of which somebody is on a line elsewhere while a parcel of theirs waits on some lines. */
    List<Long> followed(Transaction tx, Collection<Long> lines) {
        return tx.query(
                        "select distinct p.group_id from parcels p"
                                + " join memberships m on m.group_id = p.group_id and m.member_id = p.member_id"
                                + " where p.state = 'READY' and p.line_id = any(?) and not (m.line_id = any(?)) order by p.group_id")
                .bind(0, lines.toArray(Long[]::new))
                .bind(1, lines.toArray(Long[]::new))
                .mapTo(Long.class)
                .list();
    }

    /**
     * Parcels of a group that wait on some lines while their reader's place in their group is on a line elsewhere; locked. Those that
     * may be at the carrier stay.
     */
    List<Follower> followers(Transaction tx, long group, Collection<Long> lines) {
        return tx.query("select " + WAITING + ", m.line_id as to_line from parcels p"
                        + " join memberships m on m.group_id = p.group_id and m.member_id = p.member_id"
                        + " where p.state = 'READY' and p.group_id = ? and p.line_id = any(?) and not (m.line_id = any(?))"
                        + " order by p.id + 0 for update of p skip locked")
                .bind(0, group)
                .bind(1, lines.toArray(Long[]::new))
                .bind(2, lines.toArray(Long[]::new))
                .map((row, context) -> new Follower(waiting(row), row.getLong("to_line")))
                .list();
    }

    /** A parcel goes by another line, now. */
    void redirect(Transaction tx, long parcel, long line, Instant now) {
        tx.write(REDIRECT, line, now, parcel);
    }

    /** What waits on some lines may be tried now, however long it was to wait; tells how much that is. */
    int hurry(Transaction tx, Collection<Long> lines, Instant now) {
        return tx.update(
                "update parcels set due_at = ? where state = 'READY' and line_id = any(?) and due_at > ?",
                now,
                lines.toArray(Long[]::new),
                now);
    }
}
