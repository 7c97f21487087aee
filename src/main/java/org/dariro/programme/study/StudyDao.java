package org.dariro.programme.study;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.jdbi.v3.core.statement.Query;

/** The tables of studies, their groups and their keys. */
@Component
public class StudyDao {
    private static final String SELECT =
            "select id, name, first_day, last_day, keeps_withdrawn, with_answers, made_by, made_at, ended_at from studies ";
    private final Vault vault;

    @Inject
    public StudyDao(Vault vault) {
        this.vault = vault;
    }

    private static String place(long study) {
        return "study-key " + study;
    }

    void insert(Transaction tx, Study study, byte[] key) {
        tx.update(
                "insert into studies (id, name, first_day, last_day, keeps_withdrawn, with_answers, key_sealed, made_by, made_at)"
                        + " values (?, ?, cast(? as date), cast(? as date), ?, ?, ?, ?, ?)",
                study.id(),
                study.name(),
                study.firstDay().toString(),
                study.lastDay().toString(),
                study.keepsWithdrawn(),
                study.withAnswers(),
                vault.serviceKey().seal(HexFormat.of().formatHex(key), place(study.id())),
                study.madeBy(),
                study.madeAt());
        setArms(tx, study.id(), study.arms());
    }

    void update(Transaction tx, long id, Study.Wish wish) {
        tx.update(
                "update studies set name = ?, first_day = cast(? as date), last_day = cast(? as date), keeps_withdrawn = ?,"
                        + " with_answers = ? where id = ?",
                wish.name(),
                wish.firstDay().toString(),
                wish.lastDay().toString(),
                wish.keepsWithdrawn(),
                wish.withAnswers(),
                id);
        setArms(tx, id, wish.arms());
    }

    private static void setArms(Transaction tx, long id, Map<Long, String> arms) {
        tx.update("delete from study_groups where study_id = ?", id);
        new TreeMap<>(arms)
                .forEach((group, arm) -> tx.update(
                        "insert into study_groups (study_id, group_id, arm) values (?, ?, ?)", id, group, arm));
    }

    /** The key; empty once it is destroyed. */
    Optional<byte[]> key(Transaction tx, long id) {
        return tx.query("select key_sealed from studies where id = ? and key_sealed is not null")
                .bind(0, id)
                .map((row, context) -> row.getBytes("key_sealed"))
                .findOne()
                .map(key -> HexFormat.of().parseHex(vault.serviceKey().open(key, place(id))));
    }

    void end(Transaction tx, long id, String by, Instant at) {
        tx.update(
                "update studies set key_sealed = null, ended_by = ?, ended_at = ? where id = ? and ended_at is null",
                by,
                at,
                id);
    }

    /** Studies behind an id, the oldest first. */
    List<Study> list(Transaction tx, long after, int most) {
        return read(
                tx,
                tx.query(SELECT + "where id > ? order by id limit ?")
                        .bind(0, after)
                        .bind(1, most));
    }

    Optional<Study> find(Transaction tx, long id) {
        return read(tx, tx.query(SELECT + "where id = ?").bind(0, id)).stream().findFirst();
    }

    /** How many have not ended. */
    long open(Transaction tx) {
        return tx.query("select count(*) from studies where ended_at is null")
                .mapTo(long.class)
                .one();
    }

    private static List<Study> read(Transaction tx, Query query) {
        Map<Long, Map<Long, String>> arms = new TreeMap<>();
        List<Study> bare = query.map((row, context) -> study(row)).list();
        tx.query("select study_id, group_id, arm from study_groups where study_id = any(?)")
                .bind(0, bare.stream().map(Study::id).toArray(Long[]::new))
                .map((row, context) -> arms.computeIfAbsent(row.getLong("study_id"), id -> new TreeMap<>())
                        .put(row.getLong("group_id"), row.getString("arm")))
                .list();
        return bare.stream()
                .map(one -> new Study(
                        one.id(),
                        one.name(),
                        one.firstDay(),
                        one.lastDay(),
                        arms.getOrDefault(one.id(), Map.of()),
                        one.keepsWithdrawn(),
                        one.withAnswers(),
                        one.madeBy(),
                        one.madeAt(),
                        one.endedAt()))
                .toList();
    }

    private static Study study(ResultSet row) throws SQLException {
        return new Study(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Map.of(),
                row.getBoolean("keeps_withdrawn"),
                row.getBoolean("with_answers"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }
}
