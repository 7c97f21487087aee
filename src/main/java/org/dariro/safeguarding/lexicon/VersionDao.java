package org.dariro.safeguarding.lexicon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The tables of what was saved of lexicons, and of files that cannot be used. */
@Component
public class VersionDao {
    private static final int LONGEST_FAULT = 500;
    private static final String SELECT = "select v.language, v.name, v.version, v.origin, v.content, v.note, v.despite,"
            + " v.made_by, v.made_at from lexicon_versions v ";

    /** Fails when somebody else has just saved the same version of the same file. */
    void insert(Transaction tx, long id, Version version) {
        tx.update(
                "insert into lexicon_versions (id, language, name, version, origin, content, note, despite, made_by,"
                        + " made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                version.file().language(),
                version.file().name(),
                version.number(),
                version.origin().label(),
                version.content().orElse(null),
                version.note(),
                version.despite().orElse(null),
                version.by(),
                version.at());
    }

    /** How many there are: it changes with every change. */
    long count(Transaction tx) {
        return tx.query("select count(*) from lexicon_versions")
                .mapTo(Long.class)
                .one();
    }

    /** The last version of each file and origin. */
    List<Version> latest(Transaction tx) {
        return tx.query(SELECT + "where v.version = (select max(w.version) from lexicon_versions w where"
                        + " w.language = v.language and w.name = v.name and w.origin = v.origin)")
                .map((row, context) -> version(row))
                .list();
    }

    /** All versions of a file, the last first. */
    List<Version> of(Transaction tx, FileName file) {
        return tx.query(SELECT + "where v.language = ? and v.name = ? order by v.version desc")
                .bind(0, file.language())
                .bind(1, file.name())
                .map((row, context) -> version(row))
                .list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                new FileName(row.getString("language"), row.getString("name")),
                row.getInt("version"),
                Version.Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("content")),
                row.getString("note"),
                Optional.ofNullable(row.getString("despite")),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }

    void fault(Transaction tx, FileName file, String words, Instant at) {
        noFault(tx, file);
        tx.update(
                "insert into lexicon_faults (language, name, words, at) values (?, ?, ?, ?)",
                file.language(),
                file.name(),
                words.length() <= LONGEST_FAULT ? words : words.substring(0, LONGEST_FAULT),
                at);
    }

    void noFault(Transaction tx, FileName file) {
        tx.update("delete from lexicon_faults where language = ? and name = ?", file.language(), file.name());
    }

    /** What is wrong with files, by file. */
    Map<FileName, String> faults(Transaction tx) {
        Map<FileName, String> faults = new TreeMap<>();
        tx.query("select language, name, words from lexicon_faults")
                .map((row, context) -> Map.entry(
                        new FileName(row.getString("language"), row.getString("name")), row.getString("words")))
                .forEach(fault -> faults.put(fault.getKey(), fault.getValue()));
        return faults;
    }
}
