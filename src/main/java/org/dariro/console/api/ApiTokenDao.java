package org.dariro.console.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
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
    private static final Write INSERT =
            new Write(90, "insert into api_tokens (id, hash, name, roles, created_at) values (?, ?, ?, ?, ?)");

    void insert(Transaction tx, long id, byte[] hash, ApiToken token, Instant at) {
        String roles = token.roles().stream().map(StaffRole::label).collect(Collectors.joining(","));
        tx.write(INSERT, id, hash, token.name(), roles, at);
    }

    boolean isEmpty(Transaction tx) {
        return tx.query("select count(*) from api_tokens").mapTo(long.class).one() == 0;
    }

    Optional<ApiToken> find(Transaction tx, byte[] hash) {
        return tx.query("select name, roles from api_tokens where hash = ?")
                .bind(0, hash)
                .map((row, context) -> new ApiToken(row.getString("name"), roles(row.getString("roles"))))
                .findOne();
    }

    private static Set<StaffRole> roles(String labels) {
        Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
        Arrays.stream(labels.split(","))
                .flatMap(label -> StaffRole.labelled(label).stream())
                .forEach(roles::add);
        return roles;
    }
}
