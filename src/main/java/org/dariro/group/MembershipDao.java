package org.dariro.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The table of memberships. */
@Component
public class MembershipDao {
    private static final String SELECT = "select id, group_id, member_id, line_id, role, state, nickname, reading_mode,"
            + " paused_until, cursor_seq, spoke_at, muted_until, apart_at, apart_told_at, apart_words from memberships ";
    private static final Write INSERT = new Write(
            30,
            "insert into memberships (id, group_id, member_id, line_id, role, state, nickname, nickname_key, reading_mode,"
                    + " cursor_seq, spoke_at, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    private static final Write SET_LINE = new Write(31, "update memberships set line_id = ? where id = ?");
    private static final Write SET_STATE = new Write(31, "update memberships set state = ? where id = ? and state = ?");
    private static final Write SET_NICKNAME =
            new Write(31, "update memberships set nickname = ?, nickname_key = ? where id = ?");
    private static final Write SET_MODE = new Write(31, "update memberships set reading_mode = ? where id = ?");
    private static final Write SET_PAUSE = new Write(31, "update memberships set paused_until = ? where id = ?");
    private static final Write NOTE_PAUSE =
            new Write(33, "insert into place_pauses (membership_id, at, until_at) values (?, ?, ?)");
    private static final Write SET_MUTE = new Write(31, "update memberships set muted_until = ? where id = ?");
    private static final Write SET_ASIDE =
            new Write(31, "update memberships set apart_at = ?, apart_told_at = ?, apart_words = ? where id = ?");
    /** Not where a mentor has written again since: what answers that must stay private. */
    private static final Write END_ASIDE = new Write(
            31,
            "update memberships set apart_at = null, apart_told_at = null, apart_words = null"
                    + " where id = ? and apart_at = ?");

    private static final Write SPOKE = new Write(31, "update memberships set spoke_at = ? where id = ?");
    private static final Write ADVANCE =
            new Write(32, "update memberships set cursor_seq = ? where id = ? and cursor_seq < ?");
    private static final Write ADVANCE_MANY =
            new Write(32, "update memberships set cursor_seq = ? where id = any(?) and cursor_seq < ?");

    void insert(Transaction tx, Membership membership, @Nullable String nicknameKey, Instant at) {
        tx.write(
                INSERT,
                membership.id(),
                membership.groupId(),
                membership.memberId().orElse(null),
                membership.lineId(),
                membership.role(),
                membership.standing(),
                membership.nickname(),
                nicknameKey,
                membership.mode(),
                membership.cursor(),
                membership.spokeAt(),
                at);
    }

    /**
     * Writes what differs from the place as it was read, and nothing else: somebody else may have changed the rest since. A
     * standing changes only from what it was, so that a STOP which came in between holds. A pause is kept besides, for studies.
     */
    void update(Transaction tx, Membership was, Membership is, @Nullable String nicknameKey, Instant at) {
        long id = is.id();
        if (is.lineId() != was.lineId()) {
            tx.write(SET_LINE, is.lineId(), id);
        }
        if (is.standing() != was.standing()) {
            tx.write(SET_STATE, is.standing(), id, was.standing());
        }
        if (!Objects.equals(is.nickname(), was.nickname())) {
            tx.write(SET_NICKNAME, is.nickname(), nicknameKey, id);
        }
        if (is.mode() != was.mode()) {
            tx.write(SET_MODE, is.mode(), id);
        }
        if (!Objects.equals(is.pausedUntil(), was.pausedUntil())) {
            tx.write(SET_PAUSE, is.pausedUntil(), id);
            tx.write(NOTE_PAUSE, id, at, is.pausedUntil());
        }
        if (!Objects.equals(is.mutedUntil(), was.mutedUntil())) {
            tx.write(SET_MUTE, is.mutedUntil(), id);
        }
        if (!Objects.equals(is.aside(), was.aside())) {
            Aside aside = is.aside();
            if (aside == null) {
                tx.write(END_ASIDE, id, Objects.requireNonNull(was.aside()).at());
            } else {
                tx.write(SET_ASIDE, aside.at(), aside.toldAt(), aside.offered(), id);
            }
        }
        if (!is.spokeAt().equals(was.spokeAt())) {
            tx.write(SPOKE, is.spokeAt(), id);
        }
    }

    void forget(Transaction tx, long id) {
        tx.update(
                "update memberships set state = 'LEFT', nickname = null, nickname_key = null, paused_until = null,"
                        + " muted_until = null, apart_at = null, apart_told_at = null, apart_words = null where id = ?",
                id);
        tx.update("delete from place_pauses where membership_id = ?", id);
    }

    void spoke(Transaction tx, long id, Instant at) {
        tx.write(SPOKE, at, id);
    }

    void advance(Transaction tx, long id, long seq) {
        tx.write(ADVANCE, seq, id, seq);
    }

    void advance(Transaction tx, Collection<Long> ids, long seq) {
        tx.write(ADVANCE_MANY, seq, ids.toArray(Long[]::new), seq);
    }

    List<Membership> ofMembers(Transaction tx, Collection<Long> memberIds) {
        return tx.queryUnchanged(SELECT + "where member_id = any(?) order by id")
                .bind(0, memberIds.toArray(Long[]::new))
                .map((row, context) -> membership(row))
                .list();
    }

    List<Membership> ofGroup(Transaction tx, long groupId) {
        return tx.query(SELECT + "where group_id = ? order by id")
                .bind(0, groupId)
                .map((row, context) -> membership(row))
                .list();
    }

    /** The active places of some groups, locked so that no cursor moves meanwhile. */
    List<Membership> lockActive(Transaction tx, Collection<Long> groupIds) {
        return tx.queryUnchanged(SELECT + "where group_id = any(?) and state = 'ACTIVE' order by id for update")
                .bind(0, groupIds.toArray(Long[]::new))
                .map((row, context) -> membership(row))
                .list();
    }

    /** The places of a group's people on some lines who take part or are invited, locked. */
    List<Membership> lockOn(Transaction tx, long groupId, Collection<Long> lines) {
        return tx.query(SELECT + "where group_id = ? and line_id = any(?) and state in ('ACTIVE', 'NAMING', 'INVITED')"
                        + " and member_id is not null order by id for update")
                .bind(0, groupId)
                .bind(1, lines.toArray(Long[]::new))
                .map((row, context) -> membership(row))
                .list();
    }

    /** The groups of people on some lines who take part or are invited. */
    List<Long> groupsOn(Transaction tx, Collection<Long> lines) {
        return tx.query("select distinct group_id from memberships where line_id = any(?)"
                        + " and state in ('ACTIVE', 'NAMING', 'INVITED') and member_id is not null order by group_id")
                .bind(0, lines.toArray(Long[]::new))
                .mapTo(Long.class)
                .list();
    }

    Optional<Membership> lock(Transaction tx, long id) {
        return tx.query(SELECT + "where id = ? for update")
                .bind(0, id)
                .map((row, context) -> membership(row))
                .findOne();
    }

    Optional<Membership> byId(Transaction tx, long id) {
        return tx.query(SELECT + "where id = ?")
                .bind(0, id)
                .map((row, context) -> membership(row))
                .findOne();
    }

    List<Membership> byIds(Transaction tx, Collection<Long> ids) {
        return tx.query(SELECT + "where id = any(?)")
                .bind(0, ids.toArray(Long[]::new))
                .map((row, context) -> membership(row))
                .list();
    }

    boolean nicknameTaken(Transaction tx, long groupId, String key, long except) {
        return tx.query("select count(*) from memberships where group_id = ? and nickname_key = ? and id <> ?")
                        .bind(0, groupId)
                        .bind(1, key)
                        .bind(2, except)
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    private static Membership membership(ResultSet row) throws SQLException {
        long member = row.getLong("member_id");
        Optional<Long> memberId = row.wasNull() ? Optional.empty() : Optional.of(member);
        String mode = row.getString("reading_mode");
        Timestamp paused = row.getTimestamp("paused_until");
        Timestamp muted = row.getTimestamp("muted_until");
        return new Membership(
                row.getLong("id"),
                row.getLong("group_id"),
                memberId,
                row.getLong("line_id"),
                Role.valueOf(row.getString("role")),
                Standing.valueOf(row.getString("state")),
                row.getString("nickname"),
                mode == null ? null : ReadingMode.valueOf(mode),
                paused == null ? null : paused.toInstant(),
                row.getLong("cursor_seq"),
                row.getTimestamp("spoke_at").toInstant(),
                muted == null ? null : muted.toInstant(),
                aside(row));
    }

    private static @Nullable Aside aside(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("apart_at");
        if (at == null) {
            return null;
        }
        Timestamp told = row.getTimestamp("apart_told_at");
        long words = row.getLong("apart_words");
        return new Aside(
                at.toInstant(), told == null ? null : told.toInstant(), row.wasNull() ? null : Long.valueOf(words));
    }

    /** Keeps that somebody has read by dialling. */
    void dialled(Transaction tx, long id, Membership reader, long seq, Instant at) {
        tx.update(
                "insert into dialled_reads (id, group_id, membership_id, seq, at, from_seq) values (?, ?, ?, ?, ?, ?)",
                id,
                reader.groupId(),
                reader.id(),
                seq,
                at,
                reader.cursor());
    }

    /**
     * What was read by dialling of some posts of a group.
     *
     * @param since when the first of them was written: nobody read any before
     */
    List<DialledRead> dialledReads(Transaction tx, long group, long from, long to, Instant since) {
        return tx.query("select membership_id, coalesce(from_seq, seq - 1) as behind, seq from dialled_reads"
                        + " where group_id = ? and at >= ? and seq >= ? and coalesce(from_seq, seq - 1) < ?")
                .bind(0, group)
                .bind(1, since)
                .bind(2, from)
                .bind(3, to)
                .map((row, context) ->
                        new DialledRead(row.getLong("membership_id"), row.getLong("behind"), row.getLong("seq")))
                .list();
    }
}
