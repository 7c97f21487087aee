package org.dariro.console.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dariro.console.StaffRole;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;
import org.jspecify.annotations.Nullable;

/** The table of tokens; only their hashes are in it. */
@Component
public class ApiTokenDao {
    private static final String SELECT = "select t.id, t.name, t.roles, t.user_id, t.staff_id, t.scopes, t.last_day,"
            + " t.used_on, (select string_agg(cast(g.group_id as varchar), ',') from api_token_groups g"
            + " where g.token_id = t.id) as group_ids from api_tokens t ";
    private static final Write INSERT_GROUP =
            new Write(91, "insert into api_token_groups (token_id, group_id) values (?, ?)");
    private static final Write INSERT = new Write(
            90,
            "insert into api_tokens (id, hash, name, roles, user_id, staff_id, scopes, last_day, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)");

    void insert(Transaction tx, KeptToken token, byte[] hash, Instant at) {
        tx.write(
                INSERT,
                token.id(),
                hash,
                token.name(),
                token.roles().stream().map(StaffRole::label).sorted().collect(Collectors.joining(",")),
                token.user().orElse(null),
                token.staff().orElse(null),
                token.scopes()
                        .map(some -> some.stream().map(Scope::label).sorted().collect(Collectors.joining(",")))
                        .orElse(""),
                token.lastDay().orElse(null),
                at);
        token.groups().forEach(group -> tx.write(INSERT_GROUP, token.id(), group));
    }

    boolean isEmpty(Transaction tx) {
        return tx.query("select count(*) from api_tokens").mapTo(long.class).one() == 0;
    }

    Optional<KeptToken> find(Transaction tx, byte[] hash) {
        return tx.query(SELECT + "where t.hash = ? and t.revoked_at is null")
                .bind(0, hash)
                .map((row, context) -> token(row))
                .findOne();
    }

    /** Those that were not revoked, the oldest first. */
    List<KeptToken> all(Transaction tx) {
        return tx.query(SELECT + "where t.revoked_at is null order by t.id")
                .map((row, context) -> token(row))
                .list();
    }

    /** Whether a token that counts has a name, or a program's had it, blind to case. */
    boolean isTaken(Transaction tx, String name) {
        return tx.query("select count(*) from api_tokens where lower(name) = lower(?)"
                                + " and (revoked_at is null or (user_id is null and staff_id is null))")
                        .bind(0, name)
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    boolean revoke(Transaction tx, long id, Instant at) {
        return tx.update("update api_tokens set revoked_at = ? where id = ? and revoked_at is null", at, id) == 1;
    }

    void used(Transaction tx, long id, LocalDate day) {
        tx.update("update api_tokens set used_on = ? where id = ?", day, id);
    }

    private static KeptToken token(ResultSet row) throws SQLException {
        return new KeptToken(
                row.getLong("id"),
                row.getString("name"),
                Optional.empty(),
                number(row, "user_id"),
                number(row, "staff_id"),
                read(row.getString("roles"), StaffRole::labelled, EnumSet.noneOf(StaffRole.class)),
                Optional.of(row.getString("scopes"))
                        .filter(words -> !words.isEmpty())
                        .map(words -> read(words, Scope::labelled, EnumSet.noneOf(Scope.class))),
                read(row.getString("group_ids"), id -> Optional.of(Long.valueOf(id)), new HashSet<>()),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("used_on", LocalDate.class)));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    private static <T> Set<T> read(@Nullable String words, Function<String, Optional<T>> one, Set<T> into) {
        if (words != null && !words.isEmpty()) {
            Arrays.stream(words.split(","))
                    .flatMap(word -> one.apply(word).stream())
                    .forEach(into::add);
        }
        return into;
    }
}
