package org.dariro.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The table of members; an erased member, whose key is gone, is not found. */
@Component
public class MemberDao {
    private static final String SELECT =
            "select id, number_hash, number_sealed, data_key, language, stopped_at from members"
                    + " where data_key is not null and ";
    private static final Write INSERT = new Write(
            10,
            "insert into members (id, number_hash, number_sealed, data_key, language, created_at) values (?, ?, ?, ?, ?, ?)");
    private static final Write SET_LANGUAGE = new Write(11, "update members set language = ? where id = ?");
    private static final Write SET_STOPPED = new Write(11, "update members set stopped_at = ? where id = ?");

    /** Reads a row. */
    interface Row {
        Member read(ResultSet row) throws SQLException;
    }

    void byHashes(Transaction tx, byte[][] hashes, BiConsumer<Member, byte[]> found, Row mapper) {
        read(tx, "number_hash = any(?)", hashes, found, mapper);
    }

    void byIds(Transaction tx, Collection<Long> ids, BiConsumer<Member, byte[]> found, Row mapper) {
        read(tx, "id = any(?)", ids.toArray(Long[]::new), found, mapper);
    }

    private static void read(Transaction tx, String where, Object array, BiConsumer<Member, byte[]> found, Row mapper) {
        tx.queryUnchanged(SELECT + where)
                .bind(0, array)
                .map((row, context) -> {
                    found.accept(mapper.read(row), row.getBytes("number_hash"));
                    return 0;
                })
                .list();
    }

    void insert(Transaction tx, Member member, byte[] hash, byte[] sealedNumber, byte[] wrappedKey, Instant at) {
        tx.write(INSERT, member.id(), hash, sealedNumber, wrappedKey, member.language(), at);
    }

    void setLanguage(Transaction tx, long id, String language) {
        tx.write(SET_LANGUAGE, language, id);
    }

    void setStopped(Transaction tx, long id, @Nullable Instant at) {
        tx.write(SET_STOPPED, at, id);
    }
}
