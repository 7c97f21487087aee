package org.dariro.console.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.console.StaffRole;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** The tables of users and of their recovery codes. */
@Component
public class UserDao {
    static final String COLUMNS = "u.id as user_id, u.email, u.name, u.roles, u.language, u.zone, u.theme, u.shortcuts,"
            + " u.staff_id, u.password_hash is null as invited, u.totp_sealed is not null as factor, u.ended_at";
    private static final String SELECT = "select " + COLUMNS + " from users u ";

    void insert(Transaction tx, User user, Instant at) {
        tx.update(
                "insert into users (id, email, name, roles, language, zone, theme, shortcuts, staff_id, totp_step,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
                user.id(),
                user.email(),
                user.name(),
                labels(user.roles()),
                user.language(),
                user.zone().getId(),
                user.theme(),
                user.shortcuts(),
                user.staff().orElse(null),
                at);
    }

    void update(Transaction tx, User user, @Nullable Instant endedAt) {
        tx.update(
                "update users set email = ?, name = ?, roles = ?, language = ?, zone = ?, theme = ?, shortcuts = ?,"
                        + " staff_id = ?, ended_at = ? where id = ?",
                user.email(),
                user.name(),
                labels(user.roles()),
                user.language(),
                user.zone().getId(),
                user.theme(),
                user.shortcuts(),
                user.staff().orElse(null),
                endedAt,
                user.id());
    }

    boolean isEmpty(Transaction tx) {
        return tx.query("select count(*) from users").mapTo(long.class).one() == 0;
    }

    List<User> all(Transaction tx) {
        return tx.query(SELECT + "order by u.name, u.id")
                .map((row, context) -> user(row))
                .list();
    }

    Optional<User> find(Transaction tx, long id) {
        return tx.query(SELECT + "where u.id = ?")
                .bind(0, id)
                .map((row, context) -> user(row))
                .findOne();
    }

    Optional<User> byEmail(Transaction tx, String email) {
        return tx.query(SELECT + "where u.email = ?")
                .bind(0, email)
                .map((row, context) -> user(row))
                .findOne();
    }

    Optional<String> passwordHash(Transaction tx, long id) {
        return tx.query("select password_hash from users where id = ?")
                .bind(0, id)
                .map((row, context) -> Optional.ofNullable(row.getString("password_hash")))
                .findOne()
                .flatMap(hash -> hash);
    }

    void setPassword(Transaction tx, long id, String hash) {
        tx.update("update users set password_hash = ? where id = ?", hash, id);
    }

    Optional<byte[]> sealedSecret(Transaction tx, long id) {
        return tx.query("select totp_sealed from users where id = ?")
                .bind(0, id)
                .map((row, context) -> Optional.ofNullable(row.getBytes("totp_sealed")))
                .findOne()
                .flatMap(secret -> secret);
    }

    long lastStep(Transaction tx, long id) {
        return tx.query("select totp_step from users where id = ?")
                .bind(0, id)
                .mapTo(long.class)
                .one();
    }

    void setSecret(Transaction tx, long id, byte @Nullable [] sealed) {
        tx.update("update users set totp_sealed = ?, totp_step = 0 where id = ?", sealed, id);
        tx.update("delete from recovery_codes where user_id = ?", id);
    }

    /** Notes that the code of a step was used; false when it, or a later one, was used before. */
    boolean useStep(Transaction tx, long id, long step) {
        return tx.update("update users set totp_step = ? where id = ? and totp_step < ?", step, id, step) == 1;
    }

    void addRecoveryCode(Transaction tx, long id, byte[] hash) {
        tx.update("insert into recovery_codes (user_id, hash) values (?, ?)", id, hash);
    }

    boolean useRecoveryCode(Transaction tx, long id, byte[] hash) {
        return tx.update("delete from recovery_codes where user_id = ? and hash = ?", id, hash) == 1;
    }

    long recoveryCodes(Transaction tx, long id) {
        return tx.query("select count(*) from recovery_codes where user_id = ?")
                .bind(0, id)
                .mapTo(long.class)
                .one();
    }

    static User user(ResultSet row) throws SQLException {
        long staff = row.getLong("staff_id");
        Optional<Long> staffId = row.wasNull() ? Optional.empty() : Optional.of(staff);
        return new User(
                row.getLong("user_id"),
                row.getString("email"),
                row.getString("name"),
                roles(row.getString("roles")),
                row.getString("language"),
                ZoneId.of(row.getString("zone")),
                User.Theme.valueOf(row.getString("theme")),
                row.getBoolean("shortcuts"),
                staffId,
                row.getBoolean("invited"),
                row.getBoolean("factor"),
                row.getTimestamp("ended_at") != null);
    }

    private static String labels(Set<StaffRole> roles) {
        return roles.stream().sorted().map(StaffRole::label).collect(Collectors.joining(","));
    }

    private static Set<StaffRole> roles(String labels) {
        Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
        Arrays.stream(labels.split(","))
                .flatMap(label -> StaffRole.labelled(label).stream())
                .forEach(roles::add);
        return roles;
    }
}
