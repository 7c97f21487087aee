package org.dariro.ussd;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dariro.conversation.Speaker;
import org.dariro.member.Member;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of sessions. What was typed and shown is sealed with the member's key. */
@Component
public class SessionDao {
    private static final String TYPED = "ussd-typed";
    private static final String SHOWN = "ussd-shown";
    private static final int SWEEP = 50;
    private static final String SELECT = "select id, membership_id, typed_sealed, state, reply_sealed, more, acts,"
            + " changed_at from ussd_sessions ";
    private static final String INSERT =
            "insert into ussd_sessions (id, account, session_id, member_id, membership_id, typed_sealed, state,"
                    + " reply_sealed, more, acts, changed_at) values (?, ?, ?, ?, ?, ?, '', ?, true, '', ?)"
                    + " on conflict do nothing";
    private static final Write UPDATE = new Write(
            90,
            "update ussd_sessions set membership_id = ?, typed_sealed = ?, state = ?, reply_sealed = ?, more = ?,"
                    + " acts = ?, changed_at = ? where id = ?");
    private final Ids ids;

    @Inject
    public SessionDao(Ids ids) {
        this.ids = ids;
    }

    /**
     * The session with a carrier's id, begun if there is none, and locked: hops of one session are taken one by one, on
     * all nodes. An id that another person had is another session.
     */
    Session lock(Transaction tx, String account, String sessionId, Speaker speaker, Instant now) {
        return find(tx, account, sessionId, speaker.member()).orElseGet(() -> {
            DataKey key = speaker.member().key();
            tx.update(
                    INSERT,
                    ids.next(),
                    account,
                    sessionId,
                    speaker.member().id(),
                    speaker.place().id(),
                    key.seal("", TYPED),
                    key.seal("", SHOWN),
                    now);
            return find(tx, account, sessionId, speaker.member())
                    .orElseThrow(() -> new IllegalStateException("A session was begun and is not there"));
        });
    }

    private static Optional<Session> find(Transaction tx, String account, String sessionId, Member member) {
        return tx.query(SELECT + "where account = ? and session_id = ? and member_id = ? for update")
                .bind(0, account)
                .bind(1, sessionId)
                .bind(2, member.id())
                .map((row, context) -> session(row, member.key()))
                .findOne();
    }

    /** A person's latest session. */
    Optional<Session> latest(Transaction tx, Member member) {
        return tx.query(SELECT + "where member_id = ? and state <> '' order by changed_at desc, id desc limit 1")
                .bind(0, member.id())
                .map((row, context) -> session(row, member.key()))
                .findOne();
    }

    void save(Transaction tx, Session session, DataKey key) {
        tx.write(
                UPDATE,
                session.place(),
                key.seal(session.typed(), TYPED),
                session.screen().map(Screen::saved).orElse(""),
                key.seal(session.reply(), SHOWN),
                session.more(),
                String.join(" ", session.acts()),
                session.changedAt(),
                session.id());
    }

    /** Deletes some sessions that have expired, but for one, leaving out those that another node is at. */
    void sweep(Transaction tx, Instant before, long except) {
        List<Long> old = tx.query("select id from ussd_sessions where changed_at < ? and id <> ? order by id limit "
                        + SWEEP + " for update skip locked")
                .bind(0, before.atOffset(ZoneOffset.UTC))
                .bind(1, except)
                .mapTo(Long.class)
                .list();
        if (!old.isEmpty()) {
            tx.update("delete from ussd_sessions where id = any(?)", (Object) old.toArray(Long[]::new));
        }
    }

    private static Session session(ResultSet row, DataKey key) throws SQLException {
        String acts = row.getString("acts");
        return new Session(
                row.getLong("id"),
                row.getLong("membership_id"),
                key.open(row.getBytes("typed_sealed"), TYPED),
                Screen.parse(row.getString("state")),
                key.open(row.getBytes("reply_sealed"), SHOWN),
                row.getBoolean("more"),
                acts.isEmpty() ? List.of() : List.of(acts.split(" ", -1)),
                row.getTimestamp("changed_at").toInstant());
    }
}
