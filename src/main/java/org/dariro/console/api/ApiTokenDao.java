package org.dariro.console.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.console.StaffRole;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Write;

/** The table of tokens; only their hashes are in it. */
@Component
public class ApiTokenDao {
    /** A token and its id. */
    record ListedToken(long id, ApiToken token) {}

    private static final String SELECT = "select t.id, t.name, t.roles,"
            + " string_agg(cast(g.group_id as varchar), ',') as group_ids from api_tokens t"
            + " left join api_token_groups g on g.token_id = t.id ";
    private static final Write INSERT_GROUP =
            new Write(91, "insert into api_token_groups (token_id, group_id) values (?, ?)");
    private static final Write INSERT =
            new Write(90, "insert into api_tokens (id, hash, name, roles, created_at) values (?, ?, ?, ?, ?)");

    void insert(Transaction tx, long id, byte[] hash, ApiToken token, Instant at) {
        String roles = token.roles().stream().map(StaffRole::label).sorted().collect(Collectors.joining(","));
        tx.write(INSERT, id, hash, token.name(), roles, at);
        token.groups().forEach(group -> tx.write(INSERT_GROUP, id, group));
    }

    boolean isEmpty(Transaction tx) {
        return tx.query("select count(*) from api_tokens").mapTo(long.class).one() == 0;
    }

    Optional<ApiToken> find(Transaction tx, byte[] hash) {
        return tx.query(SELECT + "where t.hash = ? and t.revoked_at is null group by t.id, t.name, t.roles")
                .bind(0, hash)
                .map((row, context) -> token(row))
                .findOne()
                .map(ListedToken::token);
    }

    /** Those that count, the oldest first. */
    List<ListedToken> all(Transaction tx) {
        return tx.query(SELECT + "where t.revoked_at is null group by t.id, t.name, t.roles order by t.id")
                .map((row, context) -> token(row))
                .list();
    }

    /** Whether a token has, or had, a name, blind to case. */
    boolean wasNamed(Transaction tx, String name) {
        return tx.query("select count(*) from api_tokens where lower(name) = lower(?)")
                        .bind(0, name)
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    boolean revoke(Transaction tx, long id, Instant at) {
        return tx.update("update api_tokens set revoked_at = ? where id = ? and revoked_at is null", at, id) == 1;
    }

    private static ListedToken token(ResultSet row) throws SQLException {
        Set<Long> groups = new HashSet<>();
        String ids = row.getString("group_ids");
        if (ids != null) {
            Arrays.stream(ids.split(",")).map(Long::valueOf).forEach(groups::add);
        }
        return new ListedToken(
                row.getLong("id"), new ApiToken(row.getString("name"), roles(row.getString("roles")), groups));
    }

    private static Set<StaffRole> roles(String labels) {
        Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
        Arrays.stream(labels.split(","))
                .flatMap(label -> StaffRole.labelled(label).stream())
                .forEach(roles::add);
        return roles;
    }
}
