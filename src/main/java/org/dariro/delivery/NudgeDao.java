package org.dariro.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The table of who was told of new posts, and the question who should be. */
@Component
public class NudgeDao {
    private static final Write DELETE = new Write(61, "delete from nudges where membership_id = ?");
    private static final Write INSERT =
            new Write(62, "insert into nudges (membership_id, told_seq, told_at) values (?, ?, ?)");

    /**
     * Somebody who reads by USSD and has something to read that they were not told of.
     *
     * @param unread posts behind the cursor
     * @param since when the first was released that they were not told of
     * @param toldAt when they were last told of anything; null if never
     */
    record Unaware(
            long groupId,
            long membershipId,
            long memberId,
            long lineId,
            long unread,
            long lastSeq,
            Instant since,
            @Nullable Instant toldAt) {}

    /** @param dialling groups in which everybody reads by USSD at present */
    List<Unaware> unaware(Transaction tx, Collection<Long> groups, Collection<Long> dialling) {
        return tx.query("select s.group_id, s.id, s.member_id, s.line_id, count(*) as unread, max(p.seq) as last_seq,"
                        + " min(case when p.seq > coalesce(n.told_seq, 0) then coalesce(p.released_at, p.written_at) end)"
                        + " as since, max(n.told_at) as told_at"
                        + " from memberships s join groups g on g.id = s.group_id"
                        + " join posts p on p.group_id = s.group_id and p.seq > s.cursor_seq and p.membership_id <> s.id"
                        + " left join nudges n on n.membership_id = s.id"
                        + " where s.group_id = any(?) and s.state = 'ACTIVE' and s.member_id is not null"
                        + " and (coalesce(s.reading_mode, g.reading_mode) = 'USSD_ONLY' or s.group_id = any(?))"
                        + " group by s.group_id, s.id, s.member_id, s.line_id"
                        + " having max(p.seq) > max(coalesce(n.told_seq, 0)) order by s.id")
                .bind(0, groups.toArray(Long[]::new))
                .bind(1, dialling.toArray(Long[]::new))
                .map((row, context) -> {
                    Timestamp told = row.getTimestamp("told_at");
                    return new Unaware(
                            row.getLong("group_id"),
                            row.getLong("id"),
                            row.getLong("member_id"),
                            row.getLong("line_id"),
                            row.getLong("unread"),
                            row.getLong("last_seq"),
                            row.getTimestamp("since").toInstant(),
                            told == null ? null : told.toInstant());
                })
                .list();
    }

    void told(Transaction tx, long membership, long seq, Instant at) {
        tx.write(DELETE, membership);
        tx.write(INSERT, membership, seq, at);
    }
}
