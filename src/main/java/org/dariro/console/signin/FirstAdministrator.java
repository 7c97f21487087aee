package org.dariro.console.signin;

import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.StaffRole;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first person who can sign in, made when there is nobody. Settings: {@code DARIRO_ADMIN_EMAIL} (admin@localhost) and
 * {@code DARIRO_ADMIN_PASSWORD}; without it a password is made, and told once.
 */
@Component
public class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private final Database database;
    private final Users users;
    private final Settings settings;

    @Inject
    public FirstAdministrator(Database database, Users users, Settings settings) {
        this.database = database;
        this.users = users;
        this.settings = settings;
    }

    /**
     * What the log tells at the first start.
     *
     * @param password empty when it was given in the settings
     */
    public record FirstSignIn(String email, Optional<String> password) {}

    /**
     * Makes the administrator, unless there is any user.
     */
    public Optional<FirstSignIn> make() {
        return database.inTransaction(tx -> {
            if (!users.none(tx)) {
                return Optional.empty();
            }
            String email = Users.address(settings.text("DARIRO_ADMIN_EMAIL").orElse("admin@localhost"));
            Optional<String> given = settings.text("DARIRO_ADMIN_PASSWORD");
            given.flatMap(password -> PasswordRules.shipped().fault(password, email, "Administrator"))
                    .ifPresent(
                            fault -> LOG.warn(
                                    "The password in DARIRO_ADMIN_PASSWORD is one that guessers try; change it in the console"));
            String password = given.orElseGet(Secrets::token);
            User user = users.add(
                    tx,
                    new User(
                            0,
                            email,
                            "Administrator",
                            Set.of(StaffRole.ADMINISTRATOR),
                            "en",
                            ZoneId.of("UTC"),
                            User.Theme.DEVICE,
                            true,
                            Optional.empty(),
                            true,
                            false,
                            false),
                    AuditEntry.SERVICE);
            users.setPassword(tx, user, password);
            return Optional.of(new FirstSignIn(email, given.isPresent() ? Optional.empty() : Optional.of(password)));
        });
    }
}
