package org.dariro.member;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dariro.gateways.api.Msisdn;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.platform.Write;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** The table of members; an erased member, whose key is gone, is not found. */
@Component
public class MemberDao {
    private static final String NUMBER = "number";
    private static final String SELECT =
            "select id, number_hash, number_sealed, data_key, language, stopped_at, network from members"
                    + " where data_key is not null and ";
    private static final Write INSERT = new Write(
            10,
            "insert into members (id, number_hash, number_sealed, data_key, language, created_at) values (?, ?, ?, ?, ?, ?)");
    private static final Write SET_LANGUAGE = new Write(11, "update members set language = ? where id = ?");
    private static final Write SET_NETWORK = new Write(11, "update members set network = ? where id = ?");
    private static final Write SET_STOPPED = new Write(11, "update members set stopped_at = ? where id = ?");

    private final Vault vault;

    @Inject
    public MemberDao(Vault vault) {
        this.vault = vault;
    }

    /** A member and the hash of the number. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(Member member, byte[] hash) {}

    List<Found> byHashes(Transaction tx, byte[][] hashes) {
        // bound by hand: Jdbi makes it an Object[], in which PostgreSQL's driver takes no byte arrays
        Argument array = (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf("bytea", hashes));
        return read(tx, "number_hash = any(?)", array);
    }

    List<Found> byIds(Transaction tx, Collection<Long> ids) {
        return read(tx, "id = any(?)", ids.toArray(Long[]::new));
    }

    private List<Found> read(Transaction tx, String where, Object array) {
        return tx.queryUnchanged(SELECT + where)
                .bind(0, array)
                .map((row, context) -> new Found(member(row), row.getBytes("number_hash")))
                .list();
    }

    private Member member(ResultSet row) throws SQLException {
        DataKey key = vault.unwrap(row.getBytes("data_key"));
        return new Member(
                row.getLong("id"),
                Msisdn.of(key.open(row.getBytes("number_sealed"), NUMBER)),
                key,
                row.getString("language"),
                row.getTimestamp("stopped_at") != null,
                Optional.ofNullable(row.getString("network")).map(Network::new));
    }

    void insert(Transaction tx, Member member, byte[] hash, byte[] wrappedKey, Instant at) {
        byte[] sealed = member.key().seal(member.number().e164(), NUMBER);
        tx.write(INSERT, member.id(), hash, sealed, wrappedKey, member.language(), at);
    }

    /** Destroys the key and the number; the hash gives way to one of nothing. */
    void erase(Transaction tx, long id, byte[] nothing) {
        tx.update(
                "update members set data_key = null, number_sealed = null, number_hash = ?, network = null,"
                        + " stopped_at = null where id = ?",
                nothing,
                id);
    }

    void keepStop(Transaction tx, byte[] hash, Instant at) {
        tx.update("insert into kept_stops (number_hash, stopped_at) values (?, ?)", hash, at);
    }

    /** When a number said STOP of which nothing else is kept. */
    Optional<Instant> keptStop(Transaction tx, byte[] hash) {
        return tx.queryUnchanged("select stopped_at from kept_stops where number_hash = ?")
                .bind(0, hash)
                .map((row, context) -> row.getTimestamp("stopped_at").toInstant())
                .findOne();
    }

    void dropStop(Transaction tx, byte[] hash) {
        tx.update("delete from kept_stops where number_hash = ?", hash);
    }

    void setLanguage(Transaction tx, long id, String language) {
        tx.write(SET_LANGUAGE, language, id);
    }

    void setStopped(Transaction tx, long id, @Nullable Instant at) {
        tx.write(SET_STOPPED, at, id);
    }

    void setNetwork(Transaction tx, long id, @Nullable String network) {
        tx.write(SET_NETWORK, network, id);
    }
}
