package org.dariro.group;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Write;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The table of posts. A text is sealed with its author's key, or the service's when the author has no phone. */
@Component
public class PostDao {
    private static final String PLACE = "post";
    private static final String COLUMNS = "select p.id, p.group_id, p.seq, p.membership_id, p.state, p.sealed,"
            + " p.written_at, p.released_at, s.nickname, s.role, m.id as member, m.data_key from ";
    private static final String AUTHOR =
            " join memberships s on s.id = p.membership_id left join members m on m.id = s.member_id ";
    /** Nobody is sent a post whose author was erased: there are no words in it any more. */
    private static final String READABLE = "(m.id is null or m.data_key is not null)";

    private static final String SELECT = COLUMNS + "posts p" + AUTHOR;
    /** Each number by itself: PostgreSQL takes an open range behind each cursor for a third of the table, and reads it all. */
    private static final String NUMBERED =
            "unnest(cast(? as bigint array), cast(? as bigint array)) as r(group_id, seq)"
                    + " join posts p on p.group_id = r.group_id and p.seq = r.seq";

    private static final String SELECT_BEHIND =
            COLUMNS + NUMBERED + AUTHOR + "where " + READABLE + " order by p.group_id, p.seq";
    private static final String SELECT_RECENT = "select p.group_id, p.seq, p.membership_id,"
            + " coalesce(p.released_at, p.written_at) as at, octet_length(p.sealed) as length from " + NUMBERED
            + " order by p.group_id, p.seq";
    private static final Write INSERT = new Write(
            40,
            "insert into posts (id, group_id, membership_id, seq, state, sealed, original_sealed, written_at, released_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    private static final Write RELEASE =
            new Write(41, "update posts set state = 'RELEASED', seq = ?, released_at = ? where id = ?");
    private static final Write REJECT = new Write(41, "update posts set state = 'REJECTED' where id = ?");
    private final Vault vault;

    @Inject
    public PostDao(Vault vault) {
        this.vault = vault;
    }

    void insert(Transaction tx, Post post, DataKey key, @Nullable String original, @Nullable Instant releasedAt) {
        tx.write(
                INSERT,
                post.id(),
                post.groupId(),
                post.author(),
                post.seq() == 0 ? null : post.seq(),
                post.state(),
                key.seal(post.text(), PLACE),
                original == null ? null : key.seal(original, PLACE),
                post.writtenAt(),
                releasedAt);
    }

    void release(Transaction tx, long id, long seq, Instant at) {
        tx.write(RELEASE, seq, at, id);
    }

    void reject(Transaction tx, long id) {
        tx.write(REJECT, id);
    }

    Optional<LoggedPost> byId(Transaction tx, long id) {
        return tx.query(SELECT + "where p.id = ?")
                .bind(0, id)
                .map((row, context) -> post(row, new HashMap<>()))
                .findOne();
    }

    List<LoggedPost> byIds(Transaction tx, Collection<Long> ids) {
        Map<Long, DataKey> keys = new HashMap<>();
        return tx.query(SELECT + "where p.id = any(?)")
                .bind(0, ids.toArray(Long[]::new))
                .map((row, context) -> post(row, keys))
                .list();
    }

    /** The released posts of some groups behind a cursor each. */
    List<LoggedPost> behind(Transaction tx, Map<Long, Long> cursors) {
        Map<Long, DataKey> keys = new HashMap<>();
        return numbered(tx, SELECT_BEHIND, cursors.keySet(), (group, last) -> cursors.get(group))
                .map((row, context) -> post(row, keys))
                .list();
    }

    /** A query of posts by their numbers, which have no gaps: those of each group from behind a number to the latest. */
    private static Query numbered(
            Transaction tx, String sql, Collection<Long> groups, BiFunction<Long, Long, Long> behind) {
        List<Long> ids = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        tx.queryUnchanged("select id, last_seq from groups where id = any(?)")
                .bind(0, groups.toArray(Long[]::new))
                .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("last_seq")))
                .forEach(group -> LongStream.rangeClosed(
                                behind.apply(group.getKey(), group.getValue()) + 1, group.getValue())
                        .forEach(seq -> {
                            ids.add(group.getKey());
                            seqs.add(seq);
                        }));
        return tx.queryUnchanged(sql).bind(0, ids.toArray(Long[]::new)).bind(1, seqs.toArray(Long[]::new));
    }

    /** Released posts of a group after a number, the oldest first. */
    List<LoggedPost> after(Transaction tx, long groupId, long seq, int most) {
        Map<Long, DataKey> keys = new HashMap<>();
        // numbers have no gaps; without the end H2 reads and sorts all that came after
        return tx.query(SELECT + "where p.group_id = ? and p.seq > ? and p.seq <= ? order by p.seq limit ?")
                .bind(0, groupId)
                .bind(1, seq)
                .bind(2, seq + most)
                .bind(3, most)
                .map((row, context) -> post(row, keys))
                .list();
    }

    /** Which posts of a group are masked, of those from a number to another and those that are held. */
    Set<Long> masked(Transaction tx, long groupId, long fromSeq, long toSeq) {
        return tx.query(
                        "select id from posts where group_id = ? and seq >= ? and seq <= ? and original_sealed is not null"
                                + " union all select id from posts where group_id = ? and seq is null and state = 'HELD'"
                                + " and original_sealed is not null")
                .bind(0, groupId)
                .bind(1, fromSeq)
                .bind(2, toSeq)
                .bind(3, groupId)
                .mapTo(Long.class)
                .set();
    }

    /** The latest released posts of some groups, without their texts. */
    List<Said> recent(Transaction tx, Collection<Long> groups, int most) {
        return numbered(tx, SELECT_RECENT, groups, (group, last) -> Math.max(0, last - most))
                .map((row, context) -> new Said(
                        row.getLong("group_id"),
                        row.getLong("seq"),
                        row.getLong("membership_id"),
                        row.getTimestamp("at").toInstant(),
                        Math.max(0, row.getInt("length") - DataKey.OVERHEAD)))
                .list();
    }

    /** Released posts of a group from a number on that others wrote, the oldest first. */
    List<LoggedPost> byOthers(Transaction tx, Membership reader, long from, int most) {
        Map<Long, DataKey> keys = new HashMap<>();
        return tx.query(SELECT + "where p.group_id = ? and p.seq >= ? and p.membership_id <> ? and " + READABLE
                        + " order by p.seq limit ?")
                .bind(0, reader.groupId())
                .bind(1, from)
                .bind(2, reader.id())
                .bind(3, most)
                .map((row, context) -> post(row, keys))
                .list();
    }

    /** How many released posts of others lie behind a reader's cursor. */
    long countUnread(Transaction tx, long membershipId) {
        return tx.query("select count(*) from memberships s join posts p on p.group_id = s.group_id"
                        + " and p.seq > s.cursor_seq and p.membership_id <> s.id join memberships a on a.id = p.membership_id"
                        + " left join members m on m.id = a.member_id where s.id = ? and " + READABLE)
                .bind(0, membershipId)
                .mapTo(long.class)
                .one();
    }

    /** What was written in a place from a time until before another, the oldest first, its words counted and left here. */
    List<Worded> worded(Transaction tx, long membershipId, Instant from, Instant to) {
        Map<Long, DataKey> keys = new HashMap<>();
        return tx.query(SELECT + "where p.membership_id = ? and p.written_at >= ? and p.written_at < ?"
                        + " order by p.written_at, p.id")
                .bind(0, membershipId)
                .bind(1, from)
                .bind(2, to)
                .map((row, context) -> new Worded(
                        row.getTimestamp("written_at").toInstant(),
                        Post.State.valueOf(row.getString("state")),
                        Worded.count(text(row, keys))))
                .list();
    }

    private LoggedPost post(ResultSet row, Map<Long, DataKey> keys) throws SQLException {
        Timestamp released = row.getTimestamp("released_at");
        return new LoggedPost(
                new Post(
                        row.getLong("id"),
                        row.getLong("group_id"),
                        row.getLong("seq"),
                        row.getLong("membership_id"),
                        text(row, keys),
                        Post.State.valueOf(row.getString("state")),
                        row.getTimestamp("written_at").toInstant()),
                row.getString("nickname") == null ? "-" : row.getString("nickname"),
                Role.valueOf(row.getString("role")),
                released == null ? null : released.toInstant());
    }

    /** @param keys of the members whose posts were read before: unwrapping one takes longer than opening a post */
    private String text(ResultSet row, Map<Long, DataKey> keys) throws SQLException {
        long member = row.getLong("member");
        if (row.wasNull()) {
            return vault.serviceKey().open(row.getBytes("sealed"), PLACE);
        }
        byte[] wrapped = row.getBytes("data_key");
        return wrapped == null
                ? "(erased)"
                : keys.computeIfAbsent(member, id -> vault.unwrap(wrapped)).open(row.getBytes("sealed"), PLACE);
    }
}
