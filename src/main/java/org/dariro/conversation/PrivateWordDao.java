package org.dariro.conversation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.dariro.group.Membership;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The table of words between one member and the mentors, sealed with the member's key. */
@Component
public class PrivateWordDao {
    private static final String PLACE = "private";
    private static final Write INSERT = new Write(
            80,
            "insert into private_words (id, group_id, membership_id, from_mentor, mentor, sealed, at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)");
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public PrivateWordDao(Vault vault, Ids ids, InstantSource clock) {
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Private words as mentors read them.
     *
     * @param mentor who wrote them; null when the member did
     */
    public record PrivateWords(
            long id, long membership, @Nullable String mentor, String text, Instant at) {}

    /** From the member to the mentors. */
    void insert(Transaction tx, Membership place, DataKey key, String text) {
        tx.write(INSERT, ids.next(), place.groupId(), place.id(), false, null, key.seal(text, PLACE), clock.instant());
    }

    /** From a mentor to the member. */
    void insertFromMentor(Transaction tx, Membership place, DataKey key, String mentor, String text) {
        tx.write(INSERT, ids.next(), place.groupId(), place.id(), true, mentor, key.seal(text, PLACE), clock.instant());
    }

    /** All private words of a group, the oldest first. */
    public List<PrivateWords> ofGroup(Transaction tx, long group) {
        return ofGroup(tx, group, 0, Integer.MAX_VALUE);
    }

    /** Private words of a group with an id above {@code after}, the oldest first. */
    public List<PrivateWords> ofGroup(Transaction tx, long group, long after, int most) {
        return tx.query("select w.id, w.membership_id, w.from_mentor, w.mentor, w.sealed, w.at, m.data_key"
                        + " from private_words w join memberships s on s.id = w.membership_id"
                        + " join members m on m.id = s.member_id where w.group_id = ? and w.id > ?"
                        + " order by w.id limit ?")
                .bind(0, group)
                .bind(1, after)
                .bind(2, most)
                .map((row, context) -> words(row))
                .list();
    }

    private PrivateWords words(ResultSet row) throws SQLException {
        byte[] wrapped = row.getBytes("data_key");
        return new PrivateWords(
                row.getLong("id"),
                row.getLong("membership_id"),
                row.getString("mentor"),
                wrapped == null ? "(erased)" : vault.unwrap(wrapped).open(row.getBytes("sealed"), PLACE),
                row.getTimestamp("at").toInstant());
    }
}
